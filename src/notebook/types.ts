import type { AmbientName } from "./javascript/names.ts";
import type { Shift } from "./javascript/place.ts";

/** A notebook file as cells; the file's bytes can be had back from it (docs/notebook-format.md). */
export interface Notebook {
  readonly front: FrontMatter;
  /** The front matter as written, fences included; "" where there is none. */
  readonly frontSource: string;
  readonly cells: readonly Cell[];
}

export interface FrontMatter {
  readonly title: string;
  readonly title_en: string;
  readonly description: string;
  readonly description_en: string;
  /** The name in the list of notebooks, where the title is too long for it. */
  readonly short_title?: string;
  readonly short_title_en?: string;
  /** Place in the list of notebooks; the lowest is the home page. */
  readonly order: number;
}

export type CellKind = "markdown" | "sql" | "chart" | "input" | "js";

export interface Cell {
  /** The name that others read: `id=…`, or `cell-N` counted from 1 where none is given. */
  readonly id: string;
  readonly kind: CellKind;
  /** Attributes after the language, in order. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Body between the fences; for markdown the text itself, without the mark `+++` after it. */
  readonly source: string;
  /** The bytes of the cell in the file, fences and trailing newlines included. */
  readonly raw: string;
  /** 1-based line of the body's first line in the file. */
  readonly line: number;
}

/** A node of rendered Markdown: text, an element, or a reference to a cell's value. */
export type Node = string | ElementNode | ReferenceNode;

export interface ElementNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}

/** `${name.column}` or `${name.key.column}` in text: one value of a query's result. */
export interface ReferenceNode {
  readonly reference: string;
  /** `["name","column"]` or `["name","key","column"]`. */
  readonly path: readonly string[];
}

/** A cell ready to run: nothing left to parse in the page. */
export type CompiledCell =
  | {
      readonly kind: "markdown";
      readonly id: string;
      readonly reads: readonly string[];
      readonly nodes: readonly Node[];
      /** Of each reference the line in the cell (from 0) and the column (from 1). */
      readonly places?: Readonly<Record<string, readonly [line: number, column: number]>>;
      readonly line: number;
    }
  | {
      readonly kind: "sql";
      readonly id: string;
      readonly reads: readonly string[];
      /** The statement with `${name}` replaced by `$1`, `$2` … */
      readonly sql: string;
      /** The name bound to each `$n`, in order. */
      readonly parameters: readonly string[];
      /** Ids of the sql cells that the statement reads as tables, in order of mention. */
      readonly tables: readonly string[];
      /** Seconds it may run; without, the engine's default. */
      readonly deadline?: number;
      readonly source: string;
      readonly line: number;
    }
  | {
      readonly kind: "chart";
      readonly id: string;
      readonly reads: readonly string[];
      /** Id of the sql cell whose rows it takes; null where it names none. */
      readonly data: string | null;
      readonly spec: Spec;
      /** Title, subtitle, note … as nodes, with their references. */
      readonly texts: Texts;
      readonly source: string;
      readonly line: number;
    }
  | {
      readonly kind: "input";
      readonly id: string;
      readonly reads: readonly string[];
      /** Id of the sql cell whose rows it takes; null where it names none. */
      readonly data: string | null;
      readonly spec: Spec;
      readonly source: string;
      readonly line: number;
    }
  | {
      readonly kind: "js";
      readonly id: string;
      /** Of its source, by which consent knows it. */
      readonly hash: string;
      readonly reads: readonly string[];
      /** What of the page it asks for, and runs again for: `width`, `theme`, `language`. */
      readonly ambient: readonly AmbientName[];
      /** Body of an asynchronous function, guarded against endless loops; its lines are the source's. */
      readonly body: string;
      /** What the guards add to the source. */
      readonly shifts: readonly Shift[];
      /** Seconds it may run, and be silent; null leaves both at their defaults. */
      readonly deadline: number | null;
      readonly source: string;
      readonly line: number;
    };

/** Texts of a spec as nodes, by key and language. */
export type Texts = Readonly<
  Record<string, { readonly zh: readonly Node[]; readonly en: readonly Node[] }>
>;

/** A YAML mapping, as parsed. */
export type Spec = Readonly<Record<string, unknown>>;

export interface CompiledNotebook {
  /** File name without `.md`. */
  readonly slug: string;
  readonly front: FrontMatter;
  readonly cells: readonly CompiledCell[];
}

/** A fault in a notebook file, with its place. */
export interface NotebookProblem {
  readonly message: string;
  readonly cell: string | null;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
}
