/** A cell with options that nobody means well, and the query that it reads. */
export interface HostileOptions {
  readonly kind: "chart" | "input";
  readonly options: string;
  /** Default: ten thousand rows, as many as a chart draws one by one. */
  readonly sql?: string;
}

/** A list in YAML, as long as a cell may hold. */
const list = (n: number, of: (i: number) => string | number) =>
  `[${Array.from({ length: n }, (_, i) => of(i)).join(", ")}]`;

const plot = (marks: string, more = "", sql?: string): HostileOptions => ({
  kind: "chart",
  options: `type: plot\n${more}\nmarks: ${marks}`,
  ...(sql === undefined ? {} : { sql }),
});
const input = (options: string, sql = "SELECT 1 AS value"): HostileOptions => ({
  kind: "input",
  options,
  sql,
});
const domain = (options: string, sql: string): HostileOptions => ({ kind: "chart", options, sql });

const dots = "[{mark: dot, x: x, y: y}]";
const few = "SELECT i AS x, i AS y, 'a' AS c FROM range(10) t(i)";
const wide = "SELECT * FROM (VALUES (-1e308, -1e308), (0, 0), (1e308, 1e308)) t(x, y)";
const far = "SELECT * FROM (VALUES (0, 0), (1e12, 1), (1e12 + 1, 2)) t(x, y)";
const outlier =
  "SELECT CASE WHEN i = 0 THEN 1e12 ELSE i / 100 END AS x, i AS y FROM range(100) t(i)";
const ages = "SELECT DATE '0001-01-01' + (i * 73000)::INTEGER AS x, i AS y FROM range(1000) t(i)";
const one = "SELECT 1 AS x, i AS y, i AS c FROM range(10000) t(i)";
const texts = (text: string, rows: number) =>
  `SELECT i AS x, i AS y, ${text} || i AS c FROM range(${rows}) t(i)`;
/** Rows as those of our figures. */
const figures = (what: string, rows: number) =>
  `SELECT 'zhuzhou' AS region_id, 'penalty_amount' AS metric_id, 'CNY' AS unit, 'bureau' AS scope,
  i AS value, '2022-01-01' AS period_start, '2022-12-31' AS period_end, 'full_year' AS period_basis
  FROM range(${rows}) t(i)`.replace("SELECT", `SELECT * REPLACE (${what}) FROM (SELECT`) + ")";

const scales: Record<string, HostileOptions> = {
  "ticks 1e9": plot(dots, "x: {ticks: 1e9}"),
  "ticks below zero": plot(dots, "x: {ticks: -1e9}"),
  "a list of ticks": plot(dots, `x: {ticks: ${list(15_000, (i) => i)}}`, few),
  "a domain of all numbers": plot(
    dots,
    "x: {domain: [-1e308, 1e308]}\ny: {domain: [-1e308, 1e308]}",
  ),
  "rows of all numbers": plot(dots, "x: {nice: true}\ny: {nice: true}", wide),
  "a logarithm of all numbers": plot(dots, "x: {type: log, domain: [5e-324, 1e308]}", few),
  "a logarithm about zero": plot(dots, "x: {type: log, domain: [0, 10]}", few),
  "a logarithm through zero": plot(dots, "x: {type: log, domain: [-10, 10]}", few),
  "a root and a logarithm of all numbers": plot(
    dots,
    "x: {type: sqrt, domain: [-1e308, 1e308]}\ny: {type: symlog, domain: [-1e308, 1e308]}",
    wide,
  ),
  "a domain of no numbers": plot(dots, "x: {domain: [.nan, .inf]}", few),
  "a long domain": plot(dots, `x: {type: band, domain: ${list(15_000, (i) => `d${i}`)}}`, few),
  "a long domain upright": plot(
    dots,
    `y: {type: point, domain: ${list(15_000, (i) => `d${i}`)}}`,
    few,
  ),
  "a long domain of numbers": plot(dots, `x: {domain: ${list(15_000, (i) => i)}}`, few),
  "steps of 1e-9": plot(dots, "x: {interval: 1e-9}", few),
  "steps of 1e-300": plot(dots, "x: {interval: 1e-300}", few),
  "steps of zero": plot(dots, "x: {interval: 0}", few),
  "steps below zero": plot(dots, "x: {interval: -1000000}", few),
  "steps of 1e-9 of names": plot(dots, "x: {type: point, interval: 1e-9}", few),
  "steps of 1 over far numbers": plot(dots, "x: {interval: 1}", far),
  "days of all years": plot(dots, "x: {type: utc, interval: day}", ages),
  "days of all years as names": plot(dots, "x: {type: band, interval: day}", ages),
  "days of a domain": plot(
    dots,
    "x: {type: utc, interval: day, domain: ['-271821-04-20', '275760-09-13']}",
    ages,
  ),
  "days of no domain": plot(dots, "x: {type: utc, domain: [never, '99999999-01-01']}", ages),
  "a tick format": plot(dots, `x: {tickFormat: "${"%L".repeat(10_000)}"}`, few),
  "colours of a long domain": plot(
    "[{mark: dot, x: x, y: y, fill: c}]",
    `color: {type: categorical, domain: ${list(7000, (i) => `d${i}`)}, range: ${list(7000, () => "ink")}}`,
    few,
  ),
  "colours by many limits": plot(
    "[{mark: dot, x: x, y: y, fill: y}]",
    `color: {type: threshold, domain: ${list(7000, (i) => i)}, range: ${list(7001, () => "ink")}}`,
    few,
  ),
  "colours in many steps": plot(
    "[{mark: dot, x: x, y: y, fill: y}]",
    `color: {type: sequential, range: ${list(15_000, () => "ink")}}`,
  ),
};

