export const encodings = [
  "utf-8",
  "gb18030",
  "utf-16le",
  "utf-16be",
  "big5",
  "shift_jis",
  "euc-kr",
  "windows-1252",
] as const;
export type Encoding = (typeof encodings)[number];
