import { describe, expect, test } from "vitest";
import type {
  ColumnChoice,
  FileProblem,
  FileReading,
  Inspection,
} from "../../../src/data-files/index.ts";
import { createChecking } from "../../../src/data-files/panels/checking.ts";
import { decidedOf, problemsNow } from "../../../src/data-files/panels/choices.ts";
import { importPanel } from "../../../src/data-files/panels/index.ts";
import { page } from "./world.ts";

const column = (name: string, index: number) =>
  ({ name, index, type: "BIGINT", offers: [], isCode: false, empty: 0 }) as const;
const problem = (code: FileProblem["code"], of: string): FileProblem => ({
  ...{ code, count: 1, first: "x" },
  column: of,
});
const columns = [column("a", 0), column("b", 1)];
const moment = () => new Promise((resolve) => setTimeout(resolve));

describe("what a reader decided", () => {
  test("is a column of another type than was found, and no other", () => {
    const decisions = new Map([
      [0, { type: "BIGINT" as const }],
      [1, { type: "VARCHAR" as const }],
    ]);
    expect(decidedOf(columns, decisions)).toEqual([{ name: "b", index: 1, type: "VARCHAR" }]);
  });

  test("takes the place of what the file's own type would do, and of nothing else", () => {
    const found = [problem("rounded", "a"), problem("rounded", "b"), problem("padded", "b")];
    const checked = [problem("unreadable", "b")];
    const decided: ColumnChoice[] = [{ name: "b", index: 1, type: "VARCHAR" }];
    expect(problemsNow(found, decided, checked)).toEqual([found[0], found[2], ...checked]);
  });
});

/** Counts that end when the test lets them. */
function counts() {
  const asked: { choices: readonly ColumnChoice[]; end: (found: FileProblem[]) => void }[] = [];
  const check: FileReading["check"] = (choices) =>
    new Promise((end) => asked.push({ choices, end }));
  return { asked, check };
}

describe("a count of what types would lose", () => {
  test("is made once at a time; of several that wait only the latest is made and told", async () => {
    const { asked, check } = counts();
    let told = 0;
    const checking = createChecking({
      reading: { check },
      onBytes: () => {},
      onFound: () => void told++,
      onFail: (error) => expect.fail(String(error)),
    });
    const choice = (name: string): ColumnChoice[] => [{ name, index: 0, type: "DOUBLE" }];
    for (const name of ["first", "between", "last"]) void checking.start(choice(name));
    void checking.start(choice("last"));
    await moment();
    expect(asked.map(({ choices }) => choices[0]?.name)).toEqual(["last"]);
    void checking.start(choice("newer"));
    await moment();
    expect(asked).toHaveLength(1);
    asked[0]?.end([problem("rounded", "last")]);
    await moment();
    expect([checking.isRunning, told, asked.length]).toEqual([true, 0, 2]);
    asked[1]?.end([problem("rounded", "newer")]);
    await moment();
    expect([checking.isRunning, told, checking.problems.length]).toEqual([false, 1, 1]);
    checking.drop();
    expect(checking.problems).toEqual([]);
  });

  test("is made too of what was decided while the file was still being looked at", async () => {
    const { asked, check } = counts();
    const inspection = (whole: boolean): Inspection => ({
      reading: { kind: "csv", sheets: [], sheet: null } as unknown as Inspection["reading"],
      ...{ columns, rows: 1, head: [["1", "2"]], problems: [], whole },
    });
    let finish: (found: Inspection) => void = () => {};
    const reading: FileReading = {
      inspect: (_options, { onHead } = {}) => {
        onHead?.(inspection(false));
        return new Promise((resolve) => (finish = resolve));
      },
      check,
      load: () => expect.fail("nothing is taken in"),
      close: () => {},
    };
    const document = page();
    const { element } = importPanel({
      ...{ document, language: "en", taken: [], engine: { addTable: () => expect.fail() } },
      file: new File(["a,b\n1,2\n"], "a.csv"),
      open: () => reading,
    });
    const type = element.querySelector<HTMLSelectElement>('[data-column="a"]');
    if (!type) return expect.fail("no type to choose");
    type.value = "VARCHAR";
    type.dispatchEvent(new (document.defaultView ?? expect.fail()).Event("change"));
    await moment();
    expect(asked).toHaveLength(0);
    finish(inspection(true));
    await moment();
    expect(asked.map(({ choices }) => choices)).toEqual([
      [{ name: "a", index: 0, type: "VARCHAR" }],
    ]);
    const button = element.querySelector<HTMLButtonElement>(".own-confirm");
    expect(button?.disabled).toBe(true);
    asked[0]?.end([]);
    await moment();
    expect(button?.disabled).toBe(false);
  });
});
