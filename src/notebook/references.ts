import { isIdentifier } from "./names.ts";
import { tokenizeSql } from "./sql.ts";

export interface BoundSql {
  /** The statement with each `${name}` replaced by `$1`, `$2` … */
  readonly sql: string;
  /** The name bound to each `$n`, in order; a name used twice has one. */
  readonly parameters: readonly string[];
  /** Where each of them stands first. */
  readonly offsets: readonly number[];
  /** `$1` or `$name` in the statement itself, and `${…}` that holds no name. */
  readonly faults: readonly { readonly message: string; readonly offset: number }[];
}

/**
 * Binds what a statement reads by `${name}`. The value is never pasted into the text; strings,
 * quoted names and comments are left as they are.
 */
export function bindReferences(source: string): BoundSql {
  const numbers = new Map<string, number>();
  const offsets: number[] = [];
  const faults: { message: string; offset: number }[] = [];
  const pieces = tokenizeSql(source).map(({ kind, text, offset }) => {
    if (kind === "parameter")
      faults.push({ message: `unsupported parameter: ${text} (write \${name})`, offset });
    if (kind !== "reference") return text;
    const name = text.slice(2, -1).trim();
    if (!isIdentifier(name)) {
      faults.push({ message: `invalid reference: ${text}`, offset });
      return text;
    }
    if (!numbers.has(name)) {
      numbers.set(name, numbers.size + 1);
      offsets.push(offset);
    }
    return `$${numbers.get(name)}`;
  });
  return { sql: pieces.join(""), parameters: [...numbers.keys()], offsets, faults };
}

/** The path of `${name.column}` or `${name.key.column}` in text; null where it is neither. */
export function referencePath(reference: string): readonly string[] | null {
  const path = reference.split(".").map((part) => part.trim());
  const [name = ""] = path;
  const fits = path.length === 2 || path.length === 3;
  return fits && isIdentifier(name) && path.every((part) => part !== "") ? path : null;
}
