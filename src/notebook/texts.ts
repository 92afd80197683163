import { renderMarkdown, type Room } from "./markdown.ts";
import type { Node, Spec, Texts } from "./types.ts";

/** Keys of a chart's spec that are read by people, and so may hold references. */
export const textKeys = ["title", "subtitle", "note", "caption", "alt"] as const;

interface Rendered {
  readonly texts: Texts;
  /** Every reference of the texts, as written and as a path. */
  readonly references: readonly { readonly reference: string; readonly path: readonly string[] }[];
  /** What is wrong with the Markdown of a text, with the words to look for. */
  readonly faults: readonly { readonly message: string; readonly text: string }[];
}

/** One paragraph is a line of text: its own nodes, without the `p`. */
function unwrap(nodes: readonly Node[]): readonly Node[] {
  const [only] = nodes;
  const isParagraph =
    nodes.length === 1 && typeof only === "object" && "tag" in only && only.tag === "p";
  return isParagraph ? only.children : nodes;
}

/** The texts of a spec as nodes, by key and language; a bare string serves both languages. */
export function renderTexts(spec: Spec, room?: Room): Rendered {
  const references: Rendered["references"][number][] = [];
  const faults: Rendered["faults"][number][] = [];
  const render = (source: unknown): readonly Node[] => {
    if (typeof source !== "string") return [];
    const rendered = renderMarkdown(source, room ? { room } : {});
    references.push(...rendered.references);
    faults.push(...rendered.faults);
    return unwrap(rendered.nodes);
  };
  const texts = textKeys.flatMap((key) => {
    const value = spec[key];
    if (value === undefined) return [];
    const isPair = typeof value === "object" && value !== null;
    const { zh, en } = isPair ? (value as Record<string, unknown>) : { zh: value, en: value };
    return [[key, { zh: render(zh), en: render(en) }] as const];
  });
  return { texts: Object.fromEntries(texts), references, faults };
}
