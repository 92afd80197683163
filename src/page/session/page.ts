import { manifest } from "virtual:fadu-data";
import { notebooks } from "virtual:fadu-notebooks";
import { isLostPart } from "../../dom/index.ts";
import { loadTables } from "../../engine/index.ts";
import { archiveOf } from "../shell/archive.ts";
import { notice } from "../shell/notice.ts";
import { hasMine } from "../extract/mine.ts";
import { editSlug, extractSlug, type PageAddress } from "../shell/page-address.ts";
import { errorText } from "../shell/status.ts";
import { createLocation } from "./location.ts";

export type Running = typeof import("./running.ts");

/** As it changed while developing. */
let changed: Running | null = null;
/** Told of each change. */
const hearers = new Set<() => void>();

/** What makes a page live, once its engine is there. */
export const running = async (): Promise<Running> => changed ?? import("./running.ts");

/** Hears while developing that the code which runs and draws cells has changed. */
export function onRunningChange(hear: () => void): void {
  hearers.add(hear);
}

if (import.meta.hot)
  import.meta.hot.accept("./running.ts", (next) => {
    changed = next as unknown as Running;
    for (const hear of hearers) hear();
  });

/** What the parts of a live page share. */
export type Page = ReturnType<typeof createPage>;

export interface PageOptions {
  readonly root: URL;
  readonly place: PageAddress;
}

export function createPage({ root, place }: PageOptions) {
  const location = createLocation({ root, place });
  const isEditPage = place.slug === editSlug;
  const isExtractPage = place.slug === extractSlug;
  const say = (key: string, message: string): void =>
    notice(document, location.place.language, key, message);
  return {
    document,
    root,
    main: document.querySelector("main") ?? document.body,
    location,
    notebooks,
    /** The page of the reader's own notebooks, which has none of the repository. */
    isEditPage,
    /** The page that reads reports. */
    isExtractPage,
    /** The notebook of the page; none of the reader's own, and of a region. */
    entry: place.slug === null ? notebooks[0] : notebooks.find(({ slug }) => slug === place.slug),
    get language() {
      return location.place.language;
    },
    /** The tables, loaded once for all who ask. */
    data: dataOf(new URL("data/", root).href, { isOwn: !isExtractPage && hasMine() }),
    /** Says something at the top of the page, until the reader dismisses it. */
    notice: say,
    /** Says why something could not be done; of a part that did not come the page says it itself. */
    async attempt(key: string, work: () => Promise<void>): Promise<void> {
      try {
        await work();
      } catch (error) {
        if (!isLostPart(error)) say(key, errorText(location.place.language, error));
      }
    },
  };
}

/** One load for all who wait; a failed one is tried again by the next who asks. */
function dataOf(base: string, { isOwn }: { readonly isOwn: boolean }) {
  let loading: ReturnType<typeof load> | undefined;
  /** Who waits for the data, and wants to hear that they still come. */
  const waiting = new Set<() => void>();
  const load = async () => {
    const onBytes = (): void => waiting.forEach((arrived) => arrived());
    const shipped = await loadTables(manifest, base, { onBytes });
    const tables = isOwn
      ? await (await import("../extract/own-rows.ts")).withOwn(shipped)
      : shipped;
    return { tables, archive: archiveOf(tables) };
  };
  return async (onBytes: () => void = () => {}) => {
    waiting.add(onBytes);
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading.finally(() => waiting.delete(onBytes));
  };
}
