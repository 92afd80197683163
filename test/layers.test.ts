import { readFileSync, readdirSync } from "node:fs";
import { builtinModules } from "node:module";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/**
 * The rooms of `src`, the commands and the build, and which others each imports: what it may see
 * is what it uses. A room is a folder, or a folder within one; `page` is what lies right below it.
 * Rooms only look down.
 */
const layers: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  "domain/search": ["domain"],
  bytes: [],
  extract: ["domain"],
  "extract/annotations": ["extract", "domain", "words/markup"],
  review: ["domain", "extract"],
  "review/store": ["review", "extract"],
  "review/reader": [
    "review",
    "files",
    "documents",
    "extract",
    "extract/annotations",
    "engine",
    "domain",
    "dom",
  ],
  words: ["domain"],
  "words/markup": [],
  "notebook/chart-cell": [],
  notebook: ["notebook/chart-cell", "words/markup"],
  figures: ["domain", "words", "words/markup", "notebook/chart-cell"],
  "figures/region": ["figures", "domain", "words"],
  dom: ["words/markup"],
  engine: ["dom"],
  sandbox: ["bytes", "dom"],
  charts: ["figures", "domain", "words", "words/markup", "notebook/chart-cell", "dom"],
  "evidence/marks": [],
  evidence: ["domain", "words", "dom"],
  runtime: [
    "notebook",
    "engine",
    "sandbox",
    "figures",
    "charts",
    "domain",
    "words",
    "words/markup",
    "dom",
  ],
  files: ["bytes"],
  documents: ["files", "domain", "words", "dom"],
  "data-files": ["files", "words/markup", "bytes", "engine", "dom"],
  "data-files/panels": ["data-files", "engine", "domain", "words", "dom"],
  "publish/citation": ["domain"],
  "publish/picture": ["figures", "charts", "domain", "words", "words/markup", "dom"],
  "publish/figure-page": ["evidence/marks", "words"],
  "publish/host": ["publish/figure-page", "words/markup"],
  "publish/package": [
    "bytes",
    "publish/citation",
    "publish/figure-page",
    "publish/picture",
    "runtime",
    "figures",
    "charts",
    "evidence",
    "domain",
    "words",
    "words/markup",
    "dom",
  ],
  editor: ["runtime", "notebook", "notebook/chart-cell", "words", "words/markup", "dom"],
  "drafts/store": [],
  "drafts/link": ["bytes", "notebook"],
  "drafts/compiler": ["drafts/link", "notebook", "dom"],
  "page/shell": [
    "drafts/link",
    "notebook",
    "engine",
    "charts",
    "evidence",
    "evidence/marks",
    "domain",
    "words",
    "dom",
  ],
  "page/search": [
    "page/shell",
    "domain/search",
    "figures",
    "charts",
    "evidence",
    "domain",
    "words",
    "dom",
  ],
  "page/publish": [
    "page/shell",
    "publish/citation",
    "publish/picture",
    "publish/figure-page",
    "publish/host",
    "publish/package",
    "drafts/link",
    "data-files",
    "data-files/panels",
    "editor",
    "runtime",
    "figures",
    "charts",
    "evidence",
    "domain",
    "words",
    "dom",
  ],
  "page/workbench": [
    "page/shell",
    "drafts/store",
    "drafts/link",
    "drafts/compiler",
    "editor",
    "data-files",
    "data-files/panels",
    "runtime",
    "notebook",
    "engine",
    "figures",
    "evidence",
    "domain",
    "words",
    "dom",
  ],
  "page/extract": [
    "page/shell",
    "review",
    "review/store",
    "review/reader",
    "documents",
    "extract",
    "extract/annotations",
    "editor",
    "engine",
    "evidence",
    "domain",
    "words",
    "dom",
  ],
  "page/session": [
    "page/shell",
    "page/extract",
    "page/search",
    "page/publish",
    "page/workbench",
    "drafts/link",
    "runtime",
    "notebook",
    "engine",
    "sandbox",
    "evidence",
    "domain",
    "words",
    "dom",
  ],
  "page/prerender": [
    "page/shell",
    "publish/package",
    "runtime",
    "notebook",
    "engine",
    "figures",
    "figures/region",
    "charts",
    "evidence",
    "domain",
    "words",
    "dom",
  ],
  page: ["page/shell", "page/session", "evidence/marks", "words"],
  "scripts/vite": [
    "page/shell",
    "page/prerender",
    "publish/figure-page",
    "publish/host",
    "publish/package",
    "runtime",
    "notebook",
    "engine",
    "figures/region",
    "evidence",
    "domain",
    "words",
    "words/markup",
  ],
  scripts: [
    "scripts/vite",
    "page/publish",
    "publish/figure-page",
    "notebook/chart-cell",
    "extract",
    "extract/annotations",
    "documents",
    "engine",
    "charts",
    "domain",
    "words",
    "words/markup",
  ],
};

