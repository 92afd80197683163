/** Dates and times as DuckDB writes them, over the whole range of its types. */

/** The day and the moment that DuckDB keeps for "never" and "always". */
const endlessDay = 2 ** 31 - 1;
const endless = 2n ** 63n - 1n;

const infinity = (isNegative: boolean): string => (isNegative ? "-infinity" : "infinity");

/** Days since 1970 as `YYYY-MM-DD`; the proleptic Gregorian calendar, as the engine's. */
export function dateText(days: number): string {
  if (Math.abs(days) >= endlessDay) return infinity(days < 0);
  // After Hinnant: years from March, in eras of 400 years.
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const day = shifted - era * 146_097;
  const ofEra = Math.floor(
    (day - Math.floor(day / 1460) + Math.floor(day / 36_524) - Math.floor(day / 146_096)) / 365,
  );
  const ofYear = day - (365 * ofEra + Math.floor(ofEra / 4) - Math.floor(ofEra / 100));
  const month = Math.floor((5 * ofYear + 2) / 153);
  const inMonth = ofYear - Math.floor((153 * month + 2) / 5) + 1;
  const number = month < 10 ? month + 3 : month - 9;
  const year = ofEra + era * 400 + (number <= 2 ? 1 : 0);
  const text = `${two(number)}-${two(inMonth)}`;
  return year > 0
    ? `${String(year).padStart(4, "0")}-${text}`
    : `${String(1 - year).padStart(4, "0")}-${text} (BC)`;
}

const two = (number: number): string => String(number).padStart(2, "0");

/** Units of a second by Arrow's number: seconds, milliseconds, microseconds, nanoseconds. */
const perSecond = [1n, 1_000n, 1_000_000n, 1_000_000_000n] as const;

const floorDivide = (value: bigint, by: bigint): bigint => value / by - (value % by < 0n ? 1n : 0n);

/** The time of a day, without the zeros at the end of its fraction. */
export function timeText(value: bigint, unit: number): string {
  const second = perSecond[unit] ?? 1n;
  const seconds = Number(value / second);
  const fraction = String(value % second)
    .padStart(3 * unit, "0")
    .replace(/0+$/, "");
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return clock.map(two).join(":") + (unit > 0 && fraction !== "" ? `.${fraction}` : "");
}

export interface Moment {
  readonly value: bigint;
  readonly unit: number;
  /** Of a point in time, which the engine writes in UTC. */
  readonly isZoned: boolean;
}

const isEndless = (value: bigint): boolean => value >= endless || value <= -endless;

/** `YYYY-MM-DD HH:MM:SS`, with a fraction where there is one. */
export function momentText({ value, unit, isZoned }: Moment): string {
  if (isEndless(value)) return infinity(value < 0n);
  const day = (perSecond[unit] ?? 1n) * 86_400n;
  const days = floorDivide(value, day);
  const time = timeText(value - days * day, unit);
  return `${dateText(Number(days))} ${time}${isZoned ? "+00" : ""}`;
}

/** As JavaScript reads it, `YYYY-MM-DDTHH:MM:SS.sssZ` with all digits; as text what it cannot read. */
export function momentIso(moment: Moment): string {
  const { value, unit } = moment;
  const second = perSecond[unit] ?? 1n;
  const milliseconds = Number(floorDivide(value * 1000n, second));
  if (isEndless(value) || Math.abs(milliseconds) > 8.64e15) return momentText(moment);
  const rest = String(((value % second) + second) % second)
    .padStart(3 * unit, "0")
    .slice(3);
  return new Date(milliseconds).toISOString().replace("Z", `${rest.replace(/0+$/, "")}Z`);
}
