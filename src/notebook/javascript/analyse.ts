import type { AnyNode, Node } from "acorn";
import { full } from "acorn-walk";
import type { CellKind } from "../types.ts";
import { most } from "../limits.ts";
import { unknown } from "../problem.ts";
import { insert, insertions, type Insertion } from "./guard.ts";
import { absence, ambientNames, sandboxNames, globalNames, guardName } from "./names.ts";
import type { AmbientName } from "./names.ts";
import { freeNames, type FreeName } from "./scope.ts";
import { readSyntax } from "./syntax.ts";

/** A fault of a source, with its UTF-16 offset in it. */
export interface SourceFault {
  readonly message: string;
  readonly offset: number;
}

export interface Analysis {
  /** Ids of the cells that it reads, in order of mention. */
  readonly reads: readonly string[];
  /** What it asks the page for, and is run again for. */
  readonly ambient: readonly AmbientName[];
  /** Body of an asynchronous function, with guards; "" where there are faults. */
  readonly body: string;
  readonly insertions: readonly Insertion[];
  readonly faults: readonly SourceFault[];
}

const readable: readonly CellKind[] = ["sql", "input", "js"];

/**
 * What a JavaScript cell reads and how the sandbox runs it. Never throws.
 * @param kinds every cell of the notebook by id
 */
export function analyse(source: string, kinds: ReadonlyMap<string, CellKind>): Analysis {
  const nothing = { reads: [], ambient: [], body: "", insertions: [] };
  if (source.trim() === "") return { ...nothing, faults: [{ message: "missing code", offset: 0 }] };
  const syntax = readSyntax(source);
  if ("message" in syntax) return { ...nothing, faults: [syntax] };
  const uses = usesOf(freeNames(syntax.node), kinds);
  const faults = [...importFaults(syntax.node), ...uses.flatMap(({ fault }) => fault ?? [])];
  const inserted = insertions(syntax);
  return {
    reads: [...new Set(uses.flatMap(({ read }) => read ?? []))],
    ambient: ambientNames.filter((name) => uses.some(({ ambient }) => ambient === name)),
    body: faults.length > 0 ? "" : insert(source, inserted),
    insertions: faults.length > 0 ? [] : inserted,
    faults: faults.sort((a, b) => a.offset - b.offset),
  };
}

/** What one name that comes from outside means. */
interface Use {
  readonly read?: string;
  readonly ambient?: AmbientName;
  readonly fault?: SourceFault;
}

/** What the names mean; where too many mean nothing, the others are not looked at. */
function usesOf(names: readonly FreeName[], kinds: ReadonlyMap<string, CellKind>): Use[] {
  const found: Use[] = [];
  let faults = 0;
  for (const name of names) {
    const one = use(name, kinds);
    found.push(one);
    if (one.fault && ++faults > most.problems) break;
  }
  return found;
}

function use(free: FreeName, kinds: ReadonlyMap<string, CellKind>): Use {
  const { name, offset, isWritten } = free;
  const refuse = (message: string): Use => ({ fault: { message, offset } });
  if (name === guardName) return refuse(`invalid name: ${name} (kept for the sandbox)`);
  if (isWritten && isGiven(name, kinds))
    return refuse(`unsupported assignment: ${name} (it comes from outside the cell)`);
  if (kinds.has(name)) return readCell(name, offset, kinds);
  if (name === "cells") return readByText(free, kinds);
  const ambient = ambientNames.find((other) => other === name);
  if (ambient !== undefined) return { ambient };
  if (isGiven(name, kinds)) return {};
  const reason = absence(name);
  if (reason !== null) return refuse(`unsupported name: ${name} (${reason})`);
  return refuse(unknown("name", name, [...readableIds(kinds), ...sandboxNames, ...globalNames]));
}

function isGiven(name: string, kinds: ReadonlyMap<string, CellKind>): boolean {
  return (
    kinds.has(name) || globalNames.has(name) || (sandboxNames as readonly string[]).includes(name)
  );
}

function readableIds(kinds: ReadonlyMap<string, CellKind>): string[] {
  return [...kinds].filter(([, kind]) => readable.includes(kind)).map(([id]) => id);
}

function readCell(id: string, offset: number, kinds: ReadonlyMap<string, CellKind>): Use {
  const kind = kinds.get(id);
  if (kind === undefined)
    return { fault: { message: unknown("cell", id, readableIds(kinds)), offset } };
  if (readable.includes(kind)) return { read: id };
  const message = `unsupported reference: ${id} is a cell of kind ${kind} (not sql, input or js)`;
  return { fault: { message, offset } };
}

/** `cells["a-b"]` and `cells.ab`: an id with a hyphen is no name in JavaScript. */
function readByText(free: FreeName, kinds: ReadonlyMap<string, CellKind>): Use {
  const around = free.around as AnyNode | undefined;
  const message = 'unsupported reference: cells (write cells["id"] with the id as a text)';
  const fault = { message, offset: free.offset };
  if (around?.type !== "MemberExpression" || around.object !== free.node) return { fault };
  const { property, computed } = around;
  if (!computed && property.type === "Identifier")
    return readCell(property.name, property.start, kinds);
  if (property.type === "Literal" && typeof property.value === "string")
    return readCell(property.value, property.start, kinds);
  return { fault };
}

/** Nothing can be imported: there is no network, and what there is has its name already. */
function importFaults(root: Node): SourceFault[] {
  const faults: SourceFault[] = [];
  full(root, (visited) => {
    const node = visited as AnyNode;
    const isMeta = node.type === "MetaProperty" && node.meta.name === "import";
    const fault = (what: string, why: string) =>
      faults.push({ message: `unsupported statement: ${what} (${why})`, offset: node.start });
    if (node.type.startsWith("Import") && !node.type.endsWith("Specifier"))
      fault("import", "Plot, d3, aq, Inputs, html and svg are there without");
    else if (isMeta) fault("import", "the sandbox has no address");
    else if (/^Export\w+Declaration$/.test(node.type))
      fault("export", "return the value, or pass an input to view()");
  });
  return faults;
}
