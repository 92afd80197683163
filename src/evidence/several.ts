import type { Child } from "../dom/index.ts";
import type { Language } from "../domain/index.ts";
import { excerpt, excerptText, parted, say } from "../words/index.ts";
import type { Several } from "./record.ts";
import { evidenceView, type ViewContext } from "./view.ts";

/** More numbers than anybody reads in a panel; the table below the chart has them all. */
const SHOWN = 50;

/** What the panel is called: how many numbers where it shows several. */
export function severalTitle({ known }: Several, language: Language): string {
  return known.length > 1
    ? say(language, "evidence.several", known.length)
    : say(language, "evidence.title");
}

function problem({ build, language }: ViewContext, id: string): Child {
  return build.html(
    "p",
    { class: "problem", role: "alert" },
    say(language, "evidence.unknown", id),
  );
}

/** The evidence of each number of a group, of many the first ones, and what is not known of `id`. */
export function severalView(context: ViewContext, { known, unknown }: Several, id: string): Child {
  const { build, language } = context;
  if (known.length === 0) return problem(context, id);
  const { shown, rest } = parted(excerpt(known, SHOWN));
  const more = (): Child =>
    rest && build.html("p", { class: "note" }, say(language, "evidence.more", SHOWN, rest.left));
  return [
    unknown.length > 0 ? problem(context, excerptText(unknown, SHOWN, language)) : null,
    more(),
    shown.map((one) => evidenceView(context, one)),
    more(),
  ];
}
