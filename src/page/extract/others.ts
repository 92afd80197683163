import { isLostPart } from "../../dom/index.ts";
import { documentErrorWords } from "../../documents/index.ts";
import {
  isConfirmed,
  type Claim,
  type Figure,
  type Line,
  type ReadReport,
} from "../../review/index.ts";
import { button, type Context } from "./context.ts";
import type { ComparedView } from "./compared.ts";

/** What another extractor found in the report: where it comes in, and how it stands to ours. */
export interface Others {
  readonly element: HTMLElement;
  take(file: File): void;
  /** Something was decided: what is in the review already may be another. */
  update(): void;
}

export interface OthersOptions {
  readonly report: ReadReport;
  readonly figures: () => readonly Figure[];
  /** Aborted when the report is closed. */
  readonly signal: AbortSignal;
  readonly onShow: (stretch: Line) => void;
  readonly onPick: (factId: string) => void;
  readonly onTake: (claim: Claim, origin: string) => void;
}

export function othersView(context: Context, options: OthersOptions): Others {
  const { build, t } = context;
  const { html } = build;
  const place = html("div", { class: "compared" });
  const said = html("p", { class: "said", role: "status" });
  const title = html("h3", { id: "others-title", tabindex: -1 }, t("others.title"));
  let view: ComparedView | null = null;
  /** The last file that was given, and what was told of it. */
  let turn = 0;

  const compare = async (file: File, answers: Readonly<Record<string, string>>): Promise<void> => {
    const own = ++turn;
    said.textContent = t("others.working", file.name);
    const { id, text, sha256, head } = options.report;
    const report = { id, text, sha256, head };
    const [{ comparedView }, found] = await Promise.all([
      import("./compared.ts"),
      context.compare({ report, file, answers }),
    ]);
    if (own !== turn || options.signal.aborted) return;
    view = comparedView(context, found, {
      ...options,
      origin: file.name,
      onAnswer: (name, metricId) => run(file, { ...answers, [name]: metricId }),
    });
    place.replaceChildren(...view.elements);
    said.textContent = t("others.compared", file.name);
  };
  const run = (file: File, answers: Readonly<Record<string, string>> = {}): void => {
    void compare(file, answers).then(
      () => title.focus(),
      (error: unknown) => {
        if (isLostPart(error) || options.signal.aborted) return;
        said.textContent = documentErrorWords(context.language, error, file.name);
      },
    );
  };
  const choose = button(context, t("others.choose"), () => pickFile(build.document, run), {
    "data-do": "annotations",
  });
  const element = html(
    "section",
    { class: "others", "aria-labelledby": "others-title" },
    title,
    html("p", { class: "note" }, t("others.lead")),
    html("div", { class: "figure-actions" }, choose),
    said,
    place,
    savingLine(context, options, said),
  );
  return { element, take: (file) => run(file), update: () => view?.update() };
}

function pickFile(document: Document, onFile: (file: File) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".jsonl,.ndjson,.json,.jsonld,.csv,.tsv,.txt";
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    if (file) onFile(file);
  });
  input.click();
}

/** Confirmed figures in the formats that are read here. */
function savingLine(context: Context, options: OthersOptions, said: HTMLElement): HTMLElement {
  const { build, t } = context;
  const { html } = build;
  const save = async (format: "langextract" | "web_annotation" | "csv"): Promise<void> => {
    const facts = options
      .figures()
      .filter(isConfirmed)
      .map(({ fact }) => fact);
    if (facts.length === 0) {
      said.textContent = t("compare.none");
      return;
    }
    const { saveAnnotations } = await import("./save-annotations.ts");
    saveAnnotations(context, options.report, facts, format);
    said.textContent = t("others.saved", facts.length);
  };
  const one = (format: "langextract" | "web_annotation" | "csv") =>
    button(context, t(`others.as.${format}`), () => void save(format).catch(ignoreLost), {
      "data-save": format,
    });
  return html(
    "div",
    { class: "figure-actions save-annotations", role: "group", "aria-label": t("others.save") },
    html("span", { class: "note" }, t("others.save")),
    one("langextract"),
    one("web_annotation"),
    one("csv"),
  );
}

/** A part that did not come is told by the page itself. */
function ignoreLost(error: unknown): void {
  if (!isLostPart(error)) throw error;
}
