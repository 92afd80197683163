export { clause, splitClause } from "./clause.ts";
export { examine, type Dropped } from "./drop.ts";
export { openPanel, type Panel, type PanelOptions } from "./panel.ts";
export {
  citation,
  checksOf,
  otherMentions,
  resolve,
  type Archive,
  type Evidence,
} from "./record.ts";
export { sourceList } from "./sources.ts";
export { evidenceView, factView, type ViewContext } from "./view.ts";
