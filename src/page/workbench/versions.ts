import type { Builder, Child } from "../../dom/index.ts";
import { openDialog } from "../../editor/index.ts";
import { editorText } from "../../words/editor.ts";
import type { Language } from "../../domain/index.ts";
import { locale, say } from "../../words/index.ts";
import type { Version } from "../../drafts/store/index.ts";

/** When a version was kept, to the second. */
export function versionTime(at: number, language: Language): string {
  return new Intl.DateTimeFormat(locale(language), {
    dateStyle: "medium",
    timeStyle: "medium",
  }).format(at);
}

/** Longer lines are cut: enough to know one's own words again. */
const MOST = 80;

/** The first line of a version that the present text does not have; null where it has all. */
export function firstDifference(version: string, present: string): string | null {
  const lines = new Set(present.split("\n").map((line) => line.trim()));
  const line = version
    .split("\n")
    .map((text) => text.trim())
    .find((text) => text !== "" && !lines.has(text));
  if (line === undefined) return null;
  return line.length > MOST ? `${line.slice(0, MOST)}…` : line;
}

/** The versions of a notebook, newest first, each with a button to go back to it. */
export function openVersions(
  build: Builder,
  language: Language,
  versions: readonly Version[],
  /** The text as it is now, from which each version is told apart. */
  present: string,
  onRestore: (version: Version) => void,
): void {
  const { html } = build;
  const difference = ({ text }: Version): Child => {
    if (text === present) return html("small", {}, editorText(language, "versions.same"));
    const line = firstDifference(text, present);
    return line === null ? null : html("code", {}, line);
  };
  const items = versions.map((version) => {
    const button = html(
      "button",
      { type: "button", "data-action": "restore" },
      editorText(language, "versions.restore"),
    );
    button.addEventListener("click", () => {
      dialog.close();
      onRestore(version);
    });
    const size = editorText(language, "versions.size", version.text.length);
    return html(
      "li",
      {},
      html(
        "span",
        {},
        [
          versionTime(version.at, language),
          say(language, `store.version.${version.reason}`),
          size,
        ].join(" · "),
      ),
      difference(version),
      button,
    );
  });
  const dialog = openDialog(build, {
    language,
    title: editorText(language, "versions.title"),
    name: "versions",
    content:
      items.length > 0
        ? html("ol", { class: "versions" }, items)
        : html("p", {}, editorText(language, "versions.empty")),
  });
}
