import type { FigureContext } from "../context.ts";
import type { Observation } from "../observation.ts";
import type { Arrangement } from "../panels.ts";
import type { ChartSpec } from "../spec.ts";

/** What a figure is arranged from. */
export interface FigureInput {
  readonly spec: ChartSpec;
  readonly observations: readonly Observation[];
  /** The reader wants on one axis what the rules keep apart. */
  readonly together: boolean;
  /** Regions that the reader wants on top, by id; none by default. */
  readonly pinned?: readonly string[];
  readonly context: FigureContext;
}

/** The rows of a figure as a type arranges them. */
export interface Arranged<Body> {
  readonly body: Body;
  /** The sets that stand side by side, by which caveats are judged; none where nothing is compared. */
  readonly arrangements: readonly Arrangement[];
}

/** What is said of a figure in place of its picture, apart from who has no figure. */
export interface Contents {
  /** Highest and lowest, first and last, counts: as much as the rules allow. */
  readonly found: readonly string[];
  /** What is not compared. */
  readonly apart: readonly string[];
  /** Why no line joins two figures, by region; none by default. */
  readonly breaks?: readonly string[];
}

/** How a chart draws its marks, so that its key explains what is there and nothing else. */
export interface DrawnForms {
  /** As bars, as symbols along an axis, or as symbols in a text or a table. */
  readonly as: "bars" | "axis" | "symbols";
  /** Squares stand without a word beside them. */
  readonly gaps: boolean;
}

/**
 * A chart type before it is drawn: how rows become what is shown, and how that is said. A type that
 * has these and a drawing has its picture, table, description and package.
 */
export interface FigureType<Body = unknown> {
  readonly name: string;
  /**
   * Where its values stand: on `axes` that the rules split, in `groups` that no reader joins, in
   * `time`, or by themselves.
   */
  readonly compares: "axes" | "groups" | "time" | "nothing";
  /** One mark a row, so that many rows cannot be read. */
  readonly drawsEachRow: boolean;
  /** Its rows can be found and pinned; false by default. */
  readonly hasPins?: boolean;
  /** What the key over it explains; absent where it draws no marks, or explains them itself. */
  readonly draws?: DrawnForms;
  /** True where the figure says all that its table would, or of so many rows that none is made. */
  readonly isTable: (spec: ChartSpec, rows: number) => boolean;
  readonly arrange: (input: FigureInput) => Arranged<Body>;
  readonly describe: (body: Body, input: FigureInput, arranged: Arranged<Body>) => Contents;
}
