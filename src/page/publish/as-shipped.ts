import type { Address } from "../../drafts/link/index.ts";

/** Whether an address shows a chart of a repository notebook as its author meant it. */
export function isAsShipped(
  id: string,
  { inputs, together, pinned }: Pick<Address, "inputs" | "together" | "pinned">,
): boolean {
  return Object.keys(inputs).length === 0 && pinned.length === 0 && !together.includes(id);
}
