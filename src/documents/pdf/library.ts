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
  // @ts-expect-error This part comes without types.
  await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  const library = await import("pdfjs-dist/legacy/build/pdf.mjs");
  for (const name of props) if (!before.includes(name)) Reflect.deleteProperty(globalThis, name);
  return library;
}
