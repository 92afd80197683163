import type { FurnitureId } from "./furniture-ids.ts";
import { furniture } from "./furniture.ts";
import type { Block, Line } from "./lines.ts";

/** So many lines in a row that are links are a list of other pages. */
const run = 4;
const longestLink = 60;
/** A line of furniture is short. */
const longestLine = 200;

export interface Sifted {
  readonly kept: readonly Block[];
  /** Characters left out, by rule. */
  readonly out: ReadonlyMap<FurnitureId, number>;
}

const isLink = (block: Block | undefined): boolean =>
  block?.kind === "line" && block.links > 0.8 && block.text.length <= longestLink;

function ruleOf(line: Line, next: Block | undefined): FurnitureId | null {
  if (line.text.length > longestLine) return null;
  const text = line.text.replace(/\s+/g, "");
  const rule = furniture.find(
    ({ line: pattern, links }) =>
      pattern?.test(text) &&
      (links === undefined || line.links > 0.5 || (links === "list" && isLink(next))),
  );
  return rule?.id ?? null;
}

/** Leaves out the lines of an article that are none of it. */
export function sift(blocks: readonly Block[]): Sifted {
  const kept: Block[] = [];
  const out = new Map<FurnitureId, number>();
  const leave = (id: FurnitureId, line: Block): void => {
    if (line.kind === "line") out.set(id, (out.get(id) ?? 0) + line.text.length);
  };
  for (let at = 0; at < blocks.length;) {
    const block = blocks[at];
    if (block === undefined) break;
    let links = at;
    while (isLink(blocks[links])) links += 1;
    const rule = block.kind === "line" ? ruleOf(block, blocks[at + 1]) : null;
    const isList = rule === "related" || rule === "attachments";
    if (rule !== null) leave(rule, block);
    else if (links - at < run) kept.push(block);
    else leave("links", block);
    at += 1;
    // What follows such a heading, or stands in such a list, goes with it.
    const id = rule === null && links - at + 1 >= run ? "links" : isList ? rule : null;
    while (id !== null && isLink(blocks[at])) leave(id, blocks[at++] as Block);
  }
  return { kept, out };
}
