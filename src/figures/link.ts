import { relativeAddress } from "../notebook/chart-cell/relative.ts";
import type { ChartSpec } from "./spec.ts";

/** What a template may fill in: ids of the row, never text that could end a query. */
export type LinkValues = Readonly<Record<string, string>>;

/**
 * A link of a spec, such as `rowLink: ../figures/?region={}`, with `{}` (or `{name}`) filled in and
 * escaped; null where the spec has none, or where a folder to be filled in is no plain name. Throws `invalid rowLink: …` where it leads elsewhere.
 */
export function linkOf(spec: ChartSpec, key: string, values: LinkValues): string | null {
  const template = spec[key];
  if (template === undefined) return null;
  if (typeof template !== "string" || !relativeAddress.test(template))
    throw new Error(`invalid ${key}: ${String(template)} (a relative address)`);
  const [only = ""] = Object.values(values);
  const filled = (name: string): string => {
    const value = name === "" ? only : values[name];
    if (value === undefined) throw new Error(`invalid ${key}: {${name}}`);
    return value;
  };
  const [path = ""] = template.split(/[?#]/, 1);
  // A folder that is no plain name would lead to another place than the template says.
  const folders = [...path.matchAll(/\{(\w*)\}/g)].map(([, name = ""]) => filled(name));
  if (!folders.every((folder) => /^[\w-]+$/.test(folder))) return null;
  return template.replace(/\{(\w*)\}/g, (_, name: string) => encodeURIComponent(filled(name)));
}
