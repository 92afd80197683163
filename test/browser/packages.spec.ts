import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { JSDOM } from "jsdom";
import { frozenFolder, heldIn, readFrozen } from "../../scripts/vite/frozen.ts";
import { addressed } from "../../scripts/vite/frozen-site.ts";
import { readLedger } from "../../scripts/vite/ledger.ts";
import { siteAddress } from "../../scripts/vite/site.ts";
import { faultsOf } from "../publish/package/standard.ts";
import { expect, test } from "./support/test.ts";

// No page is opened here: these are the files of the built site as they lie there.
const dist = resolve(process.env["FADU_DIST"] ?? "dist");
const folder = join(dist, "embed");
const ledger = readLedger(resolve("."));

/** The packages of all figures by id, each a map of its files. */
const ids = Object.keys(ledger);
const pages = ["index.html", "en/index.html"] as const;

/** So many numbers, drawn or behind those that are drawn, fit into 8 kB. */
const MANY = 30;
const LIMIT = 8000;
/** A clause, with its report’s title and address, is some 100 bytes that nothing else repeats, and so is a row of the grid of differences. */
const FEW = 20;
const LIMIT_OF_MANY = 10_200;

const textOf = (id: string, path: string) => readFileSync(join(folder, id, path), "utf8");
const read = new Map<string, Document>();

/** A page is read once for all tests. */
function pageOf(id: string, path: string): Document {
  const key = `${id}/${path}`;
  const known = read.get(key) ?? new JSDOM(textOf(id, path)).window.document;
  read.set(key, known);
  return known;
}

const every = () => ids.flatMap((id) => pages.map((path) => [id, path] as const));

test.describe.configure({ mode: "default" });

test("every figure of the ledger has a package, and none is left over", () => {
  const folders = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "en")
    .map(({ name }) => name);
  expect(folders.toSorted()).toEqual(ids.toSorted());
});

const freezing =
  "a figure says something new and is not frozen: run npx tsx scripts/versions.ts, build, and commit notebooks/";

test("a page says what its figure's last version in the ledger says", () => {
  const now = ids.map((id) => [id, pageOf(id, "index.html").documentElement.dataset["version"]]);
  expect(now, freezing).toEqual(ids.map((id) => [id, ledger[id]?.at(-1)?.version]));
});

test("every version of the ledger stands at its address, byte for byte as it was frozen", () => {
  const frozen = readFrozen(resolve("."));
  const held = heldIn(frozen, ledger);
  expect(held.size).toBe(Object.values(ledger).flat().length);
  const last = new Set(Object.entries(ledger).map(([id, all]) => `${id}/${all.at(-1)?.version}`));
  for (const [place, files] of held) {
    const wanted = addressed(files, `embed/${place}/`, siteAddress());
    for (const [path, text] of Object.entries(wanted))
      expect(textOf(place, path) === text, `embed/${place}/${path} against ${frozenFolder}`).toBe(
        true,
      );
    for (const path of last.has(place) ? ["figure.png", "en/figure.png"] : [])
      expect([place, statSync(join(folder, place, path)).size > 1000]).toEqual([place, true]);
  }
  for (const [name, code] of Object.entries(frozen.scripts))
    expect(readFileSync(join(folder, name), "utf8")).toBe(code);
});

test("a page needs at most 8 kB in one request for up to 20 numbers, 10.2 for up to 30", () => {
  const over: string[] = [];
  for (const [id, path] of every()) {
    // As a host sends it.
    const bytes = statSync(join(folder, id, `${path}.br`)).size;
    const document = pageOf(id, path);
    const marks = document.querySelectorAll(
      ":is(.chart.wide, .chart.fluid) :is([data-fact], [data-missing])",
    ).length;
    const clauses = document.querySelectorAll(".clauses li").length;
    const limit = Math.max(marks, clauses) > FEW ? LIMIT_OF_MANY : LIMIT;
    if (Math.max(marks, clauses) <= MANY && bytes > limit)
      over.push(`${id}/${path}: ${marks} marks, ${clauses} clauses, ${bytes} bytes`);
  }
  expect(over).toEqual([]);
});

test("every number leads to an element that states it, and each mark has a name", () => {
  for (const [id, path] of every()) {
    const document = pageOf(id, path);
    const faults = [...document.querySelectorAll("[data-fact]")].filter((mark) => {
      const target = (mark.getAttribute("href") ?? "").slice(1);
      const item = document.getElementById(target);
      const facts = (mark.getAttribute("data-fact") ?? "").split(" ").map((fact) => `c-${fact}`);
      const others = mark.getAttribute("data-clauses")?.split(" ") ?? facts;
      const isLed = others.every((name) => document.getElementById(name)?.closest(".clauses"));
      return !isLed || !item?.closest(".clauses") || !mark.getAttribute("aria-label");
    });
    expect([id, faults.map((mark) => mark.outerHTML)]).toEqual([id, []]);
    const names = [...document.querySelectorAll("[id]")].map((element) => element.id);
    expect([id, names.filter((name, i) => names.indexOf(name) !== i)]).toEqual([id, []]);
  }
});

