/**
 * Which part of a scope a figure covers, as the column `subset` writes it: terms `kind:name` joined
 * by `;`, in the order sector, campaign, items, part; null for the whole. Sectors, campaigns and the
 * items that are approved keep their Chinese names (`sector:烟花爆竹`, `items:环评报告书`); parts are
 * words of the list below (`part:units`).
 */

export const subsetKinds = ["sector", "campaign", "items", "part"] as const;
export type SubsetKind = (typeof subsetKinds)[number];

/** Parts that reports count apart: what they are of is told by `partThemes`. */
export const partNames = [
  "units",
  "individuals",
  "general",
  "key_units",
  "general_units",
  "promised",
  "actual",
  "earlier",
  "later",
] as const;
export type PartName = (typeof partNames)[number];

export interface SubsetTerm {
  readonly kind: SubsetKind;
  readonly name: string;
}

/** The shape of the column; the order of the terms and the names of parts are checked apart. */
export const subsetPattern =
  /^(sector|campaign|items|part):[^;]+(;(sector|campaign|items|part):[^;]+)*$/;

/** The terms of a subset in order; none for null. Throws on what has not the column's shape. */
export function parseSubset(subset: string | null): SubsetTerm[] {
  if (subset === null) return [];
  if (!subsetPattern.test(subset)) throw new Error(`invalid subset: ${subset}`);
  return subset.split(";").map((term) => {
    const colon = term.indexOf(":");
    return { kind: term.slice(0, colon) as SubsetKind, name: term.slice(colon + 1) };
  });
}

/** Parts that exclude each other. */
const opposites: readonly (readonly PartName[])[] = [
  ["units", "individuals"],
  ["key_units", "general_units"],
  ["promised", "actual"],
  ["earlier", "later"],
];

/** Which terms divide one total between them: sectors, campaigns, units and individuals … */
export function partGroup({ kind, name }: SubsetTerm): string {
  if (kind !== "part") return kind;
  return (opposites.find((pair) => pair.some((part) => part === name)) ?? [name]).join("/");
}

/** The group of metrics (column `metrics.theme`) of which a part can be one. */
export const partThemes: Readonly<Record<PartName, string>> = {
  units: "penalties",
  individuals: "penalties",
  general: "hazard_rectification",
  key_units: "inspections",
  general_units: "inspections",
  promised: "approval_licensing",
  actual: "approval_licensing",
  earlier: "approval_licensing",
  later: "approval_licensing",
};

export function isPart(name: string): name is PartName {
  return (partNames as readonly string[]).includes(name);
}

/** The part that a subset names; null for none. Of several parts the first. */
export function partIn(subset: string | null): PartName | null {
  const name = parseSubset(subset).find(({ kind }) => kind === "part")?.name ?? "";
  return isPart(name) ? name : null;
}

/** The subset without its parts: the sector, campaign and items alone. */
export function withoutPart(subset: string | null): string | null {
  const terms = parseSubset(subset).filter(({ kind }) => kind !== "part");
  return terms.map(({ kind, name }) => `${kind}:${name}`).join(";") || null;
}

/** What contradicts itself among the terms: order, a part that is unknown, twice or excluded. */
export function subsetFaults(terms: readonly SubsetTerm[]): string[] {
  const order = terms.map(({ kind }) => subsetKinds.indexOf(kind));
  const parts = terms.filter(({ kind }) => kind === "part").map(({ name }) => name);
  const single = subsetKinds.slice(0, 3).filter((kind) => count(terms, kind) > 1);
  return [
    ...(order.every((rank, at) => at === 0 || rank >= (order[at - 1] ?? 0)) ? [] : ["its order"]),
    ...single.map((kind) => `more than one ${kind}`),
    ...parts.filter((name) => !isPart(name)).map((name) => `unknown part ${name}`),
    ...(new Set(parts).size < parts.length ? ["a part twice"] : []),
    ...opposites
      .filter((pair) => pair.every((name) => parts.includes(name)))
      .map((pair) => `${pair.join(" and ")} exclude each other`),
  ];
}

function count(terms: readonly SubsetTerm[], kind: SubsetKind): number {
  return terms.filter((term) => term.kind === kind).length;
}
