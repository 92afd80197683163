import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { DuckDBInstance } from "@duckdb/node-api";
import { parquetReadObjects } from "hyparquet";
import { afterAll, describe, expect, it } from "vitest";
import { headlines, main, readData, writeData } from "../../scripts/data.ts";
import { columnsOf, tableNames, tablesOf } from "../../src/domain/index.ts";
import type { TableName } from "../../src/domain/index.ts";
import { insertTables, loadManifest, loadTables, toRows } from "../../src/engine/index.ts";
import { fileFetch, openNode } from "../../src/engine/node.ts";
import { dataset as fixture, fact } from "../domain/fixture.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const temporary = () => mkdtempSync(join(tmpdir(), "fadu-data-"));
const out = temporary();
const { dataset } = await readData(join(root, "data"));
const manifest = await writeData(dataset, out);
const tables = tablesOf(dataset);
const rowsOf = (name: TableName) => tables[name].map((row) => ({ ...row }));
afterAll(() => rmSync(out, { recursive: true }));

describe("the written data", () => {
  it("has the same bytes when written again", async () => {
    const again = temporary();
    await writeData(dataset, again);
    expect(readdirSync(again).sort()).toEqual(readdirSync(out).sort());
    for (const name of readdirSync(out))
      expect(readFileSync(join(again, name)).equals(readFileSync(join(out, name))), name).toBe(true);
    rmSync(again, { recursive: true });
  });

  it("has a manifest with rows, and bytes and hash of each Parquet and Arrow file", () => {
    expect(JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"))).toEqual(manifest);
    expect(manifest.tables.map((table) => table.name)).toEqual(tableNames);
    for (const { name, rows, arrow, ...parquet } of manifest.tables) {
      expect(rows).toBe(tables[name].length);
      expect([parquet.file, arrow.file]).toEqual([`${name}.parquet`, `${name}.arrow`]);
      for (const { file, bytes, sha256 } of [parquet, arrow]) {
        const content = readFileSync(join(out, file));
        expect(content.byteLength).toBe(bytes);
        expect(createHash("sha256").update(content).digest("hex")).toBe(sha256);
      }
    }
  });

  it("is the same as JSON, column by column", () => {
    for (const { name, json, columns } of manifest.tables) {
      const rows = JSON.parse(readFileSync(join(out, json), "utf8")) as object[];
      expect(rows).toEqual(rowsOf(name));
      for (const row of rows) expect(Object.keys(row)).toEqual(columns.map((c) => c.name));
    }
  });

  it.each(tableNames)("%s.parquet reads the same with hyparquet", async (name) => {
    const { buffer } = new Uint8Array(readFileSync(join(out, `${name}.parquet`)));
    expect(await parquetReadObjects({ file: buffer })).toEqual(rowsOf(name));
  });

  it.each(tableNames)("%s.parquet reads the same with native DuckDB, types and all", async (name) => {
    const connection = await (await DuckDBInstance.create()).connect();
    const path = join(out, `${name}.parquet`);
    const reader = await connection.runAndReadAll("SELECT * FROM read_parquet($1)", [path]);
    expect(reader.getRowObjectsJS()).toEqual(rowsOf(name));
    const types = reader.columnTypes().map(String);
    const names = reader.columnNames();
    expect(names.map((column, index) => `${column} ${types[index] ?? ""}`)).toEqual(
      columnsOf(name).map((column) => `${column.name} ${column.type}`),
    );
    connection.closeSync();
  });

  it("reads the same through the page's loader and engine", async () => {
    const engine = await openNode();
    const loaded = await loadManifest(out, { fetch: fileFetch });
    await insertTables(engine, await loadTables(loaded, out, { fetch: fileFetch }));
    for (const name of tableNames)
      expect(toRows(await engine.query(`SELECT * FROM ${name}`))).toEqual(rowsOf(name));
    await engine.close();
  }, 30_000);

  it("sums up the headline metrics and names who does not report them", () => {
    expect(headlines(dataset)).toEqual([
      "penalty_amount (万元): 8 in 4 reports; not reported: zhuzhou-2024",
      "inspection_visits (家次): 5 in 2 reports; not reported: wansheng-2022, zhuzhou-2024, suzhou-2019q3",
      "inspected_entities (家): 4 in 3 reports; not reported: wansheng-2022, zhuzhou-2024",
      "approval_time_compression_rate (%): 3 in 2 reports; not reported: shanwei-2022, zhuzhou-2024, suzhou-2019q3",
    ]);
  });

  it("keeps nulls and odd text, whatever the rows", async () => {
    const odd = fact({ value_text: "“12家”\n<b>&\u0000\u{20000}", note: "", evidence_start: null });
    const folder = temporary();
    await writeData(fixture([odd, fact({ fact_id: "a-02", evidence: null })]), folder);
    const { buffer } = new Uint8Array(readFileSync(join(folder, "facts.parquet")));
    const rows = await parquetReadObjects({ file: buffer });
    expect(rows).toEqual([odd, fact({ fact_id: "a-02", evidence: null })]);
    rmSync(folder, { recursive: true });
  });
});

describe("the command", () => {
  const run = async (options: string[], data = join(root, "data")) => {
    const [printed, complaints, folder]: [string[], string[], string] = [[], [], temporary()];
    const code = await main(options, {
      data,
      out: folder,
      print: (line) => printed.push(line),
      complain: (line) => complaints.push(line),
    });
    const files = readdirSync(folder);
    rmSync(folder, { recursive: true });
    return { code, printed, complaints, files };
  };

  it("writes the tables and says how large they are", async () => {
    const { code, printed, complaints, files } = await run([]);
    expect({ code, complaints, files: files.length }).toEqual({ code: 0, complaints: [], files: 3 * tableNames.length + 1 });
    expect(printed[0]).toMatch(/^facts\.parquet: 720 rows, \d+ bytes$/);
  });

  it("only checks where asked to", async () => {
    expect(await run(["--check"])).toMatchObject({ code: 0, complaints: [], files: [] });
  });

  it("prints what nobody has confirmed where asked to, and writes nothing", async () => {
    const { code, printed, files } = await run(["--proposals"]);
    const { proposals } = tablesOf(dataset);
    expect({ code, files, lines: printed.length }).toEqual({
      code: 0,
      files: [],
      lines: Math.max(1, proposals.length),
    });
    for (const { stated_fact, operands } of proposals) {
      expect(printed.join("\n")).toContain(`${stated_fact} = `);
      expect(printed.join("\n")).toContain(`operands ${operands}`);
    }
  });

  it("refuses an option that it does not know", async () => {
    const complaints = ["unknown option: --chek"];
    expect(await run(["--chek"])).toMatchObject({ code: 2, complaints, files: [] });
  });

  it("names every problem of shape and of meaning, and writes nothing", async () => {
    const data = temporary();
    cpSync(join(root, "data"), data, { recursive: true });
    const edit = (name: string, from: string, to: string) =>
      writeFileSync(join(data, name), readFileSync(join(data, name), "utf8").replace(from, to));
    edit("facts/zhuzhou-2024.json", '"value": 2177', '"value": 2771');
    edit("facts/shanwei-2022.json", '"scope": "bureau"', '"scope": "city"');
    edit("regions.json", '"parent": "fujian"', '"parent": "fujien"');
    edit("checks.json", '"zz-10"', '"zz-99"');
    expect(await run([], data)).toMatchObject({
      code: 1,
      files: [],
      complaints: [
        expect.stringMatching(/^data\/facts\/shanwei-2022\.json sw-01: invalid scope: /) as unknown,
        "data/regions.json zhangzhou: unknown parent: fujien",
        "data/facts/fujian-2018-08.json c-2305: invalid part: c-2321 is of zhangzhou, outside fujian",
        "data/facts/zhuzhou-2024.json zh-12: invalid part: zh-13 exceeds its total",
        "data/facts/zhuzhou-2024.json zh-13: invalid value: 2771, value_text 2177处 gives 2177",
        "data/checks.json zz-penalty-cases: unknown operand: zz-99",
      ],
    });
    rmSync(data, { recursive: true });
  });

  it("runs from the shell", async () => {
    const command = ["--import", "tsx", join(root, "scripts/data.ts"), "--check"];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, command, { cwd: root });
    expect(stdout).toContain("penalty_amount (万元): 8 in 4 reports");
    expect(stderr).toBe("");
  }, 30_000);
});
