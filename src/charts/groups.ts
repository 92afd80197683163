import { say, tickText } from "../words/index.ts";
import { type FigureModel, type GroupsBody, type RegionGroup } from "../figures/index.ts";
import { type Block, listed } from "./blocks.ts";
import type { ChartContext } from "./context.ts";
import { absentItems, rankedBlocks } from "./ranking.ts";

function groupBlock(group: RegionGroup, { language }: ChartContext): Block {
  const { panel } = group;
  const [low, high] = panel.scale.domain;
  // Below zero the rows are few, and each has its value beside it.
  const end =
    low < 0
      ? []
      : [say(language, "groups.scale", tickText(high, panel.measure, language, { isNamed: true }))];
  // Its name stands over the fold.
  return { kind: "fold", fold: group, blocks: rankedBlocks({ ...panel, header: "" }, end) };
}

/**
 * Every region that states something: a fold for each group of those that may be compared, then
 * what stands beside no other, then who states nothing.
 */
export function groups(
  { id, body }: FigureModel<GroupsBody>,
  _width: number,
  context: ChartContext,
): Block[] {
  const { alone, missing, pinned } = body;
  const blocks: Block[] = [
    { kind: "finder", id },
    ...body.groups.map((group) => groupBlock(group, context)),
  ];
  if (alone)
    blocks.push({
      kind: "fold",
      fold: alone,
      blocks: listed(
        alone.lones,
        (lones) => ({ kind: "alone", title: null, lones, pinned }) as const,
      ),
    });
  if (missing)
    blocks.push({
      kind: "fold",
      fold: missing,
      blocks: [{ kind: "absent", title: "", items: absentItems(missing.rows, context), pinned }],
    });
  return [{ kind: "group", name: "ranking groups", blocks }];
}
