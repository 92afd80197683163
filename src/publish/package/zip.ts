import { concatenate } from "../../bytes/index.ts";
import { Zip, ZipDeflate } from "fflate";
import type { PackageFiles } from "./package.ts";

/** What is compressed without a pause, in bytes: a few milliseconds. */
const SLICE = 65_536;

/** The same for every file, so that the same package gives the same bytes; none is older in a zip. */
const TIME = new Date(1980, 0, 1);

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Steps of plain names only: nothing that leads upward, to a root or to a drive. */
function checked(path: string): string {
  if (!/^[\w-]+(?:\.[\w-]+)*(?:\/[\w-]+(?:\.[\w-]+)*)*$/.test(path))
    throw new Error(`invalid path: ${path}`);
  return path;
}

const bytesOf = (file: string | Uint8Array): Uint8Array =>
  typeof file === "string" ? new TextEncoder().encode(file) : file;

export interface ZipOptions {
  /** The folder that holds all files, as `packageName` gives it. */
  readonly folder: string;
  /** Told the share that is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Lets others run between two slices; by default a task of its own. */
  readonly breathe?: () => Promise<void>;
}

/**
 * Packs the files of a package into one zip, a slice at a time, so that the page is not held.
 * The same files give the same bytes. Rejects with `invalid path: …`.
 */
export async function zipOf(
  files: PackageFiles,
  options: ZipOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const { folder, onProgress, breathe = pause } = options;
  const entries = [...files].map(([path, file]) => [checked(path), bytesOf(file)] as const);
  const total = entries.reduce((sum, [, { length }]) => sum + length, 0);
  const chunks: Uint8Array[] = [];
  let fault: Error | null = null;
  const zip = new Zip((error, chunk) => (error ? (fault = error) : chunks.push(chunk)));
  let done = 0;
  for (const [path, bytes] of entries) {
    const entry = new ZipDeflate(`${folder}/${path}`, { level: 6 });
    entry.mtime = TIME;
    zip.add(entry);
    for (let at = 0; at === 0 || at < bytes.length; at += SLICE) {
      const slice = bytes.subarray(at, at + SLICE);
      entry.push(slice, at + SLICE >= bytes.length);
      if (fault) throw fault;
      onProgress?.((done += slice.length) / (total || 1));
      await breathe();
    }
  }
  zip.end();
  return concatenate(chunks);
}
