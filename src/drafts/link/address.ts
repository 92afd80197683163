import { reservedNames } from "../../notebook/index.ts";

/**
 * What the address holds: the open evidence, the inputs that differ from their defaults and the
 * charts in which the reader overrules the rules, all in the query, so that a link shows what its
 * sender saw. The language is the path.
 */
export interface Address {
  /** `sw-47` or `quotient(…)`, of a group several separated by spaces; null where none is open. */
  readonly fact: string | null;
  /** Input id → value, a list joined by commas. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Ids of the charts in which the reader puts on one axis what the rules keep apart. */
  readonly together: readonly string[];
  /** Regions that the reader keeps on top in charts of all regions, by id. */
  readonly pinned: readonly string[];
  /** The reader's own notebook that is open, by its id in the store; null for none. */
  readonly my: string | null;
  /** The fragment without `#`: a cell or a heading. */
  readonly anchor: string | null;
}

/**
 * The longest evidence that an address holds, in characters: about a hundred figures. A bar of
 * hundreds would make a link that mail and chat cut.
 */
export const factLimit = 1000;

const FACT = "fact";
const TOGETHER = "together";
const PIN = "pin";
const MY = "my";

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Reads any address; what it does not know it keeps as an input, for the page to judge. */
export function readAddress({ search, hash }: Pick<URL, "search" | "hash">): Address {
  const inputs: Record<string, string> = {};
  const parameters = new URLSearchParams(search);
  for (const [name, value] of parameters) if (!reservedNames.includes(name)) inputs[name] = value;
  return {
    fact: parameters.get(FACT),
    inputs,
    together: idsOf(parameters.get(TOGETHER) ?? ""),
    pinned: idsOf(parameters.get(PIN) ?? ""),
    my: parameters.get(MY),
    anchor: decode(hash.slice(1)) || null,
  };
}

function idsOf(text: string): string[] {
  return [...new Set(text.split(",").filter(Boolean))];
}

/** The `?…#…` of an address; "" for an empty one. */
export function writeAddress({ fact, inputs, together, pinned, my, anchor }: Address): string {
  const parameters = new URLSearchParams(my ? { [MY]: my, ...inputs } : inputs);
  if (together.length > 0) parameters.set(TOGETHER, together.join(","));
  if (pinned.length > 0) parameters.set(PIN, pinned.join(","));
  if (fact && fact.length <= factLimit) parameters.set(FACT, fact);
  // Commas and brackets are legal in a query and far easier to read unescaped.
  const query = parameters
    .toString()
    .replaceAll("%2C", ",")
    .replaceAll("%28", "(")
    .replaceAll("%29", ")");
  return (query && `?${query}`) + (anchor ? `#${encodeURIComponent(anchor)}` : "");
}