const transforms: Record<string, HostileOptions> = {
  "bins 1e9": plot("[{mark: rectY, x: x, transform: {binX: {y: count, thresholds: 1e9}}}]"),
  "bins by many limits": plot(
    `[{mark: rectY, x: x, transform: {binX: {y: count, thresholds: ${list(15_000, (i) => i)}}}}]`,
  ),
  "bins by many limits both ways": plot(
    `[{mark: rect, x: x, y: y, transform: {bin: {fill: count, thresholds: ${list(7000, (i) => i)}}}}]`,
  ),
  "bins upon bins by many limits": plot(
    `[{mark: rectY, x: x, transform: {binX: {y: count, cumulative: true, thresholds: ${list(15_000, (i) => i)}}}}]`,
  ),
  "bins of 1e-9": plot(
    "[{mark: rectY, x: x, transform: {binX: {y: count, interval: 1e-9}}}]",
    "",
    few,
  ),
  "bins of 1e-300": plot(
    "[{mark: rectY, x: x, transform: {binX: {y: count, interval: 1e-300}}}]",
    "",
    few,
  ),
  "bins of zero": plot(
    "[{mark: rectY, x: x, transform: {binX: {y: count, interval: 0}}}]",
    "",
    few,
  ),
  "bins of 1e-9 of a million rows": plot(
    "[{mark: rectY, x: x, transform: {binX: {y: count, interval: 1e-9}}}]",
    "",
    "SELECT i AS x FROM range(1000000) t(i)",
  ),
  "bins of a day": plot(
    "[{mark: rectY, x: x, transform: {binX: {y: count, interval: day}}}]",
    "",
    ages,
  ),
  "bins about an outlier": plot(
    "[{mark: rectY, x: x, transform: {binX: {y: count, thresholds: freedman-diaconis}}}]",
    "",
    outlier,
  ),
  "bins about an outlier of a million rows": plot(
    "[{mark: rectY, x: x, transform: {binX: {y: count, thresholds: freedman-diaconis}}}]",
    "",
    "SELECT CASE WHEN i = 0 THEN 1e15 ELSE i / 1e6 END AS x FROM range(1000000) t(i)",
  ),
  "dots beside each other": plot("[{mark: dot, x: x, transform: {dodgeY: {}}}]", "", one),
  "dots beside each other apart": plot(
    "[{mark: dot, y: x, transform: {dodgeX: {padding: 50, anchor: middle}}}]",
    "",
    one,
  ),
  "dots beside each other in a few pixels": plot(
    "[{mark: dot, x: y, r: c, transform: {dodgeY: {anchor: middle}}}]",
    "r: {range: [0, 80]}",
    one,
  ),
  "the smallest hexagons": plot(
    "[{mark: dot, x: x, y: y, transform: {hexbin: {r: count, binWidth: 4}}}]",
  ),
  "no hexagon": plot("[{mark: dot, x: x, y: y, transform: {hexbin: {r: count, binWidth: 1e-9}}}]"),
  "a wide window": plot(
    "[{mark: lineY, x: x, y: y, transform: {windowY: {k: 1000, reduce: median}}}]",
  ),
  "a window 1e9": plot("[{mark: lineY, x: x, y: y, transform: {windowY: {k: 1e9}}}]"),
  "a stack of many series": plot(
    "[{mark: areaY, x: x, y: y, z: c, transform: {stackY: {offset: wiggle, order: inside-out}}}]",
    "",
    texts("'s'", 10_000),
  ),
  "many transforms": plot(
    `[{mark: areaY, x: x, y: y, transform: ${list(3000, () => "{stackY: {}}")}}]`,
    "",
    few,
  ),
  "many windows": plot(
    `[{mark: lineY, x: x, y: y, transform: ${list(3000, () => "{windowY: {k: 1000}}")}}]`,
  ),
  "a transform that is none": plot(
    "[{mark: dot, x: x, y: y, transform: {force: {iterations: 1e9}}}]",
  ),
  "a tree": plot("[{mark: tree, path: c}]", "", few),
  "groups of groups": plot(
    "[{mark: cell, x: x, y: c, fill: y, transform: [{group: {fill: mean}}, {groupZ: {fill: sum}}]}]",
    "",
    texts("'g'", 10_000),
  ),
};

