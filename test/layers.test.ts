import { readFileSync, readdirSync } from "node:fs";
import { builtinModules } from "node:module";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** Which folders of `src` each may import; all may import themselves. Layers only look down. */
const layers: Readonly<Record<string, readonly string[]>> = {
  facts: [],
  schema: [],
  markup: [],
  notebook: ["schema", "markup"],
  i18n: ["facts"],
  dom: ["markup"],
  search: ["facts"],
  extract: ["facts"],
  engine: ["dom"],
  cage: ["dom"],
  frame: [],
  embed: ["frame"],
  files: ["engine", "dom"],
  tables: ["files", "engine", "facts", "i18n", "dom"],
  figures: ["facts", "i18n", "schema", "markup"],
  charts: ["figures", "facts", "i18n", "dom", "schema", "markup"],
  evidence: ["facts", "i18n", "dom"],
  runtime: ["notebook", "engine", "cage", "figures", "charts", "facts", "i18n", "dom", "markup"],
  picture: ["figures", "charts", "facts", "i18n", "dom", "markup"],
  cite: ["facts"],
  pack: [
    "runtime",
    "picture",
    "figures",
    "charts",
    "evidence",
    "files",
    "frame",
    "facts",
    "i18n",
    "dom",
    "markup",
  ],
  editor: ["notebook", "schema", "runtime", "i18n", "dom", "markup"],
  share: ["notebook", "runtime", "evidence", "frame", "dom", "markup"],
  store: ["notebook"],
  compiler: ["notebook", "share", "dom"],
  app: [
    "facts",
    "schema",
    "notebook",
    "i18n",
    "dom",
    "search",
    "extract",
    "engine",
    "cage",
    "files",
    "tables",
    "figures",
    "charts",
    "evidence",
    "runtime",
    "pack",
    "editor",
    "share",
    "store",
    "compiler",
    "picture",
    "cite",
    "embed",
    "frame",
  ],
};

/**
 * Folders of `src/app`: which of the others each may import, and by which files they enter it
 * (`all` for what every page needs). `main.ts` begins with them and may import any.
 */
const rooms: Readonly<
  Record<string, { readonly sees: readonly string[]; readonly doors: readonly string[] | "all" }>
> = {
  page: { sees: [], doors: "all" },
  search: { sees: ["page"], doors: ["search.ts"] },
  publish: { sees: ["page"], doors: ["embed.ts", "download.ts"] },
  workbench: { sees: ["page"], doors: ["workbench.ts"] },
  session: { sees: ["page", "search", "publish", "workbench"], doors: ["session.ts"] },
  prerender: { sees: ["page"], doors: ["prerender.ts"] },
};

/** Folders without DOM and Node, with the packages each may use. */
const pure: Readonly<Record<string, readonly string[]>> = {
  facts: ["zod/mini", "zod/v4/locales/en.js"],
  schema: [],
  notebook: [
    "yaml",
    "markdown-it",
    "parse5",
    "acorn",
    "acorn-walk",
    "@noble/hashes/sha2.js",
    "@noble/hashes/utils.js",
  ],
  i18n: [],
  figures: ["d3-array"],
  search: [],
  cite: [],
  markup: [],
};

/** Files that may be entered other than by their folder's index.ts, and what in `src` may do so. */
const sideDoors: Readonly<Record<string, readonly string[]>> = {
  // In Node only: the page has an engine of its own.
  "engine/node.ts": ["app/prerender/prerender.ts"],
  // The editor compares texts only when it is asked to.
  "editor/diff.ts": ["app/workbench/diff.ts"],
  // A dialog needs no editor.
  "editor/dialog.ts": ["app/publish/embed.ts"],
  // Only who embeds a figure needs the snippets.
  "share/snippets.ts": ["app/publish/"],
  // Only the worker that compiles needs Markdown and a parser of JavaScript.
  "notebook/compile.ts": ["compiler/serve.ts"],
  // Only who edits needs YAML.
  "notebook/editing.ts": ["editor/", "compiler/", "app/workbench/"],
  "notebook/kit/index.ts": ["compiler/", "app/workbench/"],
  // Only who shares or opens a link needs the compression.
  "share/link.ts": ["app/workbench/", "compiler/"],
  "share/file.ts": ["app/workbench/"],
  // The worker of files writes Arrow and must not carry the engine.
  "engine/ipc.ts": ["files/load.ts"],
  "engine/identifier.ts": ["files/names.ts"],
  "engine/column-type.ts": ["files/said-types.ts"],
  "engine/calendar.ts": ["files/write/frame.ts"],
  "engine/digits.ts": ["files/write/frame.ts"],
  // Figures of the reader's own are checked by the schema, which comes with zod when asked for.
  "facts/parse.ts": ["tables/figures.ts"],
  // A figure's page takes the style of figures along as a text.
  "charts/figure.css": ["app/publish/package.ts"],
  "pack/page.css": ["app/publish/package.ts"],
  // A package is written where no file is read.
  "files/guard.ts": ["pack/csv.ts"],
  // A page that names the nearest word needs no schema of charts.
  "schema/nearest.ts": ["notebook/problem.ts"],
};

