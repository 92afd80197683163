import { describe, expect, it } from "vitest";
import { commandOf, isKey, keyTable, keyText, type Key } from "../../src/editor/keys.ts";

const press = (
  key: string,
  held: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", boolean>> = {},
  code = "",
) => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe("the keys of the editor", () => {
  it("are heard with exactly the keys held that they name", () => {
    expect(isKey(press("Enter", { shiftKey: true }), "Shift-Enter")).toBe(true);
    expect(isKey(press("Enter"), "Shift-Enter")).toBe(false);
    expect(isKey(press("Enter", { shiftKey: true, ctrlKey: true }), "Shift-Enter")).toBe(false);
    expect(isKey(press("z", { ctrlKey: true }), "Mod-z")).toBe(true);
    expect(isKey(press("z", { metaKey: true }), "Mod-z")).toBe(true);
    expect(isKey(press("Z", { ctrlKey: true, shiftKey: true }), "Mod-z")).toBe(false);
  });

  it("are told by their place where Alt makes another sign of them", () => {
    expect(isKey(press("Ï", { altKey: true, shiftKey: true }, "KeyF"), "Shift-Alt-f")).toBe(true);
  });

  it("leave a letter alone where text is typed", () => {
    expect(commandOf(press("a"), ["cell"])).toBeNull();
    expect(commandOf(press("a"), ["cell", "on_cell"])).toBe("addAbove");
    expect(commandOf(press("?", { shiftKey: true }), ["cell", "on_cell"])).toBe("help");
  });

  it("mean one thing each at one place", () => {
    const all = Object.values(keyTable) as Key[];
    const names = all.flatMap(({ keys, place }) => keys.map((key) => `${place} ${key}`));
    expect(new Set(names).size).toBe(names.length);
    const heardTogether = all
      .filter(({ place }) => place !== "on_cell")
      .flatMap(({ keys }) => keys);
    expect(new Set(heardTogether).size).toBe(heardTogether.length);
  });

  it("are written as on the keyboard of the reader", () => {
    expect(keyText("Mod-Shift-z")).toBe("Ctrl+Shift+Z");
    expect(keyText("Mod-Enter", { mac: true })).toBe("⌘ Enter");
    expect(keyText("Alt-ArrowUp")).toBe("Alt+↑");
  });
});
