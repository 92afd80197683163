import type { Builder, Child } from "../dom/index.ts";
import { openDialog } from "./dialog.ts";
import { keyTable, keyText, type Key, type KeyPlace } from "./keys.ts";
import { editorText, type EditorWord } from "../words/editor.ts";

const places: readonly (readonly [KeyPlace, EditorWord])[] = [
  ["cell", "help.cell"],
  ["on_cell", "help.on_cell"],
  ["source", "help.source"],
  ["anywhere", "help.anywhere"],
];

/** True on an Apple keyboard, whose Mod is ⌘. */
export function isMac({ platform }: { readonly platform: string } = navigator): boolean {
  return /^(?:Mac|iP)/.test(platform);
}

/** All keys by where they are heard; the table that the keys themselves are read from. */
export function keySheet({ html }: Builder, language: "zh" | "en", mac: boolean): Child {
  const row = ({ keys, word }: Key) => [
    html(
      "dt",
      {},
      keys.map((key, i) => [i > 0 ? " " : null, html("kbd", {}, keyText(key, { mac }))]),
    ),
    html("dd", {}, editorText(language, word)),
  ];
  return [
    html(
      "div",
      { class: "keys" },
      places.map(([place, word]) =>
        html(
          "section",
          {},
          html("h3", {}, editorText(language, word)),
          html(
            "dl",
            {},
            (Object.values(keyTable) as Key[]).filter((key) => key.place === place).map(row),
          ),
        ),
      ),
    ),
    html("p", { class: "note" }, editorText(language, "help.tab")),
  ];
}

export function openHelp(build: Builder, language: "zh" | "en"): void {
  openDialog(build, {
    language,
    title: editorText(language, "help.title"),
    name: "help",
    content: keySheet(build, language, isMac()),
  });
}
