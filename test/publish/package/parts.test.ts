import fc from "fast-check";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { stale } from "../../../scripts/versions.ts";
import { rebased } from "../../../src/publish/package/address.ts";
import type { Row } from "../../../src/figures/index.ts";
import { dataOf } from "../../../src/publish/package/columns.ts";
import { csvOf } from "../../../src/publish/package/csv.ts";
import { dataBlock } from "../../../src/publish/package/jsonld.ts";
import { usedStyle } from "../../../src/publish/package/style.ts";
import { targetOf } from "../../../src/publish/package/target.ts";
import { advanced, ledgerText, sinceOf, withHashes } from "../../../scripts/vite/ledger.ts";
import { world } from "../../charts/world.ts";

describe("a link of the notebook on the page of a figure", () => {
  const stand = { package: "../", site: "../../../", notebook: "en/regions/" };

  it.each([
    ["../figures/?region=a#b", "../../../en/figures/?region=a#b"],
    ["./", "../../../en/regions/"],
    ["../../", "../../../"],
    ["#c-sw-47", "#c-sw-47"],
    ["https://example.org/x", "https://example.org/x"],
    ["mailto:a@example.org", "mailto:a@example.org"],
  ])("%s becomes %s", (href, expected) => {
    expect(rebased(href, stand)).toBe(expected);
  });
});

describe("the name of a number’s evidence", () => {
  it("is plain, and its own", () => {
    expect(targetOf("sw-47")).toBe("c-sw-47");
    expect(targetOf("quotient(ws-16,ws-15)")).toBe("c-quotient_ws-16_ws-15");
    const long = `sum(${Array.from({ length: 40 }, (_, i) => `sw-${i}`).join(",")})`;
    expect(targetOf(long)).toMatch(/^c-sum_[0-9a-f]{8}$/);
    expect(targetOf(long)).not.toBe(targetOf(long.replace("sw-7", "sw-77")));
  });
});

describe("the style of a figure’s page", () => {
  const root = new JSDOM(
    "<main><div class='chart wide'></div><div class='chart narrow'></div><p class='a'>x</p></main>",
  ).window.document.body;
  const used = (css: string) => usedStyle(css, root, "zh");

  it("keeps the rules that its elements need, and no others", () => {
    expect(used("/* a */ .a { color: red; }\n.b { color: blue } /* b */")).toBe(".a{color:red}");
    expect(used(".a:hover, .b:hover { color: red }")).toBe(".a:hover{color:red}");
    expect(used(":lang(en) .a { color: red } :lang(zh) .a { color: blue }")).toBe(
      ":lang(zh) .a{color:blue}",
    );
  });

  it("keeps a rule for what stands where it says, and no other", () => {
    for (const selector of ["body .a", "main>.narrow+p", ".chart~:is(p,li)", "main *", ":is(.a)"])
      expect([selector, used(`${selector}{color:red}`)]).toEqual([
        selector,
        `${selector}{color:red}`,
      ]);
    for (const selector of ["p .a", ".narrow+.wide", ".a.wide", "main>:is(li,.b)", "p>*"])
      expect([selector, used(`${selector}{color:red}`)]).toEqual([selector, ""]);
  });

  it("keeps which of two drawings is shown", () => {
    const css =
      "@container (width < 560px) { .chart.wide:has(+ .chart.narrow) { display: none } } @container (width >= 560px) { .chart.wide + .chart.narrow { display: none } }";
    expect(used(css).match(/display:none/g)).toHaveLength(2);
  });

  it("keeps the custom properties that something reads", () => {
    expect(used(":root { --a: 1px; --b: 2px } .a { margin: var(--a) }")).toBe(
      ":root{--a:1px}.a{margin:var(--a)}",
    );
  });
});

describe("data.csv", () => {
  const column = (name: string, value: string | number | null) => ({
    name,
    type: "string" as const,
    word: null,
    value: () => value,
  });
  const entry = {} as never;

  it("begins with a mark, ends lines after RFC 4180, and leaves empty what is missing", () => {
    const columns = [column("a", 'x"y'), column("b", null), column("c", 0)];
    expect(csvOf({ columns, entries: [entry] })).toBe('\u{FEFF}a,b,c\r\n"x""y",,0\r\n');
  });

  it("lets no spreadsheet run a text", () => {
    fc.assert(
      fc.property(fc.constantFrom("=", "+", "-", "@", "＝", "\t"), fc.string(), (sign, rest) => {
        const csv = csvOf({ columns: [column("a", `${sign}cmd${rest}`)], entries: [entry] });
        expect(csv.split("\r\n")[1]).toMatch(/^"?'/);
      }),
    );
  });
});

describe("the reason of what is missing", () => {
  const contexts = { zh: world("zh"), en: world("en") };
  const reasons = (row: Row) => {
    const { columns, entries } = dataOf([row], contexts);
    const named = columns.filter(({ name }) => name.startsWith("missing"));
    return entries.flatMap((entry) => named.map(({ value }) => value(entry)));
  };

  it("is not said of a row that has its numbers elsewhere", () => {
    expect(reasons({ year: 2020, share: 0.4 })).toEqual([null, null, null]);
  });

  it("is said of a row whose value is empty or that names one", () => {
    expect(reasons({ value: null })[0]).toBe("not_reported");
    expect(reasons({ missing: "planned" })[0]).toBe("planned");
    expect(reasons({ value: 3 })).toEqual([null, null, null]);
  });
});

describe("a data block", () => {
  it("cannot be ended by a text", () => {
    const text = "</script><script>alert(1)</script><!--";
    const block = dataBlock({ name: text });
    expect(block.match(/<\/script/g)).toHaveLength(1);
    const { document } = new JSDOM(block).window;
    expect(JSON.parse(document.querySelector("script")?.textContent ?? "")).toEqual({ name: text });
  });
});

describe("the ledger", () => {
  const figures = [{ id: "a", version: "11111111" }];

  it("dates a new version and leaves a known one as it was", () => {
    const first = advanced({}, figures, "2026-01-01");
    expect(advanced(first, figures, "2026-02-02")).toEqual(first);
    const next = advanced(first, [{ id: "a", version: "22222222" }], "2026-02-02");
    expect(next["a"]).toHaveLength(2);
    expect(sinceOf(next, { id: "a", version: "22222222" })).toBe("2026-02-02");
    expect(sinceOf(next, { id: "a", version: "11111111" })).toBeNull();
    expect(JSON.parse(ledgerText(next))).toEqual(next);
  });

  it("keeps the versions of a figure that is gone", () => {
    const ledger = { gone: [{ version: "33333333", date: "2026-01-01" }] };
    expect(advanced(ledger, figures, "2026-01-01")["gone"]).toEqual(ledger.gone);
  });

  it("gives a hash to what has none, and never another one", () => {
    const [first, other] = ["1".repeat(64), "2".repeat(64)];
    const kept = withHashes(advanced({}, figures, "2026-01-01"), new Map([["a/11111111", first]]));
    expect(kept["a"]?.[0]?.sha256).toBe(first);
    expect(withHashes(kept, new Map([["a/11111111", other]]))).toEqual(kept);
    expect(JSON.parse(ledgerText(kept))).toEqual(kept);
  });

  it("names the figures whose version it does not know", () => {
    expect(stale({}, figures)).toEqual(["a: none → 11111111"]);
  });
});
