/** Small words of the views' SQL. None needs an extension of the engine. */
export const macros: readonly string[] = [
  // Twelve significant digits, as computeLineage gives: no binary dust.
  "CREATE OR REPLACE MACRO figure_digits(x) AS CAST(format('{:.12g}', x) AS DOUBLE)",
  `CREATE OR REPLACE MACRO words_of(line) AS
    CASE WHEN line = '' THEN []::VARCHAR[] ELSE string_split(line, ' ') END`,
  `CREATE OR REPLACE MACRO is_same_window(start_a, end_a, basis_a, start_b, end_b, basis_b) AS
    start_a = start_b AND end_a = end_b AND basis_a = basis_b`,
  `CREATE OR REPLACE MACRO next_year(day) AS
    CAST(CAST(left(day, 4) AS INTEGER) + 1 AS VARCHAR) || substr(day, 5)`,
  `CREATE OR REPLACE MACRO is_year_before(start_a, end_a, basis_a, start_b, end_b, basis_b) AS
    next_year(start_a) = start_b AND next_year(end_a) = end_b AND basis_a = basis_b`,
  `CREATE OR REPLACE MACRO period_kind(basis) AS CASE
    WHEN basis = 'full_year' THEN 'year' WHEN basis IN ('ytd', 'quarter', 'month') THEN 'part'
    WHEN basis = 'point_in_time' THEN 'instant' ELSE 'open' END`,
  `CREATE OR REPLACE MACRO days_of_month(day) AS day(last_day(CAST(day AS DATE)))`,
  // Months begun count by their days, as in monthsCovered.
  `CREATE OR REPLACE MACRO months_covered(first, last, basis) AS
    CASE WHEN basis = 'point_in_time' THEN 0 ELSE round(
      (CAST(left(last, 4) AS INTEGER) - CAST(left(first, 4) AS INTEGER)) * 12
      + CAST(substr(last, 6, 2) AS INTEGER) - CAST(substr(first, 6, 2) AS INTEGER)
      + CAST(substr(last, 9) AS INTEGER) / days_of_month(last)
      - (CAST(substr(first, 9) AS INTEGER) - 1) / days_of_month(first), 2) END`,
  `CREATE OR REPLACE MACRO legal_regime(first, last) AS CASE
    WHEN last < '2021-09-01' THEN 'before' WHEN first >= '2021-09-01' THEN 'after'
    ELSE 'across' END`,
];
