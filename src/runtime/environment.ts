import type { Sandbox, SandboxOptions, Theme } from "../sandbox/index.ts";
import type { ChartContext, Variant } from "../charts/index.ts";
import type { Child } from "../dom/index.ts";
import type { Connector } from "../engine/index.ts";
import type { Language } from "../domain/index.ts";
import type { CompiledCell } from "../notebook/index.ts";
import type { Consent } from "./consent.ts";
import type { CellState } from "./state.ts";

/** What a notebook runs in: the page gives it its own, the build another. */
export interface Environment {
  readonly document: Document;
  readonly connector: Connector;
  readonly catalogue: ChartContext["catalogue"];
  readonly language: Language;
  /** Which drawings a figure holds: both at build, in the page the one that fits its place. */
  readonly variants: (container: Element) => readonly Variant[];
  readonly state: "static" | "live";
  /** Inputs that the address sets, as text. */
  readonly inputs: Readonly<Record<string, string>>;
  /** An input was changed by the reader; `text` is null at its default. */
  readonly onInput?: (id: string, text: string | null) => void;
  /** Ids of the charts that show on one axis what the rules keep apart; none by default. */
  readonly together?: readonly string[];
  /** The reader chose so, or back. Without a listener no chart offers it. */
  readonly onTogether?: (id: string, together: boolean) => void;
  /** Regions that the reader keeps on top in charts of all regions, by id; none by default. */
  readonly pinned?: readonly string[];
  /** The reader chose them. Without a listener no chart offers it. */
  readonly onPinned?: (pinned: readonly string[]) => void;
  /** What a reader can do with a chart, in a row below it; nothing by default. */
  readonly actions?: (id: string, context: ChartContext) => Child;
  /** The address set an input to what is none of its choices. */
  readonly onInvalidInput?: (id: string, text: string) => void;
  /**
   * The element that a cell's output fills, for whoever arranges the cells; asked again on every
   * update. Nothing else may stand in it. Default: places of the runtime's own in `root`.
   */
  readonly place?: (cell: CompiledCell) => Element;
  /** Shows the result of every sql cell; false by default: then only what is read is run. */
  readonly showQueries?: boolean;
  /** A cell is in another state; `pending` is told after 150 ms, so that nothing flickers. */
  readonly onCell?: (id: string, state: CellState) => void;
  /** Where JavaScript cells run; without it they are shown as source, and wait for the live page. */
  readonly sandboxes?: Sandboxes;
  /** The tables that a statement has to wait for, as they are on their way into the engine. */
  readonly arriving?: (sql: string) => Arriving | null;
  /** What of the notebook's JavaScript may run. */
  readonly consent: Consent;
}

export interface Arriving {
  readonly tables: readonly string[];
  /** Settles when they are in, or cannot be. */
  readonly arrived: Promise<void>;
}

/** Makes sandboxes, and knows the theme that they follow. */
export interface Sandboxes {
  open(options: Omit<SandboxOptions, "document" | "url" | "code">): Sandbox;
  theme(): Theme;
  /** @returns ends the listening */
  onTheme(listener: () => void): () => void;
}

/** Names of the runtime's own variables; `$` keeps them apart from cell ids. */
export const own = {
  connector: "$connector",
  context: "$context",
  variants: "$variants",
  together: "$together",
  /** Regions on top, in all charts alike. */
  pinned: "$pinned",
  /** The general grammar of charts, loaded when a chart first needs it. */
  grammar: "$grammar",
  /** The whole answer of an sql cell; its rows bear the cell's id. */
  table: "$table",
  /** The value of an input, or why it has none; the value alone bears the cell's id. */
  value: "$value",
  /** One run of a js cell; its value bears the cell's id. */
  code: "$code",
} as const;
