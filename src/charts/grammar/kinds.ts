/** The columns by which two figures differ in kind. */
export const kindColumns = [
  "metric_id",
  "unit",
  "scope",
  "subset",
  "count_basis",
  "baseline",
  "status",
  "period_basis",
];
