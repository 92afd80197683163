import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Manifest;
const declared = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });

/** Run by name, from a script of package.json or by another tool. */
const tools = [
  "@stryker-mutator/core",
  "@stryker-mutator/vitest-runner",
  "@vitest/browser",
  "eslint",
];

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:ts|mjs|js)$/.test(name))
    .map((name) => `${folder}/${name}`);
}

/** `@a/b/c` is a file of `@a/b`. */
function packageOf(specifier: string): string {
  const steps = specifier.split("/");
  return steps.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
}

const isPackage = (specifier: string): boolean =>
  !/^(?:[./]|node:|virtual:|data:)/.test(specifier) && !builtinModules.includes(specifier);

/** The packages that files import, each with one of them. */
function importedBy(files: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of files) {
    const { importedFiles } = ts.preProcessFile(readFileSync(join(root, file), "utf8"), true, true);
    for (const { fileName } of importedFiles)
      if (isPackage(fileName)) found.set(packageOf(fileName), file);
  }
  return found;
}

const configs = readdirSync(root).filter((name) => /\.(?:ts|js)$/.test(name));
// The peers that benchmarks are run against have a manifest of their own.
const ours = ["src", "scripts", "bench", "test"]
  .flatMap(sources)
  .filter((file) => !file.startsWith("bench/peers/"));
const imported = importedBy([...ours, ...configs]);

describe("the dependencies", () => {
  it("that are imported are declared", () => {
    expect(imported.size).toBeGreaterThan(40);
    expect([...imported].filter(([name]) => !declared.includes(name))).toEqual([]);
  });

  it("that are declared are imported, or are types or tools", () => {
    const isUsed = (name: string) =>
      imported.has(name) ||
      tools.includes(name) ||
      (name.startsWith("@types/") &&
        (name === "@types/node" || imported.has(name.slice("@types/".length))));
    expect(declared.filter((name) => !isUsed(name))).toEqual([]);
  });

  it("of a page are no tools of the build", () => {
    const inPage = importedBy(sources("src").filter((file) => !/\/(?:node|prerender)/.test(file)));
    const tooling = Object.keys(manifest.devDependencies);
    expect([...inPage].filter(([name]) => tooling.includes(name))).toEqual([]);
  });
});
