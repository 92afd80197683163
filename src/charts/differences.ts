import type { Child } from "../dom/index.ts";
import type {
  Caveats,
  DifferenceGrid,
  DifferencePart,
  DifferenceRow,
  Sources,
} from "../figures/index.ts";
import { isRest, punctuation, say } from "../words/index.ts";
import type { ChartContext } from "./context.ts";

function rowElement(
  { names, cells }: DifferenceRow,
  { columns }: DifferenceGrid,
  { build: { html }, language }: ChartContext,
): HTMLElement {
  return html(
    "tr",
    {},
    html("th", { scope: "row" }, names),
    cells.map(({ text, isOdd }, at) =>
      html(
        "td",
        // On a phone, where a row is a list, each cell says what it is of.
        { class: isOdd ? "odd" : null, "data-region": columns[at] ?? "" },
        text,
        // The eye sees it by its ground.
        isOdd
          ? html(
              "span",
              { class: "visually-hidden" },
              punctuation[language].comma + say(language, "strip.odd"),
            )
          : null,
      ),
    ),
  );
}

function partElement(
  { title, rows }: DifferencePart,
  grid: DifferenceGrid,
  context: ChartContext,
): HTMLElement {
  const { html } = context.build;
  const across = (tag: "th" | "td", text: string, scope: string | null) =>
    html("tr", {}, html(tag, { colspan: grid.columns.length + 1, scope }, text));
  return html(
    "tbody",
    {},
    title === "" ? null : across("th", title, "rowgroup"),
    rows.map((row) =>
      isRest(row)
        ? across("td", say(context.language, "strip.more_rows", row.left), null)
        : rowElement(row, grid, context),
    ),
  );
}

function gridElement(grid: DifferenceGrid, context: ChartContext): HTMLElement {
  const { build, language } = context;
  const { html } = build;
  const heads = [say(language, "strip.places"), ...grid.columns];
  return html(
    "div",
    { class: "scroll matrix" },
    html(
      "table",
      { class: "grid" },
      html(
        "thead",
        {},
        html(
          "tr",
          {},
          heads.map((text) => html("th", { scope: "col" }, text)),
        ),
      ),
      grid.parts.map((part) => partElement(part, grid, context)),
    ),
  );
}

/** The sentence that matters most. */
export function leadLine({ lead }: Caveats, { build }: ChartContext): Child {
  return lead === null ? null : build.html("p", { class: "caveat" }, lead);
}

/** All that differs, behind its number: places down, differences across, the odd ones marked. */
export function differencesFold({ count, grid, notes }: Caveats, context: ChartContext): Child {
  if (grid === null && notes.length === 0) return null;
  const { html } = context.build;
  return html(
    "details",
    { class: "differences" },
    html("summary", {}, say(context.language, "strip.all", count)),
    grid && gridElement(grid, context),
    notes.length === 0
      ? null
      : html(
          "ul",
          {},
          notes.map((text) => html("li", {}, text)),
        ),
  );
}

/** The reports, behind how many there are and of which years. */
export function sourcesFold(sources: Sources | null, { build }: ChartContext): Child {
  if (sources === null) return null;
  const { html } = build;
  return html(
    "details",
    { class: "reports" },
    html("summary", {}, sources.brief),
    html("p", { class: "source" }, sources.full),
  );
}
