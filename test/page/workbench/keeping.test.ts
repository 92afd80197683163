import { describe, expect, it } from "vitest";
import { createKeeping } from "../../../src/page/workbench/keeping.ts";
import { refusedLibrary, type Library } from "../../../src/page/workbench/library.ts";
import { openDocument, replaceText } from "../../../src/notebook/editing.ts";
import { ownTrust, type Draft } from "../../../src/drafts/store/index.ts";

const text = "---\ntitle: 甲\ntitle_en: A\n---\n\nText.\n";
const draft: Draft = {
  ...{ id: "a", slug: "mine", title: "A", text, origin: null, trust: ownTrust },
};

const refused = refusedLibrary({ reason: "refused", message: "" });

function world(library?: Library) {
  const clock = { now: 1_000_000 };
  /** What the library and the page are told, in order. */
  const told: string[] = [];
  const open: Library = {
    ...refused,
    refused: null,
    save: ({ title }) => told.push(`save ${title}`),
    keepVersion: ({ title }, reason) => told.push(`${reason} ${title}`),
    overwrite: ({ title }) => told.push(`overwrite ${title}`),
  };
  const keeping = createKeeping({
    ...{ draft, isKept: false, library: library ?? open, language: "en" as const },
    trust: () => ownTrust,
    onDraft: ({ title }) => told.push(`title ${title}`),
    onKept: (id) => told.push(`kept ${id}`),
    now: () => clock.now,
  });
  return { keeping, told, clock, doc: openDocument(text, { slug: "mine" }) };
}

describe("an open notebook", () => {
  it("is in the library from its first change on, which is told once", () => {
    const { keeping, told, doc } = world();
    expect([keeping.isKept, keeping.draft]).toEqual([false, draft]);
    keeping.keep(doc);
    keeping.keep(replaceText(doc, text.replace("title_en: A", "title_en: B")));
    expect(told).toEqual(["title A", "save A", "kept a", "title B", "save B"]);
    expect(keeping.draft).toMatchObject({ id: "a", title: "B" });
    expect(keeping.isKept).toBe(true);
  });

  it("is kept nowhere where the browser keeps nothing", () => {
    const { keeping, told, doc } = world(refused);
    keeping.keepVersion(doc);
    expect([keeping.isKept, told]).toEqual([false, ["title A"]]);
  });

  it("keeps one version a minute of what runs, and none before it is in the library", () => {
    const { keeping, told, clock, doc } = world();
    keeping.ran();
    expect(told).toEqual([]);
    keeping.keep(doc);
    told.length = 0;
    for (const pause of [0, 59_999, 1, 60_000]) {
      clock.now += pause;
      keeping.ran();
    }
    expect(told).toEqual(["run A", "run A", "run A"]);
  });

  it("takes a version that was asked for as that of its minute", () => {
    const { keeping, told, doc } = world();
    keeping.keepVersion(doc);
    keeping.ran();
    keeping.beforeRestore();
    keeping.overwrite();
    const kept = ["title A", "save A", "kept a", "saved A"];
    expect(told).toEqual([...kept, "restored A", "overwrite A"]);
  });
});
