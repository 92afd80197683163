import type { ChartSpec } from "./spec.ts";

/** What a template may fill in: ids of the row, never text that could end a query. */
export type LinkValues = Readonly<Record<string, string>>;

/** A template leads to a page of this site: no scheme, no host, nothing that hides one. */
const relative = /^(?:\.{1,2}\/)*(?:[\w-]+\/)*(?:[\w-]*)(?:[?#][^\s\\]*)?$/;

/**
 * A link of a spec, such as `rowLink: ../figures/?region={}`, with `{}` (or `{name}`) filled in and
 * escaped; null where the spec has none. Throws `invalid rowLink: …` where it leads elsewhere.
 */
export function linkOf(spec: ChartSpec, key: string, values: LinkValues): string | null {
  const template = spec[key];
  if (template === undefined) return null;
  if (typeof template !== "string" || !relative.test(template))
    throw new Error(`invalid ${key}: ${String(template)} (a relative address)`);
  const [only = ""] = Object.values(values);
  return template.replace(/\{(\w*)\}/g, (_, name: string) => {
    const value = name === "" ? only : values[name];
    if (value === undefined) throw new Error(`invalid ${key}: {${name}}`);
    return encodeURIComponent(value);
  });
}
