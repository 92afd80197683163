import { builder } from "../dom/index.ts";
import type { Language } from "../domain/index.ts";
import { say } from "../words/index.ts";
import type { CellOf } from "./cells.ts";
import { findCell } from "./places.ts";

/** All statements stand together at the end: between figures they would only part them. */
function placeOfSource(root: Element, cell: CellOf<"sql">): Element {
  const { html } = builder(root.ownerDocument);
  const place = html("div", { class: "cell sql", "data-cell": cell.id });
  let rest = root.querySelector(":scope > .queries");
  if (!rest) {
    rest = html("details", { class: "queries" }, html("summary"));
  }
  root.append(rest);
  rest.append(place);
  return place;
}

/** Names the statements in the reader's language; run again when that changes. */
export function nameSources(root: Element, language: Language): void {
  for (const place of root.querySelectorAll(".cell.sql")) {
    const id = place.getAttribute("data-cell") ?? "";
    place
      .querySelector(":scope > details > summary")
      ?.replaceChildren(`${say(language, "cell.query")} · ${id}`);
  }
  root.querySelector(":scope > .queries > summary")?.replaceChildren(say(language, "cell.queries"));
}

/** The statement of an sql cell, for those who want to see it. */
export function showSource(root: Element, cell: CellOf<"sql">): void {
  if (findCell(root, cell.id)) return;
  const { html } = builder(root.ownerDocument);
  placeOfSource(root, cell).append(
    html(
      "details",
      {},
      html("summary"),
      html("pre", { tabindex: 0 }, html("code", {}, cell.source.trim())),
    ),
  );
}

/** Takes all statements away, and what held them; gives the ids of those that were open. */
export function removeSources(root: Element): ReadonlySet<string> {
  const open = new Set<string>();
  for (const place of root.querySelectorAll(".cell.sql")) {
    if (place.querySelector<HTMLDetailsElement>(":scope > details")?.open)
      open.add(place.getAttribute("data-cell") ?? "");
    place.remove();
  }
  root.querySelector(":scope > .queries")?.remove();
  return open;
}

/** Opens the statements that were open before. */
export function openSources(root: Element, open: ReadonlySet<string>): void {
  for (const place of root.querySelectorAll(".cell.sql")) {
    const details = place.querySelector<HTMLDetailsElement>(":scope > details");
    if (details) details.open = open.has(place.getAttribute("data-cell") ?? "");
  }
}
