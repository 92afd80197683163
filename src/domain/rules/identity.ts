import { isVacuous, operandsOfCheck, recompute } from "../audit.ts";
import type { Identity } from "../types.ts";
import { pairRule } from "./context.ts";
import type { Context, Rule } from "./context.ts";

/**
 * Operands are figures of the identity's own report, as many as the operation takes, and it says
 * something: it can fail, and is not said already.
 */
export const identityRule: Rule<Identity> = function* (identity, context) {
  const { operation, operands, stated } = identity;
  if (!context.reports.has(identity.report_id)) yield `unknown report_id: ${identity.report_id}`;
  const [least, most] = operandsOfCheck(operation);
  if (operands.length < least || operands.length > most)
    yield `invalid operands: ${operands.length} for ${operation}`;
  else if (operands.length === 1 && most === 2 && stated === null)
    yield "missing stated: a lone operand needs the stated rate";
  else if (isVacuous(identity, context.facts)) yield "invalid identity: it holds for any rate";
  const first = context.repeats.get(identity.check_id);
  if (first !== undefined) yield `invalid identity: it repeats ${first}`;
  yield* operandRule(identity, context);
  yield* softRule(identity, context);
  yield* pairRule("soft_reason", identity.soft_reason, identity.soft_reason_zh);
  yield* pairRule("note", identity.note, identity.note_zh);
};

function* operandRule(identity: Identity, { facts }: Context): Iterable<string> {
  for (const id of idsOf(identity)) {
    const fact = facts.get(id);
    if (!fact) yield `unknown operand: ${id}`;
    else if (fact.report_id !== identity.report_id)
      yield `invalid operand: ${id} is of report ${fact.report_id}`;
  }
}

/** A reason that excuses nothing would hide the next error at this place. */
function* softRule(identity: Identity, { facts }: Context): Iterable<string> {
  if (identity.soft_reason === null || !idsOf(identity).every((id) => facts.has(id))) return;
  if (identity.stated === null) yield "invalid soft_reason: nothing is stated";
  else if (recompute(identity, facts).verdict === "ok")
    yield "invalid soft_reason: there is no difference to explain";
}

function idsOf({ operands, stated }: Identity): string[] {
  return stated === null ? [...operands] : [...operands, stated];
}
