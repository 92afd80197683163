import { DocumentError } from "../../documents/index.ts";
import type { Extraction, ProposedFact } from "../../extract/index.ts";
import {
  checkAnnotations,
  compareAnnotations,
  importAnnotations,
  statedColumns,
  type AnnotatedText,
  type Annotation,
  type CheckedAnnotation,
  type Comparison,
  type MetricAnswers,
  type PlaceColumn,
  type RefusedRecord,
} from "../../extract/annotations/index.ts";
import type { Metric } from "../../domain/index.ts";
import { decode, encodingOf } from "../../files/index.ts";

/** One number as both read it; of our figure only its id, since the page has the figure. */
export interface ComparedRow extends Omit<Comparison, "theirs" | "ours"> {
  readonly theirs:
    | (CheckedAnnotation & {
        /** Columns of `facts` that it fills. */
        readonly stated: Readonly<Partial<Record<PlaceColumn, string>>>;
      })
    | null;
  readonly ours: string | null;
}

/** A file of annotations beside our own reading of the report. */
export interface ComparedFile {
  readonly rows: readonly ComparedRow[];
  /** Records that are none, with the reason. */
  readonly refused: readonly RefusedRecord[];
  /** Records about other texts, which are left out. */
  readonly elsewhere: number;
}

/** MB of a file of annotations at most: a record has some hundred bytes. */
const mostMegabytes = 32;

export async function annotationText(file: Blob): Promise<string> {
  if (file.size > mostMegabytes << 20) throw new DocumentError("too_large", String(mostMegabytes));
  const { encoding } = await encodingOf(file);
  let text = "";
  for await (const piece of decode(file, encoding)) text += piece;
  return text;
}

export function compareFile(
  file: string,
  text: string,
  extraction: Pick<Extraction, "facts" | "numbers">,
  { metrics, answers }: { readonly metrics: readonly Metric[]; readonly answers: MetricAnswers },
): ComparedFile {
  const { annotations, refused, texts } = importAnnotations(file);
  const own = annotations.filter(isAbout(text, texts));
  const checked = checkAnnotations(own, text, { metrics, answers });
  const { rows } = compareAnnotations(checked, extraction);
  return { rows: rows.map(rowOf), refused, elsewhere: annotations.length - own.length };
}

/**
 * A file may hold the annotations of many reports, each with its text: those of other texts are set
 * aside, unless none of the texts is ours. Then the file may have another form of it.
 */
function isAbout(text: string, texts: readonly AnnotatedText[]): (one: Annotation) => boolean {
  const others = texts.filter((one) => one.text.trim() !== text.trim());
  if (others.length === texts.length) return () => true;
  const names = new Set(others.map(({ document }) => document));
  return ({ source }) => !names.has(source.document);
}

function rowOf({ theirs, ours, ...row }: Comparison): ComparedRow {
  return { ...row, theirs: theirs && statedIn(theirs), ours: idOf(ours) };
}

const idOf = (ours: ProposedFact | null): string | null => ours?.fact.fact_id ?? null;

function statedIn(theirs: CheckedAnnotation): NonNullable<ComparedRow["theirs"]> {
  return { ...theirs, stated: statedColumns(theirs.annotation.attributes).columns };
}
