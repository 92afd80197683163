import type {
  AuditRow,
  ChartSpec,
  Foldable,
  Lone,
  MatrixBody,
  Observation,
  PanelModel,
  RowGroup,
  Tile,
} from "../figures/index.ts";
import type { AuditScale } from "./audit-strip.ts";

/** Regions that the reader has pinned, where rows can be. */
type Pinned = readonly string[];

/** What has no figure, and how it is told. */
export interface AbsentItem {
  readonly observation: Observation;
  /** What a screen reader says. */
  readonly name: string;
  /** What stands beside its square. */
  readonly text: string;
}

/** A sample of a key of colours. */
export interface Swatch {
  readonly sample: SVGElement;
  /** Of the sample in px. */
  readonly width: number;
  readonly text: string;
}

/** What a line of text is, which decides how it is set. */
export type LineRole =
  "panel" | "header" | "detail" | "subtitle" | "key" | "incomplete" | "summed" | "empty";

/**
 * What a chart is made of, from top to bottom. A chart type gives blocks; the page makes elements
 * of them and a picture sets them, so that neither reads the other. Only a `drawing` is drawn for
 * its medium: everything else is data.
 */
export type Block =
  | { readonly kind: "group"; readonly name: GroupName; readonly blocks: readonly Block[] }
  | { readonly kind: "heading"; readonly text: string; readonly count?: number }
  /** A part that the page can fold; a picture shows all of it. */
  | { readonly kind: "fold"; readonly fold: Foldable; readonly blocks: readonly Block[] }
  /** Where the reader looks for a region among the rows; nothing outside a page. */
  | { readonly kind: "finder"; readonly id: string }
  | { readonly kind: "line"; readonly role: LineRole; readonly text: string }
  /** An `<svg>` with its size in px. */
  | { readonly kind: "drawing"; readonly svg: SVGElement }
  /** What the general grammar drew: an `<svg>`, or a figure around several. */
  | { readonly kind: "plot"; readonly element: Element }
  /**
   * Figures on no axis. Under a title, which names their places and unfolds them; in a fold, which
   * has the title, all of them, each to be pinned. A picture shows a few and how many more.
   */
  | {
      readonly kind: "alone";
      readonly title: string | null;
      /** Unfolded at once; false by default. */
      readonly isOpen?: boolean;
      readonly lones: readonly Lone[];
      readonly pinned?: Pinned;
    }
  | {
      readonly kind: "absent";
      readonly title: string;
      readonly items: readonly AbsentItem[];
      readonly pinned?: Pinned;
    }
  | { readonly kind: "breaks"; readonly texts: readonly string[] }
  | { readonly kind: "annotations"; readonly items: readonly NumberedText[] }
  | { readonly kind: "swatches"; readonly label: string | null; readonly items: readonly Swatch[] }
  | { readonly kind: "ranks"; readonly panel: PanelModel; readonly group: RowGroup }
  | { readonly kind: "tiles"; readonly tiles: readonly Tile[]; readonly spec: ChartSpec }
  | { readonly kind: "matrix"; readonly matrix: MatrixBody; readonly spec: ChartSpec }
  | { readonly kind: "table"; readonly observations: readonly Observation[] }
  | { readonly kind: "audits"; readonly rows: readonly AuditRow[]; readonly scale: AuditScale }
  | { readonly kind: "equal"; readonly rows: readonly AuditRow[] }
  | { readonly kind: "forms"; readonly observations: readonly Observation[] };

export type AloneBlock = Extract<Block, { readonly kind: "alone" }>;

export type GroupBlock = Extract<Block, { readonly kind: "group" }>;

/** Groups that a style sets apart. */
export type GroupName =
  | "plot"
  | "slope"
  | "trend"
  | "trend two"
  | "ranking"
  | "ranking groups"
  | "ranked"
  | "ranked not"
  | "panel"
  | "audit";

/** A text that a drawing refers to by its number. */
export interface NumberedText {
  readonly number: number;
  readonly text: string;
}

/** A block of no text is no block. */
export function line(role: LineRole, text: string | null): Block[] {
  return text === null || text === "" ? [] : [{ kind: "line", role, text }];
}

export function heading(text: string | null): Block[] {
  return text === null || text === "" ? [] : [{ kind: "heading", text }];
}

/** A block of a list, none where the list is empty. */
export function listed<T, B extends Block>(
  items: readonly T[],
  block: (items: readonly T[]) => B,
): Block[] {
  return items.length === 0 ? [] : [block(items)];
}
