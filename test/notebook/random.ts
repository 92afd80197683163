/** Numbers in [0, 1) that a seed decides (mulberry32), so that a failure can be had again. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(random: () => number, items: readonly [T, ...T[]]): T {
  return items[Math.floor(random() * items.length)] ?? items[0];
}

/** Lines that a notebook is made of, whole and broken. */
export const pieces = [
  "---",
  "\uFEFF---",
  "title: 罚款",
  "title: [",
  "order: 2",
  "+++",
  "+++ ",
  " +++",
  "```sql id=fines",
  "```sql id=fines id=x",
  "```chart data=fines",
  '```input id="a b"',
  "```js",
  "```",
  "   ```  ",
  "````",
  "````sql",
  "~~~",
  "~~~sql id=x",
  "```python id=x",
  "```sql `x`",
  "::: {lang=zh}",
  ":::",
  "SELECT ${a}",
  "",
  "",
  " \t",
  "\u2028",
  "\uFEFF",
  "# 题",
  "正文 text",
  "    indented",
  "- item",
  "type: dots",
] as const;

/** A text of such lines, with any line ends. */
export function randomText(random: () => number, most: number): string {
  const end = pick(random, ["\n", "\n", "\n", "\r\n", "\r"]);
  const count = Math.floor(random() * (most + 1));
  const lines = Array.from({ length: count }, () => {
    const mixed = random() < 0.05 ? pick(random, ["\n", "\r\n", "\r"]) : end;
    return pick(random, pieces) + mixed;
  });
  const text = lines.join("");
  return random() < 0.3 ? text.replace(/[\r\n]+$/, "") : text;
}
