import type { ReadCMap } from "./types.ts";

/** Where the site keeps the character maps of the package; each is fetched when a PDF asks for it. */
const places = import.meta.glob<string>("/node_modules/pdfjs-dist/cmaps/*.bcmap", {
  query: "?url&no-inline",
  import: "default",
  eager: true,
});

/** Character maps from the site itself. */
export const readCMap: ReadCMap = async (name) => {
  const place = places[`/node_modules/pdfjs-dist/cmaps/${name}`];
  if (place === undefined) throw new Error(`missing character map: ${name}`);
  const response = await fetch(new URL(place, import.meta.url));
  if (!response.ok) throw new Error(`missing character map: ${name}`);
  return new Uint8Array(await response.arrayBuffer());
};
