import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Connection } from "../../src/engine/connection.ts";
import { toRows } from "../../src/engine/index.ts";
import { toArrowStream } from "../../src/engine/ipc.ts";
import { codeHash } from "../../src/notebook/editing.ts";
import { createConsent, plainTableFunctions, tablesRead } from "../../src/runtime/index.ts";
import { cell, compile, openFacts, run, listening } from "./world.ts";

const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000 });
const columns = [{ name: "pay", type: "DOUBLE" }] as const;
let connector: Connection;
beforeAll(async () => {
  connector = await openFacts();
  const stream = (async function* () {
    yield toArrowStream(columns, [{ pay: 4711 }]);
  })();
  await connector.addTable({ name: "Salaries", columns, stream });
});
afterAll(() => connector.close());

/** Statements that read the table `Salaries` in this engine, none by a plain FROM alone. */
const readers: readonly string[] = [
  "FROM salaries",
  'SELECT * FROM memory.main."SALARIES"',
  "SELECT (FROM salaries)",
  "TABLE salaries",
  "SELECT * FROM range(3), salaries",
  "FROM 'salaries'",
  "FROM 'sala'\n'ries'",
  "FROM 'sala' -- text\n 'ries'",
  "FROM $$salaries$$",
  "FROM E'sal\\x61ries'",
  "FROM query_table /* a */ ('sala' || 'ries')",
  "FROM main.query_table('sala' || 'ries')",
  "FROM query_table\u200b('sala' || 'ries')",
  "FROM \"query_table\"('sala' || 'ries')",
  "FROM histogram('sala' || 'ries', pay)",
  "FROM histogram_values('sala' || 'ries', pay)",
  "FROM (SUMMARIZE salaries)",
  "FROM (DESCRIBE)",
  "FROM (DESC)",
  "FROM (SHOW TABLES)",
  "FROM (SHOW ALL TABLES)",
  "FROM duckdb_tables()",
  "FROM duckdb_tables",
  "FROM pg_class",
  "FROM information_schema.tables",
  "FROM sqlite_master",
  "FROM pragma_storage_info('sala' || 'ries')",
  "FROM pragma_table_info('sala' || 'ries')",
];

describe("the tables that a statement reads", () => {
  it.each(readers)("are seen in %s, which does read it", async (sql) => {
    expect(toRows(await connector.query(sql)).length).toBeGreaterThan(0);
    expect(tablesRead(sql, ["Salaries", "other"])).toContain("Salaries");
  });

  it.each([
    "SELECT region_id, max(value) FROM facts GROUP BY ALL ORDER BY 2 DESC",
    "WITH a AS (SELECT * FROM facts) SELECT * FROM a, unnest([1, 2]), generate_series(3)",
    "SELECT query FROM (SELECT 'a' AS query, 'b\\d' AS x)",
    "SELECT list_contains(['a', 'b'], scope), \"version\" FROM (SELECT scope, 1 AS version FROM facts)",
  ])("are none in %s", async (sql) => {
    expect(toRows(await connector.query(sql)).length).toBeGreaterThan(0);
    expect(tablesRead(sql, ["Salaries"])).toEqual([]);
  });

  it("are told apart", () => {
    expect(tablesRead("FROM mine JOIN theirs USING (id)", ["mine", "theirs", "min"])).toEqual([
      "mine",
      "theirs",
    ]);
    expect(tablesRead('FROM "a b"', ["a b", "b"])).toEqual(["a b", "b"]);
  });

  it("may be any where a function of the engine gives a table, but for those that take no name", async () => {
    const functions = toRows(
      await connector.query(
        "SELECT DISTINCT function_name AS name FROM duckdb_functions() WHERE function_type IN ('table', 'table_macro')",
      ),
    ).map(({ name }) => String(name));
    expect(functions.length).toBeGreaterThan(50);
    const unseen = functions.filter((name) => tablesRead(`FROM ${name}('a')`, ["t"]).length === 0);
    expect(unseen.toSorted()).toEqual([...plainTableFunctions]);
  });

  it("may be any where a view of the engine lists them", async () => {
    const views = toRows(
      await connector.query(
        "SELECT if(schema_name = 'information_schema', schema_name || '.', '') || view_name AS name FROM duckdb_views() WHERE internal",
      ),
    ).map(({ name }) => String(name));
    expect(views.length).toBeGreaterThan(20);
    expect(views.filter((name) => tablesRead(`FROM ${name}`, ["t"]).length === 0)).toEqual([]);
  });
});

describe("consent", () => {
  const text =
    cell("sql id=pay", "SELECT * FROM salaries") +
    cell("sql id=least", "SELECT min(pay) AS pay FROM pay") +
    cell("input id=choice", "type: table\nfrom: least") +
    cell("js id=thief", "choice") +
    cell("js id=free", "1");
  const codes = compile(text).cells.flatMap((one) => (one.kind === "js" ? [one.hash] : []));
  const grants = codes.map((code) => ({ code, tables: [] }));

  it("is the code's: another has none, whatever else is the same", () => {
    const consent = createConsent({ grants: [{ code: codeHash("1"), tables: [] }] });
    const [one] = compile(cell("js id=a", "1")).cells;
    const [two] = compile(cell("js id=a", "1 ")).cells;
    if (one?.kind !== "js" || two?.kind !== "js") throw new Error("missing cell");
    expect(consent.lack(one, new Map())).toBeNull();
    expect(consent.lack(two, new Map())).toEqual({ code: true, tables: [] });
  });

  it("to read a table of the reader's is asked for by name, through queries and inputs, and then given", async () => {
    const { sandboxes, given: got } = listening();
    const consent = createConsent({ grants, isStranger: true, ownTables: () => ["Salaries"] });
    const { textOf, at } = run(text, connector, { showQueries: true, sandboxes, consent });
    await until(() => expect(textOf("thief")).toContain("Salaries"));
    await until(() => expect(got).toEqual([{}]));
    at("thief").querySelector<HTMLButtonElement>("[data-action=run]")?.click();
    await until(() => expect(got).toHaveLength(2));
    expect(consent.grants().map(({ tables }) => tables)).toEqual([["Salaries"], []]);
  });

  it("is missing again when a table comes while the code runs, and when another takes its name", async () => {
    const { sandboxes, given: got } = listening();
    let own: string[] = [];
    const consent = createConsent({ grants, isStranger: true, ownTables: () => own });
    const running = run(text, connector, { showQueries: true, sandboxes, consent });
    await until(() => expect(got).toHaveLength(2));
    own = ["Salaries"];
    running.edit(text.replace("min(pay)", "max(pay)"));
    await until(() => expect(running.textOf("thief")).toContain("Salaries"));
    running.at("thief").querySelector<HTMLButtonElement>("[data-action=run]")?.click();
    await until(() => expect(got).toHaveLength(3));
    consent.forget("salaries");
    await until(() => expect(running.textOf("thief")).toContain("Salaries"));
    expect(got).toHaveLength(3);
  });
});
