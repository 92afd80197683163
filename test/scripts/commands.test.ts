import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (file: string) => readFileSync(join(root, file), "utf8");

/** Files of ours that a text names from the root of the project. */
const named = (text: string): string[] =>
  [
    ...text.matchAll(/(?<![\w/.@-])(?:\.\/)?((?:scripts|bench|src|test)\/[\w/.-]+\.(?:mjs|ts))\b/g),
  ].map(([, file = ""]) => file);

const commands = readdirSync(join(root, "scripts")).filter((name) => name.endsWith(".mjs"));

it.each(["package.json", ".ci/run", ...commands.map((name) => `scripts/${name}`)])(
  "%s names only files that are there",
  (file) => {
    // A command may name one beside it as a module does.
    const text = read(file).replace(/(?:from|import\(|tsImport\() ?"\.[^"]*"/g, "");
    expect(named(text).filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const elsewhere = [...text.matchAll(/"[^"]*?(\.\/[\w/.-]+\.(?:mjs|ts))"/g)].map(
      ([, path = ""]) => path,
    );
    expect(elsewhere.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  },
);

it("sees a file that is gone", () => {
  expect(named('["--reporter=./scripts/gone.mjs"]')).toEqual(["scripts/gone.mjs"]);
  expect(read("scripts/test.mjs")).toContain("--reporter=./scripts/reporter.mjs");
});
