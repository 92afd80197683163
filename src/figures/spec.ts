import type { Language } from "../domain/index.ts";

/** A declarative chart, as the YAML of a chart cell gives it. */
export type ChartSpec = Readonly<Record<string, unknown>>;

/** A text of a spec in one language, which a bare string serves too; "" where it says none. */
export function bilingual(value: unknown, language: Language): string {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return "";
  const text = (value as Record<string, unknown>)[language];
  return typeof text === "string" ? text : "";
}

/** A word of a spec, or the default where it says none; throws on one that is not known. */
export function choice<T extends string>(
  spec: ChartSpec,
  name: string,
  choices: readonly T[],
  fallback: T,
): T {
  const value = spec[name];
  if (value === undefined) return fallback;
  const found = choices.find((word) => word === value);
  if (!found) throw new Error(`invalid ${name}: ${String(value)} (one of ${choices.join(", ")})`);
  return found;
}

/** A list of column names; one name may stand alone. */
export function columns(spec: ChartSpec, name: string): string[] {
  const value = spec[name];
  if (typeof value === "string") return [value];
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === "string")
    : [];
}

/** A `[low, high]` pair, or null. */
export function interval(spec: ChartSpec, name: string): readonly [number, number] | null {
  const value = spec[name];
  if (!Array.isArray(value)) return null;
  const [low, high] = value as unknown[];
  return typeof low === "number" && typeof high === "number" ? [low, high] : null;
}
