import { fileURLToPath } from "node:url";
import { tableToIPC } from "apache-arrow";
import { readData } from "../../scripts/data.ts";
import { archiveOf } from "../../src/page/shell/archive.ts";
import type { Connection } from "../../src/engine/index.ts";
import type { Archive } from "../../src/evidence/index.ts";
import type { OutFormat } from "../../src/data-files/formats.ts";
import { frameOf, writeFrame } from "../../src/data-files/write/index.ts";
import type { Environment } from "../../src/runtime/index.ts";
import { loaded, openViews } from "../../scripts/views.ts";
import { run, type Running } from "../runtime/world.ts";

interface Site {
  readonly connection: Connection;
  readonly archive: Archive;
}

async function openSite(): Promise<Site> {
  const { dataset } = await readData(fileURLToPath(new URL("../../data", import.meta.url)));
  const { connection } = await openViews(dataset);
  return { connection, archive: archiveOf(loaded(dataset)) };
}

let site: Promise<Site> | null = null;

/** A notebook on the page's own path: the engine with our tables, the runtime, what it draws. */
export async function shown(text: string, options: Partial<Environment> = {}): Promise<Running> {
  const { connection, archive } = await (site ??= openSite());
  const settings = { showQueries: true, catalogue: archive, language: "en", ...options } as const;
  const running = run(text, connection, settings);
  await running.settled;
  return running;
}

/** A result as a file, as the page's worker writes it. */
export async function exported(running: Running, id: string, format: OutFormat): Promise<Blob> {
  const table = await running.table(id);
  if (!table) throw new Error(`missing result: ${id}`);
  return writeFrame(frameOf([{ bytes: tableToIPC(table, "stream"), extra: [] }]), format);
}