/** By which files a room is entered, where that is not its index.ts: `all` for what every page needs. */
const doors: Readonly<Record<string, readonly string[] | "all">> = {
  "page/shell": "all",
  "page/search": ["search.ts"],
  "page/publish": ["embed.ts", "download.ts"],
  "page/workbench": ["workbench.ts"],
  "page/extract": ["extract.ts", "mine.ts", "own-rows.ts"],
  "page/session": ["session.ts"],
  "page/prerender": ["prerender.ts"],
};

/** Rooms without DOM and Node, with the packages each may use. */
const pure: Readonly<Record<string, readonly string[]>> = {
  domain: ["zod/mini", "zod/v4/locales/en.js"],
  "domain/search": [],
  words: [],
  bytes: [],
  review: [],
  "words/markup": [],
  extract: [],
  "extract/annotations": [],
  "notebook/chart-cell": [],
  notebook: [
    "yaml",
    "markdown-it",
    "parse5",
    "acorn",
    "acorn-walk",
    "@noble/hashes/sha2.js",
    "@noble/hashes/utils.js",
  ],
  figures: ["d3-array"],
  "figures/region": ["d3-array"],
  "publish/citation": [],
};

/** Files that may be entered other than by their folder's index.ts, and what in `src` may do so. */
const sideDoors: Readonly<Record<string, readonly string[]>> = {
  // The editor compares texts only when it is asked to.
  "editor/diff.ts": ["page/workbench/diff.ts"],
  // A dialog needs no editor.
  "editor/dialog.ts": ["page/publish/embed.ts", "page/extract/"],
  // A page that reviews figures needs no lexicon.
  // Node reads documents without the page's worker.
  "documents/node.ts": ["scripts/extract/"],
  "documents/say.ts": ["scripts/extract/"],
  "documents/cmaps.ts": ["review/reader/documents.ts"],
  "extract/contradictions.ts": ["page/extract/standing.ts"],
  "extract/annotations/export.ts": ["page/extract/save-annotations.ts"],
  "extract/checks.ts": ["review/checks.ts"],
  // Only who embeds a figure needs the snippets.
  "publish/host/snippets.ts": ["page/publish/"],
  // Only the worker that compiles needs Markdown and a parser of JavaScript.
  "notebook/compile.ts": ["drafts/compiler/serve.ts"],
  // Only who edits needs YAML.
  "notebook/editing.ts": ["editor/", "drafts/compiler/", "page/workbench/"],
  "notebook/kit/index.ts": ["drafts/compiler/", "page/workbench/"],
  // Only who shares or opens a link needs the compression.
  "drafts/link/link.ts": ["page/workbench/", "drafts/compiler/"],
  "drafts/link/file.ts": ["page/workbench/"],
  // The worker of files writes Arrow and must not carry the engine.
  "engine/ipc.ts": ["data-files/load.ts", "review/reader/serve.ts"],
  "engine/identifier.ts": ["data-files/names.ts"],
  "engine/column-type.ts": ["data-files/said-types.ts"],
  "engine/calendar.ts": ["data-files/write/columnar-result.ts"],
  "engine/digits.ts": ["data-files/write/columnar-result.ts"],
  // Figures of the reader's own are checked by the schema, which comes with zod when asked for.
  "domain/parse.ts": ["data-files/panels/figures.ts"],
  // A figure's page takes the style of figures along as a text.
  "charts/figure.css": ["page/publish/package.ts"],
  "publish/package/page.css": ["page/publish/package.ts"],
  // Only who opens a ZIP or reads XML needs their libraries.
  "files/zip.ts": ["data-files/", "documents/"],
  "files/xml.ts": ["data-files/", "documents/"],
  // Words that few pages say are loaded with what says them.
  "words/editor.ts": ["editor/", "page/workbench/"],
  "words/data-files.ts": ["data-files/panels/", "page/workbench/"],
  "words/documents.ts": ["documents/"],
  "words/embed.ts": ["page/publish/"],
  "words/figure-page.ts": ["publish/figure-page/"],
  "words/extract.ts": ["page/extract/", "page/prerender/prerender.ts"],
  "words/annotations.ts": ["page/extract/"],
  // The first scripts of a page carry no words.
  "words/locale.ts": ["page/main.ts", "page/shell/part.ts", "publish/figure-page/"],
  // Only the build says what stands on the pages of regions.
  "words/region.ts": ["figures/region/", "page/prerender/"],
  // A page that draws needs the form of a link, not the schema of charts.
  "notebook/chart-cell/relative.ts": ["figures/link.ts"],
  // A page that names the nearest word needs no schema of charts.
  "notebook/chart-cell/nearest.ts": ["notebook/problem.ts"],
};

