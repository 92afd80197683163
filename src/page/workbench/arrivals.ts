import type { Builder } from "../../dom/index.ts";
import { editorText } from "../../words/editor.ts";
import type { Language } from "../../domain/index.ts";
import { tablesRead, type Arriving } from "../../runtime/index.ts";

/** Tables on their way into the engine, while the notebook stands on the page already. */
export interface Arrivals {
  /** Where it is said how far each is; hidden when all are in. */
  readonly element: HTMLElement;
  /** What a statement has to wait for; null for nothing. */
  arriving(sql: string): Arriving | null;
  /** Brings them one after another; one that fails is told by `bring` itself. */
  start(bring: (name: string, onBytes: (bytes: number) => void) => Promise<void>): Promise<void>;
}

export function createArrivals(
  { html }: Builder,
  language: Language,
  names: readonly string[],
): Arrivals {
  const pending = new Map<string, { readonly done: Promise<void>; readonly settle: () => void }>();
  const lines = new Map<string, HTMLElement>();
  for (const name of names) {
    let settle = (): void => {};
    const done = new Promise<void>((resolve) => (settle = resolve));
    pending.set(name, { done, settle });
    lines.set(
      name,
      html("li", { "data-table": name }, editorText(language, "arrivals.waits", name)),
    );
  }
  const element = html(
    "div",
    { class: "band", "data-band": "arrivals", role: "status", hidden: names.length === 0 },
    html("ul", {}, [...lines.values()]),
  );
  const say = (name: string, bytes: number): void => {
    const line = lines.get(name);
    const megabytes = (bytes / 1e6).toFixed(1);
    if (line) line.textContent = editorText(language, "arrivals.reads", name, megabytes);
  };
  return {
    element,
    arriving(sql) {
      const tables = tablesRead(sql, [...pending.keys()]);
      if (tables.length === 0) return null;
      const all = tables.map((name) => pending.get(name)?.done);
      return { tables, arrived: Promise.all(all).then(() => {}) };
    },
    async start(bring) {
      for (const [name, { settle }] of [...pending]) {
        say(name, 0);
        await bring(name, (bytes) => say(name, bytes));
        pending.delete(name);
        lines.get(name)?.remove();
        settle();
      }
      element.hidden = true;
    },
  };
}
