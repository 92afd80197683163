import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { readData } from "../scripts/data.ts";
import { tableNames, tablesOf } from "../src/domain/index.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (file: string) => readFileSync(join(root, file), "utf8");

/** The documents: Markdown at the top and in `docs/`. */
const documents = ["", "docs"].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name)),
);

/** What a build or a test makes; documents may name it, a clean checkout does not have it. */
const generated = [
  // The files of a package, and the page for what is missing: made by the build.
  "figure.svg",
  "figure.png",
  "data.csv",
  "datapackage.json",
  "oembed.json",
  "404.html",
  "embed/",
  ...ignoredFolders(),
  "manifest.json",
];

function ignoredFolders(): string[] {
  return read(".gitignore")
    .split("\n")
    .filter((line) => line.endsWith("/"));
}

/** Every file and folder of the checkout, from the root; folders end in a slash. */
const files = list("");

function list(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}${entry.name}${entry.isDirectory() ? "/" : ""}`;
    if (path === ".git/" || ignoredFolders().includes(path)) return [];
    return entry.isDirectory() ? [path, ...list(path)] : [path];
  });
}

/** Text in backticks, inline and fenced: what a document names. */
function codeOf(text: string): string[] {
  const fenced = [...text.matchAll(/^(`{3,})[^\n]*\n([\s\S]*?)^\1$/gm)].map(([, , body]) => body);
  const inline = [...withoutFences(text).matchAll(/`([^`\n]+)`/g)].map(([, body]) => body);
  return [...fenced, ...inline].flatMap((body) => body ?? []);
}

function withoutFences(text: string): string {
  return text.replace(/^(`{3,})[^\n]*\n[\s\S]*?^\1$/gm, "");
}

const extensions = /[^.]\.(?:[cm]?[jt]s|json|md|css|html|ya?ml|png)$/;

/**
 * The paths that a piece of code names: what ends like a file, and what has a slash and begins with
 * a folder of the checkout. `<id>` and `*` stand for any name.
 */
