import { builder, type Child } from "../dom/index.ts";
import type { Fact, Language, Report } from "../domain/index.ts";
import { say } from "../words/index.ts";
import { examine } from "./drop.ts";
import { resolveSeveral, type Archive } from "./record.ts";
import { severalTitle, severalView } from "./several.ts";

export interface PanelOptions {
  readonly document: Document;
  readonly language: Language;
  readonly archive: Archive;
  /** Where the page of a region stands; left out where there are no such pages. */
  readonly regionHref?: (region_id: string) => string;
  /** Called when the reader closes the panel. */
  readonly onClose: () => void;
}

export interface Panel {
  readonly element: HTMLElement;
  /**
   * Shows the evidence of an id, or of several separated by spaces; false where one is unknown (the
   * panel then says so).
   */
  show(id: string): boolean;
}

const MAX_BYTES = 20_000_000;

/** The evidence viewer: an empty panel that shows the evidence of one mark at a time. */
export function openPanel({
  document,
  language,
  archive,
  regionHref,
  onClose,
}: PanelOptions): Panel {
  const build = builder(document);
  const { html } = build;
  const title = html("h2", { id: "evidence-title", tabindex: -1 }, say(language, "evidence.title"));
  const close = html(
    "button",
    { type: "button", class: "close", "aria-label": say(language, "evidence.close") },
    "×",
  );
  const body = html("div", { class: "body" });
  const element = html(
    "div",
    { "data-panel": "evidence", role: "dialog", "aria-labelledby": "evidence-title" },
    html("div", { class: "bar" }, title, close),
    body,
  );
  close.addEventListener("click", onClose);
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape") onClose();
  });
  const filePicker = (fact: Fact, report: Report) =>
    picker(build.document, language, archive, fact, report);
  return {
    element,
    show(id) {
      const several = resolveSeveral(archive, id);
      title.textContent = severalTitle(several, language);
      const context = { build, language, archive, filePicker, regionHref };
      body.replaceChildren(html("div", {}, severalView(context, several, id)));
      return several.known.length > 0 && several.unknown.length === 0;
    },
  };
}

function picker(
  document: Document,
  language: Language,
  archive: Archive,
  fact: Fact,
  report: Report,
): Child {
  const { html } = builder(document);
  const input = html("input", {
    type: "file",
    accept: ".txt,text/plain",
    class: "hidden-input",
  });
  const output = html("div", { class: "dropped", role: "status" });
  const zone = html(
    "div",
    { class: "drop" },
    html(
      "label",
      {},
      html("span", {}, say(language, "evidence.drop")),
      input,
      html("span", { class: "button" }, say(language, "evidence.choose")),
    ),
    output,
  );
  const take = (file: File | undefined) => {
    if (file) void read(file).then((result) => output.replaceChildren(result));
  };
  const read = async (file: File): Promise<HTMLElement> => {
    try {
      if (file.size > MAX_BYTES) throw new Error(`${file.size} > ${MAX_BYTES}`);
      const bytes = new Uint8Array(await file.arrayBuffer());
      return answer(document, language, archive, fact, report, file.name, bytes);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return html(
        "p",
        { class: "problem" },
        say(language, "evidence.unreadable", file.name, message),
      );
    }
  };
  input.addEventListener("change", () => take(input.files?.[0]));
  zone.addEventListener("dragover", (event) => event.preventDefault());
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    take(event.dataTransfer?.files[0]);
  });
  return zone;
}

function answer(
  document: Document,
  language: Language,
  archive: Archive,
  fact: Fact,
  report: Report,
  name: string,
  bytes: Uint8Array,
): HTMLElement {
  const { html } = builder(document);
  const titled = (r: Report) => `${r.title}`;
  const result = examine(bytes, fact, report, archive.reports.values());
  if (result.kind === "other")
    return html(
      "p",
      { class: "problem" },
      say(language, "evidence.wrong.other", titled(result.report), titled(report)),
    );
  if (result.kind === "unknown")
    return html(
      "p",
      { class: "problem" },
      say(
        language,
        "evidence.wrong.unknown",
        name,
        result.sha256.slice(0, 8),
        titled(report),
        report.sha256?.slice(0, 8) ?? "—",
      ),
    );
  return html(
    "div",
    { class: "context" },
    html("h4", {}, say(language, "evidence.context")),
    html("p", { lang: "zh-CN" }, result.before, html("mark", {}, result.clause), result.after),
  );
}
