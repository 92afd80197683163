/** The notebook of the repository that a draft came from, as it was then. */
export interface Origin {
  readonly slug: string;
  /** Hash of the text (`hashOf` of the link), so that a change of the origin is noticed. */
  readonly hash: string;
  /** Kept whole, so that the difference can be shown after the origin has changed. */
  readonly text: string;
}

/** How a stranger's notebook came here; `older` is one of an older page, which did not write it down. */
export const strangerWays = ["link", "file", "kit", "older"] as const;
export type StrangerWay = (typeof strangerWays)[number];

/** Who wrote a notebook. It is written down when the notebook comes, and never changes. */
export type Author =
  | { readonly kind: "own" }
  | {
      readonly kind: "stranger";
      readonly way: StrangerWay;
      /** Of the file; null for a link. */
      readonly name: string | null;
    };

/** Code that the reader let run, by its hash, and the tables of the reader's own that it may read. */
export interface Grant {
  readonly code: string;
  readonly tables: readonly string[];
}

/** What decides which code of a notebook runs. */
export interface Trust {
  readonly author: Author;
  readonly grants: readonly Grant[];
  /** Tables that came with a stranger's notebook; all others are the reader's own. */
  readonly brought: readonly string[];
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
  readonly trust: Trust;
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
  readonly author: Author;
  /** Names of the tables that are kept with it. */
  readonly tables: readonly string[];
  /** Names of those that came with it. */
  readonly brought: readonly string[];
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
