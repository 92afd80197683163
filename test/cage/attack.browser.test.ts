import { beforeAll, describe, expect, it } from "vitest";
import { failure, heard, job, longestPause, open } from "./support.ts";

beforeAll(() => {
  // As the page's policy has it: it binds where frames may go.
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "frame-src 'self'";
  document.head.append(policy);
});

/** Each tries to reach the canary or the page; gives what it got. */
const attempts: Readonly<Record<string, string>> = {
  fetch: "await fetch(URL_)",
  XHR: "await new Promise((ok, no) => { const x = new XMLHttpRequest(); x.onload = () => ok('loaded'); x.onerror = () => no(new Error('refused')); x.open('GET', URL_); x.send() })",
  WebSocket:
    "await new Promise((ok, no) => { const w = new WebSocket(URL_.replace('http', 'ws')); w.onopen = () => ok('open'); w.onerror = () => no(new Error('refused')) })",
  EventSource:
    "await new Promise((ok, no) => { const e = new EventSource(URL_); e.onopen = () => ok('open'); e.onerror = () => no(new Error('refused')) })",
  beacon:
    "if (navigator.sendBeacon(URL_, 'x')) { await wait(200); throw new Error('sent, perhaps') }",
  image:
    "await new Promise((ok, no) => { const i = new Image(); i.onload = () => ok('loaded'); i.onerror = () => no(new Error('refused')); i.src = URL_ })",
  "CSS url()":
    "document.body.style.backgroundImage = `url(${URL_})`; await wait(200); throw new Error('nothing to see')",
  "CSS @import":
    "const s = document.createElement('style'); s.textContent = `@import '${URL_}'; @font-face { font-family: f; src: url(${URL_}) } body { font-family: f }`; document.head.append(s); await wait(200); throw new Error('nothing to see')",
  "import()": "await import(URL_)",
  "data: module": "await import('data:text/javascript,export default 1')",
  "script element": "document.createElement('script')",
  "link element": "document.createElement('link')",
  "link in XML": "document.createElementNS('http://www.w3.org/1999/xhtml', 'h:link')",
  "link by markup":
    "document.body.insertAdjacentHTML('beforeend', `<div id=m><link rel=preconnect href=${URL_}><link rel=dns-prefetch href=${URL_}><svg><foreignObject><link rel=preload as=image href=${URL_}></foreignObject></svg></div>`); await wait(200); if (document.querySelector('#m link')) return 'a link'; throw new Error('no link')",
  "link by a parser":
    "const d = new DOMParser().parseFromString(`<x xmlns:h='http://www.w3.org/1999/xhtml'><h:link rel='preconnect' href='${URL_}'/></x>`, 'text/xml'); document.body.append(d.documentElement); await wait(100); if (document.querySelector('link')) return 'a link'; throw new Error('no link')",
  "link by an entity":
    "const d = new DOMParser().parseFromString(`<!DOCTYPE x [<!ENTITY a '&#60;h:link xmlns:h=\"http://www.w3.org/1999/xhtml\"/>'>]><x>&a;</x>`, 'text/xml'); if (d.getElementsByTagNameNS('*', 'link').length) return 'a link'; throw new Error('no link')",
  iframe: "document.createElement('iframe')",
  "iframe by markup":
    "document.body.insertAdjacentHTML('beforeend', '<iframe srcdoc=x></iframe>'); if (document.querySelector('iframe')) return 'a frame'; throw new Error('no frame')",
  "iframe by a class":
    "class F extends HTMLIFrameElement {} ; customElements.define('f-f', F, { extends: 'iframe' }); return String(new F())",
  object: "document.createElement('object')",
  form: "const f = document.createElement('form'); f.action = URL_; document.body.append(f); f.submit(); await wait(200); throw new Error('stays')",
  "ping of a link":
    "const a = document.createElement('a'); a.href = '#'; a.ping = URL_; document.body.append(a); a.click(); await wait(200); throw new Error('stays')",
  worker:
    "new Worker(URL.createObjectURL(new Blob([`fetch('${URL_}')`]))); await wait(200); throw new Error('silent')",
  "shared worker":
    "new SharedWorker('data:text/javascript,1'); await wait(100); throw new Error('silent')",
  WebRTC:
    "new RTCPeerConnection({ iceServers: [{ urls: URL_.replace('http://', 'stun:').replace(/\\/.*/, '') }] })",
  "WebRTC, the old name": "new webkitRTCPeerConnection({})",
  "a new window":
    "const w = window.open(URL_); if (w) return 'a window'; throw new Error('no window')",
  "the page's location": "top.location = URL_",
  "the page": "parent.document.title",
  "the page's storage": "parent.localStorage",
  localStorage: "localStorage.a",
  cookie: "document.cookie",
  indexedDB:
    "await new Promise((ok, no) => { const r = indexedDB.open('x'); r.onsuccess = () => ok('open'); r.onerror = () => no(r.error) })",
  caches: "await caches.open('x')",
  "service worker": "await navigator.serviceWorker.register(URL_)",
  clipboard: "await navigator.clipboard.readText()",
  camera: "await navigator.mediaDevices.getUserMedia({ video: true })",
  position:
    "await new Promise((ok, no) => navigator.geolocation.getCurrentPosition(ok, (e) => no(new Error(e.message))))",
  "javascript: address":
    "location.href = 'javascript:document.body.append(1)'; await wait(100); throw new Error('stays')",
  "a second policy": "trustedTypes.createPolicy('default', { createHTML: (s) => s })",
  "alert, confirm, prompt":
    "alert(1); if (confirm('?') || prompt('?')) return 'answered'; throw new Error('no dialog')",
};

