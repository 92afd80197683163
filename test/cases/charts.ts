import { existsSync, readFileSync } from "node:fs";
import { chromium } from "playwright";
import { collisions, measure } from "../browser/support/boxes.ts";
import { names, texts } from "../charts/world.ts";
import { cell, type Running } from "../runtime/world.ts";
import { differs, firstOf, type Case } from "./case.ts";
import { shown } from "./page.ts";

/** A query and the chart of it, as a notebook has them. */
interface Pair {
  readonly sql: string;
  readonly spec: string;
}

function pair(folder: string, name: string): Pair {
  const spec = `${folder}/${name}/chart.yaml`;
  return {
    sql: readFileSync(`${folder}/${name}/q.sql`, "utf8"),
    spec: existsSync(spec) ? readFileSync(spec, "utf8") : "",
  };
}

const draw = ({ sql, spec }: Pair): Promise<Running> =>
  shown(cell("sql id=q", sql) + cell("chart id=c data=q", spec));

const inDrawing = (selector: string): string => `#c .fadu-grammar ${selector}`;
const marks = ({ root }: Running): string[] => names(root, inDrawing(".mark"));
/** Names of the rows without a mark, as they are listed below. */
const listed = ({ root }: Running): string[] =>
  texts(root, "#c .none li").map((text) => text.split(":")[0] ?? "");
const ticks = ({ root }: Running, axis: "x" | "y"): string[] =>
  texts(root, inDrawing(`[aria-label="${axis}-axis tick label"] text`));

/** In how many pieces a line or an area is drawn. */
function pieces({ root }: Running): number {
  const paths = [...root.querySelectorAll(inDrawing(".mark path"))];
  return (
    paths
      .map((path) => path.getAttribute("d") ?? "")
      .join("")
      .split("M").length - 1
  );
}

async function nullBridge(folder: string): Promise<string | null> {
  const { sql, spec } = pair(folder, "chart-null-bridge");
  for (const mark of ["lineY", "areaY"]) {
    const running = await draw({ sql, spec: spec.replace("lineY", mark) });
    const missing = texts(running.root, "#c .none li");
    const wrong = firstOf([
      differs(`pieces of ${mark}`, pieces(running), 2),
      differs(`places of ${mark}`, running.root.querySelectorAll(inDrawing(".gap *")).length, 1),
      differs(`listed of ${mark}`, missing.length, 1),
      missing[0]?.includes("2021") ? null : `not named: ${missing.join()}`,
    ]);
    if (wrong !== null) return wrong;
  }
  return null;
}

async function logZero(folder: string): Promise<string | null> {
  const running = await draw(pair(folder, "chart-log-zero"));
  return firstOf([
    differs("marks", marks(running).length, 2),
    differs("listed", listed(running), ["汕尾", "株洲", "万盛"]),
    ticks(running, "x").includes("0") ? "a zero on the scale" : null,
  ]);
}

async function years(folder: string): Promise<string | null> {
  const { sql, spec } = pair(folder, "chart-years");
  const running = await draw({ sql, spec });
  const codes = await draw({
    sql: "SELECT * FROM (VALUES (320500, 1.0), (350600, 2.0)) t(region_code, v)",
    spec: spec.replace("year", "region_code"),
  });
  const all = (one: Running): string => `${one.root.querySelector("#c")?.outerHTML}`;
  return firstOf([
    differs("ticks", ticks(running, "x"), ["2019", "2020", "2021", "2022"]),
    differs("years", marks(running), ["Year: 2019; v: 1", "Year: 2020; v: 3", "Year: 2022; v: 2"]),
    /2,0\d\d/.test(all(running)) ? "a year with a separator" : null,
    /320,500|350,600/.test(all(codes)) ? "a code with a separator" : null,
    all(codes).includes("320500") ? null : "no code",
  ]);
}

async function dateTicks(folder: string): Promise<string | null> {
  const { sql, spec } = pair(folder, "chart-date-ticks");
  const asked = await draw({ sql, spec });
  const unasked = await draw({ sql, spec: spec.replace("{value: d, as: date}", "d") });
  const labels = ticks(asked, "x");
  return firstOf([
    differs("ticks", labels, [...new Set(labels)]),
    differs("first tick", labels[0], "1 Aug 2021"),
    labels.length > 1 && labels.every((text) => /^\d+ (?:Aug|Sept|Oct)/.test(text))
      ? null
      : `not days of these months: ${labels.join()}`,
    differs("without being asked", ticks(unasked, "x"), labels),
  ]);
}

/** What lies on what, and what leaves the drawing, as a browser lays it out. */
async function collided(running: Running): Promise<string[]> {
  const css = readFileSync(new URL("../../src/charts/figure.css", import.meta.url), "utf8");
  const figure = running.root.querySelector("#c")?.outerHTML ?? "";
  const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ viewport: { width: 900, height: 700 } });
    await page.setContent(`<style>${css}</style><main>${figure}</main>`);
    const drawn = await page.locator("svg.fadu-grammar").evaluateAll(measure);
    if (drawn.every(({ boxes }) => boxes.length === 0)) throw new Error("missing drawing");
    return collisions(drawn);
  } finally {
    await browser.close();
  }
}

async function dottedName(folder: string): Promise<string | null> {
  const { sql } = pair(folder, "chart-dotted-name");
  const spec = 'type: plot\nmarks:\n  - mark: barX\n    x: "a.[b]"\n    y: "地区.名称"';
  const running = await draw({ sql, spec });
  const titles = texts(running.root, inDrawing('[aria-label$="axis label"]'));
  return firstOf([
    differs("marks", marks(running).length, 2),
    differs("titles", titles, ["地区.名称", "a.[b]"]),
    differs("collisions", await collided(running), []),
  ]);
}

/** The cases of charts: what must come out of each, as the README of the cases says. */
export const chartCases: readonly Case[] = [
  { name: "chart-null-bridge/chart.yaml", held: nullBridge },
  { name: "chart-log-zero/chart.yaml", held: logZero },
  { name: "chart-years/chart.yaml", held: years },
  { name: "chart-date-ticks/chart.yaml", held: dateTicks },
  { name: "chart-dotted-name/q.sql", held: dottedName },
];
