import { describe, expect, it } from "vitest";
import { createLocation } from "../../../src/page/session/location.ts";
import type { Address } from "../../../src/drafts/link/index.ts";

const empty: Address = { fact: null, inputs: {}, together: [], pinned: [], my: null, anchor: null };

/** A page at an address, with the entries of its history as paths, and a clock. */
function page(address: Partial<Address> = {}) {
  const entries = [""];
  const clock = { now: 0 };
  const given = { address: { ...empty, ...address } };
  const path = (url?: string | URL | null): string => {
    const { pathname, search, hash } = new URL(url ?? "");
    return pathname + search + hash;
  };
  const location = createLocation({
    root: new URL("https://example.org/fadu/"),
    place: { language: "en", slug: "figures" },
    history: {
      pushState: (_state, _title, url) => void entries.push(path(url)),
      replaceState: (_state, _title, url) => void entries.splice(-1, 1, path(url)),
    },
    read: () => given.address,
    now: () => clock.now,
  });
  return { location, entries, clock, given };
}

describe("the address of a page", () => {
  it("changes in place, or as one step back", () => {
    const { location, entries } = page({ anchor: "fines" });
    location.change({ inputs: { year: "2022" } });
    location.change({ fact: "sw-47" }, { push: true });
    expect(entries).toEqual([
      "/fadu/en/figures/?year=2022#fines",
      "/fadu/en/figures/?year=2022&fact=sw-47#fines",
    ]);
    expect(location.address).toEqual({
      ...empty,
      inputs: { year: "2022" },
      fact: "sw-47",
      anchor: "fines",
    });
  });

  it("makes one step of what is dragged, and another after a pause or of another filter", () => {
    const { location, entries, clock } = page();
    for (const year of ["2020", "2021", "2022"]) {
      location.setInput("year", year);
      clock.now += 900;
    }
    expect(entries).toEqual(["", "/fadu/en/figures/?year=2022"]);
    location.setInput("region", "zhuzhou");
    expect(entries).toHaveLength(3);
    clock.now += 1000;
    location.setInput("region", null);
    expect(entries).toHaveLength(4);
    expect(location.address.inputs).toEqual({ year: "2022" });
  });

  it("names the charts that are put on one axis, each once", () => {
    const { location, entries } = page({ together: ["a"] });
    location.setTogether("b", true);
    location.setTogether("b", true);
    location.setTogether("a", false);
    expect(entries.at(-1)).toBe("/fadu/en/figures/?together=b");
    expect(entries).toHaveLength(4);
  });

  it("is that of another page when language or notebook change", () => {
    const { location, entries } = page({ inputs: { year: "2022" } });
    location.setPlace({ language: "zh" });
    expect(entries).toEqual([""]);
    location.change({});
    expect(entries).toEqual(["/fadu/figures/?year=2022"]);
    location.setPlace({ slug: "edit" });
    location.change({ my: "x" });
    expect(entries).toEqual(["/fadu/edit/?my=x&year=2022"]);
  });

  it("is read again where Back led", () => {
    const { location, given } = page({ fact: "sw-47" });
    location.change({ fact: null });
    given.address = { ...empty, fact: "sw-51" };
    expect(location.address.fact).toBeNull();
    location.read();
    expect(location.address.fact).toBe("sw-51");
  });
});
