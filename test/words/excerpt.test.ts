import fc from "fast-check";
import { expect, it } from "vitest";
import { excerpt, excerptText, isRest, parted } from "../../src/words/index.ts";

it("loses nothing of a list that it does not count", () => {
  fc.assert(
    fc.property(fc.array(fc.anything()), fc.nat(20), (items, most) => {
      const { shown, rest } = parted(excerpt(items, most));
      expect(shown).toEqual(items.slice(0, shown.length));
      expect(shown.length + (rest?.left ?? 0)).toBe(items.length);
      if (rest) expect(rest.total).toBe(items.length);
    }),
  );
});

it("shows at most so many, or one more where only that one would be hidden", () => {
  fc.assert(
    fc.property(fc.nat(50), fc.nat(20), (count, most) => {
      const list = excerpt(Array.from({ length: count }, String), most);
      expect(list.filter((one) => !isRest(one))).toHaveLength(count <= most + 1 ? count : most);
      for (const one of list) if (isRest(one)) expect(one.left).toBeGreaterThanOrEqual(2);
    }),
  );
});

it("takes no object of a list for what it left out, whatever it is called", () => {
  expect(isRest({ left: 3, total: 4 })).toBe(false);
});

it("says in a sentence how many names there are in all", () => {
  const names = ["a", "b", "c", "d", "e"];
  expect(excerptText(names, 3, "zh")).toBe("a、b、c等5个");
  expect(excerptText(names, 3, "en")).toBe("a, b, c and others, 5 in all");
  expect(excerptText(names, 4, "zh")).toBe("a、b、c、d、e");
});
