/** The notebook of the repository that a draft came from, as it was then. */
export interface Origin {
  readonly slug: string;
  /** Hash of the text (`hashOf` of the link), so that a change of the origin is noticed. */
  readonly hash: string;
  /** Kept whole, so that the difference can be shown after the origin has changed. */
  readonly text: string;
}

/** A notebook kept in the browser. */
export interface Draft {
  /** Its own for ever, such as a UUID; not the slug, of which there may be several copies. */
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly text: string;
  /** Null for one that was begun here or opened from a file. */
  readonly origin: Origin | null;
}

/** A draft as it is stored. */
export interface StoredDraft extends Draft {
  /** Counts the writes; a tab that knows an older one may not write. */
  readonly revision: number;
  /** Time of the last change, ms since the epoch. */
  readonly changed: number;
  /** What else is kept with it. */
  readonly tables: readonly TableSummary[];
}

export interface TableSummary {
  readonly name: string;
  readonly format: string;
  /** Length in bytes. */
  readonly size: number;
}

/** A table of one's own, as the bytes of a file. */
export interface StoredTable {
  readonly name: string;
  /** `arrow`, `csv`, `json`, `parquet`. */
  readonly format: string;
  readonly bytes: Uint8Array;
}

/** One line of "my notebooks". */
export interface DraftSummary {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly changed: number;
  /** Text and tables, in bytes. */
  readonly size: number;
  /** Slug of the repository notebook it came from. */
  readonly origin: string | null;
}

export const versionReasons = ["run", "saved", "interval", "restored", "conflict"] as const;
/** Why a version was kept; the words are `store.version.<reason>`. */
export type VersionReason = (typeof versionReasons)[number];

/** A state to go back to. */
export interface Version {
  readonly id: string;
  /** Counts up within a draft. */
  readonly version: number;
  /** ms since the epoch. */
  readonly at: number;
  readonly reason: VersionReason;
  readonly title: string;
  readonly text: string;
}

export const storeFaults = ["full", "refused", "blocked", "missing", "failed"] as const;
/** Why something could not be kept; the words are `store.<reason>`. */
export type StoreFault = (typeof storeFaults)[number];

/** `message` is the browser's own, for `failed`. */
export interface Refused {
  readonly ok: false;
  readonly reason: StoreFault;
  readonly message: string;
}

/** Another tab has written since this one read: nothing was overwritten, both texts are kept. */
export interface Conflict {
  readonly ok: false;
  readonly reason: "conflict";
  readonly mine: Draft;
  /** Null where the other tab deleted it. */
  readonly theirs: StoredDraft | null;
}

export type SaveResult = { readonly ok: true; readonly draft: StoredDraft } | Conflict | Refused;
export type Result<T> = { readonly ok: true; readonly value: T } | Refused;

/** What another tab did. */
export interface Elsewhere {
  readonly id: string;
  readonly what: "saved" | "removed";
}
