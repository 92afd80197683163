import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  contentSecurityPolicy,
  headersFile,
  isSandbox,
  permissionsPolicy,
  securityHeaders,
} from "../../scripts/vite/policy.ts";
import { figurePolicy } from "../../src/publish/package/page.ts";

const directives = (policy: string) =>
  new Map(
    policy
      .split(/;\s*/)
      .map((part) => part.split(" "))
      .map(([name = "", ...values]) => [name, values] as const),
  );

describe("the policies of our pages", () => {
  it.each([
    ["page", contentSecurityPolicy],
    ["figure", figurePolicy],
  ])("of a %s begin with nothing and name no foreign host and no evaluated text", (_, policy) => {
    const known = directives(policy);
    expect(known.get("default-src")).toEqual(["'none'"]);
    const values = [...known].flatMap(([name, list]) =>
      list.filter((value) => /-src/.test(name) && !/^('(self|none)'|data:|blob:)$/.test(value)),
    );
    // Style stands in the page; WebAssembly is compiled, and no text.
    expect(values.toSorted().filter((v) => v !== "'unsafe-inline'")).toEqual(
      policy === figurePolicy ? [] : ["'wasm-unsafe-eval'"],
    );
    expect(known.get("script-src")).not.toContain("'unsafe-inline'");
    expect(known.get("require-trusted-types-for")).toEqual(["'script'"]);
    expect(known.get("trusted-types")).toHaveLength(1);
  });

  it("leave a reader's devices alone, and the clipboard to be written by us only", () => {
    const features = permissionsPolicy.split(", ");
    expect(features.filter((feature) => !feature.endsWith("=()"))).toEqual([
      "clipboard-write=(self)",
    ]);
    expect(new Set(features).size).toBe(features.length);
  });
});

describe("the headers for static hosts", () => {
  const file = readFileSync(new URL("../../public/_headers", import.meta.url), "utf8");

  it("are those of our server (npx tsx scripts/headers.ts)", () => {
    expect(file).toBe(headersFile());
    for (const [name, value] of Object.entries(securityHeaders))
      if (name !== "Content-Security-Policy") expect(file).toContain(`\n  ${name}: ${value}\n`);
  });

  it("lay no policy of the page over the frame of cells, which makes functions of text", () => {
    const blocks = file.split("\n\n").map((block) => block.trim().split("\n"));
    const policies = blocks.filter((block) => block.some((line) => /Content-Security/.test(line)));
    expect(policies.map(([path = ""]) => isSandbox(path.replace("*", "0a1b.html")))).toEqual([
      true,
    ]);
  });
});