function pathsIn(code: string): string[] {
  const words = code.split(/[\s"'(),;:=]+/).map((word) => word.replace(/^(?:\.{1,2}\/)+/, ""));
  return words.filter((word) => {
    if (!/^\.?[\w<*][\w./<>*@-]*$/.test(word) || word.includes("//")) return false;
    const [first = ""] = word.split("/");
    return extensions.test(word) || (word.includes("/") && files.includes(`${first}/`));
  });
}

/** Whether a document may name this path: from the root, or short for a file below it. */
function exists(path: string): boolean {
  if (generated.some((made) => path.startsWith(made))) return true;
  const pattern = path
    .replace(/[.]/g, "\\.")
    .replace(/<[^>]+>|\*/g, "[^/]+")
    .replace(/\/$/, "");
  const regex = new RegExp(`(?:^|/)${pattern}/?$`);
  return files.some((file) => regex.test(file));
}

/** Targets of links and images, inline and by reference. */
function linksOf(text: string): string[] {
  const prose = withoutFences(text).replace(/`[^`\n]+`/g, "");
  const inline = [...prose.matchAll(/\]\(([^)\s]+)\)/g)];
  const defined = [...prose.matchAll(/^\[[^\]]+\]: (\S+)$/gm)];
  return [...inline, ...defined].flatMap(([, target]) => target ?? []);
}

/** Labels that a text uses or defines: `[label]` and `[text][label]`, without inline links. */
function undefinedLabels(text: string): string[] {
  const prose = withoutFences(text).replace(/`[^`\n]+`/g, "");
  const defined = [...prose.matchAll(/^\[([^\]]+)\]: /gm)].map(([, label]) => label);
  const used = [...prose.matchAll(/\[([^\][]+)\](?![(:\]])/g)].map(([, label]) => label);
  return used.flatMap((label) => (label === undefined || defined.includes(label) ? [] : label));
}

/** Ids of headings as code hosts make them. */
function anchorsOf(text: string): string[] {
  const headings = [...withoutFences(text).matchAll(/^#+ (.+)$/gm)];
  return headings.map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** What is wrong with a link from a document; null where it leads somewhere, or to another site. */
function brokenLink(document: string, target: string): string | null {
  if (/^[a-z]+:/.test(target)) return null;
  const [path = "", anchor] = target.split("#");
  const file = path === "" ? document : join(dirname(document), decodeURIComponent(path));
  if (!existsSync(join(root, file))) return `missing file: ${target}`;
  if (anchor === undefined || anchorsOf(read(file)).includes(decodeURIComponent(anchor)))
    return null;
  return `missing heading: ${target}`;
}

/** Rows of the Markdown table below a heading, cells without their code marks. */
function tableBelow(text: string, heading: string): string[][] {
  const [, section = ""] = text.split(`\n${heading}\n`);
  const lines = (section.split(/\n#+ /)[0] ?? "").split("\n").filter((line) => /^\|/.test(line));
  return lines.slice(2).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const codeNames = (cell: string) =>
  [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, name]) => name ?? []);

/** The object literal of a `const` in a source file, its arrays of strings by key. */
function constantOf(file: string, name: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest);
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name: id, initializer } of statement.declarationList.declarations) {
      if (!ts.isIdentifier(id) || id.text !== name) continue;
      if (!initializer || !ts.isObjectLiteralExpression(initializer)) continue;
      for (const property of initializer.properties) addStrings(found, property);
    }
  }
  return found;
}

function addStrings(found: Map<string, string[]>, property: ts.ObjectLiteralElementLike): void {
  if (!ts.isPropertyAssignment(property)) return;
  if (!ts.isIdentifier(property.name) && !ts.isStringLiteral(property.name)) return;
  if (!ts.isArrayLiteralExpression(property.initializer)) return;
  const strings = property.initializer.elements.filter(ts.isStringLiteral).map(({ text }) => text);
  found.set(property.name.text, strings);
}

describe.each(documents)("%s", (document) => {
  const text = read(document);

  it("has links that lead to files and headings that exist", () => {
    expect(linksOf(text).flatMap((target) => brokenLink(document, target) ?? [])).toEqual([]);
    expect(undefinedLabels(text)).toEqual([]);
  });

  it("names files and folders that exist", () => {
    const named = new Set(codeOf(text).flatMap(pathsIn));
    expect([...named].filter((path) => !exists(path))).toEqual([]);
  });

  it("names commands that package.json has", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm (?:run ([\w:-]+)|(start|test)\b)/g)];
    const names = new Set(named.map(([, run, short]) => run ?? short ?? ""));
    expect([...names].filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe("the architecture document", () => {
  it("has the table of layers that the test of the layers enforces, row by row", () => {
    const enforced = constantOf("test/layers.test.ts", "layers");
    expect(enforced.size).toBeGreaterThan(10);
    const rows = tableBelow(read("docs/architecture.md"), "## Layers");
    const written = rows.map(([folder = "", seen = ""]) => [codeNames(folder)[0], codeNames(seen)]);
    expect(written).toEqual([...enforced]);
  });
});

describe("the README", () => {
  const readme = read("README.md");

  it("states as many rows of each table as the data has", async () => {
    const { dataset } = await readData(join(root, "data"));
    const tables = tablesOf(dataset);
    const written = tableBelow(readme, "## Figures").slice(0, tableNames.length);
    expect(written.map(([name = "", rows]) => [codeNames(name)[0], Number(rows)])).toEqual(
      tableNames.map((name) => [name, tables[name].length]),
    );
  });

  it("has every folder of src and of the top in its map", () => {
    const mapped = tableBelow(readme, "## Where things are").flatMap(([f = ""]) => codeNames(f));
    const folders = files.filter((file) => /^(?:src\/)?[^./][^/]*\/$/.test(file));
    const own = folders.filter((folder) => !["src/", "public/"].includes(folder));
    expect(own.filter((folder) => !mapped.includes(folder))).toEqual([]);
  });

  it("shows a picture of the page that is light enough to load", () => {
    const [picture] = linksOf(readme).filter((target) => target.endsWith(".png"));
    const bytes = readFileSync(join(root, picture ?? ""));
    expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect(bytes.readUInt32BE(16)).toBe(1200);
    expect(bytes.length).toBeLessThan(200_000);
  });
});

it("the changelog, the licence and package.json agree", () => {
  const { version, license } = JSON.parse(read("package.json")) as Record<string, string>;
  expect(read("CHANGELOG.md")).toContain(`${version}`);
  expect(read("LICENSE")).toMatch(new RegExp(`^${license} License\n`));
  expect(read("CHANGELOG.md").split("\n## ")[1]).toMatch(/^(Unreleased|\d)/);
});

describe("the reading of documents", () => {
  it.each([
    ["src/domain/nothing.ts", ["src/domain/nothing.ts"]],
    ["npx tsx scripts/nothing.ts --check", ["scripts/nothing.ts"]],
    ['import { a } from "../src/nothing/index.ts";', ["src/nothing/index.ts"]],
    ["test/nothing/", ["test/nothing/"]],
    ["data/nothing/<id>.json", ["data/nothing/<id>.json"]],
  ])("finds that %s names what is not there", (code, paths) => {
    expect(pathsIn(code)).toEqual(paths);
    expect(paths.filter(exists)).toEqual([]);
  });

  it.each(["application/json", "?fact=sw-47", "value / unit", "en/", "file:line:column"])(
    "takes %s for no path",
    (code) => expect(pathsIn(code)).toEqual([]),
  );

  it.each(["data/facts/<report_id>.json", "notebooks/*.md", "types.ts", "dist/", "public/data/"])(
    "knows %s",
    (path) => expect(exists(path)).toBe(true),
  );

  it("sees a link to nowhere, and a heading that is none", () => {
    expect(brokenLink("docs/data-model.md", "nothing.md")).toBe("missing file: nothing.md");
    expect(brokenLink("README.md", "docs/data-model.md#nothing")).toContain("missing heading");
    expect(brokenLink("README.md", "docs/data-model.md#adding-a-report")).toBeNull();
    expect(undefinedLabels("see [this] and [that](a.md)\n\n[other]: b.md")).toEqual(["this"]);
  });
});
