import { SaxesParser } from "saxes";
import { FileError } from "./error.ts";

/** Elements by their names without prefix. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

/** Elements within elements. */
const deepest = 200;

const bare = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Reads XML as it comes; what is not well-formed is damage. Entities of its own it has none. */
export async function readXml(
  pieces: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
): Promise<void> {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on("opentag", ({ name, attributes }) => {
    if (++depth > deepest) throw new FileError("too_deep", deepest);
    handler.open(bare(name), attributes);
  });
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    handler.close(bare(name));
  });
  parser.on("text", handler.text);
  parser.on("cdata", handler.text);
  parser.on("error", (cause) => {
    throw new FileError("damaged", "xml", { cause });
  });
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const piece of pieces) parser.write(decoder.decode(piece, { stream: true }));
    parser.write(decoder.decode()).close();
  } catch (cause) {
    if (cause instanceof TypeError) throw new FileError("damaged", "encoding", { cause });
    throw cause;
  }
}
