/* global self, navigator, importScripts, WebAssembly, Response, ReadableStream, DecompressionStream */
// The engine's worker before the engine. It runs from a blob, so it has the page's policy.
// First message: {port, lock, workerUrl, wasmUrl, module}, the last from an engine before this one
// or null; all later ones are for the stock worker.
self.onmessage = ({ data: { port, lock, workerUrl, wasmUrl, module } }) => {
  // What comes before the stock worker is there is given to it then.
  const early = [];
  self.onmessage = (event) => early.push(event);
  const tell = (message) => port.postMessage(message);
  const fail = (code, error) => tell({ kind: "error", code, message: String(error) });

  // Held for as long as this worker lives: the page waits for it and so learns of our death. Where
  // the browser refuses (plain HTTP, site data blocked), the page listens for our silence instead.
  // First of all, since nobody hears of our end before.
  const held = new Promise((resolve) => {
    const go = (kind) => {
      tell({ kind });
      resolve();
    };
    const hold = () => {
      go("held");
      return new Promise(() => {});
    };
    try {
      navigator.locks.request(lock, hold).catch(() => go("unheld"));
    } catch {
      // Some refuse at once.
      go("unheld");
    }
  });

  // instantiate() never settles on a bad module: its rejection only shows here.
  self.addEventListener("unhandledrejection", ({ reason }) =>
    fail(reason?.code ?? codeOf(reason), reason?.message ?? reason),
  );

  const { fetch } = self;
  self.fetch = async (input) => {
    const url = typeof input === "string" ? input : input.url;
    if (url !== wasmUrl) throw coded("refused", `unsupported request: ${url}`);
    if (module) return new Response();
    const response = await fetch(url, { credentials: "same-origin" }).catch((error) => {
      throw coded("unreachable", `${error.message}: ${url}`);
    });
    // Some hosts answer with their front page for what they do not have.
    const page = response.headers.get("content-type")?.startsWith("text/html");
    if (!response.ok || response.body === null || page)
      throw coded("unreachable", `missing file: ${url} (${response.status})`);
    return new Response(await inflate(response.body, tell), {
      headers: { "content-type": "application/wasm" },
    });
  };
  // Compiling is most of a start. A module is shared between workers: the page keeps the first.
  const { compileStreaming, instantiate } = WebAssembly;
  WebAssembly.instantiateStreaming = async (source, imports) => {
    const compiled = module ?? (await compileStreaming(source));
    if (!module) tell({ kind: "compiled", module: compiled });
    return { module: compiled, instance: await instantiate(compiled, imports) };
  };
  // The stock worker would fetch extensions with these.
  for (const name of ["XMLHttpRequest", "WebSocket", "EventSource", "WebTransport"])
    self[name] = undefined;

  // One script, once: where the browser knows Trusted Types, no other policy can be made here.
  const policy = self.trustedTypes?.createPolicy("fadu", {
    createScriptURL: (url) => (url === workerUrl ? url : null),
  });
  void held.then(() => {
    try {
      importScripts(policy ? policy.createScriptURL(workerUrl) : workerUrl);
      tell({ kind: "started" });
    } catch (error) {
      fail("unreachable", `missing file: ${workerUrl} (${error.message})`);
    }
    for (const event of early) self.onmessage(event);
  });
};

// What the browser says of a module that it will not have.
function codeOf(reason) {
  if (/content security policy/i.test(reason?.message)) return "refused";
  return ["CompileError", "LinkError", "TypeError"].includes(reason?.name)
    ? "hash_mismatch"
    : "crashed";
}

function coded(code, message) {
  return Object.assign(new Error(message), { code });
}

// Bytes between two words on the progress.
const STEP = 400_000;

// Counts what arrives and inflates it, unless the host has done so already.
async function inflate(body, tell) {
  const reader = body.getReader();
  let loaded = 0;
  let told = 0;
  const read = async () => {
    const { done, value } = await reader.read();
    loaded += value?.byteLength ?? 0;
    // Some five hundred chunks arrive; the page redraws its line for each that it hears of.
    if (done || loaded - told >= STEP) tell({ kind: "progress", loaded: (told = loaded) });
    return done ? null : value;
  };
  let head = new Uint8Array();
  for (let chunk; head.length < 2 && (chunk = await read()) !== null;)
    head = new Uint8Array([...head, ...chunk]);
  const whole = new ReadableStream({
    start: (controller) => controller.enqueue(head),
    pull: async (controller) => {
      const chunk = await read();
      if (chunk === null) controller.close();
      else controller.enqueue(chunk);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  const gzipped = head[0] === 0x1f && head[1] === 0x8b;
  return gzipped ? whole.pipeThrough(new DecompressionStream("gzip")) : whole;
}
