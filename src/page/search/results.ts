import type { Child } from "../../dom/index.ts";
import type { Word } from "../../words/index.ts";
import { list as listed, parted, say } from "../../words/index.ts";
import type { HitKind } from "../../domain/search/index.ts";
import { targetOf, type HitGroup, type Target } from "./hits.ts";
import { hitView, type HitContext } from "./view.ts";

const names: Readonly<Record<HitKind, Word>> = {
  region: "search.regions",
  metric: "search.metrics",
  agency: "search.agencies",
  clause: "search.clauses",
};

/** An option of the list and where it leads. */
export interface Choice {
  readonly element: HTMLElement;
  readonly target: Target;
}

/** The groups of a list, and those of their options that can be chosen. */
export function resultsView(
  groups: readonly HitGroup[],
  context: HitContext,
): { readonly elements: readonly Child[]; readonly choices: readonly Choice[] } {
  const choices: Choice[] = [];
  const { build, catalogue, language } = context;
  const elements = groups.map(({ kind, hits }) => {
    const id = `search-${kind}`;
    const { shown, rest } = parted(hits);
    const options = shown.map((hit, at) => {
      const target = targetOf(hit, catalogue, language);
      const element = build.html(
        "div",
        {
          id: `${id}-${at}`,
          role: "option",
          class: `hit-${kind}`,
          "aria-selected": "false",
          "aria-disabled": target ? null : "true",
          "data-hit": hit.id,
        },
        hitView(hit, context),
      );
      if (target) choices.push({ element, target });
      return element;
    });
    const name = say(language, names[kind]);
    const title = rest ? say(language, "search.more", name, shown.length, rest.total) : name;
    const heading = build.html("div", { class: "kind", id }, title);
    return build.html("div", { role: "group", "aria-labelledby": id }, heading, options);
  });
  return { elements, choices };
}

/** How much was found, of what: spoken, and shown above the list. */
export function countText(groups: readonly HitGroup[], { language }: HitContext): string {
  const all = groups.reduce((sum, { total }) => sum + total, 0);
  const parts = groups.map(({ kind, total }) =>
    say(language, "search.part", say(language, names[kind]), total),
  );
  return say(language, "search.count", all, listed(language, parts));
}
