import { beforeAll, describe, expect, it } from "vitest";
import { failure, heard, job, longestPause, open } from "./support.ts";

beforeAll(() => {
  // As the page's policy has it: it binds where frames may go.
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "frame-src 'self'";
  document.head.append(policy);
});

/** Ways that a bare worker has, with no line of ours in it; each gives what it got. */
const bareWays: Readonly<Record<string, string>> = {
  fetch: "await fetch(at + 'fetch', { mode: 'no-cors' })",
  XHR: "await new Promise((ok, no) => { const x = new XMLHttpRequest(); x.onload = ok; x.onerror = no; x.open('GET', at + 'xhr'); x.send() })",
  WebSocket:
    "await new Promise((ok, no) => { const w = new WebSocket(at.replace('http', 'ws')); w.onopen = ok; w.onerror = no })",
  EventSource:
    "await new Promise((ok, no) => { const e = new EventSource(at + 'es'); e.onopen = ok; e.onerror = no })",
  WebTransport: "await new WebTransport(at.replace('http:', 'https:')).ready",
  importScripts: "importScripts(at + 'scripts')",
  "importScripts of a blob": "importScripts(URL.createObjectURL(new Blob(['1'])))",
  "import()": "await import(at + 'import')",
  "a font": "await new FontFace('f', 'url(' + at + 'font)').load()",
  "a nested worker that fetches":
    "await new Promise((ok, no) => { const w = new Worker(URL.createObjectURL(new Blob([`fetch('${at}nested', { mode: 'no-cors' }).then(() => postMessage(1), () => postMessage(0))`]))); w.onmessage = (e) => (e.data ? ok() : no()); w.onerror = no })",
  indexedDB:
    "await new Promise((ok, no) => { const r = indexedDB.open('x'); r.onsuccess = ok; r.onerror = no })",
  caches: "await caches.open('x')",
  WebRTC: "new RTCPeerConnection({})",
};

/** A worker of the test's own in place of ours: what it says is an error with what it got. */
function bareWorker(at: string): Blob {
  const tries = Object.entries(bareWays).map(
    ([name, code]) =>
      `try { await Promise.race([(async () => { ${code} })(), wait(1500)]); got.push(${JSON.stringify(name)}) } catch {}`,
  );
  return new Blob([
    `const at = ${JSON.stringify(at)}; const wait = (ms) => new Promise((_, no) => setTimeout(no, ms));
    onmessage = ({ ports: [port] }) => {
      const number = (n) => [0, 0, 0, 0].map((_, i) => (n >>> (24 - 8 * i)) & 255);
      const text = (s) => { const b = [...new TextEncoder().encode(s)]; return [5, ...number(b.length), ...b] };
      const list = (...items) => [13, ...number(items.length), ...items.flat()];
      const one = [4, 63, 240, 0, 0, 0, 0, 0, 0];
      const say = (bytes) => port.postMessage(new Uint8Array(bytes).buffer);
      port.onmessage = async ({ data }) => {
        if (data.type !== "run") return;
        const got = [];
        ${tries.join("\n")}
        say(list(text("fault"), one, text("got:" + got), [1], [1], [2]));
      };
      say(list(text("ready")));
    };`,
  ]);
}

describe("code in the sandbox that wants out", () => {
  it("has no network and no storage by the frame's policy and origin alone", async () => {
    const before = await heard();
    const code = bareWorker(`http://127.0.0.1:${before.port}/`);
    const sandbox = open({ code: () => Promise.resolve(code) });
    expect(await failure(sandbox.run(job("1", { deadline: 25 })))).toMatchObject({
      message: "got:",
    });
    expect(await heard()).toEqual(before);
    // The canary does hear: the page's own request arrives.
    await fetch(`http://127.0.0.1:${before.port}/seen`, { mode: "no-cors" });
    expect((await heard()).requests).toContain("/seen");
    sandbox.close();
  }, 60_000);

  it("is not run in a frame or a window that has an origin", async () => {
    const frame = document.createElement("iframe");
    const { sandboxUrl } = await import("virtual:fadu-sandbox");
    frame.src = sandboxUrl;
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener("load", resolve));
    const { port1, port2 } = new MessageChannel();
    let answers = 0;
    port1.onmessage = () => answers++;
    frame.contentWindow?.postMessage({ fadu: "sandbox", version: 2, code: new Blob() }, "*", [
      port2,
    ]);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(answers).toBe(0);
    frame.remove();
  });
});

describe("code in the sandbox that does not end", () => {
  it.each([
    ["an endless loop", "while (true) {}", { code: "busy" }],
    [
      "a loop that swallows its end",
      "while (true) { try { while (true); } catch {} }",
      { code: "busy" },
    ],
    [
      "an endless chain of promises",
      "const f = () => Promise.resolve().then(f); await f()",
      { code: "busy" },
    ],
    [
      "endless recursion",
      "const f = (n) => f(n + 1) + 1; return f(0)",
      { message: /Maximum call stack/ },
    ],
    ["an endless search", "/^(a+)+$/.test('a'.repeat(40) + 'b')", { code: "busy" }],
    [
      "endless growth of the page",
      "while (true) display(document.createElement('p'))",
      { message: /unsupported display/ },
    ],
    [
      "endless growth by itself",
      "while (true) document.body.append(document.createElement('p'))",
      { code: "busy" },
    ],
    ["waiting for ever", "await new Promise(() => {})", { code: "long" }],
  ])(
    "%s is stopped and the page stays free",
    async (_, source, expected) => {
      const pause = longestPause();
      const sandbox = open();
      const got = await failure(sandbox.run(job(source, { deadline: 1.5 })));
      for (const [key, value] of Object.entries(expected))
        if (value instanceof RegExp) expect(got[key]).toMatch(value);
        else expect(got[key]).toBe(value);
      expect(pause()).toBeLessThan(1000);
      expect(await sandbox.run(job("1 + 1"))).toEqual({ kind: "value", value: 2 });
      sandbox.close();
    },
    60_000,
  );

  it.each([
    ["messages", "for (;;) port.postMessage(new ArrayBuffer(8))"],
    ["bytes", "for (let i = 0; i < 30; i++) port.postMessage(new ArrayBuffer(3e7))"],
    [
      "items that are no bytes",
      "const many = Array.from({ length: 1e4 }, (_, i) => ({ i })); for (;;) port.postMessage(many)",
    ],
  ])(
    "a worker that floods its frame with %s is ended",
    async (_, flood) => {
      const code = new Blob([
        `onmessage = ({ ports: [port] }) => { port.postMessage(new Uint8Array([13, 0, 0, 0, 1, 5, 0, 0, 0, 5, 114, 101, 97, 100, 121]).buffer); ${flood} }`,
      ]);
      const sandbox = open({ code: () => Promise.resolve(code) });
      // A frame that is drowned before it can say so is ended because it says nothing.
      const got = await failure(sandbox.run(job("1", { deadline: 10 })));
      expect(["flood", "busy"]).toContain(got["code"]);
      sandbox.close();
    },
    30_000,
  );

  it("memory that no page has is an error of the cell alone", async () => {
    const pause = longestPause();
    const sandbox = open();
    const got = await failure(
      sandbox.run(
        job("const a = []; while (true) a.push(new Float64Array(1.25e8).fill(1))", { deadline: 5 }),
      ),
    );
    expect(got["name"]).toMatch(/CodeError|SandboxError/);
    expect(pause()).toBeLessThan(2000);
    expect(await sandbox.run(job("2"))).toEqual({ kind: "value", value: 2 });
    sandbox.close();
  }, 60_000);
});
