import { expect, it } from "vitest";
import { runEdits } from "./edits.ts";

it("edits, undo and redo do what a plain model does, and the text has the cells of the document", () => {
  const { divergences } = runEdits(4000, 20261122);
  expect(divergences.slice(0, 3)).toEqual([]);
});
