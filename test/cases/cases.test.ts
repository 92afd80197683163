import { describe, expect, test } from "vitest";
import { caseFolder, foldersWithout, hasCases, lists } from "./lists.ts";

// Where the folder is not there, the same faults are tried in texts of their own: files in
// `test/data-files/kinds.test.ts`, results in `test/runtime/result.test.ts`, charts in `test/charts/`.
const missing = hasCases ? "" : ` (not run: ${caseFolder} is missing)`;

describe.skipIf(!hasCases).each(Object.entries(lists))(
  `an input on which a notebook must not err, of %s${missing}`,
  (_, cases) => {
    test.each(cases.map((one) => [one.name, one] as const))("%s", async (_, { held }) => {
      expect(await held(caseFolder)).toBe(null);
    });
  },
);

test.skipIf(!hasCases)(`no folder is left without a case${missing}`, () => {
  expect(foldersWithout(caseFolder)).toEqual([]);
});
