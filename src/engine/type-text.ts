/**
 * DuckDB's types by their names, read so far as to say what each has to be cast to before it
 * leaves the engine. The grammar is that of `DESCRIBE`: `STRUCT(a INTEGER, "b c" ENUM('x'))[]`.
 */

/** How a type is written with its leaves changed. */
type Change = (leaf: string) => string;

/** What a leaf goes through: text keeps what Arrow loses, and a FLOAT's own digits. */
const asText: Change = (leaf) => (lossy.test(leaf) || leaf === "FLOAT" ? "VARCHAR" : leaf);
const asDouble: Change = (leaf) => (leaf === "FLOAT" ? "DOUBLE" : asText(leaf));
const lossy =
  /^(?:ENUM\(|UNION\(|INTERVAL$|BIT$|TIME WITH TIME ZONE$|TIME_NS$|UHUGEINT$|BIGNUM$|VARINT$|GEOMETRY$|VARIANT$)/;

/** The types to cast to, one after the other; none for what arrives as it is. */
export function faithful(type: string): readonly string[] {
  const first = rewritten(type, asText);
  const second = rewritten(type, asDouble);
  if (first === null || second === null) return ["VARCHAR"];
  return [first, second].filter((cast, index, all) => cast !== (all[index - 1] ?? type));
}

/** Null for a name that this does not know to read. */
function rewritten(type: string, change: Change): string | null {
  const reader = { text: type, at: 0 };
  const written = typeAt(reader, change);
  return reader.at === type.length ? written : null;
}

interface Reader {
  readonly text: string;
  at: number;
}

function take(reader: Reader, pattern: RegExp): string | null {
  const sticky = new RegExp(pattern.source, `${pattern.flags}y`);
  sticky.lastIndex = reader.at;
  const found = sticky.exec(reader.text)?.[0] ?? null;
  reader.at += found?.length ?? 0;
  return found;
}

function typeAt(reader: Reader, change: Change): string {
  const leaf = baseAt(reader, change);
  const lists = take(reader, /(?:\[\d*\])+/) ?? "";
  return leaf + lists;
}

function baseAt(reader: Reader, change: Change): string {
  if (take(reader, /STRUCT\(/) !== null) return `STRUCT(${membersAt(reader, change)})`;
  if (take(reader, /MAP\(/) !== null) {
    const key = typeAt(reader, change);
    take(reader, /, /);
    const value = typeAt(reader, change);
    take(reader, /\)/);
    return `MAP(${key}, ${value})`;
  }
  const start = reader.at;
  if (take(reader, /UNION\(/) !== null) membersAt(reader, (leaf) => leaf);
  else if (take(reader, /ENUM\((?:'(?:[^']|'')*'(?:, )?)*\)/) === null)
    take(reader, /DECIMAL\(\d+,\d+\)|[A-Z_0-9]+(?: WITH TIME ZONE)?|"(?:[^"]|"")*"/);
  return change(reader.text.slice(start, reader.at));
}

/** `a INTEGER, "b c" VARCHAR)`, or types alone where the fields have no names. */
function membersAt(reader: Reader, change: Change): string {
  const members: string[] = [];
  do {
    const name = take(reader, /(?:"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_]*) (?!WITH TIME)/u);
    members.push((name ?? "") + typeAt(reader, change));
  } while (take(reader, /, /) !== null);
  take(reader, /\)/);
  return members.join(", ");
}
