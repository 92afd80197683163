import { createEngine, insertTables, openDuckdb } from "../../engine/index.ts";
import { status } from "../shell/status.ts";
import { running, type Page } from "./page.ts";

/** The engine of a page, with the line in its head that says how far it is. */
export type PageEngine = ReturnType<typeof createPageEngine>;

/** `onStart`: the reader asked for it, by the button of the line. */
export function createPageEngine(page: Page, onStart: () => void) {
  const line = status(page.document, page.language, onStart);
  page.document.querySelector(".masthead .engine")?.replaceWith(line.element);
  const engine = createEngine({
    open: openDuckdb,
    load: async (connection, onProgress) => {
      const [{ tables, archive }, { viewDefinitions }] = await Promise.all([
        page.data(onProgress),
        running(),
      ]);
      await insertTables(connection, tables, { definitions: viewDefinitions(archive) });
    },
    onState: (state, error) => line.state(state, error),
    onProgress: (progress) => line.progress(progress),
  });
  return {
    engine,
    line,
    /** Settles when it has answered a first query. */
    async start(): Promise<void> {
      const started = engine.start();
      // What draws is wanted after the engine, which is far larger, and comes while it starts.
      void running().catch(() => {});
      // The tables arrive while the engine starts; what fails shows where they are asked for.
      void page.data().catch(() => {});
      await started;
      await engine.query("SELECT count(*) FROM facts");
      performance.mark("fadu:engine-ready");
    },
  };
}
