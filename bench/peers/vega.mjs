/* global document */
import embed from "vega-embed";

const rows = JSON.parse(document.getElementById("rows").textContent);

await embed("#chart", {
  $schema: "https://vega.github.io/schema/vega-lite/v6.json",
  width: 464,
  data: { values: rows },
  encoding: {
    x: { field: "value", type: "quantitative", title: rows[0].unit },
    y: { field: "label", type: "nominal", title: null, axis: { labelLimit: 240 } },
  },
  layer: [
    {
      mark: "point",
      encoding: {
        color: {
          field: "group",
          type: "nominal",
          title: null,
          legend: { orient: "top", labelLimit: 240 },
        },
      },
    },
    {
      mark: { type: "text", align: "left", dx: 8 },
      encoding: { text: { field: "value", type: "quantitative", format: ".2f" } },
    },
  ],
});
