import { execFileSync } from "node:child_process";
import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import { chartTypes } from "../../../src/figures/index.ts";
import { world } from "../../charts/world.ts";
import { parsed, pictured } from "./world.ts";

/** The names of groups that an illustrator may meet. */
const names =
  "axis caveats caption chart empty filtered foot ground halos key labels marks note source subtitle title warnings".split(
    " ",
  );

describe.each([...chartTypes, "plot"])("a picture of %s", (type) => {
  const made = pictured({ type }, { context: world("en") });
  const root = made.document.documentElement;

  it("has its parts in groups of plain names, each once", () => {
    const ids = [...root.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !names.includes(id))).toEqual([]);
    for (const id of ["title", "subtitle", "labels", "note", "source"]) expect(ids).toContain(id);
    expect(root.querySelector("#title")?.textContent).toMatch(/^Title/);
    expect(root.querySelector("#source")?.textContent).toMatch(/^Source:/);
    expect(root.querySelector("#marks text, #labels path, #labels circle")).toBeNull();
    expect(root.querySelector("[data-layer]")).toBeNull();
  });

  it("is one picture with a name and a description", () => {
    expect(root.getAttribute("role")).toBe("img");
    expect([...root.children].slice(0, 2).map(({ localName }) => localName)).toEqual([
      "title",
      "desc",
    ]);
    for (const name of ["title", "desc"])
      expect(root.querySelector(`:scope > ${name}`)?.textContent).not.toBe("");
  });

  it("has no halo over its words, in viewers that know no paint-order either", () => {
    expect(made.picture.svg).not.toContain("paint-order");
    const labels = [...root.querySelectorAll("#labels text")].map((one) => one.textContent);
    for (const halo of root.querySelectorAll("#halos text")) {
      expect(halo.getAttribute("fill")).toBe(halo.getAttribute("stroke"));
      expect(labels).toContain(halo.textContent);
    }
    expect(root.querySelector("#labels [stroke-width='4']")).toBeNull();
  });

  it("says each mark's name once", () => {
    const facts = [...root.querySelectorAll("#labels [data-fact]")].map((one) =>
      one.getAttribute("aria-label"),
    );
    const drawn = [...root.querySelectorAll("#marks [data-fact]")].map((one) =>
      one.getAttribute("aria-label"),
    );
    expect(facts.filter((name) => drawn.includes(name))).toEqual([]);
  });
});

describe("a transparent picture", () => {
  it("has no ground and no halo, and no pixel in its corner", () => {
    const { picture } = pictured({ type: "dots" }, { isTransparent: true, theme: "dark" });
    const root = parsed(picture).documentElement;
    expect(root.querySelector("#ground, #halos")).toBeNull();
    const { pixels } = new Resvg(picture.svg, { font: { loadSystemFonts: false } }).render();
    expect(pixels[3]).toBe(0);
  });
});

/** How many pixels are nearly black. */
function inked(png: Buffer, { width, height }: { width: number; height: number }): number {
  const image = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${png.toString("base64")}"/></svg>`;
  const { pixels } = new Resvg(image).render();
  let count = 0;
  for (let i = 0; i < pixels.length; i += 4)
    if ((pixels[i] ?? 255) < 90 && (pixels[i + 1] ?? 255) < 90 && (pixels[i + 2] ?? 255) < 90)
      count++;
  return count;
}

function librsvg(svg: string): Buffer | null {
  try {
    return execFileSync("rsvg-convert", ["--format", "png"], { input: svg });
  } catch (error) {
    if ((error as { code?: string }).code === "ENOENT") return null;
    throw error;
  }
}

describe("a second renderer", () => {
  const { picture, document } = pictured({ type: "dots" }, { context: world("en") });
  const whole = librsvg(picture.svg);
  it.skipIf(whole === null)(
    "draws the values over their halos (librsvg; skipped without it)",
    () => {
      // Of the labels only: what else is black stays.
      document.querySelector("#labels")?.remove();
      const bare = librsvg(document.documentElement.outerHTML);
      if (!whole || !bare) throw new Error("missing renderer: rsvg-convert");
      expect(inked(whole, picture)).toBeGreaterThan(inked(bare, picture) + 300);
    },
  );
});
