import { parseQuantity } from "../../domain/index.ts";
import { aliasLists, columnByAlias, plainName, plainNames, unitByAlias } from "./aliases.ts";
import type { Annotation, Claim, RecordSource, RefusalCode } from "./types.ts";

/** A record as a file gives it: names and what stands under them. */
export type RawRecord = Readonly<Record<string, unknown>>;

/** A record that is no annotation, and why. */
export interface Fault {
  readonly code: RefusalCode;
  readonly detail: string | null;
}

/** What a format says of a record besides its members. */
export interface RecordFrame {
  readonly source: RecordSource;
  /** What offsets count where the names do not tell. */
  readonly counts: Claim["counts"];
}

/** No clause is longer; what is longer would only make the search long. */
const longestQuote = 4000;
const longestContext = 64;
const longestDetail = 60;

export function isRecord(value: unknown): value is RawRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function fault(code: RefusalCode, detail: unknown = null): Fault {
  const text = typeof detail === "string" || typeof detail === "number" ? String(detail) : null;
  return { code, detail: text === null ? null : text.slice(0, longestDetail) };
}

/** The members of a record by their plain names. */
class Members {
  readonly #byName = new Map<string, { readonly name: string; readonly value: unknown }>();
  readonly #taken = new Set<string>();

  constructor(record: RawRecord) {
    for (const [name, value] of Object.entries(record)) this.#add(name, value);
    const nested = this.take(aliasLists.attributes);
    if (isRecord(nested))
      for (const [name, value] of Object.entries(nested)) this.#add(name, value);
  }

  #add(name: string, value: unknown): void {
    const plain = plainName(name);
    if (!this.#byName.has(plain)) this.#byName.set(plain, { name, value });
  }

  /** What stands under the first of some names that is filled; it is no other attribute then. */
  take(names: readonly string[]): unknown {
    const name = this.#filled(names);
    if (name !== undefined) this.#taken.add(name);
    return this.#byName.get(name ?? "")?.value ?? null;
  }

  /** The same, and it stays an attribute. */
  look(names: readonly string[]): unknown {
    return this.#byName.get(this.#filled(names) ?? "")?.value ?? null;
  }

  text(names: readonly string[]): string | null {
    return textOf(this.take(names));
  }

  #filled(names: readonly string[]): string | undefined {
    return plainNames(names).find((name) => !isNothing(this.#byName.get(name)?.value));
  }

  /** Members that nobody asked for, by their names as columns of `facts`. */
  rest(): Record<string, string> {
    const entries = [...this.#byName].flatMap(([plain, { name, value }]) => {
      const text = this.#taken.has(plain) ? null : textOf(value);
      return text === null ? [] : [[columnByAlias(name), text] as const];
    });
    return Object.fromEntries(entries);
  }
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}

/** A text, a number or a list of them as a text; null for all else. */
function textOf(value: unknown): string | null {
  if (typeof value === "string") return value === "" ? null : value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (!Array.isArray(value)) return null;
  const texts = value.filter((one) => typeof one === "string" || typeof one === "number");
  return texts.length > 0 ? texts.join("; ") : null;
}

/** An annotation of a flat record; a fault where it has nothing to be checked by. */
export function annotationOf(record: RawRecord, frame: RecordFrame): Annotation | Fault {
  const members = new Members(record);
  const passage = passageOf(members, frame.counts);
  if ("code" in passage) return passage;
  const unit = members.text(aliasLists.unit);
  const value = valueOf(members.take(aliasLists.value), unit);
  if ("code" in value) return value;
  const metric = members.text(aliasLists.metric);
  const document = members.text(aliasLists.document) ?? frame.source.document;
  return {
    source: { ...frame.source, document },
    ...passage,
    ...value,
    metric,
    attributes: members.rest(),
  };
}

export function isFault(found: object): found is Fault {
  return "code" in found;
}

type Passage = Pick<Annotation, "quote" | "prefix" | "suffix" | "claim">;

