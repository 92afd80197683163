/** Names and codes of GB/T 2260 below the country, as a caller gives them: code → name. */
export interface DivisionNames {
  readonly province_list: Readonly<Record<string, string>>;
  readonly city_list: Readonly<Record<string, string>>;
  readonly county_list: Readonly<Record<string, string>>;
}

export type DivisionLevel = "province" | "prefecture" | "county";

/** A place of the administrative division. */
export interface Division {
  readonly code: string;
  /** 汕尾市. */
  readonly name: string;
  readonly level: DivisionLevel;
}

/** Finds divisions by their names. */
export interface DivisionRegistry {
  readonly byCode: ReadonlyMap<string, Division>;
  /** All that bear a name, long or short; several counties are called 朝阳区. */
  named(name: string): readonly Division[];
  /** The longest name at the beginning of a text, and who bears it. */
  leading(text: string): { readonly name: string; readonly divisions: readonly Division[] } | null;
}

/** 市辖区 and the like stand for no place. */
const placeholders = /^(?:市辖区|县|省直辖县|自治区直辖县|直辖县级|省直辖县级行政区划)$/;
const suffix =
  /(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|(?:[一-龥]{1,3}族)+自治[州县]|自治[州县]|林区|矿区|地区|[省市区县州盟旗])$/;
const longestName = 14;
const shortestShort = 2;

export function registryOf(names: DivisionNames): DivisionRegistry {
  const divisions = [
    ...divisionsOf(names.province_list, "province"),
    ...divisionsOf(names.city_list, "prefecture"),
    ...divisionsOf(names.county_list, "county"),
  ];
  const byCode = new Map<string, Division>();
  for (const division of divisions)
    if (!byCode.has(division.code)) byCode.set(division.code, division);
  const byName = new Map<string, Division[]>();
  for (const division of byCode.values())
    for (const name of new Set([division.name, shortOf(division.name)]))
      byName.set(name, [...(byName.get(name) ?? []), division]);
  const named = (name: string): readonly Division[] => byName.get(name) ?? [];
  return {
    byCode,
    named,
    leading(text) {
      for (let length = Math.min(longestName, text.length); length >= shortestShort; length--) {
        const name = text.slice(0, length);
        const divisions = named(name);
        if (divisions.length > 0) return { name, divisions };
      }
      return null;
    },
  };
}

/** A municipality is a province; what repeats its name as its own prefecture is left out. */
function divisionsOf(list: Readonly<Record<string, string>>, level: DivisionLevel): Division[] {
  return Object.entries(list)
    .filter(([code, name]) => !placeholders.test(name) && !/^(?:11|12|31|50)0[12]00$/.test(code))
    .map(([code, name]) => ({ code, name, level }));
}

/** 汕尾 of 汕尾市; a name of one character keeps its suffix (忠县). */
export function shortOf(name: string): string {
  const short = name.replace(suffix, "");
  return short.length >= shortestShort ? short : name;
}

/** True where one code lies within another: 3205 within 32. */
export function liesWithin(inner: string, outer: string): boolean {
  return inner.startsWith(outer.replace(/(?:00){1,2}$/, ""));
}
