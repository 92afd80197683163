import { undecided } from "./types.ts";
import type { AddedFigure, Changes, Correctable, Decision, Decisions, Head } from "./types.ts";

/** What somebody does with a report. */
export type Action =
  /** Figures are right; what was corrected stays so. */
  | { readonly kind: "confirm"; readonly ids: readonly string[] }
  | { readonly kind: "reject"; readonly id: string }
  /** It is proposed again, as it was found. */
  | { readonly kind: "reopen"; readonly id: string }
  | { readonly kind: "correct"; readonly id: string; readonly changes: Changes }
  | { readonly kind: "add"; readonly columns: Correctable }
  /** What another extractor says is proposed; whoever reviews it decides. */
  | { readonly kind: "propose"; readonly columns: Correctable; readonly origin: string }
  /** The open number that begins there counts nothing. */
  | { readonly kind: "dismiss"; readonly start: number }
  | { readonly kind: "head"; readonly changes: Partial<Head> }
  | { readonly kind: "undo" }
  | { readonly kind: "redo" };

/** A state to go back to, and the figure that the step from it was about. */
interface Step {
  readonly decisions: Decisions;
  readonly about: string | null;
}

/** The decisions on one report, with all that they were before. */
export interface Review {
  readonly present: Decisions;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
  /** The figure that the last step was about; null for none. */
  readonly about: string | null;
}

export function beginReview(present: Decisions = undecided): Review {
  return { present, past: [], future: [], about: null };
}

/** The review after an action; the same one where the action changes nothing. */
export function reduce(review: Review, action: Action): Review {
  if (action.kind === "undo") return back(review);
  if (action.kind === "redo") return forth(review);
  const { present, past } = review;
  const next = decide(present, action);
  if (next === present) return review;
  const about = aboutOf(action, next);
  return { present: next, past: [...past, { decisions: present, about }], future: [], about };
}

function back({ present, past, future }: Review): Review {
  const last = past.at(-1);
  if (!last) return { present, past, future, about: null };
  const { decisions, about } = last;
  return {
    present: decisions,
    past: past.slice(0, -1),
    future: [{ decisions: present, about }, ...future],
    about,
  };
}

function forth({ present, past, future }: Review): Review {
  const [next, ...later] = future;
  if (!next) return { present, past, future, about: null };
  const { decisions, about } = next;
  return {
    present: decisions,
    past: [...past, { decisions: present, about }],
    future: later,
    about,
  };
}

type Deed = Exclude<Action, { readonly kind: "undo" | "redo" }>;

function aboutOf(action: Deed, { added }: Decisions): string | null {
  if (action.kind === "confirm") return action.ids.length === 1 ? (action.ids[0] ?? null) : null;
  if (action.kind === "add" || action.kind === "propose") return added.at(-1)?.id ?? null;
  return "id" in action ? action.id : null;
}

function decide(before: Decisions, action: Deed): Decisions {
  switch (action.kind) {
    case "confirm":
      return confirm(before, action.ids);
    case "reject":
      return reject(before, action.id);
    case "reopen":
      return reopen(before, action.id);
    case "correct":
      return correct(before, action.id, action.changes);
    case "add":
      return withAdded(before, action.columns);
    case "propose":
      return withAdded(before, action.columns, { origin: action.origin, isWaiting: true });
    case "dismiss":
      return before.dismissed.includes(action.start)
        ? before
        : { ...before, dismissed: [...before.dismissed, action.start] };
    case "head":
      return { ...before, head: { ...before.head, ...action.changes } };
  }
}

/** Ids of figures that were taken back are not used again, or redo would meet them. */
function withAdded(
  before: Decisions,
  columns: Correctable,
  from: Pick<AddedFigure, "origin" | "isWaiting"> = {},
): Decisions {
  const { added } = before;
  const highest = Math.max(0, ...added.map(({ id }) => Number(id.slice(addedPrefix.length))));
  return { ...before, added: [...added, { id: `${addedPrefix}${highest + 1}`, columns, ...from }] };
}

/** Figures that another extractor proposed, waiting or no longer; the same where none changes. */
function withWaiting(before: Decisions, ids: readonly string[], isWaiting: boolean): Decisions {
  const changes = ({ id, origin, ...one }: AddedFigure): boolean =>
    ids.includes(id) && origin !== undefined && (one.isWaiting ?? false) !== isWaiting;
  if (!before.added.some(changes)) return before;
  return {
    ...before,
    added: before.added.map((one) => (changes(one) ? { ...one, isWaiting } : one)),
  };
}

const addedPrefix = "added-";

const isAdded = (id: string): boolean => id.startsWith(addedPrefix);

function withDecision(before: Decisions, id: string, decision: Decision): Decisions {
  return { ...before, figures: { ...before.figures, [id]: decision } };
}

function confirm(all: Decisions, ids: readonly string[]): Decisions {
  const before = withWaiting(all, ids, false);
  const waiting = ids.filter((id) => !isAdded(id) && before.figures[id]?.verdict !== "confirmed");
  if (waiting.length === 0) return before;
  const confirmed = waiting.map((id): [string, Decision] => [
    id,
    { verdict: "confirmed", changes: before.figures[id]?.changes ?? {} },
  ]);
  return { ...before, figures: { ...before.figures, ...Object.fromEntries(confirmed) } };
}

/** A figure that somebody added is gone; undo brings it back. */
function reject(before: Decisions, id: string): Decisions {
  if (isAdded(id)) return { ...before, added: before.added.filter((one) => one.id !== id) };
  const known = before.figures[id];
  if (known?.verdict === "rejected") return before;
  return withDecision(before, id, { verdict: "rejected", changes: known?.changes ?? {} });
}

function reopen(before: Decisions, id: string): Decisions {
  if (isAdded(id)) return withWaiting(before, [id], true);
  if (!(id in before.figures)) return before;
  const { [id]: _, ...figures } = before.figures;
  return { ...before, figures };
}

function correct(before: Decisions, id: string, changes: Changes): Decisions {
  if (isAdded(id))
    return {
      ...before,
      added: before.added.map((one) =>
        one.id === id ? { ...one, columns: { ...one.columns, ...changes }, isWaiting: false } : one,
      ),
    };
  const known = before.figures[id]?.changes ?? {};
  return withDecision(before, id, { verdict: "confirmed", changes: { ...known, ...changes } });
}
