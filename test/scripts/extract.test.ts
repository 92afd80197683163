import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { columnsOf } from "../../src/domain/index.ts";
import { filesOf } from "../../scripts/extract/files.ts";
import { optionsOf } from "../../scripts/extract/options.ts";

const script = fileURLToPath(new URL("../../scripts/extract.ts", import.meta.url));
const report = (year: number) =>
  `苏州市应急管理局${String(year)}年度法治政府建设情况报告\n全市检查企业568家，实施行政处罚130起，罚款281.48万元。\n苏州市应急管理局\n${String(year + 1)}年1月12日\n`;

function run(...words: readonly string[]) {
  const done = spawnSync(process.execPath, ["--import", "tsx", script, ...words], {
    encoding: "utf8",
  });
  return { code: done.status, out: done.stdout, told: done.stderr };
}

function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const path = mkdtempSync(join(tmpdir(), "fadu-extract-"));
  mkdirSync(join(path, "deep"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return path;
}

describe("npm run extract", () => {
  const path = folder({
    "b-2023.txt": report(2023),
    "deep/a-2022.html": `<html><head><title>x</title></head><body><nav>首页</nav><article><h1>${report(2022).replaceAll("\n", "</p><p>")}</p></article></body></html>`,
    "broken.pdf": "%PDF-1.7 this is none",
    "notes.md": "罚款7万元",
  });

  it("prints a figure a line, the same by one process and by two, and names what failed", () => {
    const [one, two] = [run(path, "--jobs", "1"), run(path, "--jobs", "2", "--summary")];
    expect(two.out).toBe(one.out);
    expect(one.code).toBe(1);
    expect(one.told).toContain("broken.pdf");
    expect(two.told).toContain("files: 3, failed 1");
    const rows = one.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows.map((row) => [row["report_id"], row["metric_id"], row["value"]])).toEqual([
      ["b-2023", "inspected_entities", 568],
      ["b-2023", "penalty_cases", 130],
      ["b-2023", "penalty_amount", 281.48],
      ["a-2022", "inspected_entities", 568],
      ["a-2022", "penalty_cases", 130],
      ["a-2022", "penalty_amount", 281.48],
    ]);
    const names = columnsOf("facts").map(({ name }) => name);
    expect(Object.keys(rows[0] ?? {}).slice(0, names.length)).toEqual(names);
  }, 180_000);

  it("writes CSV and Parquet of the same figures", async () => {
    const [csv, parquet] = [join(path, "out.csv"), join(path, "out.parquet")];
    expect(run(join(path, "b-2023.txt"), "--format", "csv", "--out", csv).code).toBe(0);
    expect(run(join(path, "b-2023.txt"), "--format", "parquet", "--out", parquet).code).toBe(0);
    const text = readFileSync(csv, "utf8");
    expect(text.startsWith("\uFEFFfact_id,")).toBe(true);
    expect(text.trim().split("\r\n")).toHaveLength(4);
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(parquet) });
    expect(rows.map((row) => row["value"])).toEqual([568, 130, 281.48]);
  }, 180_000);

  it("compares what another extractor says with its own reading", () => {
    const annotations = join(path, "theirs.csv");
    writeFileSync(
      annotations,
      "quote,value,metric\n罚款281.48万元,281.48,penalty_amount\n行政处罚130起,103,penalty_cases\n",
    );
    const { code, out } = run(join(path, "b-2023.txt"), "--check", annotations);
    expect(code).toBe(0);
    const kinds = out
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { kind: string }).kind);
    expect(kinds).toContain("value_differs");
    expect(kinds).toContain("only_ours");
  }, 180_000);

  it("says what it cannot do", () => {
    expect(run().code).toBe(2);
    expect(run("--nonsense", path).code).toBe(2);
    const { code, told } = run(join(path, "missing.txt"));
    expect(code).toBe(1);
    expect(told).toContain("missing.txt");
  }, 180_000);

  it("reads its words", () => {
    expect(optionsOf(["a"], 4)).toMatchObject({ paths: ["a"], format: "jsonl", jobs: 4 });
    expect(optionsOf(["a", "--jobs", "0"], 4)).toBe("invalid jobs: 0");
    expect(optionsOf(["a", "--format", "xls"], 4)).toBe("unknown format: xls");
    expect(optionsOf(["a", "--format", "parquet"], 4)).toContain("--out");
  });

  it("gives each file an id of its own, whatever its name", async () => {
    const named = folder({ "报告.txt": "", "公报.txt": "", "A b.txt": "" });
    const { files } = await filesOf([named, join(named, "A b.txt")]);
    expect(files.map(({ reportId }) => reportId)).toEqual(["a-b", "report", "report-2"]);
  });
});
