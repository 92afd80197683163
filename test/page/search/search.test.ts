import { fileURLToPath } from "node:url";
import { JSDOM } from "jsdom";
import { afterEach, describe, expect, it, vi } from "vitest";
import { readData } from "../../../scripts/data.ts";
import { createSearch } from "../../../src/page/search/search.ts";
import { groupHits, targetOf, type Target } from "../../../src/page/search/hits.ts";
import { parted } from "../../../src/words/index.ts";
import { isSearchKey } from "../../../src/page/shell/keys.ts";
import { countText } from "../../../src/page/search/results.ts";
import type { Archive } from "../../../src/evidence/index.ts";
import { byId, tablesOf, type Language } from "../../../src/domain/index.ts";
import { createIndex, search, type Hit, type HitKind } from "../../../src/domain/search/index.ts";

const { dataset } = await readData(fileURLToPath(new URL("../../../data", import.meta.url)));
const tables = tablesOf(dataset);
const archive: Archive = {
  facts: byId(tables.facts, "fact_id"),
  reports: byId(tables.reports, "report_id"),
  metrics: byId(tables.metrics, "metric_id"),
  regions: byId(tables.regions, "region_id"),
  checks: tables.checks,
};

const globals = ["Node", "Element", "HTMLElement"] as const;
afterEach(() => vi.unstubAllGlobals());

/** A page with the search button, and what a person does with it. */
function page({ language = "zh" as Language, load = async () => archive } = {}) {
  const { window } = new JSDOM("<body><button data-action='search'>?</button></body>", {
    url: "https://example.org/?year=2022",
  });
  for (const name of globals) vi.stubGlobal(name, window[name]);
  const { document } = window;
  const chosen: { target: Target; source: HTMLElement }[] = [];
  const dialogs = createSearch({
    document,
    language: () => language,
    load,
    onChoose: (target, source) => chosen.push({ target, source }),
  });
  const one = <E extends Element>(selector: string) => {
    const found = document.querySelector<E>(selector);
    if (!found) throw new Error(`missing ${selector}`);
    return found;
  };
  const field = () => one<HTMLInputElement>("[role=combobox]");
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  const send = (type: string) => field().dispatchEvent(new window.Event(type, { bubbles: true }));
  const type = async (text: string) => {
    field().value = text;
    send("input");
    await settle();
  };
  const press = (key: string, init: KeyboardEventInit = {}) =>
    field().dispatchEvent(
      new window.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init }),
    );
  const active = () => document.getElementById(field().getAttribute("aria-activedescendant") ?? "");
  const options = () => [...document.querySelectorAll<HTMLElement>("[role=option]")];
  const dialog = () => document.querySelector('[data-panel="search"]');
  const status = () => one("[role=status]").textContent;
  dialogs.open();
  const looks = { active, options, dialog, status };
  return { window, document, dialogs, chosen, one, field, settle, send, type, press, ...looks };
}

describe("the search dialog", () => {
  it("lists what it finds by kind, marks it, and says how much", async () => {
    const at = page();
    await at.type("漳州罚款");
    const clause = at.options().find((option) => option.dataset["hit"] === "zz-29");
    expect(clause?.querySelector("q mark")?.textContent).toBe("罚款");
    expect(clause?.textContent).toContain("漳州");
    expect(clause?.textContent).toContain("漳州市应急管理局");
    await at.type("罚款");
    const groups = [...at.document.querySelectorAll("[role=group]")];
    const names = groups.map(
      (group) =>
        at.document.getElementById(group.getAttribute("aria-labelledby") ?? "")?.textContent,
    );
    expect(names[0]).toBe("指标");
    expect(names[1]).toMatch(/^原文/);
    expect(at.status()).toMatch(/^找到\d+条：指标2条、原文\d+条$/);
    expect(at.field().getAttribute("aria-expanded")).toBe("true");
  });

  it("moves through the options by keys and keeps the focus in the field", async () => {
    const at = page();
    await at.type("zzs");
    const [first, second] = at.options();
    expect(at.active()).toBe(first);
    at.press("ArrowDown");
    expect(at.active()).toBe(second);
    expect(first?.getAttribute("aria-selected")).toBe("false");
    expect(second?.getAttribute("aria-selected")).toBe("true");
    at.press("End");
    expect(at.active()).toBe(at.options().at(-1));
    at.press("ArrowDown");
    expect(at.active()).toBe(first);
    at.press("ArrowUp");
    expect(at.active()).toBe(at.options().at(-1));
    at.press("Home");
    expect(at.active()).toBe(first);
    expect(at.document.activeElement).toBe(at.field());
    at.press("Enter");
    const path = `figures/?region=${first?.dataset["hit"]}`;
    expect(at.chosen.map(({ target }) => target)).toEqual([{ path }]);
    expect(at.dialog()).toBeNull();
  });

  it("leads from a clause to its evidence, and names what had the focus before", async () => {
    const at = page();
    await at.type("77.48万元");
    at.press("Enter");
    expect(at.chosen[0]?.target).toEqual({ fact: "sw-51" });
    expect(at.chosen[0]?.source).toBe(at.one("[data-action=search]"));
  });

  it("gives the focus back on Escape, and opens again on the same page", async () => {
    const at = page();
    await at.type("zzs");
    at.press("Escape");
    expect(at.dialog()).toBeNull();
    expect(at.document.activeElement).toBe(at.one("[data-action=search]"));
    expect(at.chosen).toEqual([]);
    expect(at.window.location.search).toBe("?year=2022");
    at.dialogs.open();
    at.dialogs.open();
    expect(at.document.querySelectorAll('[data-panel="search"]')).toHaveLength(1);
    expect(at.document.activeElement).toBe(at.field());
  });

  it("waits until a word is composed, and leaves the keys to the input method", async () => {
    const at = page();
    await at.settle();
    at.send("compositionstart");
    await at.type("zhang");
    expect(at.options()).toEqual([]);
    at.press("Enter", { isComposing: true });
    at.press("Escape", { isComposing: true });
    expect(at.dialog()).not.toBeNull();
    at.field().value = "漳州";
    at.send("compositionend");
    await at.settle();
    expect(at.options()[0]?.dataset["hit"]).toBe("zhangzhou");
  });

  it("says what can be searched where nothing is found", async () => {
    const at = page({ language: "en" });
    await at.type("qqqqxx");
    expect(at.status()).toBe("Nothing found for “qqqqxx”");
    expect(at.one(".note").textContent).toContain("Regions, measures, agencies and the clauses");
    expect(at.field().getAttribute("aria-expanded")).toBe("false");
    at.press("Enter");
    expect(at.chosen).toEqual([]);
  });

  it("says so where the figures cannot be loaded, and tries again", async () => {
    let tries = 0;
    const load = async () => {
      if (tries++ === 0) throw new Error("facts.parquet");
      return archive;
    };
    const at = page({ load });
    await at.settle();
    expect(at.one("[role=alert]").textContent).toContain("数字未能载入");
    at.field().value = "漳州";
    at.one<HTMLButtonElement>("[role=alert] button").click();
    await at.settle();
    expect(at.options()[0]?.dataset["hit"]).toBe("zhangzhou");
    expect(at.document.querySelector("[role=alert]")).toBeNull();
  });

  it("marks Chinese clauses as Chinese on the English page", async () => {
    const at = page({ language: "en" });
    await at.type("Suzhou fines");
    const quotes = [...at.document.querySelectorAll("[role=option] q")];
    expect(quotes.length).toBeGreaterThan(0);
    expect(quotes.every((quote) => quote.getAttribute("lang") === "zh-CN")).toBe(true);
    const marks = [...at.document.querySelectorAll("[role=option] .name mark")];
    expect(marks.map((mark) => mark.textContent)).toContain("Suzhou");
  });

  it("does not let a name without any figure be chosen", async () => {
    const at = page();
    await at.type("台湾");
    const option = at.options().find((one) => one.dataset["hit"] === "taiwan");
    expect(option?.getAttribute("aria-disabled")).toBe("true");
    expect(option?.textContent).toContain("尚无数字");
    option?.click();
    expect(at.chosen).toEqual([]);
    expect(at.active()).not.toBe(option);
  });
});

