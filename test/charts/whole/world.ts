import { loadGrammar, type Whole } from "../../../src/charts/index.ts";
import type { ChartSpec, Row } from "../../../src/figures/index.ts";
import { resultColumns, toRows, type Connector } from "../../../src/engine/index.ts";
import { draw } from "../draw.ts";
import { world } from "../world.ts";

const grammar = await loadGrammar();
export const zh = world("zh");

/** A query as the runtime gives it to the grammar. */
export async function wholeOf(connector: Connector, sql: string): Promise<Whole & { rows: Row[] }> {
  const table = await connector.query(sql);
  return {
    total: table.numRows,
    columns: resultColumns(table),
    ask: async (write) => toRows(await connector.query(write(sql))),
    rows: toRows(table),
  };
}

/** The same chart drawn by Plot of all rows, and of what the engine made of them. */
export async function bothWays(connector: Connector, sql: string, spec: ChartSpec) {
  const whole = await wholeOf(connector, sql);
  const summed = await grammar.sum(spec, new Map([[null, whole]]), zh);
  return {
    summed,
    byPlot: draw(spec, whole.rows, zh, { grammar }),
    byEngine: draw(spec, whole.rows, zh, { grammar, summed }),
  };
}

/** A drawing as text: what is drawn, and what each mark is called. */
export function drawingOf(figure: Element): string {
  return figure.querySelector(".fadu-grammar")?.outerHTML.replaceAll("><", ">\n<") ?? "";
}

/** The rows without a value, as they are listed. */
export function absentIn(figure: Element): string[] {
  return [...figure.querySelectorAll(".none .header")].map(({ textContent }) => textContent ?? "");
}
