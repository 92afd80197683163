/* global document */
import { dotX, plot, ruleX, textX } from "@observablehq/plot";

const rows = JSON.parse(document.getElementById("rows").textContent);
const position = { x: "value", y: "label" };

const chart = plot({
  width: 704,
  marginLeft: 240,
  marginRight: 40,
  x: { label: rows[0].unit, grid: true },
  y: { label: null },
  color: { legend: true },
  marks: [
    ruleX([0]),
    dotX(rows, { ...position, stroke: "group" }),
    textX(rows, {
      ...position,
      text: (row) => row.value?.toFixed(2),
      textAnchor: "start",
      dx: 8,
    }),
  ],
});
document.getElementById("chart").append(chart);
