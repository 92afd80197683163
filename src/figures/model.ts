import { isWord, say, type Word } from "../words/index.ts";
import { type Annotation, annotationsIn, annotationWarnings } from "./annotation.ts";
import { type Caveats, caveatsOf, mixedCaveats, noCaveats } from "./caveats.ts";
import { type FigureContext, withOwnRegions } from "./context.ts";
import { type Description, drawingName, missingSentences } from "./describe.ts";
import { type Form, formsIn } from "./form.ts";
import { checkMarks, checkTexts } from "./limits.ts";
import { isAbsent, isPresent, type Observation, observeAll, type Row } from "./observation.ts";
import { type Arrangement, forbiddenBecause } from "./panels.ts";
import { type Sources, sources } from "./sources.ts";
import type { ChartSpec } from "./spec.ts";
import { plainText, type RichText } from "./text.ts";
import type { Arranged, DrawnForms, FigureInput, FigureType } from "./types/type.ts";

/** The words around a figure, as its author wrote them and its rows fill them; [] for none. */
export interface FigureTexts {
  readonly title: RichText;
  readonly subtitle: RichText;
  /** What the reader's filters leave of it. */
  readonly filtered: RichText;
  readonly caption: RichText;
  readonly note: RichText;
  /** The author's own words for those who do not see the chart. */
  readonly alt: RichText;
}

export const noTexts: FigureTexts = {
  title: [],
  subtitle: [],
  filtered: [],
  caption: [],
  note: [],
  alt: [],
};

/** What the rules of comparability make of the figures that stand side by side. */
export interface Comparability {
  /** They keep some of them apart, whether or not the reader overrules. */
  readonly isSplit: boolean;
  /** What keeps them apart, in a few words each. */
  readonly because: string;
  /** The reader has put them together nevertheless. */
  readonly isOverruled: boolean;
}

/**
 * A figure before it is drawn: all that its drawing, picture, table, package and description say.
 * No DOM, no width: what depends on them is the drawing's.
 */
export interface FigureModel<Body = unknown> {
  readonly id: string;
  readonly type: string;
  readonly spec: ChartSpec;
  readonly texts: FigureTexts;
  /** As the queries gave them. */
  readonly rows: readonly Row[];
  /** The same, each judged once, with and without a value. */
  readonly observations: readonly Observation[];
  readonly body: Body;
  readonly comparability: Comparability;
  readonly caveats: Caveats;
  /** Said over the figure in the colour of a warning; none by default. */
  readonly warnings: readonly string[];
  /** Why no line joins two figures, and no change is given, by region. */
  readonly breaks: readonly string[];
  readonly annotations: readonly Annotation[];
  /** What the marks that it draws say by their form, in the order of the key, and how it draws. */
  readonly forms: readonly Form[];
  readonly draws: DrawnForms["as"] | null;
  readonly description: Description;
  /** What a screen reader says of the drawing. */
  readonly name: string;
  /** The reports behind it; null where no row names one. */
  readonly sources: Sources | null;
  /** True where no row has a value. */
  readonly isEmpty: boolean;
  /** The figure says all that its table would. */
  readonly isTable: boolean;
  /** Its rows can be found and pinned; false by default. */
  readonly hasPins?: boolean;
  /** What names things, with the regions that only the rows know. */
  readonly context: FigureContext;
}

/** What a figure is made of. */
export interface FigureSource {
  readonly id: string;
  readonly spec: ChartSpec;
  readonly rows: readonly Row[];
  readonly texts?: FigureTexts;
  /** The reader wants on one axis what the rules keep apart; false by default. */
  readonly together?: boolean | undefined;
  /** Regions that the reader wants on top, by id; none by default. */
  readonly pinned?: readonly string[] | undefined;
}

/** A query that no longer gives the column would else be read as a report that says nothing. */
function checkRows(rows: readonly Row[], context: FigureContext): void {
  const [first] = rows;
  if (first && rows.every((row) => !("value" in row) && !("missing" in row)))
    throw new Error(`missing column: value (there is ${Object.keys(first).join(", ")})`);
  checkTexts(rows, context);
}

export function comparabilityOf(
  arrangements: readonly Arrangement[],
  together: boolean,
  context: FigureContext,
): Comparability {
  const isSplit = arrangements.some((one) => one.isSplit);
  return {
    isSplit,
    because: forbiddenBecause(arrangements, context),
    isOverruled: isSplit && together,
  };
}

function descriptionOf<Body>(
  type: FigureType<Body>,
  arranged: Arranged<Body>,
  input: FigureInput,
): Description {
  const { language } = input.context;
  const key = `chart.kind.${type.name}`;
  const word: Word = isWord(key) ? key : "chart.kind.dots";
  const count = input.observations.filter(isPresent).length;
  const { found, apart, breaks = [] } = type.describe(arranged.body, input, arranged);
  return {
    what: say(language, "describe.figures", say(language, word), count),
    ...{ found, apart, breaks },
    missing: missingSentences(input.observations, input.context),
  };
}

function caveatsFor<Body>(
  type: FigureType<Body>,
  arrangements: readonly Arrangement[],
  { spec, observations, context }: FigureInput,
): Caveats {
  if (type.compares === "nothing" || type.isTable(spec, observations.length)) return noCaveats;
  if (type.compares !== "time") return caveatsOf(arrangements, context);
  // What happens between two figures of a line is told where it is cut.
  return mixedCaveats(observations, { groups: [], pairs: [] }, context);
}

/**
 * Rows as a figure of a type. Throws in the reader's words on a spec or rows that make none.
 */
export function figureModel<Body>(
  type: FigureType<Body>,
  { id, spec, rows, texts = noTexts, together = false, pinned = [] }: FigureSource,
  given: FigureContext,
): FigureModel<Body> {
  const context = withOwnRegions(given, rows);
  checkRows(rows, context);
  if (type.drawsEachRow) checkMarks(rows.length, context);
  const observations = observeAll(rows, context.catalogue);
  const input = { spec, observations, together, pinned, context };
  const arranged = type.arrange(input);
  const description = descriptionOf(type, arranged, input);
  const onAxes = type.compares === "axes" ? arranged.arrangements : [];
  const comparability = comparabilityOf(onAxes, together, context);
  const annotations = annotationsIn(spec, observations, context);
  return {
    ...{ id, type: type.name, spec, texts, rows, observations, body: arranged.body, comparability },
    caveats: caveatsFor(type, arranged.arrangements, input),
    warnings: [
      ...annotationWarnings(annotations, context),
      ...(comparability.isOverruled
        ? [say(context.language, "together.warning", comparability.because)]
        : []),
    ],
    breaks: description.breaks,
    annotations,
    forms: formsIn(observations, type.draws),
    draws: type.draws?.as ?? null,
    description,
    name: drawingName(description, plainText(texts.alt, context), context),
    sources: sources(observations, context),
    isEmpty: observations.every(isAbsent),
    isTable: type.isTable(spec, observations.length),
    hasPins: type.hasPins ?? false,
    context,
  };
}