const marks: Record<string, HostileOptions> = {
  "thirty layers of ten thousand": plot(list(30, () => "{mark: dot, x: x, y: y}")),
  "thirty layers of text": plot(list(30, () => "{mark: text, x: x, y: y, text: y}")),
  "many marks": plot(list(5000, () => "{mark: dot, x: x, y: y}")),
  "ten thousand boxes": plot("[{mark: boxX, x: y, y: c}]", "", texts("'b'", 10_000)),
  "ten thousand regressions": plot(
    "[{mark: linearRegressionY, x: x, y: y, z: c}]",
    "",
    "SELECT i % 3 AS x, i AS y, 'z' || (i // 3) AS c FROM range(10000) t(i)",
  ),
  "waffles of nothing": plot("[{mark: waffleY, x: c, y: y, unit: 1e-300}]", "", few),
  "waffles of zero": plot("[{mark: waffleY, x: c, y: y, unit: 0}]", "", few),
  "waffles of all numbers": plot("[{mark: waffleY, x: x, y: y}]", "", wide),
  "waffles of millions": plot("[{mark: waffleX, x: y, y: x, unit: 0.001}]", "", far),
  "ten thousand arrowheads": plot("[{mark: line, x: x, y: y, marker: arrow, curve: catmull-rom}]"),
  "a text of a million lines": plot(
    "[{mark: text, x: x, y: y, text: c}]",
    "",
    texts("repeat(chr(10), 1000000)", 1),
  ),
  "a text of ten million characters": plot(
    "[{mark: text, x: x, y: y, text: c}]",
    "",
    texts("repeat('字', 10000000)", 1),
  ),
  "a name of a million characters": plot(
    "[{mark: barX, x: x, y: c}]",
    "",
    texts("repeat('a', 1000000)", 3),
  ),
  "a name of a million words": plot(
    "[{mark: barX, x: x, y: c}]",
    "",
    texts("repeat('字 a ', 250000)", 3),
  ),
  "a colour named by a million characters": plot(
    "[{mark: dot, x: x, y: y, fill: c}]",
    "",
    texts("repeat('字', 1000000)", 3),
  ),
  "names of a thousand characters": plot(
    "[{mark: barX, x: x, y: c}]",
    "",
    texts("repeat('字', 1000)", 2000),
  ),
  "a tip of ten million characters": plot(
    "[{mark: dot, x: x, y: y, tip: [c]}]",
    "",
    texts("repeat('a', 10000000)", 1),
  ),
  "bands of ten thousand": plot("[{mark: barX, x: x, y: c}]", "", texts("'b'", 10_000)),
  "bands of ten thousand across": plot("[{mark: barY, y: y, x: c}]", "", texts("'b'", 10_000)),
  "a radius 1e308": plot("[{mark: dot, x: x, y: y, r: 1e308}]"),
  "a stroke 1e308": plot(
    "[{mark: line, x: x, y: y, strokeWidth: 1e308, strokeDasharray: 0.001 0.001}]",
  ),
  "the smallest dashes": plot(
    list(30, () => "{mark: lineY, x: x, y: y, strokeDasharray: 0.01 0.01}"),
  ),
  "an inset 1e9": plot("[{mark: barY, x: x, y: y, inset: 1e9}]"),
  "margins wider than the drawing": plot(
    dots,
    "height: 60\nmarginLeft: 400\nmarginRight: 400\nmarginTop: 400\nmarginBottom: 400",
  ),
  "a height 1e9": plot(dots, "height: 1e9\nwidth: 1e9"),
  "marks in marks": plot(`${"[{mark: dot, marks: ".repeat(20)}1${"}]".repeat(20)}`),
  "a sort of ten thousand": plot(
    "[{mark: barY, x: c, y: y, sort: {x: y, reduce: median, limit: 1000}}]",
    "",
    texts("'b'", 10_000),
  ),
  "notes beyond all numbers": plot(
    dots,
    "annotate: [{type: range, axis: x, from: -1e308, to: 1e308, text: a}, {type: line, axis: y, at: 1e308, text: b}]",
    few,
  ),
  "a long note": plot(
    dots,
    `annotate: [{type: line, axis: x, at: 3, text: ${"字".repeat(60_000)}}]`,
    few,
  ),
  "a long label": plot(dots, `x: {label: ${"字".repeat(60_000)}}`, few),
  "a long title": plot(dots, `title: ${"字".repeat(60_000)}`, few),
};