describe("code in the cage that wants out", () => {
  it("reaches neither the network nor the page nor any storage, by any of the ways", async () => {
    const before = await heard();
    const cage = open();
    const url = `http://127.0.0.1:${before.port}/`;
    const body = Object.entries(attempts).map(([name, code]) => {
      const source = /[;]|^if /.test(code) ? code : `return ${code}`;
      return `try { const got = await Promise.race([(async () => { ${source.replaceAll("URL_", `(url + ${JSON.stringify(encodeURIComponent(name))})`)} })(), wait(1500).then(() => { throw new Error("silent") })]); out.push([${JSON.stringify(name)}, String(got)]) } catch (error) {}`;
    });
    const source = `const out = []; const url = ${JSON.stringify(url)}; const wait = (ms) => new Promise((r) => setTimeout(r, ms)); ${body.join("\n")}; return out`;
    const outcome = await cage.run(job(source, { deadline: 40 }));
    expect(outcome).toEqual({ kind: "value", value: [] });
    expect(await heard()).toEqual(before);
    // The canary does hear: the page's own request arrives.
    await fetch(url, { mode: "no-cors" });
    expect((await heard()).requests).toEqual(["/"]);
    cage.close();
  }, 90_000);

  it("cannot take its frame elsewhere", async () => {
    const { port } = await heard();
    for (const how of [
      "location.href = url",

      "const a = document.createElement('a'); a.href = url; a.download = 'x'; document.body.append(a); a.click()",
      "location.href = 'about:blank'",
    ]) {
      const cage = open();
      const run = failure(
        cage.run(
          job(
            `const url = "http://127.0.0.1:${port}/away?secret"; ${how}; await new Promise(() => {})`,
            { deadline: 2 },
          ),
        ),
      );
      expect(await run).toMatchObject({ name: "CageError" });
      cage.close();
    }
    expect((await heard()).requests.filter((path) => path.includes("secret"))).toEqual([]);
  }, 90_000);

  it("is not run in a frame or a window that has an origin", async () => {
    const frame = document.createElement("iframe");
    const { cageUrl } = await import("virtual:fadu-cage");
    frame.src = cageUrl;
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener("load", resolve));
    const { port1, port2 } = new MessageChannel();
    let answers = 0;
    port1.onmessage = () => answers++;
    frame.contentWindow?.postMessage({ fadu: "cage", version: 1 }, "*", [port2]);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(answers).toBe(0);
    frame.remove();
  });
});

describe("code in the cage that does not end", () => {
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
      const cage = open();
      const got = await failure(cage.run(job(source, { deadline: 1.5 })));
      for (const [key, value] of Object.entries(expected))
        if (value instanceof RegExp) expect(got[key]).toMatch(value);
        else expect(got[key]).toBe(value);
      expect(pause()).toBeLessThan(1000);
      expect(await cage.run(job("1 + 1"))).toEqual({ kind: "value", value: 2 });
      cage.close();
    },
    60_000,
  );

  it("a flood through the port itself closes the cage", async () => {
    const pause = longestPause();
    const cage = open();
    // Code that gets hold of the port.
    const source = `Object.defineProperty(MessageEvent.prototype, "data", { get() {
        globalThis.port = this.currentTarget; return { type: "ping", ping: 1 };
      } });
      while (!globalThis.port) await new Promise((r) => setTimeout(r, 20));
      setInterval(() => { for (let i = 0; i < 2000; i++) globalThis.port.postMessage("x".repeat(1000)) }, 0);
      await new Promise(() => {})`;
    expect(await failure(cage.run(job(source, { deadline: 10 })))).toMatchObject({ code: "flood" });
    expect(pause()).toBeLessThan(1000);
    cage.close();
  }, 30_000);

  it("memory that no page has is an error of the cell alone", async () => {
    const pause = longestPause();
    const cage = open();
    const got = await failure(
      cage.run(
        job("const a = []; while (true) a.push(new Float64Array(1.25e8).fill(1))", { deadline: 5 }),
      ),
    );
    expect(got["name"]).toMatch(/CodeError|CageError/);
    expect(pause()).toBeLessThan(2000);
    expect(await cage.run(job("2"))).toEqual({ kind: "value", value: 2 });
    cage.close();
  }, 60_000);
});
