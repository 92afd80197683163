/** Numbers as text with every digit that the engine holds. */

/** Four words, the lowest first, as a whole number. */
export function wide(words: Uint32Array): bigint {
  const [a = 0, b = 0, c = 0, d = 0] = words;
  const bits = [d, c, b, a].reduce((sum, word) => (sum << 32n) | BigInt(word), 0n);
  return BigInt.asIntN(128, bits);
}

/** unscaled / 10^scale in digits, as many behind the point as the type has. */
export function decimalText(unscaled: bigint, scale: number): string {
  if (scale === 0) return String(unscaled);
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, "0");
  const point = digits.length - scale;
  return `${unscaled < 0n ? "-" : ""}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** A double as DuckDB writes it: the shortest digits that give it back. */
export function doubleText(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value < 0 ? "-inf" : "inf";
  const [mantissa = "", power = "0"] = value.toExponential().split("e");
  const exponent = Number(power);
  if (value !== 0 && (exponent < -4 || exponent >= 16))
    return `${mantissa}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
  const sign = Object.is(value, -0) ? "-" : "";
  const text = Math.abs(exponent) < 21 ? plain(value, exponent, mantissa) : String(value);
  return sign + (text.includes(".") ? text : `${text}.0`);
}

/** JavaScript writes these without an exponent, except the smallest. */
function plain(value: number, exponent: number, mantissa: string): string {
  const places = Math.max(0, mantissa.replace(/^-?\d\.?/, "").length - exponent);
  return value.toFixed(places);
}