test("a page asks for nothing but its script, and links within the site or to reports only", () => {
  for (const id of ids) {
    const html = textOf(id, "index.html");
    const document = pageOf(id, "index.html");
    const sources = [...document.querySelectorAll("[src]")].map((e) => e.getAttribute("src"));
    expect([id, sources]).toEqual([id, [expect.stringMatching(/^\.\.\/frame-[0-9a-f]{12}\.js$/)]]);
    expect(html).not.toMatch(/url\((?!#)|@import|\son\w+=/);
    const links = [...document.querySelectorAll("a[href]")].map(
      (a) => a.getAttribute("href") ?? "",
    );
    const known = /^(?:#c-|https?:|\.\.\/|[\w.-]+(?:\/|$))/;
    expect([id, links.filter((href) => !known.test(href))]).toEqual([id, []]);
  }
});

test("a page describes itself to machines without ending its data block", () => {
  for (const [id, path] of every()) {
    const block = pageOf(id, path).querySelector("script[type='application/ld+json']");
    const data = JSON.parse(block?.textContent ?? "") as Record<string, unknown>;
    expect(data).toMatchObject({
      "@type": "Dataset",
      version: expect.stringMatching(/^[0-9a-f]{8}$/),
    });
  }
});

test("the data fits its description: the same columns, as many bytes, sources with titles", () => {
  for (const id of ids) {
    const csv = textOf(id, "data.csv");
    const description = JSON.parse(textOf(id, "datapackage.json")) as {
      readonly sources: readonly { readonly title: string }[];
      readonly resources: readonly {
        readonly bytes: number;
        readonly schema: { readonly fields: readonly { readonly name: string }[] };
      }[];
    };
    const [resource] = description.resources;
    expect([id, faultsOf(description as object as Record<string, unknown>)]).toEqual([id, []]);
    expect(csv.startsWith("\u{FEFF}")).toBe(true);
    expect([id, resource?.bytes]).toEqual([id, Buffer.byteLength(csv)]);
    const names = resource?.schema.fields.map(({ name }) => name).join(",");
    expect([id, csv.slice(1, csv.indexOf("\r\n"))]).toEqual([id, names]);
    expect(description.sources.every(({ title }) => title !== "")).toBe(true);
  }
});

test("a quotient is called by its own name in the table and the data", () => {
  const measures = [...pageOf("mean-fine", "index.html").querySelectorAll("td.metric")];
  expect(measures.length).toBeGreaterThan(5);
  // The row without a number is of the amount that no report states.
  const named = measures.filter((cell) => /均/.test(cell.textContent ?? ""));
  expect(named.length).toBeGreaterThanOrEqual(measures.length - 1);
  expect(textOf("mean-fine", "data.csv")).toContain("平均每件处罚案件罚款");
});

test("a package has its pictures in both languages", () => {
  for (const id of ids)
    for (const path of ["figure.png", "en/figure.png"]) {
      const bytes = readFileSync(join(folder, id, path));
      expect([id, bytes.subarray(1, 4).toString()]).toEqual([id, "PNG"]);
      expect(textOf(id, path.replace("png", "svg"))).toMatch(/^<svg[^>]* xmlns=/);
    }
});

test("all that is shipped is named with its licence, and stands among the dependencies", () => {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
    readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
  };
  const text = readFileSync(join(dist, "bom.cdx.json"), "utf8");
  const bill = JSON.parse(text) as {
    readonly components: readonly { readonly name: string; readonly version: string }[];
  };
  // Put in by the tools of the build, which a page does not ask for.
  const tools = /^(?:vite|rolldown|workbox-.*)$/;
  const names = bill.components.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(["@duckdb/duckdb-wasm", "d3-array", "workbox-core"]),
  );
  const onlyDev = names.filter(
    (name) => !tools.test(name) && lock.packages[`node_modules/${name}`]?.dev === true,
  );
  expect(onlyDev).toEqual([]);
  // Two builds give the same bytes.
  expect(text).not.toMatch(/timestamp|serialNumber/);
  const licences = readFileSync(join(dist, "licenses.txt"), "utf8");
  for (const { name, version } of bill.components)
    expect(licences).toContain(`\n${name} ${version}: `);
});
