/**
 * Why a file cannot be read. `foreign` it is something else, `value` says what; `empty`;
 * `unclosed_quote` from row `value` on; `compression` of a kind `value` that we lack; `damaged`;
 * `too_large` for its kind, with the limit in MB; `too_wide` with the most columns; `too_deep`
 * nested; `bomb` unpacks to more than `value` MB; `stuck` without progress for `value` seconds; `not_table` JSON without rows; `bad_json`;
 * `missing_sheet`; `too_many_rows` for the format to be written; `failed` the reader itself did.
 */
export const fileErrorCodes = [
  "foreign",
  "empty",
  "unclosed_quote",
  "compression",
  "damaged",
  "too_large",
  "too_wide",
  "too_deep",
  "bomb",
  "stuck",
  "not_table",
  "bad_json",
  "missing_sheet",
  "too_many_rows",
  "failed",
] as const;
export type FileErrorCode = (typeof fileErrorCodes)[number];

export class FileError extends Error {
  override readonly name = "FileError";
  readonly code: FileErrorCode;
  readonly value: string;
  constructor(
    code: FileErrorCode,
    value: string | number = "",
    { cause }: { cause?: unknown } = {},
  ) {
    super(`invalid file: ${code}${value === "" ? "" : `: ${value}`}`, { cause });
    this.code = code;
    this.value = String(value);
  }
}

/** Throws `bomb` where something unpacks to more than can be held. */
export function checkUnpacked(bytes: number, most: number): void {
  if (bytes > most) throw new FileError("bomb", most >> 20);
}
