/** The first whole date in a text, 2021年3月5日, 2021-03-05 or 2021/3/5, as ISO; null for none. */
export function parseDate(text: string): string | null {
  const match = /(?<!\d)((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)/.exec(
    text,
  );
  if (!match) return null;
  const [, year = "", month = "", day = ""] = match;
  return isoDate(Number(year), Number(month), Number(day));
}

/** ISO for a day that exists; null for others. */
export function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}

/** Last day of a month of a year, ISO. */
export function lastDay(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
