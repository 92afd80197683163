import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archiveOf } from "../../../src/page/shell/archive.ts";
import type { Archive } from "../../../src/evidence/index.ts";
import type { Connection } from "../../../src/engine/index.ts";
import { writeFrame, frameOf } from "../../../src/data-files/write/index.ts";
import { compileNotebook } from "../../../src/notebook/compile.ts";
import {
  contentOf,
  packageFiles,
  picturesOf,
  type Content,
} from "../../../src/publish/package/index.ts";
import { consentByBuild, mount, type DrawnChart } from "../../../src/runtime/index.ts";
import { dataset } from "../../domain/curated.ts";
import { loaded, openViews } from "../../../scripts/views.ts";

const text = readFileSync(new URL("../../../notebooks/comparison.md", import.meta.url), "utf8");
const { compiled } = compileNotebook(text, { slug: "comparison" });
const cells = compiled.cells.filter(({ kind, id }) => kind !== "chart" || id === "fines-by-region");
const address = "https://example.org/?year=2022#fines-by-region";
const document = new JSDOM("<!doctype html><main></main>").window.document;

let connection: Connection;
let archive: Archive;
beforeAll(async () => {
  ({ connection } = await openViews(dataset));
  archive = archiveOf(loaded(dataset) as never);
}, 60_000);
afterAll(() => connection.close());

/** The figure of fines as it stands with these inputs. */
async function chartOf(inputs: Readonly<Record<string, string>>): Promise<DrawnChart> {
  const main = document.createElement("main");
  const notebook = { ...compiled, cells };
  const mounted = mount(notebook, main, {
    ...{ document, connector: connection, catalogue: archive, language: "zh", inputs },
    ...{ variants: () => ["wide"], state: "static", consent: consentByBuild(notebook) },
  });
  await mounted.settled;
  const chart = mounted.chart("fines-by-region");
  mounted.dispose();
  if (!chart) throw new Error("missing chart");
  return chart;
}

const packed = (chart: DrawnChart, at?: string) =>
  contentOf({ chart, archive, document, style: "", address: at });

function filesOf(content: Content, pictures?: Awaited<ReturnType<typeof picturesOf>>) {
  const notebook = { zh: "", en: "en/" };
  const place = { kind: "alone", home: null, notebook, address: "?year=2022" } as const;
  return packageFiles({ content, pictures, place, since: null });
}

describe("the package of a filtered figure", () => {
  it("says in every part what is filtered, and in data and pictures where it is seen", async () => {
    const chart = await chartOf({ year: "2022" });
    const content = packed(chart, address);
    const { version } = content;
    const pictures = await picturesOf({ chart, archive, document, version, address });
    const files = filesOf(content, pictures);
    const of = (path: string) => String(files.get(path));
    const zh = "筛选后：年份：2022";
    for (const path of ["index.html", "figure.svg", "data.csv", "datapackage.json", "README.txt"])
      expect([path, of(path).includes(zh)]).toEqual([path, true]);
    for (const path of ["en/index.html", "en/figure.svg", "data.csv", "datapackage.json"])
      expect([path, of(path).includes("Filtered: Year: 2022")]).toEqual([path, true]);
    const [head = "", ...lines] = of("data.csv").trim().split("\r\n");
    expect(head).toMatch(/,filtered_zh,filtered_en,address$/);
    for (const line of lines) expect(line.endsWith(address)).toBe(true);
    expect(lines.length).toBeGreaterThan(3);
    const written = new JSDOM(of("figure.svg")).window.document.documentElement.textContent ?? "";
    expect(written.replaceAll(/\s/g, "")).toContain("example.org/?year=2022#fines-by-region");
  });

  it("is another version than the whole one, which says nothing of filters", async () => {
    const whole = packed(await chartOf({}));
    const some = packed(await chartOf({ year: "2022" }), address);
    expect(some.version).not.toBe(whole.version);
    expect(whole.csv).not.toContain("filtered");
    expect(filesOf(whole).get("datapackage.json")).not.toContain("筛选后");
  });
});

it("a result as CSV says what is filtered and where, in each row", async () => {
  const frame = { columns: [{ name: "n", kind: "number" as const }], values: [[1, 2]], rows: 2 };
  const about = [
    ["filtered", "Filtered: Year: 2022"],
    ["address", address],
  ] as const;
  const csv = await (await writeFrame(frame as ReturnType<typeof frameOf>, "csv", about)).text();
  const line = (n: number) => `${n},Filtered: Year: 2022,${address}\r\n`;
  expect(csv).toBe(`n,filtered,address\r\n${line(1)}${line(2)}`);
});
