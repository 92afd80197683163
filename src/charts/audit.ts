import type { Child } from "../dom/index.ts";
import {
  absenceTitle,
  evidenceId,
  type AuditBody,
  type AuditRow,
  type FigureModel,
} from "../figures/index.ts";
import { evidenceAttributes, groundedAttributes } from "./attributes.ts";
import { type AuditScale, scaleOver, auditStrip } from "./audit-strip.ts";
import { type Block, listed } from "./blocks.ts";
import type { ChartContext } from "./context.ts";
import { absentItems } from "./ranking.ts";
import { say } from "../words/index.ts";

/** The figures that the mark of a recomputation stands for: the stated one and those behind it. */
export function auditAttributes({ audit, name }: AuditRow, context: ChartContext) {
  const { observation, behind } = audit;
  const { kind, facts } = observation.source;
  if (kind === "none" || behind === null) return evidenceAttributes(observation, context, name);
  const all = [...facts, ...behind];
  const grounds = { evidence: [evidenceId(observation)], facts: all, kind, label: name };
  return groundedAttributes(grounds, context);
}

function linked(row: AuditRow, kind: string, context: ChartContext, ...children: Child[]): Child {
  const { html } = context.build;
  const attributes = { class: `mark ${kind}`, ...auditAttributes(row, context) };
  return html("li", {}, html("a", attributes, ...children));
}

function what({ region, what: text }: AuditRow, { build }: ChartContext): Child[] {
  return [build.html("strong", {}, region), " ", text];
}

function row(one: AuditRow, scale: AuditScale, context: ChartContext): Child {
  const { build, language } = context;
  const cell = (kind: string, ...children: Child[]) =>
    build.html("span", { class: kind }, ...children);
  return linked(
    one,
    "audited",
    context,
    cell("what", what(one, context)),
    cell("number", cell("key", say(language, "audit.stated")), one.stated),
    cell("number", cell("key", say(language, "audit.recomputed")), one.computed),
    auditStrip(one.audit, scale, context),
    cell("allowed", one.allowed),
  );
}

/** Stated figures beside what their parts give, each with a strip on one scale. */
export function auditList(
  rows: readonly AuditRow[],
  scale: AuditScale,
  context: ChartContext,
): HTMLElement {
  const items = rows.map((one) => row(one, scale, context));
  return context.build.html("ul", { class: "rows" }, items);
}

/** Figures whose parts give exactly what is stated. */
export function equalList(rows: readonly AuditRow[], context: ChartContext): HTMLElement {
  const items = rows.map((one) =>
    linked(one, "plain", context, what(one, context), " ", one.stated),
  );
  return context.build.html("ul", { class: "equal" }, items);
}

/**
 * Stated figures beside what their own parts give, by verdict: each row a strip whose band is what
 * rounding and truncation allow, on a scale of units of the last place stated, so that a count, a
 * rate and a sum of money can stand below each other. Rows carry `recomputed`, `allowed_low`,
 * `allowed_high` and `verdict`, as the table `checks` has them.
 */
export function audit(
  { body: { groups, equal, missing } }: FigureModel<AuditBody>,
  _width: number,
  context: ChartContext,
): Block[] {
  const { language } = context;
  const scale = scaleOver(groups.flatMap(({ rows }) => rows.map((one) => one.audit)));
  const blocks: Block[] = [
    ...listed(
      groups,
      () => ({ kind: "line", role: "key", text: say(language, "audit.key") }) as const,
    ),
    ...groups.flatMap(({ title, rows }): Block[] => [
      { kind: "heading", text: title, count: rows.length },
      { kind: "audits", rows, scale },
    ]),
    ...listed(
      equal,
      (rows) =>
        ({ kind: "heading", text: say(language, "audit.equal"), count: rows.length }) as const,
    ),
    ...listed(equal, (rows) => ({ kind: "equal", rows }) as const),
    ...listed(
      missing,
      (all) =>
        ({
          kind: "absent",
          title: absenceTitle(all, context),
          items: absentItems(all, context),
        }) as const,
    ),
  ];
  return [{ kind: "group", name: "audit", blocks }];
}
