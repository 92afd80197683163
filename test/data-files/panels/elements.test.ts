import type { Table } from "apache-arrow";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readData } from "../../../scripts/data.ts";
import { provenanceOf } from "../../../src/figures/index.ts";
import { builder } from "../../../src/dom/index.ts";
import { insertTables, toRows, type Connection, type Row } from "../../../src/engine/index.ts";
import { openNode } from "../../../src/engine/node.ts";
import {
  byId,
  catalogueOf,
  columnMeaning,
  columnsOf,
  factsOf,
  tableNames,
  tablesOf,
  viewDefinitions,
} from "../../../src/domain/index.ts";
import { exportTable } from "../../../src/data-files/index.ts";
import {
  checkFigures,
  downloadMenu,
  looksLikeFacts,
  schemaBrowser,
  statisticsOf,
} from "../../../src/data-files/panels/index.ts";
import { tableWords as words } from "../../../src/words/data-files.ts";
import { inThread, page, until } from "./world.ts";
import { withStream } from "../../../scripts/with-stream.ts";

const { dataset } = await readData("data");
const tables = tablesOf(dataset);
let connection: Connection;
beforeAll(async () => {
  connection = await openNode();
  const loaded = tableNames.map((name) =>
    withStream({ name, columns: columnsOf(name), rows: tables[name] as unknown as Row[] }),
  );
  await insertTables(connection, loaded, { definitions: viewDefinitions(catalogueOf(tables)) });
  const columns = [{ name: "n", type: "DOUBLE" }] as const;
  const { columnsToArrow } = await import("../../../src/engine/ipc.ts");
  await connection.addTable({
    name: "mine",
    columns,
    stream: [columnsToArrow(columns, [[0, 0, 10, null, null, null]])],
  });
});
afterAll(() => connection.close());

const context = {
  build: builder(page()),
  language: "zh",
  catalogue: {
    facts: byId(factsOf(dataset), "fact_id"),
    reports: byId(dataset.reports, "report_id"),
    metrics: byId(dataset.metrics, "metric_id"),
    regions: byId(dataset.regions, "region_id"),
    checks: tables.checks,
  },
} as const;

describe("statistics of a column", () => {
  test("tell what is missing apart from zero", async () => {
    const found = await statisticsOf(connection, "mine", "n", "DOUBLE");
    expect(found).toMatchObject({ rows: 6, missing: 3, distinct: 2, least: "0", most: "10" });
    expect(found.histogram?.[0]).toBe(2);
    expect(found.histogram?.at(-1)).toBe(1);
    expect(found.histogram?.reduce((a, b) => a + b)).toBe(3);
  });

  test("of text are its most frequent values", async () => {
    const found = await statisticsOf(connection, "facts", "qualifier", "VARCHAR");
    expect(found.histogram).toBe(null);
    expect(found.tops[0]).toMatchObject({ value: "exact" });
  });
});

describe("the browser of tables", () => {
  test("lists own tables first, then ours and the views, with meanings in both languages", async () => {
    for (const [language, meaning] of [
      ["zh", "数值，按指标的标准单位"],
      ["en", "the value, in the metric’s canonical unit"],
    ] as const) {
      const document = page();
      const inserted: string[] = [];
      const browser = schemaBrowser({
        document,
        language,
        connector: connection,
        views: ["figures"],
        own: () => ["mine"],
        onInsert: (text) => inserted.push(text),
      });
      document.body.append(browser.element);
      await browser.refresh();
      const names = [...browser.element.querySelectorAll("[data-table]")].map((e) =>
        e.getAttribute("data-table"),
      );
      expect(names[0]).toBe("mine");
      expect(names.at(-1)).toBe("figures");
      expect(names).toEqual(expect.arrayContaining([...tableNames]));
      const facts = browser.element.querySelector<HTMLDetailsElement>('[data-table="facts"]');
      facts?.setAttribute("open", "");
      await until(() => facts?.querySelector('[data-column="value"]'));
      expect(facts?.textContent).toContain(meaning);
      facts?.querySelector<HTMLButtonElement>("[data-insert]")?.click();
      expect(inserted).toEqual(["facts"]);
    }
  });

  test("counts a column when it is opened, and draws what is missing apart", async () => {
    const document = page();
    const browser = schemaBrowser({
      document,
      language: "zh",
      connector: connection,
      own: () => ["mine"],
    });
    document.body.append(browser.element);
    await browser.refresh();
    browser.element.querySelector('[data-table="mine"]')?.setAttribute("open", "");
    const column = await until(() => browser.element.querySelector('[data-column="n"]'));
    column.setAttribute("open", "");
    const drawing = await until(() => column.querySelector("svg"));
    expect(drawing.getAttribute("aria-label")).toBe("从0到10的分布，最高一格2行；缺失3行另列");
    expect(drawing.querySelectorAll(".own-bar-missing")).toHaveLength(1);
  });
});

test("every column of ours has its meaning, and no other has", () => {
  for (const table of tableNames)
    for (const { name } of columnsOf(table))
      for (const language of ["zh", "en"] as const)
        expect(columnMeaning(table, name, language)).toBeTruthy();
  expect(columnMeaning("facts", "toString", "zh")).toBe(null);
  expect(columnMeaning("mine", "value", "zh")).toBe(null);
});

