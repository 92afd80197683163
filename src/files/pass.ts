export interface PassOptions {
  readonly signal?: AbortSignal | undefined;
  /** Bytes read so far, of `file.size`. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
  /** Called when the code that reads this kind of file is there. */
  readonly onBegin?: (() => void) | undefined;
}
