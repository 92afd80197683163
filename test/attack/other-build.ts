import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Served } from "../../scripts/serve.ts";
import { openBadHost, type BadHost } from "./host.ts";

const folder = join(import.meta.dirname, "../../dist/data");

/** The mark at the end of an Arrow stream. */
const END = 8;

/**
 * A table with another byte in it that means nothing, in what fills its last column up to the end
 * mark: as sound as the one of this build. One without such a byte is the same in both.
 */
export function otherTable(bytes: Buffer): Buffer {
  const other = Buffer.from(bytes);
  const place = other.length - END - 1;
  if (other[place] === 0) other[place] = 1;
  return other;
}

const hash = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

/** Of each table, its hash in this build and in the other. */
const hashes: readonly (readonly [string, string])[] = readdirSync(folder)
  .filter((name) => name.endsWith(".arrow"))
  .map((name) => readFileSync(join(folder, name)))
  .map((bytes) => [hash(bytes), hash(otherTable(bytes))]);

/** What the build names by its content, but for the engine. */
const named = /-[\w-]{8}(?=\.(?:js|css)\b)/g;

function rewrite(text: string): string {
  const renamed = text
    .replace(named, "$&~2")
    .replace(/,integrity:"[^"]*"/g, "")
    .replace("<html ", '<html data-build="2" ');
  return hashes.reduce((whole, [ours, theirs]) => whole.replaceAll(ours, theirs), renamed);
}

/** The site as a later build: every script has another name, every table other bytes. */
export function openOtherBuild(site: Served): Promise<BadHost> {
  return openBadHost(site, async (path, answer) => {
    if (path.endsWith(".arrow")) return { ...answer, body: otherTable(answer.body) };
    if (/\.(?:bin|woff2|worker\.js)$/.test(path)) return answer;
    if (!/^assets\/.*-[\w-]{8}(?:~2)?\.(?:js|css)$/.test(path))
      return answer.status === 200 ? { ...answer, body: text(answer.body) } : answer;
    if (!path.includes("~2")) return { ...answer, status: 404, body: Buffer.from("gone") };
    const response = await fetch(new URL(path.replace("~2", ""), site.url));
    return {
      status: response.status,
      headers: { "content-type": response.headers.get("content-type") ?? "" },
      body: text(Buffer.from(await response.arrayBuffer())),
    };
  });
}

function text(body: Buffer): Buffer {
  return Buffer.from(rewrite(body.toString()));
}
