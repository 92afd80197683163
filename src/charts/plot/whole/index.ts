export { keyNames, lossKeys, type Loss } from "./keys.ts";
export { limitsOf } from "./limits.ts";
export { loses } from "./losses.ts";
export { planOf, type Plan } from "./plan.ts";
export { sumUp } from "./sum.ts";
export { behind, channelValue, countOf, summaryOf, type Summed } from "./summary.ts";
export type { Whole } from "./whole.ts";
