import type { Language } from "../domain/index.ts";
import { fill } from "./fill.ts";

/** Texts by name, each in Chinese and English. What is loaded late has a table of its own. */
export type Texts<Name extends string> = Readonly<Record<Name, readonly [zh: string, en: string]>>;

/**
 * The function that gives the texts of a table in a language, filled as `fill` says. Mark the call
 * as pure, so that a page that says none of them does not load the table.
 */
export function textsOf<Name extends string>(table: Texts<Name>) {
  return (language: Language, name: Name, ...values: readonly (string | number)[]): string =>
    fill(table[name][language === "zh" ? 0 : 1], values);
}