/** Entries that a page loads at once, and the packages that must not come with them. */
const heavy: Readonly<Record<string, readonly string[]>> = {
  "domain/index.ts": ["zod", "zod/mini"],
  "notebook/index.ts": ["yaml", "markdown-it", "parse5", "acorn", "acorn-walk"],
  "notebook/editing.ts": ["markdown-it", "parse5", "acorn", "acorn-walk"],
  "drafts/link/index.ts": ["fflate"],
  "files/index.ts": ["fflate", "saxes"],
  "documents/index.ts": ["fflate", "saxes", "parse5", "pdfjs-dist/legacy/build/pdf.mjs"],
  "data-files/index.ts": [
    "papaparse",
    "hyparquet",
    "hyparquet-writer",
    "@uwdata/flechette",
    "saxes",
    "numfmt",
    "write-excel-file/universal",
    "apache-arrow",
  ],
  "data-files/panels/index.ts": [
    "zod",
    "zod/mini",
    "papaparse",
    "@uwdata/flechette",
    "apache-arrow",
  ],
  // The Parquet decoder is for files of the reader's own, and an axis needs no grammar of charts.
  "engine/arrow.ts": ["hyparquet", "apache-arrow"],
  "page/session/session.ts": ["@observablehq/plot", "d3-scale", "hyparquet", "zod", "zod/mini"],
  "page/session/running.ts": ["@observablehq/plot", "d3-scale", "hyparquet", "zod", "zod/mini"],
  "page/workbench/workbench.ts": ["@observablehq/plot", "d3-scale", "hyparquet", "zod", "zod/mini"],
  "drafts/compiler/worker.ts": ["parse5"],
  "page/extract/extract.ts": [
    "@vant/area-data",
    "pinyin-pro",
    "fflate",
    "zod",
    "zod/mini",
    "@codemirror/state",
  ],
  "engine/index.ts": ["@duckdb/duckdb-wasm", "@duckdb/duckdb-wasm/blocking", "apache-arrow"],
};

interface Import {
  /** Path as the tables write it. */
  readonly file: string;
  readonly line: number;
  readonly specifier: string;
  /** Path of a relative import as the tables write it, else null. */
  readonly target: string | null;
  /** Loaded with the file, which types and `import()` are not. */
  readonly isStatic: boolean;
}

const root = fileURLToPath(new URL("..", import.meta.url));
/** What the table speaks of, and what stands above it. */
const tops = ["src", "scripts", "bench", "test"];