const facets: Record<string, HostileOptions> = {
  "ten thousand facets": plot("[{mark: dot, x: x, y: y, fx: x}]"),
  "ten thousand facets down": plot("[{mark: dot, x: x, y: y, fy: x}]"),
  "facets of facets": plot("[{mark: dot, x: x, y: y, fx: x, fy: x}]"),
  "three hundred facets of three hundred": plot(
    "[{mark: dot, x: x, y: y, fx: x, fy: y}]",
    "",
    "SELECT i % 300 AS x, i % 299 AS y FROM range(10000) t(i)",
  ),
  "a hundred thousand facets": plot(
    "[{mark: barY, y: y, fx: x, transform: {groupX: {y: count}}}]",
    "",
    "SELECT i AS x, i AS y FROM range(100000) t(i)",
  ),
  "facets with thirty layers": plot(
    list(30, () => "{mark: dot, x: x, y: y, fx: y, fy: x}"),
    "",
    "SELECT i % 40 AS x, i % 39 AS y FROM range(1560) t(i)",
  ),
};

const ofFigures: Record<string, HostileOptions> = {
  "ten thousand dots": domain("type: dots", figures("value AS value", 10_000)),
  "dots in a domain of all numbers": domain(
    "type: dots\ndomain: [-1e308, 1e308]",
    figures("value * 1e300 AS value", 100),
  ),
  "dots on a logarithm of all numbers": domain(
    "type: dots\nscale: log\ndomain: [0, 1e308]",
    figures("value * 1e306 AS value", 100),
  ),
  "a section each": domain("type: bars\nsection: value", figures("value AS value", 500)),
  "a group each": domain("type: dots\ngroup: value", figures("value AS value", 500)),
  "a trend over all years": domain(
    "type: trend",
    figures(
      "(lpad((value * 1000)::INT::VARCHAR, 4, '0') || '-01-01') AS period_start, (lpad((value * 1000)::INT::VARCHAR, 4, '0') || '-12-31') AS period_end",
      10,
    ),
  ),
  "a trend over 1e9 years": domain(
    "type: trend",
    figures("CASE WHEN value = 0 THEN '0000-01-01' ELSE '999999999-01-01' END AS period_end", 2),
  ),
  "a trend of five hundred": domain("type: trend", figures("('r' || value) AS region_id", 500)),
  "a slope of five hundred": domain("type: slope", figures("('r' || value) AS region_id", 500)),
  "a ranking of five hundred": domain("type: ranking", figures("('r' || value) AS region_id", 500)),
  "a matrix of five hundred by five hundred": domain(
    "type: matrix",
    figures("('r' || value) AS region_id, ('m' || value) AS metric_id", 500),
  ),
  "a matrix of ten thousand": domain(
    "type: matrix",
    figures("('r' || value) AS region_id, ('m' || value) AS metric_id", 10_000),
  ),
  "a table with a cell of ten million characters": domain(
    "type: table",
    figures("repeat('字', 10000000) AS region_id", 1),
  ),
  "a region named by a million characters": domain(
    "type: dots",
    figures("(repeat('字', 1000000) || value) AS region_id", 3),
  ),
  "tiles of ten thousand": domain("type: tiles", figures("('r' || value) AS region_id", 10_000)),
};

