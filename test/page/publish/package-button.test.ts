import { JSDOM } from "jsdom";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { FigurePackage } from "../../../src/page/publish/package.ts";
import {
  packageButton,
  type PackageButtonOptions,
} from "../../../src/page/publish/package-button.ts";
import { embedText } from "../../../src/words/embed.ts";
import { builder } from "../../../src/dom/index.ts";

const taken: FigurePackage = { name: "fadu-c-01234567.zip", zip: new Blob(["x"]), hasPng: true };

function shown(make: PackageButtonOptions["make"]) {
  const { document } = new JSDOM("<!doctype html>").window;
  const element = packageButton({
    build: builder(document),
    say: (key, ...values) => embedText("en", key, ...values),
    make,
  });
  const button = element.querySelector<HTMLElement>("[data-action=download-package]");
  if (!button) throw new Error("missing button");
  return { button, text: () => element.querySelector("[role=status]")?.textContent ?? "" };
}

describe("the button for a package", () => {
  afterEach(() => vi.restoreAllMocks());

  it("says what is done, hands over one file under its name, and says so", async () => {
    vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:x");
    let resolve: (made: FigurePackage) => void = () => {};
    const promise = new Promise<FigurePackage>((done) => (resolve = done));
    const make = vi.fn((onProgress: (step: "packing", share: number) => void) => {
      onProgress("packing", 0.47);
      return promise;
    });
    const { button, text } = shown(make);
    button.click();
    expect(text()).toBe("Packing: 40%");
    button.click();
    expect(make).toHaveBeenCalledTimes(1);
    resolve(taken);
    await vi.waitFor(() => expect(text()).toBe("Saved as “fadu-c-01234567.zip”."));
    expect(button.getAttribute("aria-disabled")).toBeNull();
  });

  it("says why there is none, and can be pressed again", async () => {
    const make = vi.fn(() => Promise.reject(new Error("unknown type: pie")));
    const { button, text } = shown(make);
    button.click();
    await vi.waitFor(() =>
      expect(text()).toBe("The package could not be made; try again. (unknown type: pie)"),
    );
    button.click();
    await vi.waitFor(() => expect(make).toHaveBeenCalledTimes(2));
  });
});
