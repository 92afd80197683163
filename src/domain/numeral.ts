/**
 * Chinese numerals as they occur in reports: 两, 十五, 廿三, 三百二十, 一万二千, 二〇二二, and those of
 * bills, which cannot be changed by a stroke: 壹佰贰拾叁.
 */

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Digits and places of bills, in the order of the plain ones, and old forms of some. */
export const financialNumerals = "壹贰叁肆伍陆柒捌玖拾佰仟貳參陸";
const plainOnes: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [...financialNumerals].map((one, at) => [one, "一二三四五六七八九十百千二三六"[at] ?? one]),
  ),
  廿: "二十",
  卅: "三十",
  萬: "万",
  億: "亿",
};
const notPlain = new RegExp(`[${Object.keys(plainOnes).join("")}]`, "g");

/** The same text with its numerals in plain characters: 玖拾叁 is 九十三. */
export function plainNumerals(text: string): string {
  return text.replace(notPlain, (one) => plainOnes[one] ?? one);
}

const myriads: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** A numeral of plain characters in a regular expression; a 万 or 亿 at its end is left to be read as a scale. */
export const numeralPattern =
  "[零〇一二两三四五六七八九十百千]+(?:[万亿][零〇一二两三四五六七八九十百千]+)*(?:点[零〇一二三四五六七八九]+)?";

/** Value of a numeral, with places (一亿二千万, 九十八点七) or as digits in a row (二〇二二); NaN for others. */
export function parseNumeral(written: string): number {
  if (written === "") return NaN;
  const text = plainNumerals(written);
  const [whole = "", places] = text.split("点");
  if (places !== undefined)
    return Number(`${String(parseNumeral(whole))}.${[...places].map(digit).join("")}`);
  if (!/[十百千万亿]/.test(text)) return Number([...text].map(digit).join(""));
  const sections = text.match(/[^万亿]+[万亿]?/g) ?? [];
  return sections.reduce((sum, section) => sum + placed(section), 0);
}

function digit(character: string): number {
  return digits[character] ?? NaN;
}

/** A section up to 万 or 亿. */
function placed(section: string): number {
  let sum = 0;
  let pending: number | null = null;
  for (const character of section) {
    const place = places[character];
    if (character in myriads) break;
    if (place === undefined) pending = digit(character);
    else {
      sum += (pending ?? 1) * place;
      pending = null;
    }
  }
  return (sum + (pending ?? 0)) * (myriads[section.at(-1) ?? ""] ?? 1);
}
