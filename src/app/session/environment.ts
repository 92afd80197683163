import type { Engine } from "../../engine/index.ts";
import type { Archive } from "../../evidence/index.ts";
import { say, type Word } from "../../i18n/index.ts";
import type { CompiledNotebook } from "../../notebook/index.ts";
import type { Environment } from "../../runtime/index.ts";
import type { Address } from "../../share/index.ts";
import { figureActions } from "../page/figure-actions.ts";
import { variantFor } from "../page/widths.ts";
import type { Page, Running } from "./page.ts";

/** What every notebook of a page runs in; which code may run is each one's own. */
export function environmentOf(
  page: Page,
  {
    engine,
    archive,
    parts,
    hasFigurePages,
  }: {
    readonly engine: Engine;
    readonly archive: Archive;
    readonly parts: Running;
    /** Its charts are those of the repository: each has a page of its own. */
    readonly hasFigurePages: boolean;
  },
): Omit<Environment, "consent"> {
  const { document, language, location } = page;
  return {
    document,
    connector: engine,
    catalogue: archive,
    language,
    variants: (container) => [variantFor(container)],
    state: "live",
    inputs: location.address.inputs,
    onInput: location.setInput,
    cages: parts.createCages(document),
    actions: figureActions(hasFigurePages ? new URL("embed/", page.root).href : null),
    together: location.address.together,
    onTogether: location.setTogether,
    onInvalidInput: (id, text) =>
      page.notice(`input-${id}`, say(page.language, "error.address.value", id, text)),
  };
}

/** Something that an address names and the notebook does not have. */
export interface UnknownName {
  /** Of the notice that says so. */
  readonly key: string;
  readonly word: Word;
  readonly values: readonly string[];
}

/** Filters and charts of an address that a notebook does not have. */
export function unknownNames(
  { cells }: Pick<CompiledNotebook, "cells">,
  { inputs, together }: Pick<Address, "inputs" | "together">,
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
  ];
}
