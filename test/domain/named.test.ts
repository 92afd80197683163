import { describe, expect, it } from "vitest";
import { definitionOf, derivedDefinitions } from "../../src/domain/index.ts";
import {
  operandAccidents,
  operandParts,
  operandScopes,
} from "../../src/domain/derived/definitions/index.ts";
import type { Accident, Scope } from "../../src/domain/index.ts";

type Parent = {
  readonly metric_id: string;
  readonly scope: Scope;
  readonly accident: Accident | null;
  readonly subset: string | null;
};

/** Parents that fit a definition: its metrics in order, in the scopes it joins. */
function parentsOf(definition: (typeof derivedDefinitions)[number]): Parent[] {
  const scopes = operandScopes(definition);
  const accidents = operandAccidents(definition);
  const parts = operandParts(definition);
  return definition.operands.map((metric_id, index) => ({
    metric_id,
    scope: scopes?.[index] ?? "bureau",
    accident: accidents?.[index]?.[0] ?? null,
    subset: parts?.[index]?.[0] ? `part:${parts[index][0]}` : null,
  }));
}

describe("the name of a derived value", () => {
  it.each(derivedDefinitions.map((definition) => [definition.id, definition] as const))(
    "%s is found by its operation and its parents",
    (id, definition) => {
      expect(definitionOf(definition.operation, parentsOf(definition))?.id).toBe(id);
    },
  );

  const amount = {
    metric_id: "penalty_amount",
    scope: "bureau",
    accident: null,
    subset: null,
  } as const;
  const cases = {
    metric_id: "penalty_cases",
    scope: "bureau",
    accident: null,
    subset: null,
  } as const;

  it("needs the operation", () => {
    expect(definitionOf("quotient", [amount, cases])?.id).toBe("mean_fine_per_case");
    expect(definitionOf("sum", [amount, cases])).toBeUndefined();
  });

  it("needs every parent, in order, and no more", () => {
    for (const parents of [
      [],
      [amount],
      [amount, cases, amount],
      [cases, amount],
      [amount, amount],
    ])
      expect(definitionOf("quotient", parents)).toBeUndefined();
  });

  it("needs the later limit before the earlier one", () => {
    const days = { ...amount, metric_id: "approval_days_promised" };
    const [later, earlier] = [
      { ...days, subset: "items:x;part:later" },
      { ...days, subset: "items:x;part:earlier" },
    ];
    expect(definitionOf("reduction", [later, earlier])?.id).toBe("approval_time_compression_later");
    expect(definitionOf("reduction", [earlier, later])).toBeUndefined();
  });

  it("needs the scopes where whole and part are joined", () => {
    const scopes = (list: readonly Scope[]) =>
      definitionOf(
        "quotient_of_differences",
        list.map((scope, index) => ({ ...(index < 2 ? amount : cases), scope })),
      )?.id;
    const whole = "jurisdiction_total";
    expect(scopes([whole, "bureau", whole, "bureau"])).toBe("mean_fine_per_case_counties");
    expect(scopes([whole, "bureau", "bureau", "bureau"])).toBeUndefined();
    expect(scopes(["bureau", whole, "bureau", whole])).toBeUndefined();
  });

  it("asks for no scope where all parents share one", () => {
    const scope = "jurisdiction_total";
    const parents = [amount, cases].map((parent) => ({ ...parent, scope }) as const);
    expect(definitionOf("quotient", parents)?.id).toBe("mean_fine_per_case");
  });
});
