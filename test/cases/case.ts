/** A small input on which a notebook must not err; `held` says what is wrong with what came out. */
export interface Case {
  /** The folder of `cases`, and what in it. */
  readonly name: string;
  /** Null where it holds. */
  held(folder: string): Promise<string | null>;
}
