import type { Module } from "@observablehq/runtime";
import type { Variant } from "../charts/index.ts";
import type { Language } from "../domain/index.ts";
import type { CompiledCell, NotebookProblem } from "../notebook/index.ts";
import type { Consent } from "./consent.ts";
import type { DrawnChart } from "./drawn.ts";
import type { Environment } from "./environment.ts";
import type { CellSetting } from "./cell-setting.ts";
import type { Pins } from "./pins.ts";
import type { States } from "./state.ts";
import type { TextNumbers } from "./text-numbers.ts";

/** What the cells of one mounted notebook share. */
export interface Scope {
  readonly module: Module;
  /** The cells of the notebook as it is now, in order. */
  readonly cells: ReadonlyMap<string, CompiledCell>;
  /** What the file says is wrong, by cell. */
  readonly problems: ReadonlyMap<string, readonly NotebookProblem[]>;
  readonly environment: Environment;
  readonly language: () => Language;
  readonly states: States;
  readonly texts: TextNumbers;
  /** Lets the page have its turn, where many cells run at one time. */
  readonly breathe: () => Promise<void>;
  /** Texts that set inputs; null or absent at the default. */
  readonly values: Map<string, string | null>;
  /** Inputs whose text came from an address, so that a wrong one is told. */
  readonly fromAddress: Set<string>;
  readonly together: CellSetting<boolean>;
  /** Regions on top, in all charts alike. */
  readonly pins: Pins;
  readonly variants: CellSetting<readonly Variant[]>;
  /** The charts as they were drawn last, by id. */
  readonly charts: Map<string, DrawnChart>;
  /** Whether JavaScript cells may run. */
  readonly consent: Consent;
}

/** A cell that runs: its variables and its place. */
export interface Piece {
  readonly kind: CompiledCell["kind"];
  /** Where it is shown; null where it is not. */
  readonly container: Element | null;
  /** Settles with the first output. */
  readonly first: Promise<void>;
  /** (Re)defines the cell; it runs again. */
  define(cell: CompiledCell): void;
  /** What decides whether a cell must be defined again; without its id and place in the file. */
  signature(cell: CompiledCell): string;
  /** Takes another id without being drawn again; absent where the output or others know the id. */
  readonly rename?: (id: string) => void;
  /** Runs it once more as it is. */
  run(): void;
  /** Stops what runs for it; what it shows stays. */
  cancel(): void;
  /** Shows it in another element. */
  move(container: Element): void;
  /** What is said of its source. */
  setProblems(messages: readonly string[]): void;
  /** Says its error anew, as the language is another. */
  refresh(): void;
  remove(): void;
}

/** A cell with a fault in its source is not run. */
export function isBlocked(id: string, { problems }: Scope): boolean {
  return (problems.get(id)?.length ?? 0) > 0;
}

/** The line of a cell's source in the file as it is now; null where it is gone. */
export function lineOf({ cells }: Scope): (id: string) => number | null {
  return (id) => cells.get(id)?.line ?? null;
}

/** All of a cell but its name and its place in the file. */
export function plainSignature(cell: CompiledCell): string {
  return JSON.stringify({ ...cell, id: "", line: 0 });
}

/** A signal that aborts when the variable is computed anew. */
export function until(invalidation: Promise<void>): AbortController {
  const controller = new AbortController();
  void invalidation.then(() => controller.abort());
  return controller;
}
