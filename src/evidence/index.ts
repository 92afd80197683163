export { clause, splitClause } from "./clause.ts";
export { examine, type Dropped } from "./drop.ts";
export { openPanel, type Panel, type PanelOptions } from "./panel.ts";
export {
  citation,
  checksOf,
  otherMentions,
  quantityOf,
  resolve,
  type Archive,
  type Evidence,
} from "./record.ts";
export { sourceList } from "./sources.ts";
export { derivedText, type DerivedText } from "./derived.ts";
export {
  checkItem,
  composition,
  evidenceView,
  factHeading,
  factView,
  isPage,
  type ViewContext,
} from "./view.ts";
