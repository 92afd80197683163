import { describe, expect, it } from "vitest";
import { unknownNames } from "../../../src/page/session/unknown-names.ts";
import { compileNotebook } from "../../../src/notebook/compile.ts";

const text = `---
title: A
---

\`\`\`input id=year
type: select
label: {zh: 年份, en: Year}
options: ["2021", "2022"]
\`\`\`

\`\`\`sql id=rows
SELECT 1 AS value
\`\`\`

\`\`\`chart id=fines data=rows
type: bars
title: {zh: 罚款, en: Fines}
\`\`\`
`;
const { compiled } = compileNotebook(text, { slug: "a" });
const known = { regions: new Set(["suzhou"]) };

describe("an address with names that a notebook does not have", () => {
  it("is told of each of them, by its own notice", () => {
    const inputs = { year: "2022", yaer: "2021" };
    const address = { inputs, together: ["fines", "fine"], pinned: ["suzhou", "suzohu"] };
    expect(unknownNames(compiled, address, known)).toEqual([
      { key: "input-yaer", word: "error.address.input", values: ["yaer", "2021"] },
      { key: "together-fine", word: "error.address.cell", values: ["fine"] },
      { key: "pin-suzohu", word: "error.address.pin", values: ["suzohu"] },
    ]);
  });

  it("takes a query for no filter, and a filter for no chart", () => {
    const address = { inputs: { rows: "1" }, together: ["year"], pinned: [] };
    const found = unknownNames(compiled, address, known);
    expect(found.map(({ key }) => key)).toEqual(["input-rows", "together-year"]);
  });
});
