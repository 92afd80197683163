import { absenceOf, type AbsenceCatalogue } from "../domain/index.ts";
import type { Missing, Row } from "./observation.ts";

/**
 * Why there is no value. What the reports state is never called absent, whatever a query says: a
 * selection that leaves it out has not selected it. Nor is a report of which only the opening was
 * read called silent.
 */
export function absenceKind(row: Row, said: Missing, known: AbsenceCatalogue): Missing {
  if (said !== "not_reported" && said !== "not_read") return said;
  const found = absenceOf(row, known) ?? said;
  return found === "not_reported" ? said : found;
}
