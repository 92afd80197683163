import type { PassOptions } from "../../files/index.ts";
import { readXml, type XmlHandler } from "../../files/xml.ts";
import { checkNames, unzip, zipEntries, type ZipEntry } from "../../files/zip.ts";
import { limits } from "../limits.ts";
import { DocumentError } from "../types.ts";

/** The parts of a DOCX, each unpacked within limits when it is asked for. */
export interface Package {
  has(name: string): boolean;
  /** Reads a part; one that is not there has nothing in it. */
  read(name: string, handler: Partial<XmlHandler>): Promise<void>;
}

const MB = 1 << 20;

export async function openPackage(file: Blob, pass: PassOptions): Promise<Package> {
  const entries = await zipEntries(file);
  if (entries.length > limits.parts) throw new DocumentError("too_many", limits.parts);
  await checkNames(file, entries);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    has: (name) => byName.has(name),
    async read(name, { open = () => {}, close = () => {}, text = () => {} }) {
      const entry = byName.get(name);
      if (entry !== undefined)
        await readXml(unzip(file, entry, mostOf(entry), pass), { open, close, text });
    },
  };
}

/** A text shrinks to a tenth; what shrinks to a hundredth of that was made to fill a memory. */
function mostOf({ packed }: ZipEntry): number {
  return Math.min(limits.part, Math.max(MB, packed * limits.ratio));
}

/** The value of an attribute whatever its prefix is; "" for none. */
export function valueOf(attributes: Readonly<Record<string, string>>, name = "val"): string {
  const key = Object.keys(attributes).find((one) => one === name || one.endsWith(`:${name}`));
  return key === undefined ? "" : (attributes[key] ?? "");
}

/** The part that holds the document; by custom always the same. */
export async function mainPart(parts: Package): Promise<string> {
  let found = "word/document.xml";
  await parts.read("_rels/.rels", {
    open(name, attributes) {
      if (name !== "Relationship" || !valueOf(attributes, "Type").endsWith("/officeDocument"))
        return;
      found = valueOf(attributes, "Target").replace(/^\//, "");
    },
  });
  if (!parts.has(found)) throw new DocumentError("damaged", found);
  return found;
}
