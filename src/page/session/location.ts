import { writeAddress, type Address } from "../../drafts/link/index.ts";
import { currentAddress, historyState } from "../shell/history.ts";
import { pagePath, type PageAddress } from "../shell/page-address.ts";

/** Changes of one filter that pause no longer than this are one step back, in ms. */
const FILTER_STEP = 1000;

/** Where the page stands: its language and notebook, and the address that follows the reader. */
export interface PageLocation {
  readonly place: PageAddress;
  readonly address: Address;
  /** The place alone: the address follows with the next change of it. */
  setPlace(change: Partial<PageAddress>): void;
  /** Writes a change into the address; with `push` it is one step back. */
  change(change: Partial<Address>, options?: { readonly push?: boolean }): void;
  /** A filter was set, to its default by null: what is dragged or typed is one step back. */
  setInput(id: string, text: string | null): void;
  setTogether(id: string, isTogether: boolean): void;
  setPinned(pinned: readonly string[]): void;
  /** Takes over where Back, Forward or the address bar led. */
  read(): void;
}

export interface LocationOptions {
  readonly root: URL;
  readonly place: PageAddress;
  readonly history?: Pick<History, "pushState" | "replaceState">;
  readonly read?: () => Address;
  /** Time in ms. */
  readonly now?: () => number;
}

export function createLocation({
  root,
  place: initial,
  history = globalThis.history,
  read = currentAddress,
  now = () => performance.now(),
}: LocationOptions): PageLocation {
  let place = initial;
  let address = read();
  let last = { id: "", at: -Infinity };
  const change = (part: Partial<Address>, { push = false } = {}): void => {
    address = { ...address, ...part };
    const url = new URL(pagePath(place) + writeAddress(address), root);
    if (push) history.pushState(historyState(address), "", url);
    else history.replaceState(historyState(address), "", url);
  };
  /** Whether a change begins a step of its own, and does not go on with the one before. */
  const isStep = (id: string): boolean => {
    const at = now();
    const goesOn = last.id === id && at - last.at < FILTER_STEP;
    last = { id, at };
    return !goesOn;
  };
  return {
    get place() {
      return place;
    },
    get address() {
      return address;
    },
    setPlace: (part) => (place = { ...place, ...part }),
    change,
    setInput(id, text) {
      const { [id]: _, ...others } = address.inputs;
      const inputs = text === null ? others : { ...others, [id]: text };
      change({ inputs }, { push: isStep(id) });
    },
    setTogether(id, isTogether) {
      const others = address.together.filter((other) => other !== id);
      change({ together: isTogether ? [...others, id] : others }, { push: true });
    },
    setPinned: (pinned) => change({ pinned }, { push: true }),
    read: () => (address = read()),
  };
}
