export { proposeIdentities } from "./propose.ts";
