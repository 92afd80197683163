import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { serve } from "../../scripts/serve.ts";
import type { ServeOptions, Served } from "../../scripts/serve.ts";

const dir = mkdtempSync(join(tmpdir(), "fadu-serve-"));
const script = "console.log('法度')".repeat(50);
const files: Readonly<Record<string, string | Buffer>> = {
  "index.html": "<!doctype html><title>法度</title>",
  "embed/a/index.html": "a",
  "data/facts.json": "[]",
  "data/事实.csv": "值\n1\n",
  "assets/index-Ab1_cdEf.js": script,
  "assets/index-Ab1_cdEf.js.br": brotliCompressSync(script),
  "assets/index-Ab1_cdEf.js.gz": gzipSync(script),
  "assets/eh-12345678.wasm.gz.bin": gzipSync("wasm"),
};
for (const [name, content] of Object.entries(files)) {
  mkdirSync(join(dir, name, ".."), { recursive: true });
  writeFileSync(join(dir, name), content);
}
writeFileSync(join(dir, "../fadu-secret.txt"), "secret");
afterAll(() => {
  rmSync(dir, { recursive: true });
  rmSync(join(dir, "../fadu-secret.txt"));
});

const running: Served[] = [];
afterEach(async () => {
  for (const served of running.splice(0)) await served.close();
});

async function start(options: ServeOptions = {}): Promise<Served> {
  const served = await serve({ dir, port: 0, ...options });
  running.push(served);
  return served;
}

/** The status for a path sent as it is: `fetch` would tidy it. */
function rawStatus(port: number, path: string): Promise<number | undefined> {
  return new Promise((done, fail) => {
    request({ port, path }, (response) => {
      response.resume();
      done(response.statusCode);
    })
      .on("error", fail)
      .end();
  });
}

describe("the static server", () => {
  it("sends every answer with the security headers, the page's frame left open", async () => {
    const { url } = await start();
    for (const path of ["", "data/facts.json", "nothing", "embed/a"]) {
      const { headers } = await fetch(url + path, { redirect: "manual" });
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'");
      expect(policy).not.toContain("frame-ancestors");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
    }
  });

  it("keeps hashed files for ever and asks again for all others", async () => {
    const { url } = await start();
    const cache = async (path: string) => (await fetch(url + path)).headers.get("cache-control");
    expect(await cache("assets/index-Ab1_cdEf.js")).toBe("public, max-age=31536000, immutable");
    expect(await cache("assets/eh-12345678.wasm.gz.bin")).toContain("immutable");
    expect(await cache("")).toBe("no-cache");
    expect(await cache("data/facts.json")).toBe("no-cache");
    expect(await cache("nothing")).toBe("no-cache");
  });

  it.each(["br", "gzip", "identity"])(
    "sends a script as %s where that is accepted",
    async (encoding) => {
      const { url } = await start();
      const response = await fetch(`${url}assets/index-Ab1_cdEf.js`, {
        headers: { "accept-encoding": encoding },
      });
      expect(response.headers.get("content-encoding") ?? "identity").toBe(encoding);
      expect(response.headers.get("content-type")).toContain("javascript");
      expect(await response.text()).toBe(script);
    },
  );

  it("never announces the gzipped engine as an encoding", async () => {
    const { url } = await start();
    const response = await fetch(`${url}assets/eh-12345678.wasm.gz.bin`);
    expect(response.headers.get("content-encoding")).toBeNull();
    expect(new Uint8Array(await response.arrayBuffer()).slice(0, 2)).toEqual(
      new Uint8Array([0x1f, 0x8b]),
    );
  });

  it("says that Chinese text is UTF-8", async () => {
    const { url } = await start();
    const response = await fetch(`${url}data/事实.csv`);
    expect(response.headers.get("content-type")).toBe("text/csv;charset=utf-8");
    expect(await response.text()).toBe("值\n1\n");
  });

  it("answers an unknown page in both languages", async () => {
    const { url } = await start();
    const response = await fetch(`${url}nothing.html`);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe("404 没有这个页面 / No such page\n");
  });

  it("sends a folder to its address with a slash, as static hosts do", async () => {
    const { url } = await start({ base: "/sub/path/" });
    const response = await fetch(`${url}embed/a?x=1`, { redirect: "manual" });
    expect(response.status).toBe(308);
    expect(response.headers.get("location")).toBe("/sub/path/embed/a/?x=1");
    expect(await (await fetch(`${url}embed/a`)).text()).toBe("a");
  });

  it("lives below a path when asked to", async () => {
    const { url, port } = await start({ base: "/sub/path/" });
    expect(url).toBe(`http://localhost:${port}/sub/path/`);
    expect((await fetch(url)).status).toBe(200);
    expect((await fetch(`${url}data/facts.json`)).status).toBe(200);
    expect((await fetch(`http://localhost:${port}/sub/path`)).url).toBe(url);
    expect((await fetch(`http://localhost:${port}/`)).status).toBe(404);
    expect((await fetch(`http://localhost:${port}/data/facts.json`)).status).toBe(404);
  });

  it.each([
    "/../fadu-secret.txt",
    "/%2e%2e/fadu-secret.txt",
    "/..%2ffadu-secret.txt",
    "/assets/../../fadu-secret.txt",
    "//fadu.example/..",
    "//fadu.example/%2e%2e/embed/a",
    "/%",
    "/%00",
    "/embed/%2e%2e",
  ])("gives nothing for %s", async (path) => {
    const { port } = await start();
    expect(await rawStatus(port, path)).toBe(404);
  });

  it("only reads", async () => {
    const { url } = await start();
    expect((await fetch(url, { method: "POST" })).status).toBe(405);
    expect((await fetch(url, { method: "HEAD" })).status).toBe(200);
  });

  it("answers late when a slow network is wanted", async () => {
    const { url } = await start({ latency: 80 });
    const before = Date.now();
    await fetch(url);
    expect(Date.now() - before).toBeGreaterThan(70);
  });

  it("can leave a header out", async () => {
    const { url } = await start({ headers: { "Content-Security-Policy": "", "X-Test": "1" } });
    const { headers } = await fetch(url);
    expect([headers.get("content-security-policy"), headers.get("x-test")]).toEqual([null, "1"]);
  });

  it("says what is wrong with a busy port, a strange base and a missing folder", async () => {
    const { port } = await start();
    await expect(serve({ dir, port })).rejects.toThrow(`invalid port: ${port} (in use)`);
    await expect(serve({ dir, port: 0, base: "sub" })).rejects.toThrow("invalid base: sub");
    await expect(serve({ dir: join(dir, "none"), port: 0 })).rejects.toThrow("missing folder: ");
  });
});