const inputs: Record<string, HostileOptions> = {
  "a range in steps of 1e-12": input("type: range\nmin: 0\nmax: 1e9\nstep: 1e-12"),
  "a range in steps of 1e-320": input("type: range\nmin: -1e308\nmax: 1e308\nstep: 1e-320"),
  "a range the wrong way": input("type: range\nmin: 5\nmax: -5"),
  "a range of no numbers": input("type: range\nmin: .nan\nmax: .inf"),
  "a range with a long unit": input(`type: range\nmin: 0\nmax: 1\nunit: ${"字".repeat(60_000)}`),
  "a list in the cell": input(`type: select\noptions: ${list(6000, (i) => `{value: v${i}}`)}`),
  "boxes in the cell": input(`type: checkbox\noptions: ${list(6000, (i) => `{value: v${i}}`)}`),
  "ten thousand to select": input(
    "type: select\nfrom: rows",
    "SELECT i AS value FROM range(10000) t(i)",
  ),
  "ten thousand boxes to tick": input(
    "type: checkbox\nfrom: rows",
    "SELECT i AS value FROM range(10000) t(i)",
  ),
  "ten thousand of many": input(
    "type: multiselect\nfrom: rows",
    "SELECT i AS value FROM range(10000) t(i)",
  ),
  "a million to select": input(
    "type: select\nfrom: rows",
    "SELECT i AS value FROM range(1000000) t(i)",
  ),
  "ten thousand tiles": input(
    "type: tiles\nfrom: rows",
    "SELECT i AS value, i // 100 AS tile_row, i % 100 AS tile_column FROM range(10000) t(i)",
  ),
  "tiles far away": input(
    "type: tiles\nfrom: rows",
    "SELECT i AS value, i * 1000000 AS tile_row, i * 1000000 AS tile_column FROM range(10) t(i)",
  ),
  "tiles beyond the edge": input(
    "type: tiles\nfrom: rows",
    "SELECT i AS value, -1e9 AS tile_row, 0.5 AS tile_column FROM range(10) t(i)",
  ),
  "a table of many columns": input(
    `type: table\nfrom: rows\ncolumns: ${list(15_000, (i) => `c${i}`)}`,
    "SELECT i AS value FROM range(1000) t(i)",
  ),
  "an option of a million characters": input(
    "type: select\nfrom: rows",
    "SELECT repeat('字', 1000000) || i AS value FROM range(10) t(i)",
  ),
  "a box of ten million characters": input(
    "type: checkbox\nfrom: rows",
    "SELECT repeat('字', 10000000) || i AS value FROM range(3) t(i)",
  ),
  "many chosen": input(
    `type: multiselect\nfrom: rows\nvalue: ${list(10_000, (i) => i)}`,
    "SELECT i AS value FROM range(10000) t(i)",
  ),
  "days of all years": input("type: date\nmin: '0001-01-01'\nmax: '9999-12-31'\nstep: 1e-9"),
  "days beyond all years": input("type: date\nvalue: '+275760-09-13'"),
  "days the wrong way": input("type: date\nmin: '2022-01-02'\nmax: '2022-01-01'"),
  "a long placeholder": input(`type: search\nplaceholder: ${"字".repeat(60_000)}`),
};

export const hostileOptions: Readonly<Record<string, HostileOptions>> = {
  ...scales,
  ...transforms,
  ...marks,
  ...facets,
  ...ofFigures,
  ...inputs,
};
