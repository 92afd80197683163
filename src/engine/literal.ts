import type { Parameter } from "./connector.ts";

/**
 * A parameter as a DuckDB literal, for `EXECUTE statement(literal, …)`: the only way to bind on
 * the path that can be cancelled. Every value reads back as it was, except that a lone surrogate
 * becomes U+FFFD in UTF-8 and -0 becomes 0. In a list of strings and numbers the numbers become
 * strings, as SQL lists have one type. Throws for NaN, infinities and all other types.
 */
export function literal(value: Parameter): string {
  if (value === null) return "NULL";
  if (typeof value === "string") return text(value);
  if (typeof value === "number") return number(value);
  if (typeof value === "boolean") return value ? "true" : "false";
  if (Array.isArray(value)) return list(value);
  throw new TypeError(`invalid parameter: ${String(value)}`);
}

/** The parser stops at U+0000, so it goes in by its code. */
function text(value: string): string {
  return value
    .split("\0")
    .map((part) => `'${part.replaceAll("'", "''")}'`)
    .join(" || chr(0) || ");
}

/** Digits alone are an integer; with an exponent a DOUBLE (a plain fraction would be a DECIMAL). */
function number(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`invalid parameter: ${value}`);
  return Number.isSafeInteger(value) ? String(value) : value.toExponential();
}

function list(values: readonly unknown[]): string {
  const strings = values.some((value) => typeof value === "string");
  return `[${values.map((value) => item(value, strings)).join(", ")}]`;
}

function item(value: unknown, strings: boolean): string {
  if (typeof value === "string") return text(value);
  if (typeof value === "number") return strings ? text(String(value)) : number(value);
  throw new TypeError(`invalid parameter in a list: ${String(value)}`);
}
