import aliases from "./aliases.json" with { type: "json" };

/** The lists of `aliases.json`. */
export const aliasLists = aliases;

/** A name without what its writers vary: case, width, blanks, hyphens, underscores, brackets. */
export function plainName(name: string): string {
  const known = plainForms.get(name);
  if (known !== undefined) return known;
  const plain = plainForm(name);
  if (plainForms.size < mostForms) plainForms.set(name, plain);
  return plain;
}

/** Names that were asked for: every record of a file has the same. */
const plainForms = new Map<string, string>();
const mostForms = 2000;

function plainForm(name: string): string {
  return name
    .slice(0, longestName)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_\-–—·/()[\]{}“”"'‘’:：、，,。.]/g, "");
}

const plainLists = new WeakMap<readonly string[], readonly string[]>();

/** Plain forms of a list of this file, made once: every record asks for them. */
export function plainNames(names: readonly string[]): readonly string[] {
  const known = plainLists.get(names) ?? names.map(plainName);
  plainLists.set(names, known);
  return known;
}

/** Longer than any name that is known. */
const longestName = 200;

/** Names by each of their aliases, in their plain form; of an alias given twice the first counts. */
export function byAlias(lists: Readonly<Record<string, readonly string[]>>): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, others] of Object.entries(lists))
    for (const alias of [name, ...others]) {
      const plain = plainName(alias);
      if (!found.has(plain)) found.set(plain, name);
    }
  return found;
}

const units = unitNames();

/** 元 for yuan, % for percent; a unit that has no alias as it is, without blanks around it. */
export function unitByAlias(unit: string): string {
  const plain = unit.normalize("NFKC").trim();
  return units.get(plain.toLowerCase()) ?? plain;
}

/** Signs are names of units too, so only case and width are set aside. */
function unitNames(): ReadonlyMap<string, string> {
  const entries = Object.entries(aliases.units).flatMap(([unit, others]) =>
    others.map((other) => [other.normalize("NFKC").toLowerCase(), unit] as const),
  );
  return new Map(entries);
}

const columns = byAlias(aliases.columns);

/** The column of `facts`, or `period`, that a name stands for; the name itself where none does. */
export function columnByAlias(name: string): string {
  return columns.get(plainName(name)) ?? name;
}

const values = new Map(
  Object.entries(aliases.values).map(([column, lists]) => [column, byAlias(lists)]),
);

/** The word of a column that another stands for: bureau for 局本级; null where none does. */
export function valueByAlias(column: string, value: string): string | null {
  return values.get(column)?.get(plainName(value)) ?? null;
}