describe("where a hit leads", () => {
  const hit = (kind: HitKind, id: string): Hit => ({ kind, id, text: id, ranges: [], score: 0 });
  it.each([
    ["region", "zhangzhou", "zh", { path: "figures/?region=zhangzhou" }],
    ["region", "guangdong", "en", { path: "en/figures/?region=guangdong" }],
    ["region", "yunnan", "en", { path: "en/regions/?province=yunnan" }],
    ["region", "taiwan", "zh", null],
    ["metric", "penalty_amount", "en", { path: "en/figures/?measure=penalty_amount" }],
    ["agency", "株洲市应急管理局", "zh", { path: "figures/?report=zhuzhou-2024" }],
    ["clause", "sw-51", "zh", { fact: "sw-51" }],
  ] as const)("%s %s (%s)", (kind, id, language, target) => {
    expect(targetOf(hit(kind, id), archive, language)).toEqual(target);
  });

  it("is somewhere for every metric, agency and clause", () => {
    const ids = {
      metric: [...archive.metrics.keys()],
      agency: [...archive.reports.values()].map(({ agency }) => agency),
      clause: [...archive.facts.keys()],
    } as const;
    for (const kind of ["metric", "agency", "clause"] as const)
      for (const id of ids[kind]) expect(targetOf(hit(kind, id), archive, "zh")).not.toBeNull();
  });

  it("shows the first hits of a kind and counts all", () => {
    const index = createIndex(tables);
    const groups = groupHits(search(index, "罚款", { limit: Infinity }));
    const clauses = groups.find(({ kind }) => kind === "clause");
    const { shown, rest } = parted(clauses?.hits ?? []);
    expect(shown).toHaveLength(20);
    expect(rest?.total).toBe(clauses?.total);
    expect(clauses?.total).toBeGreaterThan(20);
    const text = countText(groups, { language: "en" } as never);
    expect(text).toMatch(/^Found \d+: Measures 2, Clauses \d+$/);
  });
});

describe("the keys of the search", () => {
  const { window } = new JSDOM("<body><input><p></p></body>");
  const key = (name: string, init: KeyboardEventInit = {}, on = "p") => {
    for (const name of globals) vi.stubGlobal(name, window[name]);
    const event = new window.KeyboardEvent("keydown", { key: name, bubbles: true, ...init });
    window.document.querySelector(on)?.dispatchEvent(event);
    return isSearchKey(event);
  };

  it("are / outside of fields, and Ctrl-K or ⌘K everywhere", () => {
    expect(key("/")).toBe(true);
    expect(key("/", {}, "input")).toBe(false);
    expect(key("/", { ctrlKey: true })).toBe(false);
    expect(key("k", { ctrlKey: true }, "input")).toBe(true);
    expect(key("K", { metaKey: true })).toBe(true);
    expect(key("k")).toBe(false);
    expect(key("k", { ctrlKey: true, shiftKey: true })).toBe(false);
    expect(key("/", { isComposing: true })).toBe(false);
  });
});
