export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const KEY = "fadu:theme";

function themeNamed(name: string | null | undefined): Theme {
  return themes.find((theme) => theme === name) ?? "auto";
}

/** The reader's choice; storage may be refused, then it lasts for this page only. */
export function readTheme(root: HTMLElement = document.documentElement): Theme {
  try {
    return themeNamed(localStorage.getItem(KEY));
  } catch {
    return themeNamed(root.dataset["theme"]);
  }
}

/** Sets the theme of the document and keeps it where storage allows. */
export function setTheme(theme: Theme, root: HTMLElement = document.documentElement): void {
  if (theme === "auto") delete root.dataset["theme"];
  else root.dataset["theme"] = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Refused storage costs the reader one click on the next visit, nothing more.
  }
}
