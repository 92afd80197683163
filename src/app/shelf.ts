/** Where a notebook of one's own came from. */
export type Origin =
  | { readonly kind: "repository"; readonly slug: string; readonly hash: string }
  | { readonly kind: "link" }
  | { readonly kind: "file"; readonly name: string }
  | { readonly kind: "own" };

/** A notebook of one's own. */
export interface Draft {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly text: string;
  readonly origin: Origin;
  readonly inputs: Readonly<Record<string, string>>;
}

export interface ShelfEntry {
  readonly id: string;
  readonly title: string;
  /** Ms since the epoch. */
  readonly changed: number;
  /** Bytes. */
  readonly size: number;
  readonly origin: Origin;
}

export interface VersionEntry {
  readonly version: string;
  readonly at: number;
  readonly text: string;
}

/** Why something is not kept. */
export type ShelfFault = "full" | "refused" | "failed";

export type SaveState =
  | { readonly state: "unsaved" | "saving" | "saved" }
  | { readonly state: "failed"; readonly why: ShelfFault }
  /** Another tab has saved in between; `text` is what it saved. */
  | { readonly state: "conflict"; readonly text: string };

/** The reader's notebooks in this browser. */
export interface Shelf {
  list(): Promise<readonly ShelfEntry[]>;
  get(id: string): Promise<Draft | null>;
  /** Keeps a draft soon; how it goes is told by `onState`. */
  save(draft: Draft): void;
  /** Settles when all that was given is kept, or cannot be. */
  settle(): Promise<void>;
  keepVersion(draft: Draft): Promise<void>;
  versions(id: string): Promise<readonly VersionEntry[]>;
  remove(id: string): Promise<void>;
  /** Keeps this text over the other tab's, whose text becomes a version. */
  overwrite(draft: Draft): Promise<void>;
  onState(listener: (state: SaveState) => void): void;
}
