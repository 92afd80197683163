import { sep } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

/** The rooms that show something to a reader, or give it away. */
const rooms = /^src\/(?:figures|charts|evidence|runtime|publish|page|data-files\/panels)\//;

/**
 * Lists that are cut by hand: none loses an entry that a reader should see. Whatever is shown in
 * part is an excerpt of `src/words/excerpt.ts`, which holds how much it leaves out.
 */
const harmless: Readonly<Record<string, readonly [cut: string, why: string][]>> = {
  "src/charts/coverage.ts": [["members.slice(0, 1)", "a cell without a figure has one sign of it"]],
  "src/charts/pages.ts": [["items.slice(0, size)", "the first page; the others follow"]],
  "src/charts/plot/gaps.ts": [["all.slice(0, 1)", "the first transform, then the others"]],
  "src/charts/plot/group.ts": [["ends.slice(0, 1)", "one of two ends that are the same"]],
  "src/charts/plot/marks.ts": [["lines.slice(0, MOST_LINES)", "lines of a text, with an ellipsis"]],
  "src/charts/plot/scales.ts": [
    ["(range ?? series).slice(0, domain.length)", "as many colours as there are categories"],
    ["lines.slice(0, MOST_LINES)", "lines of a text, with an ellipsis"],
  ],
  "src/charts/plot/texture.ts": [
    ["sides.slice(0, Math.floor(sides.length / 2))", "half of the colours of a scale"],
  ],
  "src/charts/plot/ticks.ts": [["domain.slice(0, 1)", "a tick where there is room for one"]],
  "src/figures/alt.ts": [["found.slice(0, 2)", "the first two, then the others"]],
  "src/figures/headers.ts": [
    ["names.slice(0, i)", "counts the names before one, to number those that are alike"],
  ],
  "src/figures/kinds.ts": [
    [
      "[...new Map(stated.map((one) => [kindOf(one), one])).values()].slice(0, most)",
      "judged, never shown, named or counted",
    ],
  ],
  "src/figures/types/trend.ts": [["told.slice(0, 2)", "the first of two that are the same"]],
  "src/page/extract/compared.ts": [
    ["refused.slice(0, SHOWN)", "the first ones; a line says how many more"],
  ],
  "src/page/extract/findings.ts": [
    ["open.slice(0, SHOWN)", "the first ones; a line says how many more"],
  ],
  "src/publish/package/name.ts": [
    ["Array.from(plain(figure)) .slice(0, 60)", "characters of a file's name"],
  ],
  "src/publish/picture/alone.ts": [
    ["lones.slice(0, shown)", "as many as stand unfolded in the page; a line says how many more"],
  ],
  "src/runtime/cycle.ts": [["round.slice(0, i)", "a round from another start"]],
  "src/runtime/pivot.ts": [["inside.slice(0, over)", "words of a query before one of them"]],
  "src/runtime/result-cell.ts": [
    [
      "Array.from(text.slice(0, LONG)) .slice(0, LONG / 2)",
      "characters of a text, with an ellipsis; all of it below",
    ],
  ],
  "src/runtime/table-input.ts": [["columns.slice(0, 2)", "a row is called by its first columns"]],
  "src/runtime/tables-read.ts": [["tokens.slice(0, i)", "words of a query before one of them"]],
};

/** Calls `list.slice(0, …)` on what is a list, by file. */
function cutsIn(program: ts.Program): Map<string, string[]> {
  const checker = program.getTypeChecker();
  const found = new Map<string, string[]>();
  for (const source of program.getSourceFiles()) {
    const file = source.fileName.replaceAll(sep, "/").replace(`${process.cwd()}/`, "");
    if (!rooms.test(file)) continue;
    const visit = (node: ts.Node): void => {
      ts.forEachChild(node, visit);
      if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
      const [from, to] = node.arguments.map((one) => one.getText());
      const isCut = node.expression.name.text === "slice" && from === "0" && to !== undefined;
      if (!isCut || to.startsWith("-")) return;
      const list = checker.getTypeAtLocation(node.expression.expression);
      if (!checker.isArrayLikeType(list)) return;
      const text = node.getText().replaceAll(/\s+/g, " ");
      found.set(file, [...(found.get(file) ?? []), text]);
    };
    visit(source);
  }
  return found;
}

it("shows no list in part that does not say so: each is an excerpt, or harmless for a reason", () => {
  const { config } = ts.readConfigFile("tsconfig.json", (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, ".");
  const program = ts.createProgram(
    fileNames.filter((file) => /(?:^|\/)src\//.test(file)),
    options,
  );
  const cuts = [...cutsIn(program)].map(([file, texts]) => [file, texts.toSorted()]);
  const known = Object.entries(harmless).map(([file, list]) => [
    file,
    list.map(([cut]) => cut).toSorted(),
  ]);
  const byFile = (a: (string | string[])[], b: (string | string[])[]) =>
    String(a[0]) < String(b[0]) ? -1 : 1;
  expect(cuts.toSorted(byFile)).toEqual(known.toSorted(byFile));
}, 60_000);
