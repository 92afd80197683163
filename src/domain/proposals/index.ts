export { proposalKinds } from "./candidate.ts";
export type { ProposalKind } from "./candidate.ts";
export { proposeIdentities } from "./propose.ts";
export type { Proposal } from "./propose.ts";
