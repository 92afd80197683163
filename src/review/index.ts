/** Reports under review: what was proposed, what somebody decided, and what follows. Pure. */
export { checksNow, identitiesNow } from "./checks.ts";
export { align, blankEntry, clauseAround, changesOf, entryFaults, readEntry } from "./correct.ts";
export type { Entry, EntryFault } from "./correct.ts";
export { agencyInEnglish, titleInEnglish } from "./english.ts";
export { exportReports, lacks, lacksOf } from "./export.ts";
export type { Completion, Exported, Lack, Reviewed, Shipped } from "./export.ts";
export {
  confirmedFacts,
  factsLeft,
  figuresOf,
  isConfirmed,
  progressOf,
  waitingAfter,
} from "./figures.ts";
export type { Progress } from "./figures.ts";
export { headOf } from "./head.ts";
export { myRows } from "./mine.ts";
export { objectionsTo } from "./objections.ts";
export type { Marking, MyRows } from "./mine.ts";
export { accountedFor, openNumbers } from "./open.ts";
export type { Romanize } from "./places.ts";
export { linesOf, segmentsOf, shownText } from "./segments.ts";
export type { Line, Marked } from "./segments.ts";
export { beginReview, reduce } from "./state.ts";
export type { Action, Review } from "./state.ts";
export { claimedEntry, figureOfClaim } from "./theirs.ts";
export type { Claim } from "./theirs.ts";
export { correctable, figureStates, undecided } from "./types.ts";
export type * from "./types.ts";
