import { namedBreak } from "../breaks.ts";
import type { FigureContext } from "../context.ts";
import { panelModel, type PanelOptions, type SectionModel, sectionModels } from "../panel.ts";
import { divided, extremesOf } from "../describe.ts";
import { isPresent } from "../observation.ts";
import { sectionsOf } from "../sections.ts";
import type { FigureInput, FigureType } from "./type.ts";

/** Sections of panels, in each the rows that share an axis. */
export interface PanelsBody {
  readonly sections: readonly SectionModel[];
}

/** Where the rules allow no change between the figures of a row. */
function breaksIn({ sections }: PanelsBody, context: FigureContext): string[] {
  const rows = sections.flatMap(({ panels }) =>
    panels.flatMap(({ groups }) => groups.flatMap((group) => group.rows)),
  );
  return rows.flatMap(({ change }) =>
    change?.step?.cut ? [namedBreak(change.step, context)] : [],
  );
}

/** A type that sets its rows along an axis, a panel for each class that the rules allow. */
function alongAxis(name: string, options: PanelOptions = {}): FigureType<PanelsBody> {
  return {
    name,
    compares: "axes",
    drawsEachRow: true,
    draws: { as: options.fromZero ? "bars" : options.isList ? "symbols" : "axis", gaps: false },
    isTable: () => false,
    arrange({ spec, observations, together, context }: FigureInput) {
      const sections = sectionsOf(spec, observations, context, { together });
      return {
        body: {
          sections: sectionModels(sections, (panel) => panelModel(spec, panel, options, context)),
        },
        arrangements: sections,
      };
    },
    describe: (body, { observations, together, context }, { arrangements }) => ({
      found: together ? [] : extremesOf(observations.filter(isPresent), context),
      apart: divided(arrangements, context, { together }),
      breaks: breaksIn(body, context),
    }),
  };
}

/** A dot plot. */
export const dots = alongAxis("dots");
/** A dot plot with the figures of one series in one row. */
export const dumbbell = alongAxis("dumbbell", { connect: true });
/** Bars from zero. */
export const bars = alongAxis("bars", { fromZero: true });
/** A numbered list. */
export const ranking = alongAxis("ranking", { isList: true });
