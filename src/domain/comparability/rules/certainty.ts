import { all, both, differ, either, facing, has, is, not } from "../clause.ts";
import { isRepeated, isSameDocument } from "../relation.ts";
import type { RuleRow } from "../rule.ts";

const isDerived = is("status", "derived");

/** How surely it is known. */
export const certaintyRules = {
  repeated: {
    columns: ["same_as"],
    status: "K",
    flag: null,
    breaks: false,
    says: ({ fact_id }) => fact_id,
    when: isRepeated,
    verdict: "comparable",
  },
  status: {
    columns: ["status"],
    status: "F",
    flag: "f",
    breaks: true,
    // What is derived is derived from what was done.
    says: ({ status }) => (status === "derived" ? "actual" : status),
    when: all(differ("status"), not(facing(isDerived, is("status", "actual")))),
    verdict: "not_comparable",
  },
  qualifier: {
    columns: ["qualifier"],
    status: "U",
    flag: "u",
    breaks: true,
    says: ({ qualifier }) => qualifier,
    when: not(both(is("qualifier", "exact"))),
    verdict: "with_caveat",
  },
  derived: {
    columns: ["status"],
    status: "E",
    flag: "e",
    breaks: false,
    says: ({ status }) => (status === "derived" ? "derived" : "stated"),
    when: all(either(isDerived), differ("status")),
    verdict: { mild: "comparable", worse: "with_caveat", where: not(isSameDocument) },
  },
  audit: {
    columns: ["checks.verdict"],
    status: "U",
    flag: "u",
    breaks: false,
    says: ({ is_mismatch }) => (is_mismatch ? "mismatch" : "no_mismatch"),
    when: either(has("is_mismatch")),
    verdict: "with_caveat",
  },
  unit_inferred: {
    columns: ["unit_inferred"],
    status: "I",
    flag: "i",
    breaks: false,
    says: ({ unit_inferred }) => (unit_inferred ? "unit_inferred" : "unit_written"),
    when: either(has("unit_inferred")),
    verdict: "with_caveat",
  },
  source: {
    columns: ["source_kind"],
    status: "V",
    flag: "u",
    breaks: false,
    says: ({ source_kind }) => source_kind,
    when: facing(is("source_kind", "press"), is("source_kind", "report", "official")),
    verdict: "with_caveat",
  },
} as const satisfies Readonly<Record<string, RuleRow>>;
