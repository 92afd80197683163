import { factLimit, readAddress, type Address } from "../../drafts/link/index.ts";

/** What an entry of the history holds beside its address: evidence that is too long for one. */
interface HistoryState {
  readonly fact: string;
}

/** For `pushState` and `replaceState`: null where the address says it all. */
export function historyState({ fact }: Pick<Address, "fact">): HistoryState | null {
  return fact !== null && fact.length > factLimit ? { fact } : null;
}

/** The address of the page with what its entry holds, so that Back, Forward and a reload know it. */
export function currentAddress({
  location = globalThis.location,
  history = globalThis.history,
}: {
  readonly location?: Pick<URL, "search" | "hash">;
  readonly history?: { readonly state: unknown };
} = {}): Address {
  const address = readAddress(location);
  const { state } = history;
  const fact =
    typeof state === "object" && state !== null && "fact" in state ? state.fact : undefined;
  return address.fact === null && typeof fact === "string" ? { ...address, fact } : address;
}

/** Whether the fragment holds a whole notebook (`src/drafts/link/link.ts`). */
export function isNotebookLink({ anchor }: Pick<Address, "anchor">): boolean {
  return anchor?.startsWith("n=") === true;
}
