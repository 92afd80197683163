import type { Source } from "../domain/index.ts";
import { punctuation, say, softHyphens } from "../words/index.ts";
import type { Attributes, Child } from "../dom/index.ts";
import {
  type ChartSpec,
  evidenceId,
  type Grid,
  headings,
  linkOf,
  nameOf,
  type Observation,
  regionName,
  shortValue,
  accessibleName,
  isPresent,
} from "../figures/index.ts";
import type { ChartContext } from "./context.ts";
import { groundedAttributes } from "./attributes.ts";
import { symbol, symbolMark } from "./symbol.ts";

/** The province that a region's row belongs to; null where it is none or is one itself. */
export function provinceOf(id: string, { catalogue }: ChartContext): string | null {
  const province = catalogue.regions.get(id)?.province ?? null;
  return province === id ? null : province;
}

/** True where a row begins another province than the row before it. */
export function begins(
  ids: readonly string[],
  index: number,
  { catalogue }: ChartContext,
): boolean {
  const province = (id: string | undefined) => catalogue.regions.get(id ?? "")?.province ?? id;
  return index > 0 && province(ids[index]) !== province(ids[index - 1]);
}

/** A head that leads on; it takes part in the arrow keys of its figure. */
export function head(href: string | null, children: Child[], { build }: ChartContext): Child {
  return href === null ? children : build.html("a", { href, "data-lead": true }, children);
}

/** Of several numbers: derived as soon as one is, none where none has a source. */
function jointSource(members: readonly Observation[]): Source["kind"] {
  const kinds = members.map(({ source }) => source.kind);
  if (kinds.every((kind) => kind === "none")) return "none";
  return kinds.every((kind) => kind === "stated") ? "stated" : "derived";
}

/** The attributes of a mark that stands for all figures of a cell. */
export function severalAttributes(
  members: readonly Observation[],
  context: ChartContext,
): Attributes {
  const { language } = context;
  const [first] = members;
  if (!first) return {};
  const joint = punctuation[language].semicolon;
  const [where = ""] = accessibleName(first, context).split(joint);
  const listed = members.map((observation) => shortValue(observation, context));
  const label = [where, say(language, "coverage.several", members.length), ...listed].join(joint);
  return groundedAttributes(
    {
      evidence: members.map(evidenceId).filter(Boolean),
      facts: [...new Set(members.flatMap(({ source }) => source.facts))],
      kind: jointSource(members),
      label,
      isGroup: true,
    },
    context,
  );
}

/** What a cell shows: its figures, else why it has none. */
export function shownIn(members: readonly Observation[]): readonly Observation[] {
  const stated = members.filter(isPresent);
  return stated.length > 0 ? stated : members.slice(0, 1);
}

/** Several figures in one cell: the widest scope's symbol, how many, and a way to all of them. */
function cell(spec: ChartSpec, members: readonly Observation[], context: ChartContext): Child {
  const { html } = context.build;
  const shown = shownIn(members);
  const [first] = shown;
  if (!first) return null;
  const ids = { region: first.region_id, metric: first.metric_id ?? "" };
  const href = shown.length > 1 ? linkOf(spec, "cellLink", ids) : null;
  if (href === null) return shown.map((observation) => symbolMark(observation, context));
  const { href: clause, ...several } = severalAttributes(shown, context);
  return html(
    "a",
    // A page without the notebook leads to the clauses instead.
    { class: "mark several", href: context.leads ? clause : href, ...several },
    symbol(first, context),
    html("span", {}, shown.length),
  );
}

/** In how many rows a column has a figure: who wants to compare looks there first. */
export function countIn({ rowIds, at }: Grid, column: string): number {
  return rowIds.filter((row) => at(row, column).some(isPresent)).length;
}

function columnHead(spec: ChartSpec, grid: Grid, id: string, context: ChartContext): Child {
  const { build, language } = context;
  const count = countIn(grid, id);
  const word = say(language, "coverage.regions", count);
  return build.html(
    "th",
    { scope: "col" },
    head(
      linkOf(spec, "columnLink", { id }),
      [softHyphens(nameOf(grid.columns, id, context), { least: 12 })],
      context,
    ),
    build.html("small", { title: word, "aria-label": word, role: "img" }, count),
  );
}

function rowHead(spec: ChartSpec, grid: Grid, id: string, context: ChartContext): Child {
  const { build } = context;
  const province = grid.rows === "region_id" ? provinceOf(id, context) : null;
  return build.html(
    "th",
    { scope: "row" },
    head(linkOf(spec, "rowLink", { id }), [nameOf(grid.rows, id, context)], context),
    province === null ? null : build.html("small", {}, regionName(context, province)),
  );
}

/** The rows of a page of a matrix; `at` is the place of the first among all rows. */
function bodyRows(
  spec: ChartSpec,
  grid: Grid,
  rowIds: readonly string[],
  at: number,
  context: ChartContext,
): Element[] {
  const { html } = context.build;
  return rowIds.map((row, index) =>
    html(
      "tr",
      { class: begins(grid.rowIds, at + index, context) ? "begins" : null },
      rowHead(spec, grid, row, context),
      grid.columnIds.map((column) => html("td", {}, cell(spec, grid.at(row, column), context))),
    ),
  );
}

/** A dense matrix of symbols that scrolls in its own frame, with heads that stay and lead on. */
export function coverage(
  spec: ChartSpec,
  grid: Grid,
  rowIds: readonly string[],
  at: number,
  context: ChartContext,
): HTMLElement {
  const { build, language } = context;
  const { columnIds } = grid;
  return build.html(
    "div",
    {
      class: "coverage",
      "data-grid": true,
      tabindex: 0,
      role: "group",
      "aria-label": say(language, "chart.kind.matrix"),
    },
    build.html(
      "table",
      {},
      build.html(
        "thead",
        {},
        build.html(
          "tr",
          {},
          build.html("th", { scope: "col" }, say(language, headings[grid.rows])),
          columnIds.map((id) => columnHead(spec, grid, id, context)),
        ),
      ),
      build.html("tbody", {}, bodyRows(spec, grid, rowIds, at, context)),
    ),
  );
}
