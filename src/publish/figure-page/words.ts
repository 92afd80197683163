const table = {
  source: ["出处", "Source"],
  close: ["关闭出处", "Close the source"],
} as const;

/** The few words that only the script says; all others stand in the page. */
export function word(document: Document, key: keyof typeof table): string {
  return table[key][document.documentElement.lang.startsWith("zh") ? 0 : 1];
}
