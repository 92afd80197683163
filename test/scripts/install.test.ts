import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const module = pathToFileURL(join(root, "scripts/install.mjs")).href;
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Runs an expression over the bootstrap's exports in a plain Node, as `npm start` does. */
function evaluate(expression: string) {
  const code = `import * as m from ${JSON.stringify(module)}; console.log(JSON.stringify(${expression}) ?? "")`;
  return spawnSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" });
}

type Packages = Readonly<Record<string, { version: string; optional?: boolean }>>;

/** A folder whose lock file was written `age` seconds after the installation (before, if negative). */
function project(locked: Packages, installed: Packages | null, age: number): string {
  const folder = mkdtempSync(join(tmpdir(), "fadu-install-"));
  folders.push(folder);
  const write = (name: string, packages: Packages, time: number) => {
    writeFileSync(join(folder, name), JSON.stringify({ packages }));
    utimesSync(join(folder, name), time, time);
  };
  mkdirSync(join(folder, "node_modules"));
  write("package-lock.json", locked, 1000 + age);
  if (installed !== null) write("node_modules/.package-lock.json", installed, 1000);
  return folder;
}

const isStale = (folder: string) =>
  evaluate(`m.isStale(${JSON.stringify(folder)})`).stdout.trim() === "true";

describe("the bootstrap", () => {
  const a = { "node_modules/a": { version: "1.0.0" } };

  it.each([
    ["nothing is installed", a, null, -5, true],
    ["the lock file is older", a, a, -5, false],
    ["the lock file is newer and asks for the same", a, a, 5, false],
    [
      "the lock file is newer and asks for another version",
      a,
      { "node_modules/a": { version: "0.9.0" } },
      5,
      true,
    ],
    ["the lock file is newer and asks for more", a, {}, 5, true],
    [
      "only what this machine cannot use is missing",
      { ...a, "node_modules/b": { version: "1.0.0", optional: true } },
      a,
      5,
      false,
    ],
  ])("installs only when it must: %s", (_, locked, installed, age, expected) => {
    expect(isStale(project(locked, installed, age))).toBe(expected);
  });

  it("refuses an old Node in both languages", () => {
    const { status, stderr } = evaluate('m.checkNode("20.18.3")');
    expect(status).toBe(1);
    expect(stderr).toContain("需要 Node 20.19");
    expect(stderr).toContain("unsupported Node: 20.18.3");
    expect(evaluate('m.checkNode("22.0.0")').status).toBe(0);
  });

  it("refuses an unknown step before it does anything", () => {
    const run = () =>
      execFileSync(process.execPath, ["scripts/test.mjs", "--only", "vitset"], {
        cwd: root,
        stdio: "pipe",
      });
    expect(run).toThrow("unknown step: vitset");
  });

  it("refuses a PORT that is none before it does anything", () => {
    const env = { ...process.env, PORT: "high" };
    const { status, stderr } = spawnSync(process.execPath, ["scripts/start.mjs"], {
      cwd: root,
      env,
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([1, "PORT 无效：high\ninvalid PORT: high\n"]);
  });
});
