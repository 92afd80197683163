import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { builder } from "../../src/dom/index.ts";
import type { Connection } from "../../src/engine/connection.ts";
import { texts, world } from "../charts/world.ts";
import type { Fact } from "../../src/domain/index.ts";
import { fact } from "../domain/fixture.ts";
import { cell, facts, openFacts, run } from "./world.ts";

let connection: Connection;
beforeAll(async () => {
  connection = await openFacts();
});
afterAll(() => connection.close());

const page =
  cell("sql id=q", "SELECT * FROM facts") +
  cell(
    "chart id=c data=q",
    "type: dots\ncode: true\ntitle: {zh: '共${q.value}', en: 'In all ${q.value}'}",
  );

describe("a chart drawn again elsewhere", () => {
  it("has the rows and the texts that stand in the page, in any language and document", async () => {
    const running = run(page, connection);
    await running.settled;
    const drawn = running.chart("c");
    if (!drawn) throw new Error("missing chart");
    expect(drawn.rows).toHaveLength(3);
    const { document } = new JSDOM("<!doctype html>").window;
    const known = { facts: facts.map((one) => fact(one as Partial<Fact>)) };
    const context = { ...world("en", known), build: builder(document) };
    const options = { variants: ["narrow"], state: "static", id: "other" } as const;
    const figure = drawn.figure(context, options);
    expect(figure.ownerDocument === document).toBe(true);
    expect(texts(figure, "h3")[0]).toMatch(/^In all /);
    expect(figure.id).toBe("other");
    expect(figure.querySelectorAll(".chart.narrow [data-fact]")).toHaveLength(3);
    expect(figure.querySelector("button, details.code")).toBeNull();
  });

  it("is arranged once for each language, in whatever document it is drawn", async () => {
    const running = run(page, connection);
    await running.settled;
    const drawn = running.chart("c");
    const context = world("zh", { facts: facts.map((one) => fact(one as Partial<Fact>)) });
    const { document } = new JSDOM("<!doctype html>").window;
    const zh = drawn?.drawable(context);
    const en = drawn?.drawable({ ...context, language: "en" });
    expect(zh).toBeDefined();
    expect(drawn?.drawable({ ...context, build: builder(document) } as typeof context)).toBe(zh);
    expect(en?.model.name).not.toBe(zh?.model.name);
    expect(drawn?.drawable({ ...context, language: "en" })).toBe(en);
  });

  it("follows the notebook and goes with its cell", async () => {
    const running = run(page, connection);
    await running.settled;
    running.edit(page.replace("FROM facts", "FROM facts WHERE scope = 'bureau'"));
    await vi.waitFor(() => expect(running.chart("c")?.rows).toHaveLength(2), { timeout: 15_000 });
    running.edit(cell("sql id=q", "SELECT * FROM facts"));
    expect(running.chart("c")).toBeNull();
    expect(running.chart("q")).toBeNull();
  });
});
