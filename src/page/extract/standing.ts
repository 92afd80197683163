import { contradictions } from "../../extract/contradictions.ts";
import {
  checksNow,
  factsLeft,
  figuresOf,
  identitiesNow,
  objectionsTo,
  openNumbers,
  waitingAfter,
  type Action,
  type Figure,
  type OpenNumber,
} from "../../review/index.ts";
import type { Check, Identity } from "../../domain/index.ts";
import type { Context } from "./context.ts";
import type { Item } from "./keeping.ts";

/** What follows from the decisions on one report, as they are now. */
export class Standing {
  readonly #context: Context;
  readonly #item: Item;
  figures: readonly Figure[] = [];
  open: readonly OpenNumber[] = [];
  checks: readonly Check[] = [];
  /** Figures of which the text states several values. */
  contradictory: readonly (readonly Figure[])[] = [];
  /** What the rules of the data say against a figure, by its id. */
  objections: ReadonlyMap<string, readonly string[]> = new Map();
  #identities: readonly Identity[] = [];

  constructor(context: Context, item: Item) {
    this.#context = context;
    this.#item = item;
    this.#follow(true);
  }

  /** After an action of this kind. */
  refresh(kind: Action["kind"]): void {
    // Rules and sums look at all figures, so they are asked only where a figure may be another.
    this.#follow(kind !== "confirm" && kind !== "reject");
  }

  figure(id: string | null): Figure | undefined {
    return this.figures.find((one) => one.id === id);
  }

  /** The next figure that waits, from there round to the beginning. */
  waitingAfter(id: string | null): Figure | undefined {
    return waitingAfter(this.figures, id);
  }

  #follow(isAsked: boolean): void {
    const { report, review } = this.#item;
    this.figures = figuresOf(report, review.present);
    this.open = openNumbers(report, review.present, this.figures);
    if (isAsked) this.#ask();
    const facts = factsLeft(this.figures);
    this.checks = checksNow(this.#identities, facts);
    const byFact = new Map(this.figures.map((figure) => [figure.fact.fact_id, figure]));
    this.contradictory = contradictions(facts).map((ids) =>
      ids.flatMap((id) => byFact.get(id) ?? []),
    );
  }

  /** Rules of the data and identities, of figures that were corrected or came from elsewhere. */
  #ask(): void {
    const { report, review } = this.#item;
    const { archive, themes } = this.#context;
    const [metrics, regions] = [[...archive.metrics.values()], [...archive.regions.values()]];
    const known = { metrics, regions, themes };
    this.objections = objectionsTo(report, review.present, this.figures, known);
    this.#identities = identitiesNow(report, this.figures);
  }
}
