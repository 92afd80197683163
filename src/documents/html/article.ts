import type { FurnitureId } from "./furniture-ids.ts";
import { furnitureOf, isHidden } from "./furniture.ts";
import { readLines, type Block } from "./lines.ts";
import { isWrapper } from "./names.ts";
import { attribute, isElement, type Document, type Element } from "./tree.ts";

/** Where publishing systems put the article: words of a class or id. */
const bodies =
  /(?:^|[\s_-])(?:TRS_Editor|TRS_UEDITOR|UCAP-CONTENT|zoom|zoomcon|artic[a-z]*(?:[_-]?con(?:tent)?)|news_?con(?:tent)?|pages_content|xxgk_content|detail_?con(?:tent)?|con_?text|main_?content|maincontent|js_content)(?:$|[\s_-])/i;

/** A part that holds so much of what a page says is none of its furniture, whatever its name. */
const most = 0.4;
/** The article is the smallest part that holds so much of what is said in sentences. */
const enough = 0.75;
/** The same for a part that is named as one. */
const enoughNamed = 0.6;

/** Characters of what is said in sentences or tables, for each element with all in it. */
interface Measure {
  readonly of: ReadonlyMap<Element, number>;
  readonly total: number;
}

function measure(root: Document, isOut: (element: Element) => boolean): Measure {
  const of = new Map<Element, number>();
  const open: { readonly element: Element | null; prose: number }[] = [{ element: null, prose: 0 }];
  readLines(root, {
    enter(element) {
      if (isOut(element)) return false;
      open.push({ element, prose: 0 });
      return true;
    },
    leave() {
      const closed = open.pop();
      const parent = open.at(-1);
      if (closed?.element == null || parent === undefined) return;
      parent.prose += closed.prose;
      of.set(closed.element, closed.prose);
    },
    block(block) {
      const top = open.at(-1);
      if (top !== undefined) top.prose += proseOf(block);
    },
  });
  return { of, total: open[0]?.prose ?? 0 };
}

/** Sentences, not the words of menus; of a table its cells. */
function proseOf(block: Block): number {
  if (block.kind === "table") return block.rows.flat().join("").length;
  const { text, links } = block;
  return links < 0.5 && (text.length >= 15 || /[，。；、]/.test(text)) ? text.length : 0;
}

export interface Article {
  /** The smallest part that holds the article; null where none stands out. */
  readonly body: Element | null;
  /** Elements that are none of it, with the rule that says so. */
  readonly out: ReadonlyMap<Element, FurnitureId | "hidden">;
}

/** Finds the article of a page by where its sentences stand. */
export function findArticle(page: Document): Article {
  const out = new Map<Element, FurnitureId | "hidden">();
  const whole = measure(page, () => false);
  const isLarge = (element: Element): boolean => (whole.of.get(element) ?? 0) > most * whole.total;
  readLines(page, {
    enter(element) {
      const rule = isHidden(element) ? "hidden" : furnitureOf(element);
      if (rule === null || (rule !== "hidden" && isLarge(element))) return true;
      out.set(element, rule);
      return false;
    },
    leave: () => {},
    block: () => {},
  });
  const rest = measure(page, (element) => out.has(element));
  return { body: rest.total < 40 ? null : (named(rest) ?? smallest(page, rest)), out };
}

/** The largest part that is named as an article, where it holds most of what is said. */
function named({ of, total }: Measure): Element | null {
  let best: Element | null = null;
  for (const [element, prose] of of) {
    if (prose < enoughNamed * total || prose <= (best === null ? 0 : (of.get(best) ?? 0))) continue;
    if (bodies.test(attribute(element, "class")) || bodies.test(attribute(element, "id")))
      best = element;
  }
  return best;
}

function smallest(page: Document, { of, total }: Measure): Element | null {
  let body: Element | null = null;
  for (let at: Element | Document | undefined = page; at !== undefined;) {
    const next: Element | undefined = at.childNodes.find(
      (child): child is Element =>
        isElement(child) && isWrapper(child.tagName) && (of.get(child) ?? 0) >= enough * total,
    );
    body = next ?? body;
    at = next;
  }
  return body;
}
