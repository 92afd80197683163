/** Chinese numerals as they occur in reports: 两, 十五, 三百二十, 一万二千, 二〇二二. */

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

const myriads: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** A numeral in a regular expression; a 万 or 亿 at its end is left to be read as a scale. */
export const numeralPattern =
  "[零〇一二两三四五六七八九十百千]+(?:[万亿][零〇一二两三四五六七八九十百千]+)*(?:点[零〇一二三四五六七八九]+)?";

/** Value of a numeral, with places (一亿二千万, 九十八点七) or as digits in a row (二〇二二); NaN for others. */
export function parseNumeral(text: string): number {
  if (text === "") return NaN;
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
