import { all, any, both, either, facing, is, named, names, not, same, states } from "./clause.ts";
import type { NamedClause } from "./clause.ts";
import { windowColumns } from "./figure.ts";

/** Two figures of one report about one region. */
export const isSameDocument = named(
  "is_same_document",
  all(both(states("report_id")), same("report_id"), same("region_id")),
);

export const isSameWindow = named("is_same_days", all(...windowColumns.map(same)));

/** One is the other, said again. */
export const isRepeated = named("is_repeated", names("same_as"));

const isWhole = is("scope", "jurisdiction_total");
const isSibling = all(both(states("breakdown_of")), same("breakdown_of"));
const isSameMeasure = all(same("metric_id"), same("subset"), isSameWindow);
const isWholeBesidePart = all(either(isWhole), not(both(isWhole)));
const isBureauBesideUnits = facing(is("scope", "bureau"), is("scope", "subordinate_units"));

/**
 * True where one report sets two figures beside each other as a part and its total, or as two parts
 * of one total: linked by `breakdown_of`; the same metric for the whole jurisdiction and for one of
 * its bodies; for the bureau and for the units below it. Delegated townships are none of these:
 * whether the bureau's figure includes them is for the report to say.
 */
export const isPartOfWhole = named(
  "is_part_of_whole",
  all(
    isSameDocument,
    any(
      names("breakdown_of"),
      all(isSibling, not(isRepeated)),
      all(not(isSibling), isSameMeasure, any(isWholeBesidePart, isBureauBesideUnits)),
    ),
  ),
);

/** How two figures belong to each other, each after those that it reads. */
export const relations: readonly NamedClause[] = [
  isSameDocument,
  isSameWindow,
  isRepeated,
  isPartOfWhole,
];

/** Two figures of one report and one time. */
export const isSideBySide = all(isSameDocument, isSameWindow);
