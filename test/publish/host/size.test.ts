import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { heightAt, stepsText } from "../../../src/publish/figure-page/index.ts";
import { embedAsset, frameAsset, moduleAsset } from "../../../scripts/vite/frame-plugin.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

describe("the scripts for other pages", () => {
  it.each([
    ["of a figure's page, at most 15 kB", frameAsset, 15_000],
    ["of a host, at most 1 kB", embedAsset, 1024],
    ["of a host of modules, at most 2 kB", moduleAsset, 2048],
  ] as const)("%s compressed, and load nothing", async (_what, asset, most) => {
    const { code, name } = await asset(root);
    expect([name, brotliCompressSync(code).length <= most]).toEqual([name, true]);
    expect(code).not.toMatch(/\bimport\s*[({"'`]|\bfetch\(|XMLHttpRequest|\beval\(|innerHTML/);
    if (name.endsWith(".js")) expect(code).not.toMatch(/\bexport\b/);
  });

  it("are named by their content where they may be kept for ever", async () => {
    expect((await frameAsset(root)).name).toMatch(/^frame-[0-9a-f]{12}\.js$/);
  });
});

describe("the heights of an element", () => {
  it("are those of the last step that its width has reached", () => {
    const steps = "0 980, 320 720, 640 610";
    expect([120, 320, 640, 960].map((width) => heightAt(steps, width))).toEqual([
      980, 720, 610, 610,
    ]);
  });

  it("are read as a snippet writes them", () => {
    const steps = stepsText([
      [0, 980],
      [320, 720.5],
    ]);
    expect([0, 319, 320].map((width) => heightAt(steps, width))).toEqual([980, 980, 720.5]);
  });

  it.each(["", "x", "0 x, 320", "0 -5", "a b"])("are none in %j", (steps) => {
    expect(heightAt(steps, 500)).toBe(0);
  });
});
