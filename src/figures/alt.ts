import { say } from "../words/index.ts";
import type { FigureContext } from "./context.ts";
import { joined } from "./describe.ts";
import type { FigureModel } from "./model.ts";
import { plainText } from "./text.ts";

/** Characters after which nothing more is added to what a screen reader must say in one breath. */
export const MOST_ALT = 600;

/** A heading as a sentence. */
function sentence(text: string, { language }: FigureContext): string {
  if (text === "" || /[。！？.!?…]$/.test(text)) return text;
  return text + (language === "zh" ? "。" : ".");
}

/** As many of the sentences as fit; they keep their order. */
function fitting(sentences: readonly string[], room: number): string[] {
  let left = room;
  return sentences.filter((text) => {
    const fits = text.length + 1 <= left;
    if (fits) left -= text.length + 1;
    return fits;
  });
}

/**
 * A figure in words for `<img alt>` and the like: its finding; what it is; the extremes, as far as
 * the rules let figures be ordered; who has no figure and why; what is not comparable. About 600
 * characters at most. The cell's own `alt:` takes the place of what we would say of the figures,
 * never of what is missing.
 */
export function altText({ texts, description, context }: FigureModel): string {
  const title = sentence(plainText(texts.title, context), context);
  const own = sentence(plainText(texts.alt, context), context);
  const { what, found, missing } = description;
  const apart = [...description.apart, ...description.breaks];
  const more = say(context.language, "describe.more");
  if (own !== "") {
    const told = fitting(missing, MOST_ALT - own.length - more.length);
    return joined([own, ...told, told.length < missing.length ? more : null], context);
  }
  // What is missing is said before what is there: nothing else on a picture would tell it.
  const must = fitting([what, ...missing], MOST_ALT - title.length - 20);
  const room = MOST_ALT - 20 - joined([title, ...must], context).length;
  const others = fitting([...found.slice(0, 2), ...apart, ...found.slice(2)], room);
  const isWhole = must.length + others.length === 1 + missing.length + found.length + apart.length;
  return joined(
    [
      title,
      what,
      ...found.filter((text) => others.includes(text)),
      ...missing.filter((text) => must.includes(text)),
      ...apart.filter((text) => others.includes(text)),
      isWhole ? null : more,
    ],
    context,
  );
}
