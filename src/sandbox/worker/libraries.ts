import * as Inputs from "@observablehq/inputs";
import * as Plot from "@observablehq/plot";
import * as aq from "arquero";
import * as d3 from "d3";
import { html, svg } from "htl";

/** What every cell finds under these names. */
export const libraries: Readonly<Record<string, unknown>> = { Plot, d3, aq, Inputs, html, svg };
