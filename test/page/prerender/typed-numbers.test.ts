import { JSDOM } from "jsdom";
import { expect, it } from "vitest";
import { typedNumbers } from "../../../src/page/prerender/typed-numbers.ts";
import { compileNotebook } from "../../../src/notebook/compile.ts";

const notebook = (title: string, subtitle = "") =>
  compileNotebook(
    `---
title: 甲
title_en: A
description: 甲
description_en: A
order: 0
---

\`\`\`sql id=q
SELECT 1 AS value
\`\`\`

\`\`\`chart id=c data=q
type: dots
title:
  zh: 不相干
  en: "${title}"
subtitle: {zh: 无, en: "${subtitle}"}
\`\`\`
`,
    { slug: "n" },
  ).compiled;

const drawn = `<figure id="c"><h3>7 and 1,234 in the title itself</h3><div class="chart" aria-label="1 number">
<svg><text>2022</text><a aria-label="Jia: 1,234.5"></a></svg></div></figure>`;
const { document } = new JSDOM(`<main>${drawn}</main>`).window;
const main = document.querySelector("main") as HTMLElement;
const wrong = (title: string, subtitle?: string) =>
  typedNumbers(notebook(title, subtitle), main, "en");

it("passes what the chart draws, however it is grouped, and what a query gives", () => {
  expect(wrong("In 2022 it was 1234.5, or 1,234.5", "A 1")).toEqual([]);
  expect(wrong("From ${q.value} on")).toEqual([]);
  expect(typedNumbers(notebook("7"), main, "zh")).toEqual([]);
});

it("names file, line, column, number and what to write instead", () => {
  const [problem = "", ...others] = wrong("In 2022 it was 7");
  expect(others).toEqual([]);
  expect(problem).toMatch(/^notebooks\/n\.md:17:23: invalid number: 7 \(title of c, en: /);
  expect(problem).toContain("${query.column}");
});

it("finds each number once, in the text in which it stands", () => {
  const found = wrong("In 2021 and 2021", "1,235 in 2020").map((one) => one.split(" (")[0]);
  expect(found).toEqual([
    "notebooks/n.md:17:11: invalid number: 2021",
    "notebooks/n.md:18:24: invalid number: 1,235",
    "notebooks/n.md:18:33: invalid number: 2020",
  ]);
});