/** Entries that a page loads at once, and the packages that must not come with them. */
const heavy: Readonly<Record<string, readonly string[]>> = {
  "facts/index.ts": ["zod", "zod/mini"],
  "notebook/index.ts": ["yaml", "markdown-it", "parse5", "acorn", "acorn-walk"],
  "notebook/editing.ts": ["markdown-it", "parse5", "acorn", "acorn-walk"],
  "share/index.ts": ["fflate"],
  "files/index.ts": [
    "papaparse",
    "hyparquet",
    "hyparquet-writer",
    "@uwdata/flechette",
    "saxes",
    "numfmt",
    "write-excel-file/universal",
    "apache-arrow",
  ],
  "tables/index.ts": ["zod", "zod/mini", "papaparse", "@uwdata/flechette", "apache-arrow"],
  // The Parquet decoder is for files of the reader's own, and an axis needs no grammar of charts.
  "engine/arrow.ts": ["hyparquet", "apache-arrow"],
  "app/session/session.ts": ["@observablehq/plot", "d3-scale", "hyparquet", "zod", "zod/mini"],
  "app/session/running.ts": ["@observablehq/plot", "d3-scale", "hyparquet", "zod", "zod/mini"],
  "app/workbench/workbench.ts": ["@observablehq/plot", "d3-scale", "hyparquet", "zod", "zod/mini"],
  "compiler/worker.ts": ["parse5"],
  "engine/index.ts": ["@duckdb/duckdb-wasm", "@duckdb/duckdb-wasm/blocking", "apache-arrow"],
};

interface Import {
  /** Path below `src`. */
  readonly file: string;
  readonly line: number;
  readonly specifier: string;
  /** Path below `src` of a relative import, else null. */
  readonly target: string | null;
  /** Loaded with the file, which types and `import()` are not. */
  readonly isStatic: boolean;
}

const src = fileURLToPath(new URL("../src", import.meta.url));

function sourceFiles(): string[] {
  return readdirSync(src, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /\.(?:[cm]?[jt]s|tsx)$/.test(file));
}

