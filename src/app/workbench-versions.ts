import type { Builder } from "../dom/index.ts";
import { openDialog, tell } from "../editor/index.ts";
import { locale, say } from "../i18n/index.ts";
import type { Version } from "../store/index.ts";

/** When a version was kept, to the second. */
export function versionTime(at: number, language: "zh" | "en"): string {
  return new Intl.DateTimeFormat(locale(language), {
    dateStyle: "medium",
    timeStyle: "medium",
  }).format(at);
}

/** The versions of a notebook, newest first, each with a button to go back to it. */
export function openVersions(
  build: Builder,
  language: "zh" | "en",
  versions: readonly Version[],
  onRestore: (version: Version) => void,
): void {
  const { html } = build;
  const items = versions.map((version) => {
    const button = html(
      "button",
      { type: "button", "data-action": "restore" },
      tell(language, "versions.restore"),
    );
    button.addEventListener("click", () => {
      dialog.close();
      onRestore(version);
    });
    const size = tell(language, "versions.size", version.text.length);
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
      button,
    );
  });
  const dialog = openDialog(build, {
    language,
    title: tell(language, "versions.title"),
    name: "versions",
    content:
      items.length > 0
        ? html("ol", { class: "versions" }, items)
        : html("p", {}, tell(language, "versions.empty")),
  });
}
