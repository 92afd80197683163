export type { Question } from "./question.ts";
export { planOf } from "./plan.ts";
export { sumUp } from "./sum.ts";
export {
  behind,
  channelValue,
  countOf,
  summaryOf,
  type AbsentRows,
  type Summed,
} from "./summary.ts";
export type { Whole, WholeColumn } from "./whole.ts";
