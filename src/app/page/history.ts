import { factLimit, readAddress, type Address } from "../../share/index.ts";

/** What the entry of the history holds beside its address: evidence that is too long for one. */
interface Held {
  readonly fact: string;
}

/** For `pushState` and `replaceState`: null where the address says it all. */
export function heldState({ fact }: Pick<Address, "fact">): Held | null {
  return fact !== null && fact.length > factLimit ? { fact } : null;
}

/** The address of the page with what its entry holds, so that Back, Forward and a reload know it. */
export function heldAddress({
  location = globalThis.location,
  history = globalThis.history,
}: {
  readonly location?: Pick<URL, "search" | "hash">;
  readonly history?: { readonly state: unknown };
} = {}): Address {
  const address = readAddress(location);
  const { state } = history;
  const held =
    typeof state === "object" && state !== null && "fact" in state ? state.fact : undefined;
  return address.fact === null && typeof held === "string" ? { ...address, fact: held } : address;
}
