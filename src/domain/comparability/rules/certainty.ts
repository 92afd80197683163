import { all, both, differ, either, facing, has, is, not } from "../clause.ts";
import { isRepeated } from "../relation.ts";
import type { RuleRow } from "../rule.ts";

const isDerived = is("status", "derived");

/** How surely it is known. */
export const certaintyRules = {
  repeated: {
    columns: ["same_as"],
    status: null,
    breaks: false,
    says: ({ fact_id }) => fact_id,
    when: isRepeated,
    verdict: "comparable",
  },
  status: {
    columns: ["status"],
    status: null,
    breaks: true,
    // What is derived is derived from what was done.
    says: ({ status }) => (status === "derived" ? "actual" : status),
    when: all(differ("status"), not(facing(isDerived, is("status", "actual")))),
    verdict: "not_comparable",
  },
  qualifier: {
    columns: ["qualifier"],
    status: null,
    breaks: true,
    says: ({ qualifier }) => qualifier,
    when: not(both(is("qualifier", "exact"))),
    verdict: "with_caveat",
  },
  derived: {
    columns: ["status"],
    status: null,
    breaks: false,
    says: ({ status }) => (status === "derived" ? "derived" : "stated"),
    when: all(either(isDerived), differ("status")),
    verdict: "comparable",
  },
  audit: {
    columns: ["checks.verdict"],
    status: "U",
    breaks: false,
    says: ({ is_mismatch }) => (is_mismatch ? "mismatch" : "no_mismatch"),
    when: either(has("is_mismatch")),
    verdict: "with_caveat",
  },
  unit_inferred: {
    columns: ["unit_inferred"],
    status: null,
    breaks: false,
    says: ({ unit_inferred }) => (unit_inferred ? "unit_inferred" : "unit_written"),
    when: either(has("unit_inferred")),
    verdict: "with_caveat",
  },
  source: {
    columns: ["source_kind"],
    status: null,
    breaks: false,
    says: ({ source_kind }) => source_kind,
    when: facing(is("source_kind", "press"), is("source_kind", "report", "official")),
    // The press says what the body has said: where it was read is noted.
    verdict: "comparable",
  },
} as const satisfies Readonly<Record<string, RuleRow>>;
