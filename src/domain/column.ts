/**
 * What one column of a table is. The type of a row, the SQL type, the schema of the curated files,
 * the meaning in two languages and the completion in the editor all follow from it.
 */

/** SQL type of a column in a file: the same names in the manifest, in DuckDB and the documents. */
export type ColumnType = "VARCHAR" | "DOUBLE" | "INTEGER" | "BOOLEAN";

/** What a value may be beyond its SQL type; `schema.ts` makes checks of it. */
export type Form =
  | { readonly kind: "id" | "text" | "date" | "url" | "number" | "boolean" | "list" }
  /** A whole number from `least` on. */
  | { readonly kind: "whole"; readonly least: 0 | 1 }
  | { readonly kind: "one_of"; readonly values: readonly string[] }
  | { readonly kind: "pattern"; readonly pattern: RegExp };

declare const value: unique symbol;

interface Spec<T, Type> {
  readonly type: Type;
  readonly form: Form;
  readonly nullable: boolean;
  readonly zh: string;
  readonly en: string;
  /** Only for the compiler: the type of a value. */
  readonly [value]?: T;
}

export type ColumnSpec<T = unknown> = Spec<T, ColumnType>;
/** A column of lists, which no file has. */
export type ListSpec<T = unknown> = Spec<T, "VARCHAR[]">;

/** The columns of a table by name, in their order. */
export type Columns = Readonly<Record<string, ColumnSpec | ListSpec>>;

type ValueOf<C> = C extends Spec<infer T, unknown> ? T : never;

/** The row that has these columns. */
export type RowOf<C extends Columns> = { readonly [K in keyof C]: ValueOf<C[K]> };

function of<T>(type: ColumnType, form: Form) {
  return (zh: string, en: string): ColumnSpec<T> => ({ type, form, nullable: false, zh, en });
}

export const id = of<string>("VARCHAR", { kind: "id" });
export const text = of<string>("VARCHAR", { kind: "text" });
/** ISO, `YYYY-MM-DD`. */
export const date = of<string>("VARCHAR", { kind: "date" });
export const url = of<string>("VARCHAR", { kind: "url" });
export const number = of<number>("DOUBLE", { kind: "number" });
export const boolean = of<boolean>("BOOLEAN", { kind: "boolean" });
/** From 0, as an offset of UTF-16 characters is. */
export const offset = of<number>("INTEGER", { kind: "whole", least: 0 });
export const count = of<number>("INTEGER", { kind: "whole", least: 1 });
/** One syllable for each Chinese character, joined by spaces; no tones, ü as v. */
export const pinyin = matching(/^[a-z]+( [a-z]+)*$/);

export function oneOf<T extends string>(values: readonly T[]) {
  return of<T>("VARCHAR", { kind: "one_of", values });
}

export function matching(pattern: RegExp) {
  return of<string>("VARCHAR", { kind: "pattern", pattern });
}

/** Texts without spaces. */
export function list(zh: string, en: string): ListSpec<readonly string[]> {
  return { type: "VARCHAR[]", form: { kind: "list" }, nullable: false, zh, en };
}

/** The same column where a row may have nothing. */
export function maybe<T>(column: ColumnSpec<T>): ColumnSpec<T | null> {
  return { ...column, nullable: true } as ColumnSpec<T | null>;
}