/** A path as the tables write it: below `src` without that name, else from the root. */
const inTable = (path: string) => path.replace(/^src\//, "");

function filesIn(top: string): string[] {
  return readdirSync(join(root, top), { recursive: true, encoding: "utf8" })
    .map((file) => inTable(`${top}/${file.replaceAll("\\", "/")}`))
    .filter((file) => /\.(?:[cm]?[jt]s|tsx)$/.test(file));
}

const isOutside = (file: string) => tops.some((top) => top !== "src" && file.startsWith(`${top}/`));
const textOf = (file: string) =>
  readFileSync(join(root, isOutside(file) ? "" : "src", file), "utf8");

/** Every import of a file: static and dynamic, of values and of types, re-exports too. */
function importsOf(file: string, text = textOf(file)): Import[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, isStatic: boolean) => {
    if (node === undefined || !ts.isStringLiteralLike(node)) return;
    const specifier = node.text;
    const path = specifier.split("?")[0] ?? specifier;
    const place = isOutside(file) ? file : `src/${file}`;
    const isRelative = /^\.\.?\//.test(path);
    const target = isRelative ? inTable(posix.join(posix.dirname(place), path)) : null;
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    // With a query it is a text or an address, and what it names is not loaded.
    found.push({ file, line, specifier, target, isStatic: isStatic && !specifier.includes("?") });
  };
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, !isTypeOnly(node));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, !node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, false);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    } else if (ts.isExternalModuleReference(node)) add(node.expression, true);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isTypeOnly(node: ts.ImportDeclaration): boolean {
  return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

/** The room in which a file lies: the deepest folder that has a row; "" for none. */
function roomOf(file: string): string {
  const folders = file.split("/").slice(0, -1);
  while (folders.length > 0 && !(folders.join("/") in layers)) folders.pop();
  return folders.join("/");
}

const show = ({ file, line, specifier }: Import) => `${file}:${line} imports ${specifier}`;

/** The address of a font, which is a file and no module. */
const isFont = ({ specifier, target }: Import) =>
  target?.startsWith("page/fonts/") === true && specifier.endsWith(".woff2?url");

/** An import from one room to another; null for any other. */
function crossing(found: Import): { readonly from: string; readonly to: string } | null {
  if (found.target === null || isFont(found)) return null;
  const [from, to] = [roomOf(found.file), roomOf(found.target)];
  // What lies in no room are declarations below `src`, tests and benches.
  return from === "" || from === to ? null : { from, to };
}

/** Faults of one import against the table of rooms. */
function crossings(found: Import): string[] {
  const { from, to } = crossing(found) ?? {};
  if (from === undefined || to === undefined) return [];
  if (to === "") return [`${show(found)}, in no room`];
  return layers[from]?.includes(to) ? [] : [`${show(found)}, a room that ${from} may not see`];
}

/** Faults of one import against the files by which a room is entered. */
function sideEntries(found: Import): string[] {
  const { to } = crossing(found) ?? {};
  const { file, target } = found;
  // A command is no page: it may take the file that it needs.
  if (target === null || !to || isOutside(file) || doors[to] === "all") return [];
  const entries = (doors[to] ?? ["index.ts"]).map((name) => `${to}/${name}`);
  return entries.includes(target) || sideDoors[target]?.some((who) => file.startsWith(who))
    ? []
    : [`${show(found)}, not a file by which ${to} is entered`];
}

function impurities(found: Import): string[] {
  const allowed = pure[roomOf(found.file)];
  if (allowed === undefined || found.target !== null || allowed.includes(found.specifier))
    return [];
  return [`${show(found)}, not for a pure room`];
}

/** Packages that come with a file at once, through the files that it imports. */
function packagesWith(entry: string): Set<string> {
  return loadedWith(entry).packages;
}

/** Files and packages that come with a file at once. */
function loadedWith(entry: string) {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { target, specifier, isStatic } of importsOf(file)) {
      if (!isStatic) continue;
      if (target === null) packages.add(specifier);
      else visit(target);
    }
  };
  visit(entry);
  return { packages, files: seen };
}

const inRooms = [...filesIn("src"), ...filesIn("scripts")];
const all = inRooms.flatMap((file) => importsOf(file));

describe("the layers", () => {
  it("every folder has its row in the table", () => {
    const folders = inRooms.filter((file) => file.includes("/"));
    expect(folders.filter((file) => roomOf(file) === "")).toEqual([]);
    const rooms = new Set(folders.map(roomOf));
    expect(Object.keys(layers).filter((room) => !rooms.has(room))).toEqual([]);
  });

  it("the table has no circle", () => {
    const below = (room: string, path: readonly string[]): readonly string[] => {
      if (path.includes(room)) return [...path, room];
      return (layers[room] ?? []).flatMap((next) => below(next, [...path, room]));
    };
    expect(Object.keys(layers).flatMap((room) => below(room, []))).toEqual([]);
  });

  it("a file imports only from the rooms that its own may see", () => {
    expect(all.flatMap(crossings)).toEqual([]);
  });

  it("a room may see no other that it does not use", () => {
    const used = new Set(all.flatMap((found) => Object.values(crossing(found) ?? {}).join(" → ")));
    const allowed = Object.entries(layers).flatMap(([from, seen]) =>
      seen.map((to) => `${from} → ${to}`),
    );
    expect(allowed.filter((pair) => !used.has(pair))).toEqual([]);
  });

  it("a room is entered by its index.ts, or by the files that are named", () => {
    expect(all.flatMap(sideEntries)).toEqual([]);
    const used = new Set(all.map(({ target, file }) => `${target ?? ""} ${file}`));
    const unused = Object.entries(sideDoors).flatMap(([door, who]) =>
      who.filter((from) => ![...used].some((pair) => pair.startsWith(`${door} ${from}`))),
    );
    expect(unused).toEqual([]);
  });

  it("nothing that ships, builds or commands imports a test, and no test a bench", () => {
    const up = (found: Import) => /^(?:test|bench)\//.test(found.target ?? "");
    expect(all.filter(up).map(show)).toEqual([]);
    const tests = filesIn("test").flatMap((file) => importsOf(file));
    expect(tests.length).toBeGreaterThan(1000);
    expect(tests.filter((found) => found.target?.startsWith("bench/")).map(show)).toEqual([]);
  });

  it("the pure rooms import neither the DOM's nor Node's modules", () => {
    expect(all.flatMap(impurities)).toEqual([]);
  });

  it("only the engine and the documents in Node use Node's modules", () => {
    const inNode = ["engine/node.ts", "documents/node.ts"];
    const isNode = ({ specifier }: Import) =>
      specifier.startsWith("node:") || builtinModules.includes(specifier);
    const onPages = all.filter(({ file }) => !isOutside(file) && !inNode.includes(file));
    expect(onPages.filter(isNode).map(show)).toEqual([]);
    for (const name of inNode)
      expect(all.filter(({ file }) => file === name).some(isNode)).toBe(true);
  });

  it.each(Object.entries(heavy))("%s loads none of %j", (file, packages) => {
    expect(inRooms).toContain(file);
    const loaded = packagesWith(file);
    expect(packages.filter((name) => loaded.has(name))).toEqual([]);
  });
});

