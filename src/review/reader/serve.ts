import {
  extract,
  lexiconExamples,
  registryOf,
  type Extraction,
  type DivisionRegistry,
} from "../../extract/index.ts";
import type { OpenNumber, Place } from "../index.ts";
import { DocumentError, type DocumentText } from "../../documents/index.ts";
import type { Steps } from "./documents.ts";
import { findPlaces, placeById, placeOf } from "./places.ts";
import type { Answer, Comparing, Known, Request, Rest, RowsOfTable } from "./protocol.ts";

/** Figures or rows in one message: some ms of the page's time. */
const PORTION = 200;
/** Open numbers that are told at most; a text with more is none of ours. */
const MOST_OPEN = 2000;

interface Catalogue extends Known {
  readonly divisions: DivisionRegistry;
}

/** Reads reports and finds places, in whatever thread it runs. */
export function serveReader(
  answer: (answer: Answer) => void,
  documentOf: (file: Blob, name: string, steps: Steps) => Promise<DocumentText>,
): (request: Request) => void {
  let told: Known | undefined;
  let catalogue: Promise<Catalogue> | undefined;
  const work = async (request: Request): Promise<void> => {
    if (request.kind === "know") {
      told = request.known;
      return;
    }
    const { job } = request;
    if (request.kind === "stream")
      return answer({ kind: "stream", job, stream: await streamOf(request) });
    if (!told) throw new Error("missing catalogue");
    const known = await (catalogue ??= open(told));
    if (request.kind === "places")
      return answer({ kind: "places", job, places: findPlaces(request.query, known) });
    if (request.kind === "compare") {
      const { rows, ...rest } = await compare(request, known);
      inPortions(rows, (some) => answer({ kind: "rows", job, rows: some }));
      return answer({ kind: "compared", job, rest });
    }
    const document = await documentOf(request.file, request.name, {
      onBegin: () => answer({ kind: "begun", job }),
      onProgress: rarely((share) => answer({ kind: "progress", job, share })),
    });
    // Its figures are another stretch of work.
    answer({ kind: "begun", job });
    const report = read(document, known);
    answer({ kind: "report", job, rest: report.rest });
    inPortions(report.facts, (facts) => answer({ kind: "facts", job, facts }));
    answer({ kind: "done", job });
  };
  return (request) => {
    // The library of PDF speaks through the same door to a part of its own.
    if (!kinds.includes(request.kind)) return;
    void work(request).catch((error: unknown) => {
      const job = "job" in request ? request.job : -1;
      const isOurs = error instanceof DocumentError;
      const value = isOurs ? error.value : String(error);
      answer({ kind: "failed", job, code: isOurs ? error.code : "failed", value });
    });
  };
}

function inPortions<T>(all: readonly T[], tell: (some: readonly T[]) => void): void {
  for (let at = 0; at < all.length; at += PORTION) tell(all.slice(at, at + PORTION));
}

/** The report is read again: the page keeps of its numbers only those that are not understood. */
async function compare({ report, file, answers }: Comparing, known: Catalogue) {
  const { annotationText, compareFile } = await import("./compare.ts");
  const { id: reportId, text, sha256, head } = report;
  const { title, published } = head;
  const extraction = extract({ reportId, text, sha256, title, published }, known);
  const { metrics } = known;
  return compareFile(await annotationText(file), text, extraction, { metrics, answers });
}

/** Not more often than somebody can wait for. */
function rarely(tell: (share: number) => void): (share: number) => void {
  let last = 0;
  return (share) => {
    const now = performance.now();
    if (now - last < 50) return;
    last = now;
    tell(share);
  };
}

const kinds: readonly string[] = [
  "know",
  "read",
  "places",
  "compare",
  "stream",
] satisfies readonly Request["kind"][];

/** What writes Arrow comes with the first table: only who compares needs it. */
async function streamOf({ columns, rows }: RowsOfTable): Promise<Uint8Array> {
  const { toArrowStream } = await import("../../engine/ipc.ts");
  return toArrowStream(columns, rows);
}

/** The division comes with the first report. */
async function open(known: Known): Promise<Catalogue> {
  const { areaList } = await import("@vant/area-data");
  return { ...known, divisions: registryOf(areaList as never) };
}

function read(document: DocumentText, known: Catalogue) {
  const { text, sha256, name, title, published, notes } = document;
  const reportId = `my-${sha256.slice(0, 10)}`;
  const extraction = extract({ reportId, text, sha256, title, published }, known);
  const { heading, frame, facts, numbers, checks } = extraction;
  const rest: Rest = {
    ...{ id: reportId, name, text, sha256 },
    notes,
    head: {
      title: heading.title,
      agency: heading.agency,
      docNumber: heading.docNumber,
      published: heading.published,
      place: placeOf(extraction.region, known),
      start: frame.start,
      end: frame.end,
    },
    others: othersIn(extraction, known),
    asOf: frame.asOf,
    open: openOf(extraction),
    numbers: numbers.length,
    identities: checks.map(({ identity }) => identity),
    rules: rulesOf(extraction),
  };
  return { rest, facts };
}

/** Places of figures that are not the report's own. */
function othersIn({ facts, region }: Extraction, known: Catalogue): Place[] {
  const ids = new Set(facts.map(({ fact }) => fact.region_id));
  ids.delete(region?.region_id ?? "unknown");
  return [...ids].flatMap((id) => placeById(id, known) ?? []);
}

function openOf({ numbers }: Extraction): OpenNumber[] {
  return numbers
    .filter(({ fate }) => fate === "open")
    .slice(0, MOST_OPEN)
    .map(({ start, end, clause, why }) => ({
      ...{ start, end, why: why === "range" ? why : "no_rule" },
      clauseStart: clause.start,
      clauseEnd: clause.end,
    }));
}

function rulesOf({ facts }: Extraction): Record<string, string> {
  const used = new Set(facts.map(({ rule }) => rule));
  return Object.fromEntries(
    lexiconExamples
      .filter(({ rule }) => used.has(rule))
      .map(({ rule, example }) => [rule, example]),
  );
}
