import type { Child } from "../../dom/index.ts";
import type { ComparedFile, ComparedRow } from "../../review/reader/index.ts";
import { sayAnnotation } from "../../words/annotations.ts";
import { comparedRow, type ComparedActions } from "./compared-row.ts";
import { button, type Context } from "./context.ts";

/** Two readings side by side. */
export interface ComparedView {
  readonly elements: readonly HTMLElement[];
  update(): void;
}

/** What is to be looked at first; what agrees is folded. */
const order = [
  "value_differs",
  "metric_differs",
  "metric_asked",
  "place_differs",
  "unaligned",
  "only_theirs",
  "only_ours",
  "agree",
] as const satisfies readonly ComparedRow["kind"][];

/** Rows of one kind that are built at once. */
const SHOWN = 40;

export function comparedView(
  context: Context,
  { rows, refused, elsewhere }: ComparedFile,
  actions: ComparedActions,
): ComparedView {
  const { build, t, language } = context;
  const { html } = build;
  const shown: { update: () => void }[] = [];
  const groups = order.flatMap((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    return own.length === 0 ? [] : [{ kind, own }];
  });
  const name = (kind: ComparedRow["kind"]): string => sayAnnotation(language, `compared.${kind}`);
  const counts = html(
    "ul",
    { class: "compared-counts" },
    groups.map(({ kind, own }) =>
      html("li", {}, `${name(kind)} `, html("strong", {}, String(own.length))),
    ),
  );
  const make = (row: ComparedRow): HTMLElement => {
    const made = comparedRow(context, row, actions);
    shown.push(made);
    return made.element;
  };
  const sections = groups.map(({ kind, own }) =>
    html(
      "details",
      { class: `compared-kind is-${kind}`, open: kind !== "agree" && kind !== "only_ours" },
      html("summary", {}, `${name(kind)} (${String(own.length)})`),
      listOf(context, own, make),
    ),
  );
  const left: Child = elsewhere === 0 ? null : t("others.elsewhere", elsewhere);
  return {
    elements: [
      counts,
      html("p", { class: "note" }, left),
      ...(refused.length === 0 ? [] : [refusedOf(context, refused)]),
      ...sections,
    ].filter((one) => one.textContent !== ""),
    update: () => shown.forEach((one) => one.update()),
  };
}

/** Some at once, the next ones on demand: a model may say thousands of things. */
function listOf(
  context: Context,
  rows: readonly ComparedRow[],
  make: (row: ComparedRow) => HTMLElement,
): HTMLElement {
  const { build, t } = context;
  const { html } = build;
  const list = html("ul", {});
  const place = html("div", {}, list);
  const more = button(context, "", () => grow());
  const grow = (): void => {
    const from = list.childElementCount;
    const added = rows.slice(from, from + SHOWN).map(make);
    list.append(...added);
    const rest = rows.length - list.childElementCount;
    more.textContent = t("open.more", rest);
    if (rest === 0) more.remove();
    // What was pressed is gone or further down: on with the first that is new.
    if (from > 0) added[0]?.querySelector<HTMLElement>("button")?.focus();
  };
  if (rows.length > SHOWN) place.append(more);
  grow();
  return place;
}

function refusedOf(
  { build: { html }, t, language }: Context,
  refused: ComparedFile["refused"],
): HTMLElement {
  const lines = refused.slice(0, SHOWN).map(({ record, line, code, detail }) => {
    const where = line === null ? t("others.record", record) : t("others.line", record, line);
    return html("li", {}, `${where} ${sayAnnotation(language, `refused.${code}`, detail ?? "")}`);
  });
  const rest = refused.length - lines.length;
  return html(
    "details",
    { class: "compared-kind is-refused", open: true },
    html("summary", {}, `${t("others.refused")} (${String(refused.length)})`),
    html("ul", {}, lines, rest > 0 ? html("li", {}, t("open.more", rest)) : null),
  );
}