describe("a page", () => {
  it("loads the general grammar of charts and its schema only where a chart needs them", () => {
    for (const entry of ["page/main.ts", "page/session/session.ts", "runtime/index.ts"]) {
      const files = [...loadedWith(entry).files];
      expect(files.length).toBeGreaterThan(3);
      const late = files.filter((file) =>
        /^charts\/plot\/|^notebook\/chart-cell\/(?!nearest|relative)/.test(file),
      );
      expect([entry, late]).toEqual([entry, []]);
    }
  });
});

describe("the reading of imports", () => {
  const kinds = [
    ['import { a } from "../charts/index.ts";', true],
    ['import "../charts/index.ts";', true],
    ['import type { A } from "../charts/index.ts";', false],
    ['export * from "../charts/index.ts";', true],
    ['export type { A } from "../charts/index.ts";', false],
    ['const a = await import("../charts/index.ts");', false],
    ['let a: import("../charts/index.ts").A;', false],
  ] as const;

  it.each(kinds)("sees %s", (text, isStatic) => {
    const [found] = importsOf("domain/x.ts", text);
    expect(found).toMatchObject({ target: "charts/index.ts", isStatic, line: 1 });
    expect(found && crossings(found)).toEqual([
      "domain/x.ts:1 imports ../charts/index.ts, a room that domain may not see",
    ]);
  });

  const faults = (file: string, target: string, check = sideEntries) =>
    importsOf(file, `import "${target}";`).flatMap(check);

  it("sees a room entered by a side door, and who may use one", () => {
    expect(faults("page/session/page.ts", "../../engine/node.ts")).toHaveLength(1);
    expect(faults("page/workbench/x.ts", "../../notebook/compile.ts")).toHaveLength(1);
    expect(faults("drafts/compiler/serve.ts", "../../notebook/compile.ts")).toEqual([]);
  });

  it("sees a room within a folder entered from above, and by another file than its main one", () => {
    expect(faults("page/search/x.ts", "../session/session.ts", crossings)).toHaveLength(1);
    expect(faults("page/session/x.ts", "../search/dialog.ts")).toHaveLength(1);
    expect(faults("page/session/x.ts", "../search/search.ts")).toEqual([]);
    expect(faults("page/main.ts", "./session/session.ts")).toEqual([]);
    expect(faults("page/main.ts", "./session/page.ts")).toHaveLength(1);
  });

  it("sees a command that the page would load, and one that loads a test", () => {
    expect(faults("page/main.ts", "../../scripts/read.ts", crossings)).toHaveLength(1);
    expect(faults("scripts/x.ts", "../test/x.ts", crossings)).toHaveLength(1);
    expect(faults("scripts/vite/x.ts", "../read.ts", crossings)).toHaveLength(1);
  });

  it("sees a package in a pure room", () => {
    expect(importsOf("words/x.ts", 'import { y } from "d3-format";').flatMap(impurities)).toEqual([
      "words/x.ts:1 imports d3-format, not for a pure room",
    ]);
  });
});
