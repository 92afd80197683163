import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { fileCases } from "./files.ts";

// Where the folder is not there, `test/files/kinds.test.ts` still has the same faults in texts of its own.
const folder = fileURLToPath(new URL("../../../shared/cases", import.meta.url));

describe.skipIf(!existsSync(folder))("a file on which a notebook must not err", () => {
  test.each(fileCases.map((one) => [one.name, one] as const))("%s", async (_, { held }) => {
    expect(await held(folder)).toBe(null);
  });
});
