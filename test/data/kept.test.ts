import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { keptIn } from "../../scripts/vite/kept.ts";

const folder = mkdtempSync(join(tmpdir(), "fadu-kept-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);

describe("results kept between builds", () => {
  it("are made once for the same input, in one build and the next", async () => {
    let made = 0;
    const make = () => Promise.resolve(bytes(`made ${(made += 1)}`));
    const first = keptIn(folder);
    const [a, b] = await Promise.all([first.of(["x", "1"], make), first.of(["x", "1"], make)]);
    expect([...a]).toEqual([...b]);
    const again = await keptIn(folder).of(["x", "1"], make);
    expect([new TextDecoder().decode(again), made]).toEqual(["made 1", 1]);
  });

  it("are others where any part of the input is, and where it is parted otherwise", async () => {
    const kept = keptIn(folder);
    const texts = [["ab", "c"], ["a", "bc"], ["abc"], ["ab", "c", ""]];
    const found = await Promise.all(
      texts.map((from, i) => kept.of(from, () => Promise.resolve(bytes(String(i))))),
    );
    expect(found.map((one) => new TextDecoder().decode(one))).toEqual(["0", "1", "2", "3"]);
  });

  it("go when a build no longer asks for them", async () => {
    const first = keptIn(folder);
    await first.of(["old"], () => Promise.resolve(bytes("old")));
    await first.of(["same"], () => Promise.resolve(bytes("same")));
    const second = keptIn(folder);
    await second.of(["same"], () => Promise.resolve(bytes("other")));
    second.sweep();
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it("of work that failed are not kept", async () => {
    const kept = keptIn(folder);
    const failing = kept.of(["f"], () => Promise.reject(new Error("no room")));
    await expect(failing).rejects.toThrow("no room");
    expect(readdirSync(folder)).toEqual([]);
    const next = await keptIn(folder).of(["f"], () => Promise.resolve(bytes("ok")));
    expect(new TextDecoder().decode(next)).toBe("ok");
  });
});
