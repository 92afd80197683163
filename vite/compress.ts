import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const compressible = /\.(?:html|js|css|csv|json|arrow|svg|md|txt|webmanifest)$/;
/** Asked for by readers, so their size counts; the others are downloads. */
const precious = /\.(?:html|js|css|arrow)$/;
/** Bytes up to which the best quality is used: it takes six times as long for 3 % less. */
const SMALL = 96 * 1024;

function quality(bytes: Buffer, name: string): number {
  if (!precious.test(name)) return 9;
  return bytes.length <= SMALL ? 11 : 10;
}

/** Files that are worked on at once: as many as Node has threads for it. */
const AT_ONCE = 4;

interface Compressed {
  readonly br: Buffer;
  readonly gz: Buffer;
}

async function compressed(bytes: Buffer, name: string): Promise<Compressed> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality(bytes, name) };
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(bytes, { params }),
    promisify(gzip)(bytes, { level: 9 }),
  ]);
  return { br, gz };
}

/** `.br` and `.gz` beside each text file, for hosts that serve what lies ready. */
export async function compress(folder: string): Promise<void> {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && compressible.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  // A frozen package holds what the latest does: the same bytes are compressed once.
  const known = new Map<string, Promise<Compressed>>();
  const work = async (): Promise<void> => {
    for (let file = files.pop(); file !== undefined; file = files.pop()) {
      const bytes = await readFile(file);
      const key = createHash("sha256").update(bytes).digest("hex");
      const result = known.get(key) ?? compressed(bytes, file);
      known.set(key, result);
      const { br, gz } = await result;
      await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
