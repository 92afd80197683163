import { describe, expect, it } from "vitest";
import { chartTypes } from "../../src/figures/index.ts";
import { draw } from "./draw.ts";
import { gap, row, world } from "./world.ts";

describe.each(chartTypes)("a chart of type %s", (type) => {
  it.each(["live", "static"] as const)(
    "calls a region by the name that its row gives: %s",
    (state) => {
      const own = (id: string) => ({
        region_id: id,
        region_zh: `${id}县`,
        region_en: `County ${id}`,
      });
      const rows = [row(own("zzq")), row({ ...own("zzr"), value: 90 }), gap(own("zzs"))];
      const figure = draw({ type, rows: "region_id" }, rows, world("en"), { state });
      const said = [...figure.querySelectorAll("*")].flatMap((element) => [
        element.getAttribute("aria-label") ?? "",
        ...[...element.childNodes].filter(({ nodeType }) => nodeType === 3).map((n) => n.nodeValue),
      ]);
      for (const id of ["zzq", "zzr", "zzs"]) {
        expect(said.join("|")).toContain(`County ${id}`);
        for (const text of said) expect(text?.replaceAll(`County ${id}`, "")).not.toContain(id);
      }
    },
  );
});
