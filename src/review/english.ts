import type { Head, Place } from "./types.ts";
import { placeName, type Romanize } from "./places.ts";

/** What is known of a place's English name. */
export type EnglishName = (place: Place) => string | null;

const offices: readonly (readonly [ending: string, name: string])[] = [
  ["应急管理局", "Emergency Management Bureau"],
  ["应急管理厅", "Department of Emergency Management"],
  ["市场监督管理局", "Administration for Market Regulation"],
  ["生态环境局", "Ecology and Environment Bureau"],
  ["交通运输局", "Transport Bureau"],
  ["卫生健康委员会", "Health Commission"],
  ["城市管理局", "Urban Management Bureau"],
  ["综合行政执法局", "Comprehensive Law-Enforcement Bureau"],
  ["水务局", "Water Bureau"],
  ["人民政府", "People’s Government"],
  ["安全生产委员会", "Work Safety Committee"],
];

/** The agency in English: a draft of the usual form, to be read by whoever exports. */
export function agencyInEnglish(
  { agency, place }: Head,
  nameOf: EnglishName,
  romanize: Romanize,
): string {
  const name = agency ?? "";
  const office = offices.find(([ending]) => name.endsWith(ending));
  const where = place ? (nameOf(place) ?? placeName(romanize(place.short))) : null;
  if (office && where) return `${where} ${office[1]}`;
  return office ? office[1] : placeName(romanize(name));
}

/** The title in English, after what the Chinese one is about. */
export function titleInEnglish({ title, end }: Head, agencyEnglish: string): string {
  const year = /(?:19|20)\d\d/.exec(title ?? "")?.[0] ?? end?.slice(0, 4) ?? "";
  const subject = /法治/.test(title ?? "")
    ? "on Building a Law-Based Government"
    : /执法/.test(title ?? "")
      ? "on Law Enforcement"
      : "on Its Work";
  return `Report of the ${agencyEnglish} ${subject}${year === "" ? "" : ` in ${year}`}`;
}
