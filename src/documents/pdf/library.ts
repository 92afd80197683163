import type * as Library from "pdfjs-dist/legacy/build/pdf.mjs";

/** What of a page the library puts up where there is none; nothing else should take it for one. */
const props = ["self", "navigator", "DOMMatrix", "ImageData", "Path2D"] as const;

let loaded: Promise<typeof Library> | undefined;

/**
 * The library that reads PDF, with the part that would run in a worker of its own: it finds that
 * part in the same thread, which is one of ours already, and starts no other. Its build for older
 * engines is the only one that runs in every Node that we name, and so the page has the same.
 */
export function loadLibrary(): Promise<typeof Library> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<typeof Library> {
  const before = props.filter((name) => name in globalThis);
  await loadWorkerPart();
  const library = await import("pdfjs-dist/legacy/build/pdf.mjs");
  for (const name of props) if (!before.includes(name)) Reflect.deleteProperty(globalThis, name);
  return library;
}

/** In a worker it would take over the messages of ours, were it not for a window. */
async function loadWorkerPart(): Promise<void> {
  const isWorker = !("window" in globalThis) && "onmessage" in globalThis;
  if (isWorker)
    Object.defineProperty(globalThis, "window", { value: globalThis, configurable: true });
  try {
    // @ts-expect-error This part comes without types.
    await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  } finally {
    if (isWorker) Reflect.deleteProperty(globalThis, "window");
  }
}
