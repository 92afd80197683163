import { group } from "d3-array";
import {
  absent,
  type FigureContext,
  missingSentences,
  observe,
  observeAll,
  regionName,
  type Row,
} from "../../figures/index.ts";
import type { AbsentItem, Block } from "../blocks.ts";
import { excerpt, excerptText, formatNumber, parted, punctuation, say } from "../../words/index.ts";
import { columnsOf, columnText, valueIn, valueText } from "./columns.ts";
import type { ReadyMark } from "./marks.ts";
import type { Absent } from "./split-rows.ts";

/** Each row once, whichever marks leave it out. */
export function absentOf(marks: readonly ReadyMark[]): Absent[] {
  const drawn = new Set(marks.flatMap(({ rows }) => rows));
  const absent = marks.flatMap((mark) => mark.absent).filter(({ row }) => !drawn.has(row));
  return [...new Map(absent.map((one) => [one.row, one])).values()];
}

/** The region of a row, or its first words; null where it has neither. */
function ownName(row: Row, context: FigureContext): string | null {
  const { region_id } = row;
  if (typeof region_id === "string") return regionName(context, region_id);
  const column = columnsOf([row]).find(
    (name) => typeof row[name] === "string" && row[name] !== "" && name !== "missing",
  );
  return column === undefined ? null : valueText(column, row[column], context);
}

/** Who or what a row without a value is; where it has no name, where it stands. */
function rowText({ row, placed }: Absent, context: FigureContext): string {
  const own = ownName(row, context);
  if (own !== null) return own;
  const { colon, member } = punctuation[context.language];
  const texts = placed.map(
    (channel) =>
      (channel.label ?? columnText(channel.column, context)) +
      colon +
      valueText(channel.column, valueIn(row, channel), context),
  );
  if (texts.length > 0) return texts.join(member);
  return Object.keys(row).length === 0 ? say(context.language, "plot.absent.rest") : "–";
}

/** Why it is not drawn: what is missing, or what its value is and why that has no place. */
function whyText({ row, missing, because, value }: Absent, context: FigureContext): string {
  const { language } = context;
  if (because === null)
    return missing ? say(language, `missing.${missing}`) : say(language, "plot.no_value");
  const shown = value ? valueText(value.column, valueIn(row, value), context) : "";
  return say(language, `plot.because.${because}`, shown);
}

function item(one: Absent, context: FigureContext): AbsentItem {
  const { language, catalogue } = context;
  const { row, missing, count, because } = one;
  const times = count > 1 ? ` × ${formatNumber(count, language)}` : "";
  const text = rowText(one, context) + punctuation[language].colon + whyText(one, context) + times;
  // What has a value that this drawing has no place for is stated, and cannot stand beside the rest.
  const kind = missing ?? (because === null ? "not_reported" : "not_comparable");
  return { observation: absent(row, kind, catalogue), name: text, text };
}

/** Rows that would be told in the same words as one, which says how many they are. */
function merged(members: readonly Absent[], context: FigureContext): Absent[] {
  const alike = group(members, (one) =>
    JSON.stringify([rowText(one, context), whyText(one, context), one.missing]),
  );
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ ...first, count: same.reduce((sum, one) => sum + one.count, 0) }] : [];
  });
}

/** Rows listed one by one; all further ones are counted in the last line. */
const MOST = 200;

/** What is too long for a list: its first entries, and how many rows more. */
function shortened(members: readonly Absent[]): readonly Absent[] {
  const { shown } = parted(excerpt(members, MOST));
  const [first, ...more] = members.slice(shown.length);
  if (!first) return members;
  const count = more.reduce((sum, one) => sum + one.count, first.count);
  return [...shown, { ...first, row: {}, count, missing: null, placed: [] }];
}

/** The rows that could not be drawn: how many, for want of what, and each with its reason. */
export function absentBlocks(rows: readonly Absent[], context: FigureContext): Block[] {
  const headed = group(rows, ({ heading, because }) => JSON.stringify([heading, because]));
  return [...headed.values()].map((members) => {
    const [{ heading, because } = { heading: "", because: null }] = members;
    const count = members.reduce((sum, one) => sum + one.count, 0);
    const word = because === null ? "plot.absent" : (`plot.absent.${because}` as const);
    return {
      kind: "absent",
      title: say(context.language, word, count, heading),
      items: shortened(merged(members, context)).map((one) => item(one, context)),
    };
  });
}

/** So many are named one by one. */
const NAMED = 12;

/** Reasons where rows give them, else who stands without a value. */
export function absentSentences(absent: readonly Absent[], context: FigureContext): string[] {
  const { language } = context;
  const isBare = ({ row }: Absent) =>
    observe(row, context.catalogue).missing === null || row["missing"] == null;
  const bare = absent.filter(isBare);
  const told = absent.filter((one) => !bare.includes(one)).map(({ row }) => row);
  const names = [...new Set(bare.map((one) => rowText(one, context)))];
  return [
    ...missingSentences(observeAll(told, context.catalogue), context),
    ...(names.length > 0
      ? [say(language, "describe.absent", excerptText(names, NAMED, language))]
      : []),
  ];
}
