import { punctuation, say } from "../../words/index.ts";
import { absenceName } from "../absence.ts";
import { type ScaleType, scaleTypeOf } from "../axis.ts";
import { namedBreak } from "../breaks.ts";
import { type FigureContext, regionName } from "../context.ts";
import { divided, extremesOf } from "../describe.ts";
import { type Absent, isPresent, type Present } from "../observation.ts";
import type { SectionModel } from "../panel.ts";
import type { Panel } from "../panels.ts";
import { sectionsOf } from "../sections.ts";
import type { Step } from "../series.ts";
import { missingEnd, type Slopes, slopesOf } from "../slopes.ts";
import type { ChartSpec } from "../spec.ts";
import type { FigureType } from "./type.ts";

/** An end of a slope that has no figure, and how it is told. */
export interface OpenEnd {
  readonly observation: Absent;
  readonly name: string;
  readonly text: string;
}

/** A panel of slopes between two ends. */
export interface SlopePanel extends Slopes {
  readonly header: string;
  readonly notes: readonly string[];
  readonly scale: ScaleType;
  readonly open: readonly OpenEnd[];
  /** Why no line joins two figures, by region. */
  readonly breaks: readonly string[];
  readonly observations: readonly Present[];
}

export interface SlopesBody {
  readonly sections: readonly SectionModel<SlopePanel>[];
}

function openEnds(
  { ends, slopes }: Slopes,
  given: readonly Absent[],
  spec: ChartSpec,
  context: FigureContext,
): OpenEnd[] {
  const { language } = context;
  if (ends.length < 2) return [];
  return slopes.flatMap((slope) => {
    const end = slope.from ? ends[1] : ends[0];
    const found = end && missingEnd(slope, end, given, spec, context);
    if (!found) return [];
    const who = [regionName(context, found.region_id), end.text].join(punctuation[language].comma);
    const text = who + punctuation[language].colon + say(language, `missing.${found.missing}`);
    return [{ observation: found, name: absenceName(found, context), text }];
  });
}

function stepsIn({ slopes }: Slopes): Step[] {
  return slopes.flatMap(({ step }) => (step?.cut ? [step] : []));
}

function panelOf(
  spec: ChartSpec,
  panel: Panel,
  missing: readonly Absent[],
  context: FigureContext,
): SlopePanel {
  const { language } = context;
  const slopes = slopesOf(spec, panel.observations, context);
  const scale = scaleTypeOf(spec, panel.observations);
  const notes = [
    slopes.ends.length < 2 ? say(language, "slope.same") : null,
    scale.type === "log" ? say(language, "chart.logarithmic") : null,
    scale.type === "linear" && scale.domain[0] > 0 ? say(language, "trend.off_zero") : null,
    slopes.others > 0 ? say(language, "slope.other", slopes.others) : null,
  ].filter((text) => text !== null);
  return {
    ...slopes,
    header: panel.header,
    notes,
    scale,
    open: openEnds(slopes, missing, spec, context),
    breaks: stepsIn(slopes).map((step) => namedBreak(step, context)),
    observations: panel.observations,
  };
}

/** Two periods, or two groups that `by` names, joined only where the rules find nothing between. */
export const slope: FigureType<SlopesBody> = {
  name: "slope",
  compares: "axes",
  drawsEachRow: true,
  draws: { as: "axis", gaps: false },
  isTable: () => false,
  arrange({ spec, observations, together, context }) {
    const sections = sectionsOf(spec, observations, context, { together });
    const models = sections.map(({ title, panels, alone, missing }) => {
      const drawn = panels.map((panel) => panelOf(spec, panel, missing, context));
      const told = new Set(drawn.flatMap(({ open }) => open.map((one) => one.observation)));
      return { title, panels: drawn, alone, missing: missing.filter((one) => !told.has(one)) };
    });
    return {
      body: { sections: models },
      arrangements: sections,
    };
  },
  describe: ({ sections }, { observations, together, context }, { arrangements }) => ({
    found: together ? [] : extremesOf(observations.filter(isPresent), context),
    apart: divided(arrangements, context, { together }),
    breaks: sections.flatMap(({ panels }) => panels.flatMap(({ breaks }) => breaks)),
  }),
};
