import type { Metric, Region, Theme } from "../../domain/index.ts";
import type { Column, Row } from "../../engine/index.ts";
import type { MetricAnswers } from "../../extract/annotations/index.ts";
import type { ProposedFact } from "../../extract/index.ts";
import type { Place, ReadReport } from "../index.ts";
import type { ComparedFile, ComparedRow } from "./compare.ts";
import type { DocumentErrorCode } from "../../documents/index.ts";

/** What is known before a text is read. */
export interface Known {
  readonly metrics: readonly Metric[];
  readonly themes: readonly Theme[];
  readonly regions: readonly Region[];
}

/** Rows with the columns of their table. */
export interface RowsOfTable {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** A file that another extractor made, and the report that it is about. */
export interface Comparing {
  readonly report: Pick<ReadReport, "id" | "text" | "sha256" | "head">;
  readonly file: Blob;
  /** Which metric is meant by names that are not known. */
  readonly answers: MetricAnswers;
}

export type Request =
  | { readonly kind: "know"; readonly known: Known }
  | { readonly kind: "read"; readonly job: number; readonly file: Blob; readonly name: string }
  | { readonly kind: "places"; readonly job: number; readonly query: string }
  | ({ readonly kind: "compare"; readonly job: number } & Comparing)
  | ({ readonly kind: "stream"; readonly job: number } & RowsOfTable);

/** A report without its figures, which come in portions: none holds the page for long. */
export type Rest = Omit<ReadReport, "facts">;

export type Answer =
  /** What reads the file is there: from now on it is the file that takes time. */
  | { readonly kind: "begun"; readonly job: number }
  /** How much of the file has been read, from 0 to 1. */
  | { readonly kind: "progress"; readonly job: number; readonly share: number }
  | { readonly kind: "report"; readonly job: number; readonly rest: Rest }
  | { readonly kind: "facts"; readonly job: number; readonly facts: readonly ProposedFact[] }
  | { readonly kind: "done"; readonly job: number }
  | {
      readonly kind: "failed";
      readonly job: number;
      readonly code: DocumentErrorCode;
      readonly value: string;
    }
  /** Rows come in portions, before the rest. */
  | { readonly kind: "rows"; readonly job: number; readonly rows: readonly ComparedRow[] }
  | { readonly kind: "compared"; readonly job: number; readonly rest: Omit<ComparedFile, "rows"> }
  | { readonly kind: "places"; readonly job: number; readonly places: readonly Place[] }
  | { readonly kind: "stream"; readonly job: number; readonly stream: Uint8Array }
  /** The worker itself failed: nothing more will come. */
  | { readonly kind: "lost"; readonly message: string };
