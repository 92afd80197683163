import type { Fact, Identity, RegionLevel } from "../domain/index.ts";
import type { OpenReason, ProposedFact } from "../extract/index.ts";

/** A place of the administrative division, or one that only Fadu knows. */
export interface Division {
  readonly gb_code: string | null;
  /** 汕尾市. */
  readonly name: string;
  /** 汕尾. */
  readonly short: string;
  readonly level: RegionLevel;
}

/** The place that a report is about. */
export interface Place extends Division {
  /** Of its row in `regions`; `gb-CODE` where Fadu has none yet. */
  readonly region_id: string;
  /** Those in which it lies, the nearest first. */
  readonly around: readonly Division[];
}

/** What holds of a whole report; its figures take region and period over. */
export interface Head {
  readonly title: string | null;
  readonly agency: string | null;
  readonly docNumber: string | null;
  /** ISO. */
  readonly published: string | null;
  readonly place: Place | null;
  readonly start: string | null;
  readonly end: string | null;
}

/** A number of which nobody knows what it is. */
export interface OpenNumber {
  readonly start: number;
  readonly end: number;
  readonly clauseStart: number;
  readonly clauseEnd: number;
  /** Missing in what was kept before reasons were told. */
  readonly why?: OpenReason;
}

/** A note on a file: its code, and what fills its words. */
export interface ReportNote {
  readonly code: string;
  readonly values: readonly (string | number)[];
}

/** A report as it was read; it never changes. */
export interface ReadReport {
  readonly id: string;
  /** Of the file, or what stands for it. */
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
  /** What is to be known of the file, as the reader of documents has it. */
  readonly notes: readonly ReportNote[];
  readonly head: Head;
  /** Other places of which it states figures. */
  readonly others: readonly Place[];
  /** Last day of its own period: stocks are as of it. */
  readonly asOf: string | null;
  /** In the order of the text. */
  readonly facts: readonly ProposedFact[];
  readonly open: readonly OpenNumber[];
  /** How many numbers the text has. */
  readonly numbers: number;
  /** Identities that the figures suggest. */
  readonly identities: readonly Identity[];
  /** An example for each rule that found something. */
  readonly rules: Readonly<Record<string, string>>;
}

/** The columns of a figure that whoever reviews may correct. */
export const correctable = [
  "metric_id",
  "value",
  "unit",
  "value_text",
  "qualifier",
  "period_start",
  "period_end",
  "period_basis",
  "scope",
  "subset",
  "count_basis",
  "baseline",
  "status",
  "authority",
  "channel",
  "accident",
  "confiscations",
  "counted_as",
  "unit_inferred",
  "note",
  "note_zh",
  "evidence",
  "evidence_start",
  "evidence_end",
  "value_start",
  "value_end",
] as const satisfies readonly (keyof Fact)[];

export type Correctable = Pick<Fact, (typeof correctable)[number]>;
export type Changes = Partial<Correctable>;

/** What was decided of a figure. */
export interface Decision {
  readonly verdict: "confirmed" | "rejected";
  /** What was corrected; empty where the figure was right. */
  readonly changes: Changes;
}

/** A figure that somebody found in the text, or that another extractor proposes. */
export interface AddedFigure {
  readonly id: string;
  readonly columns: Correctable;
  /** Whose it is: the name of a file of annotations. None for what somebody found here. */
  readonly origin?: string;
  /** It is proposed only: nobody stands for it yet. */
  readonly isWaiting?: boolean;
}

/** Everything that was decided of a report: what is kept, and what undo goes back through. */
export interface Decisions {
  /** By the id of the proposal. */
  readonly figures: Readonly<Record<string, Decision>>;
  readonly added: readonly AddedFigure[];
  /** Where open numbers begin that were found to count nothing. */
  readonly dismissed: readonly number[];
  readonly head: Partial<Head>;
}

export const undecided: Decisions = { figures: {}, added: [], dismissed: [], head: {} };

/** Where a figure stands: `corrected` and `added` are confirmed too. */
export const figureStates = ["proposed", "confirmed", "corrected", "added", "rejected"] as const;
export type FigureState = (typeof figureStates)[number];

/** A figure as it is now. */
export interface Figure {
  readonly id: string;
  readonly state: FigureState;
  readonly fact: Fact;
  /** Null for one that our own rules did not find. */
  readonly proposal: ProposedFact | null;
  /** The file of annotations that it came from; null for none. */
  readonly origin: string | null;
}