function passageOf(members: Members, counts: Claim["counts"]): Passage | Fault {
  const interval = intervalOf(members.take(aliasLists.interval));
  const { quotes } = aliasLists;
  const isThere = (names: readonly string[]): boolean => !isNothing(members.look(names));
  const names =
    quotes.find(({ quote }) => isThere(quote)) ??
    quotes.find(({ start, end }) => interval ?? (isThere(start) || isThere(end)));
  if (!names) return fault("no_quote");
  const own = [members.take(names.start), members.take(names.end)] as const;
  const claim = claimOf(own.every(isNothing) ? (interval ?? own) : own, counts);
  if (claim !== null && isFault(claim)) return claim;
  return placed(members, members.text(names.quote), claim);
}

function placed(members: Members, quote: string | null, claim: Claim | null): Passage | Fault {
  if (quote === null) return claim ? positionOf(claim) : fault("no_quote");
  if (quote.trim() === "") return fault("no_quote");
  if (quote.length > longestQuote) return fault("quote_long", quote);
  const context = contextOf(textOf(members.look(aliasLists.context)) ?? "", quote);
  const prefix = members.text(aliasLists.prefix) ?? context.prefix;
  const suffix = members.text(aliasLists.suffix) ?? context.suffix;
  return {
    quote,
    prefix: prefix.slice(-longestContext),
    suffix: suffix.slice(0, longestContext),
    claim,
  };
}

function positionOf(claim: Claim): Passage | Fault {
  const isLong = claim.end - claim.start > longestQuote;
  return isLong ? fault("quote_long") : { quote: null, prefix: "", suffix: "", claim };
}

/** A clause in which the quote stands once says what is before and behind it. */
function contextOf(clause: string, quote: string): { prefix: string; suffix: string } {
  // What is longer is no clause, and a hostile one would take long to search.
  const at = clause.length > longestQuote ? -1 : clause.indexOf(quote);
  if (at < 0 || clause.includes(quote, at + 1)) return { prefix: "", suffix: "" };
  return { prefix: clause.slice(0, at), suffix: clause.slice(at + quote.length) };
}

/** `{start_pos, end_pos}` or `[start, end]`; null for neither. */
function intervalOf(value: unknown): readonly [unknown, unknown] | null {
  if (Array.isArray(value)) return value.length === 2 ? [value[0], value[1]] : null;
  if (!isRecord(value)) return null;
  const members = new Members(value);
  const [names] = aliasLists.quotes.slice(1);
  return names ? [members.take(names.start), members.take(names.end)] : null;
}

/** Null where both are missing, as LangExtract writes them for what it did not find. */
function claimOf([start, end]: readonly unknown[], counts: Claim["counts"]): Claim | Fault | null {
  if (isNothing(start) && isNothing(end)) return null;
  const [from, to] = [offsetOf(start), offsetOf(end)];
  const isSpan = from !== null && to !== null && from < to;
  return isSpan
    ? { start: from, end: to, counts }
    : fault("bad_offsets", `${String(start)}–${String(end)}`);
}

function offsetOf(value: unknown): number | null {
  const isText = typeof value === "string" && /^\s*\d+\s*$/.test(value);
  const number = isText ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) && number >= 0 ? number : null;
}

type Value = Pick<Annotation, "value" | "unit">;

/** A number, or a text that is one: 1,262, 12.5%, 281.48万元; its own unit counts before the other. */
export function valueOf(value: unknown, unit: string | null): Value | Fault {
  if (unit !== null && unit.length > longestDetail) return fault("bad_value", unit);
  if (isNothing(value)) return { value: null, unit };
  if (typeof value === "number")
    return Number.isFinite(value) ? { value, unit } : fault("bad_value", value);
  if (typeof value !== "string" || value.length > longestDetail) return fault("bad_value", value);
  const plain = value
    .normalize("NFKC")
    .trim()
    .replace(/(?<=\d),(?=\d{3})/g, "");
  if (plain === "") return { value: null, unit };
  if (/^[+\-−]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(plain)) {
    const number = Number(plain.replace("−", "-"));
    return Number.isFinite(number) ? { value: number, unit } : fault("bad_value", value);
  }
  const quantity = parseQuantity(plain, {});
  if (!quantity || !Number.isFinite(quantity.value)) return fault("bad_value", value);
  return {
    value: quantity.value,
    unit: quantity.unit === null ? unit : unitByAlias(quantity.unit),
  };
}
