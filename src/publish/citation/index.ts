export { bibtex } from "./bibtex.ts";
export { cslJson } from "./csl.ts";
export { plainCitation } from "./plain.ts";
export { figureWork, reportWork, type Work } from "./work.ts";
