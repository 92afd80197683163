const perDay = 86_400_000;
const pad = (value: number | bigint, width = 2): string => String(value).padStart(width, "0");

/** `YYYY-MM-DD` as the engine writes it; years before the first are `(BC)`. */
export function dayText(days: number): string {
  const date = new Date(days * perDay);
  if (Number.isNaN(date.getTime())) return days > 0 ? "infinity" : "-infinity";
  const year = date.getUTCFullYear();
  const text = `${pad(year > 0 ? year : 1 - year, 4)}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
  return year > 0 ? text : `${text} (BC)`;
}

/** `HH:MM:SS.ffffff` of so many parts of a second, `digits` behind the point, since midnight. */
export function clockText(value: bigint, digits: 0 | 3 | 6 | 9): string {
  const perSecond = 10n ** BigInt(digits);
  const [seconds, rest] = [value / perSecond, value % perSecond];
  const clock = `${pad(seconds / 3600n)}:${pad((seconds / 60n) % 60n)}:${pad(seconds % 60n)}`;
  return rest === 0n ? clock : `${clock}.${pad(rest, digits).replace(/0+$/, "")}`;
}

/** A time since 1970 in UTC. */
export function timeText(value: bigint, digits: 0 | 3 | 6 | 9): string {
  const day = 86_400n * 10n ** BigInt(digits);
  let [days, rest] = [value / day, value % day];
  if (rest < 0n) [days, rest] = [days - 1n, rest + day];
  return `${dayText(Number(days))} ${clockText(rest, digits)}`;
}

/** An unscaled number with its point put in: no digit is rounded. */
export function decimalText(unscaled: bigint, scale: number): string {
  if (scale <= 0) return String(unscaled * 10n ** BigInt(-scale));
  const digits = pad(unscaled < 0n ? -unscaled : unscaled, scale + 1);
  return `${unscaled < 0n ? "-" : ""}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** A whole number of two's complement, the highest byte first. */
export function fromBytes(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return BigInt.asIntN(8 * bytes.length, value);
}

/** The fewest digits that are this number among those of 32 bits. */
export function floatText(value: number): string {
  if (!Number.isFinite(value)) return String(value).replace("Infinity", "inf").toLowerCase();
  for (let digits = 1; digits < 9; digits++) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return String(Number(text));
  }
  return String(Number(value.toPrecision(9)));
}

/** Parquet's months, days and milliseconds. */
export function intervalText(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [months, days, milliseconds] = [0, 4, 8].map((at) => view.getUint32(at, true)) as [
    number,
    number,
    number,
  ];
  return intervalOf(months, days, BigInt(milliseconds), 3);
}

export function intervalOf(
  months: number,
  days: number,
  parts: bigint,
  digits: 0 | 3 | 6 | 9,
): string {
  const counted = (count: number, unit: string): string[] =>
    count === 0 ? [] : [`${count} ${unit}${Math.abs(count) === 1 ? "" : "s"}`];
  const time = `${parts < 0n ? "-" : ""}${clockText(parts < 0n ? -parts : parts, digits)}`;
  const calendar = [
    ...counted(Math.trunc(months / 12), "year"),
    ...counted(months % 12, "month"),
    ...counted(days, "day"),
  ];
  return [...calendar, ...(parts !== 0n || calendar.length === 0 ? [time] : [])].join(" ");
}

export function uuidText(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** Bytes that are no text as the engine writes them: `\xFF`. */
export function blobText(bytes: Uint8Array): string {
  const hex = (byte: number): string => byte.toString(16).padStart(2, "0").toUpperCase();
  return Array.from(bytes, (byte) => `\\x${hex(byte)}`).join("");
}
