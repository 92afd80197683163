import { recall, remember } from "./remember.ts";

export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const KEY = "fadu:theme";

/** The reader's choice; where storage is refused, that of this page. */
export function readTheme(root: HTMLElement = document.documentElement): Theme {
  const name = recall(KEY) ?? root.dataset["theme"];
  return themes.find((theme) => theme === name) ?? "auto";
}

/** Sets the theme of the document and keeps it where storage allows. */
export function setTheme(theme: Theme, root: HTMLElement = document.documentElement): void {
  if (theme === "auto") delete root.dataset["theme"];
  else root.dataset["theme"] = theme;
  remember(KEY, theme);
}
