import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { licenceOf } from "../../scripts/vite/shipped.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const json = (file: string) =>
  JSON.parse(readFileSync(join(root, file), "utf8")) as Readonly<Record<string, unknown>>;

type Locked = Readonly<
  Record<string, { readonly integrity?: string; readonly hasInstallScript?: boolean }>
>;
const locked = json("package-lock.json")["packages"] as Locked;

describe("the packages", () => {
  it("are asked for by exact versions", () => {
    const own = json("package.json");
    const asked = ["dependencies", "devDependencies", "overrides"].flatMap((kind) =>
      Object.entries(own[kind] as Readonly<Record<string, string>>),
    );
    expect(asked.length).toBeGreaterThan(50);
    const exact = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;
    expect(asked.filter(([, version]) => !exact.test(version))).toEqual([]);
  });

  it("are locked with their hashes", () => {
    const without = Object.entries(locked).filter(
      ([path, { integrity }]) => path !== "" && !/^sha512-/.test(integrity ?? ""),
    );
    expect(without).toEqual([]);
  });

  it("run no script when they are installed", () => {
    expect(readFileSync(join(root, ".npmrc"), "utf8")).toMatch(/^ignore-scripts=true$/m);
    // Works without its script, which only makes its command quicker to start.
    const known = ["node_modules/esbuild", "node_modules/fsevents"];
    const scripts = Object.entries(locked).filter(([, one]) => one.hasInstallScript);
    expect(scripts.map(([path]) => path).filter((path) => !known.includes(path))).toEqual([]);
  });
});

describe("a package that is shipped", () => {
  it.each(["GPL-3.0-only", "MPL-2.0", "UNLICENSED", "SEE LICENSE IN x", undefined])(
    "stops the build under the licence %s",
    (license) => {
      const folder = mkdtempSync(join(tmpdir(), "fadu-licence-"));
      mkdirSync(folder, { recursive: true });
      writeFileSync(
        join(folder, "package.json"),
        JSON.stringify({ name: "x", version: "1.0.0", license }),
      );
      expect(() => licenceOf(folder)).toThrow(/^unsupported licence: x, /);
      rmSync(folder, { recursive: true });
    },
  );

  it("brings its notice", () => {
    const { licence, text } = licenceOf(join(root, "node_modules/yaml"));
    expect([licence, /Copyright/.test(text)]).toEqual(["ISC", true]);
  });
});