/** Every import of a file: static and dynamic, of values and of types, re-exports too. */
function importsOf(file: string, text = readFileSync(join(src, file), "utf8")): Import[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, isStatic: boolean) => {
    if (node === undefined || !ts.isStringLiteralLike(node)) return;
    const specifier = node.text;
    const path = specifier.split("?")[0] ?? specifier;
    const target = /^\.\.?\//.test(path) ? posix.join(posix.dirname(file), path) : null;
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

const folderOf = (path: string) => (path.includes("/") ? path.slice(0, path.indexOf("/")) : "");
const show = ({ file, line, specifier }: Import) => `src/${file}:${line} imports ${specifier}`;

/** The address of a font, which is a file and no module. */
const isFont = ({ specifier, target }: Import) =>
  target?.startsWith("../fonts/") === true && specifier.endsWith(".woff2?url");

/** Faults of one import against the tables above. */
function crossings(found: Import): string[] {
  const { file, target } = found;
  const [from, to] = [folderOf(file), target === null ? "" : folderOf(target)];
  // Declarations and entries right below src belong to the app, which may see everything.
  if (target === null || from === "" || from === to || isFont(found)) return [];
  if (target.startsWith("..")) return [`${show(found)}, outside src`];
  return (layers[from] ?? []).includes(to)
    ? []
    : [`${show(found)}, a layer that ${from} may not see`];
}

function sideEntries(found: Import): string[] {
  const { file, target } = found;
  if (target === null || folderOf(file) === folderOf(target) || isFont(found)) return [];
  const isDoor = target === `${folderOf(target)}/index.ts`;
  return isDoor || sideDoors[target]?.some((who) => file.startsWith(who))
    ? []
    : [`${show(found)}, not an index.ts`];
}

/** The folder of `src/app` in which a path lies; "" for none. */
const roomOf = (path: string): string => /^app\/([^/]+)\//.exec(path)?.[1] ?? "";

/** Faults of one import between the folders of `src/app`. */
function trespasses(found: Import): string[] {
  const { file, target } = found;
  const [from = "", to = ""] = [file, target ?? ""].map(roomOf);
  const room = rooms[to];
  if (room === undefined || from === to) return [];
  if (from !== "" && !rooms[from]?.sees.includes(to))
    return [`${show(found)}, a folder that app/${from} may not see`];
  const isDoor = room.doors === "all" || room.doors.some((door) => target === `app/${to}/${door}`);
  return isDoor ? [] : [`${show(found)}, not a file by which app/${to} is entered`];
}

function impurities(found: Import): string[] {
  const allowed = pure[folderOf(found.file)];
  if (allowed === undefined || found.target !== null || allowed.includes(found.specifier))
    return [];
  return [`${show(found)}, not for a pure folder`];
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

const all = sourceFiles().flatMap((file) => importsOf(file));

describe("the layers of src", () => {
  it("every folder has its row in the table", () => {
    const folders = new Set(sourceFiles().map(folderOf).filter(Boolean));
    expect([...folders].filter((folder) => !(folder in layers))).toEqual([]);
  });

  it("the table has no circle", () => {
    const below = (folder: string, path: readonly string[]): readonly string[] => {
      if (path.includes(folder)) return [...path, folder];
      return (layers[folder] ?? []).flatMap((next) => below(next, [...path, folder]));
    };
    expect(Object.keys(layers).flatMap((folder) => below(folder, []))).toEqual([]);
  });

  it("a file imports only from the layers that its folder may see", () => {
    expect(all.flatMap(crossings)).toEqual([]);
  });

  it("a folder is entered through its index.ts", () => {
    expect(all.flatMap(sideEntries)).toEqual([]);
  });

  it("the folders of the app look down, and enter each other by their main files", () => {
    const folders = new Set(sourceFiles().map(roomOf).filter(Boolean));
    expect([...folders].toSorted()).toEqual(Object.keys(rooms).toSorted());
    expect(all.flatMap(trespasses)).toEqual([]);
  });

  it("the pure folders import neither the DOM's nor Node's modules", () => {
    expect(all.flatMap(impurities)).toEqual([]);
  });

  it("only the engine in Node uses Node's modules", () => {
    const isNode = ({ specifier }: Import) =>
      specifier.startsWith("node:") || builtinModules.includes(specifier);
    const inNode = new Set(["engine/node.ts", ...(sideDoors["engine/node.ts"] ?? [])]);
    expect(all.filter((i) => isNode(i) && !inNode.has(i.file)).map(show)).toEqual([]);
  });

  it.each(Object.entries(heavy))("%s loads none of %j", (file, packages) => {
    expect(sourceFiles()).toContain(file);
    const loaded = packagesWith(file);
    expect(packages.filter((name) => loaded.has(name))).toEqual([]);
  });
});

describe("a page", () => {
  it("loads the general grammar of charts and its schema only where a chart needs them", () => {
    for (const entry of ["app/main.ts", "app/session/session.ts", "runtime/index.ts"]) {
      const files = [...loadedWith(entry).files];
      expect(files.length).toBeGreaterThan(3);
      const late = files.filter((file) => /^charts\/grammar\/|^schema\/(?!nearest)/.test(file));
      expect([entry, late]).toEqual([entry, []]);
    }
  });
});

describe("the reading of imports", () => {
  const kinds = [
    ['import { a } from "../app/index.ts";', true],
    ['import "../app/index.ts";', true],
    ['import type { A } from "../app/index.ts";', false],
    ['export * from "../app/index.ts";', true],
    ['export type { A } from "../app/index.ts";', false],
    ['const a = await import("../app/index.ts");', false],
    ['let a: import("../app/index.ts").A;', false],
  ] as const;

  it.each(kinds)("sees %s", (text, isStatic) => {
    const [found] = importsOf("facts/x.ts", text);
    expect(found).toMatchObject({ target: "app/index.ts", isStatic, line: 1 });
    expect(found && crossings(found)).toEqual([
      "src/facts/x.ts:1 imports ../app/index.ts, a layer that facts may not see",
    ]);
  });

  it("sees a folder entered by a side door, and who may use one", () => {
    const text = 'import { open } from "../engine/node.ts";';
    expect(importsOf("app/page.ts", text).flatMap(sideEntries)).toHaveLength(1);
    expect(importsOf("app/prerender/prerender.ts", text).flatMap(sideEntries)).toEqual([]);
  });

  it("sees a folder of the app entered from above, and by another file than its main one", () => {
    const from = (file: string, target: string) =>
      importsOf(file, `import "${target}";`).flatMap(trespasses);
    expect(from("app/search/x.ts", "../session/session.ts")).toHaveLength(1);
    expect(from("app/session/x.ts", "../search/dialog.ts")).toHaveLength(1);
    expect(from("app/session/x.ts", "../search/search.ts")).toEqual([]);
    expect(from("app/main.ts", "./session/session.ts")).toEqual([]);
    expect(from("app/main.ts", "./session/page.ts")).toHaveLength(1);
  });

  it("sees a package in a pure folder", () => {
    expect(importsOf("i18n/x.ts", 'import { y } from "d3-format";').flatMap(impurities)).toEqual([
      "src/i18n/x.ts:1 imports d3-format, not for a pure folder",
    ]);
  });
});
