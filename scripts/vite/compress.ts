import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Kept } from "./kept.ts";

const compressible = /\.(?:html|js|css|csv|json|arrow|svg|md|txt|webmanifest)$/;
/** Asked for by readers, so their size counts; the others are downloads. */
const precious = /\.(?:html|js|css|arrow)$/;
/** Bytes up to which the best quality is used: it takes six times as long for 3 % less. */
const SMALL = 96 * 1024;
/** Hundreds of pages, of regions and frozen: the best quality would cost a minute for some bytes. */
const many =
  /[\\/](?:regions[\\/][^\\/]+|embed[\\/][^\\/]+[\\/][\da-f]{8}(?:[\\/]en)?)[\\/]index\.html$/;
/** Quality 9 saves 2 % and takes a hundred times as long, since it clears megabytes for each file. */
const QUICK = 5;

function quality(bytes: Buffer, name: string): number {
  if (!precious.test(name) || many.test(name)) return QUICK;
  return bytes.length <= SMALL ? 11 : 10;
}

/** Files that are worked on at once: as many as Node has threads for it. */
const AT_ONCE = 4;

interface Compressed {
  readonly br: Uint8Array;
  readonly gz: Uint8Array;
}

/** What the bytes depend on besides the file: Node brings both encoders along. */
const encoders = `${process.versions["brotli"] ?? ""} ${process.versions.zlib}`;

async function compressed(bytes: Buffer, name: string, kept: Kept): Promise<Compressed> {
  const level = quality(bytes, name);
  const params = { [constants.BROTLI_PARAM_QUALITY]: level };
  const [br, gz] = await Promise.all([
    kept.of(["br", encoders, String(level), bytes], () =>
      promisify(brotliCompress)(bytes, { params }),
    ),
    kept.of(["gz", encoders, "9", bytes], () => promisify(gzip)(bytes, { level: 9 })),
  ]);
  return { br, gz };
}

/** `.br` and `.gz` beside each text file, for hosts that serve what lies ready. */
export async function compress(folder: string, kept: Kept): Promise<void> {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && compressible.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const work = async (): Promise<void> => {
    for (let file = files.pop(); file !== undefined; file = files.pop()) {
      const { br, gz } = await compressed(await readFile(file), file, kept);
      await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
