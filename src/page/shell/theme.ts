import { recall, remember } from "./remember.ts";

export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const KEY = "fadu:theme";

/** The reader's choice; where storage is refused, that of this page. */
export function readTheme(): Theme {
  const name = recall(KEY) ?? document.documentElement.dataset["theme"];
  return themes.find((theme) => theme === name) ?? "auto";
}

/** Sets the theme of the document and keeps it where storage allows. */
export function setTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === "auto") delete dataset["theme"];
  else dataset["theme"] = theme;
  remember(KEY, theme);
}
