import type { Word } from "../../words/index.ts";
import type { CompiledNotebook } from "../../notebook/index.ts";
import type { Address } from "../../drafts/link/index.ts";

/** Something that an address names and the notebook does not have. */
export interface UnknownName {
  /** Of the notice that says so. */
  readonly key: string;
  readonly word: Word;
  readonly values: readonly string[];
}

/** Filters and charts of an address that a notebook does not have, and regions that nobody knows. */
export function unknownNames(
  { cells }: Pick<CompiledNotebook, "cells">,
  { inputs, together, pinned }: Pick<Address, "inputs" | "together" | "pinned">,
  { regions }: { readonly regions: Pick<ReadonlyMap<string, unknown>, "has"> },
): UnknownName[] {
  const isThere = (kind: "input" | "chart", id: string): boolean =>
    cells.some((cell) => cell.kind === kind && cell.id === id);
  return [
    ...Object.entries(inputs)
      .filter(([id]) => !isThere("input", id))
      .map(([id, text]): UnknownName => ({
        key: `input-${id}`,
        word: "error.address.input",
        values: [id, text],
      })),
    ...together
      .filter((id) => !isThere("chart", id))
      .map((id): UnknownName => ({
        key: `together-${id}`,
        word: "error.address.cell",
        values: [id],
      })),
    ...pinned
      .filter((id) => !regions.has(id))
      .map((id): UnknownName => ({ key: `pin-${id}`, word: "error.address.pin", values: [id] })),
  ];
}