describe("a result on its way out", () => {
  const fines =
    "SELECT fact_id, value FROM facts WHERE metric_id = 'penalty_amount' AND alignment = 'exact' ORDER BY fact_id";
  const write = (table: Table, format: "csv" | "json") =>
    exportTable(table, format, {
      spawn: inThread,
      provenance: (row) => provenanceOf(row, context),
    });

  test("takes clause, report and flags along where rows rest on figures", async () => {
    const table = await connection.query(fines);
    const rows: unknown = JSON.parse(await (await write(table, "json")).text());
    expect(rows).toHaveLength(table.numRows);
    for (const [index, row] of (rows as Record<string, string>[]).entries()) {
      const fact = context.catalogue.facts.get(String(toRows(table)[index]?.["fact_id"]));
      expect(row["evidence"]).toBe(fact?.evidence);
      expect(row["report"]).toContain(context.catalogue.reports.get(fact?.report_id ?? "")?.title);
    }
    expect(JSON.stringify(rows)).toContain("不足一年");
  });

  test("takes those of all figures behind a derived row", async () => {
    const table = await connection.query(
      "SELECT list(fact_id) AS fact_ids, 'quotient' AS operation, first(value) / last(value) AS value FROM (SELECT fact_id, value FROM facts WHERE report_id LIKE 'zh%' AND alignment = 'exact' ORDER BY 1 LIMIT 2)",
    );
    const [row] = JSON.parse(await (await write(table, "json")).text()) as Record<string, string>[];
    expect(row?.["evidence"]?.split(" | ")).toHaveLength(2);
    expect(row?.["flags"]).toContain("推算");
  });

  test("without figures has no such columns, and an empty one has its names", async () => {
    const table = await connection.query("SELECT 1 AS a, 'x' AS b WHERE false");
    expect(await (await write(table, "csv")).text()).toBe("a,b\r\n");
  });

  test("of a hundred thousand rows lets others have their turn, and can be stopped", async () => {
    const table = await connection.query(
      "SELECT i, i * 0.5 AS half, '文' || i AS t FROM range(100000) r(i)",
    );
    const abort = new AbortController();
    const writing = exportTable(table, "csv", { spawn: inThread, signal: abort.signal });
    setTimeout(() => abort.abort(new Error("enough")), 1);
    await expect(writing).rejects.toThrow("enough");
  });
});

describe("the download menu", () => {
  const menu = (
    save: (blob: Blob, name: string) => void,
    copy?: (text: Promise<string>) => Promise<void>,
  ) => {
    const document = page();
    const element = downloadMenu({
      document,
      language: "zh",
      id: "fines",
      table: () => connection.query("SELECT '=1' AS a, -5 AS b"),
      save,
      write: (table, format, options) =>
        exportTable(table, format, { ...options, spawn: inThread }),
      ...(copy ? { copy } : {}),
    });
    document.body.append(element);
    return element;
  };

  test("saves under a name that says what is inside, and tells it", async () => {
    const saved: string[] = [];
    const element = menu((_, name) => saved.push(name));
    expect(element.querySelector("summary")?.getAttribute("data-action")).toBe("download");
    element.querySelector<HTMLButtonElement>("[data-format=csv]")?.click();
    await until(() => saved.length > 0);
    expect(saved[0]).toMatch(/^fadu-fines-1row-\d{4}-\d\d-\d\d\.csv$/);
    expect(element.querySelector("[role=status]")?.textContent).toContain("已存为");
  });

  test("copies as text for a spreadsheet and as Markdown", async () => {
    const texts: string[] = [];
    const element = menu(
      () => {},
      async (text) => void texts.push(await text),
    );
    for (const format of ["tsv", "markdown"]) {
      element.querySelector<HTMLButtonElement>(`[data-format=${format}]`)?.click();
      await until(() => texts.length === (format === "tsv" ? 1 : 2));
    }
    expect(texts[0]).toBe("a\tb\r\n'=1\t-5\r\n");
    expect(texts[1]).toContain("| '\\=1 | -5 |");
  });
});

describe("figures of one's own", () => {
  const own = factsOf(dataset)
    .slice(0, 5)
    .map((fact) => ({ ...fact, breakdown_of: null, same_as: null, extra: "x" }));
  test("are known by their columns", () => {
    expect(looksLikeFacts(Object.keys(own[0] ?? {}))).toBe(true);
    expect(looksLikeFacts(["value", "unit"])).toBe(false);
  });

  test("are checked by the rules; what is wrong is listed and the rest stays", async () => {
    const rows: Row[] = own.map((fact) => ({ ...fact }) as unknown as Row);
    expect((await checkFigures(rows, dataset)).problems).toEqual([]);
    const wrong = rows.map((row, index) =>
      index === 1 ? { ...row, metric_id: "nothing" } : index === 2 ? { ...row, value: null } : row,
    );
    const { facts, problems } = await checkFigures(wrong, dataset);
    expect(facts).toHaveLength(3);
    expect(problems.map(({ id }) => id)).toEqual(
      expect.arrayContaining([own[1]?.fact_id, own[2]?.fact_id]),
    );
    expect(problems.map(({ message }) => message).join()).toMatch(/unknown metric_id: nothing/);
  });
});

test("every word is in both languages with the same gaps", () => {
  const gaps = (text: string) => [...new Set(text.match(/\{\d\}/g) ?? [])].toSorted().join("");
  for (const [key, [zh, en]] of Object.entries(words)) {
    expect([key, gaps(zh)]).toEqual([key, gaps(en)]);
    expect(en, key).not.toMatch(/\p{Script=Han}/u);
    expect(zh, key).not.toMatch(/\p{Script=Han}[,:;?!()]|[,:;?!()]\p{Script=Han}/u);
  }
});
