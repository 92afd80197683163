/** Notebooks kept in the browser: drafts as they are typed, versions to go back to, own tables. */
export { openStore, type Store, type StoreOptions } from "./store.ts";
export { ownTrust } from "./trust.ts";
export { storeFaults, versionReasons } from "./types.ts";
export type * from "./types.ts";
