import { untilEditing, write } from "./support/edit.ts";
import { expect, test } from "./support/test.ts";

test("a JavaScript cell draws, hears the reader's mouse and keys, and keeps the caret", async ({
  page,
}) => {
  await page.goto("en/introduction/#edit");
  await untilEditing(page);
  const id = "share-of-bureau";
  const output = page.frameLocator(`[data-cell="${id}"] iframe`);
  const cell = (text: string) =>
    write(page, id, text).then(() => page.keyboard.press("Control+Enter"));

  await cell(`const input = view(Inputs.text({ label: "a", value: "x" }));
    const said = html\`<output>\`;
    const form = document.querySelector("form");
    form.addEventListener("input", () => (said.textContent = "said " + form.value));
    display(said);
    const radio = Inputs.radio(["p", "q"], { value: "p" });
    radio.addEventListener("input", () => (said.textContent = "chosen " + radio.value));
    display(radio);
    return input`);
  await output.locator("input").first().click();
  await page.keyboard.type("yz");
  await expect(output.locator("output")).toHaveText("said xyz");
  await expect(output.locator("input").first()).toBeFocused();
  await output.locator("input[type=radio]").last().check();
  await expect(output.locator("output")).toHaveText("chosen q");

  await cell(
    `Plot.dot([[1, 1], [2, 3], [3, 2]], { r: 9, tip: true }).plot({ width: 400, height: 200 })`,
  );
  // The drawing around a hollow circle is what the mouse is over.
  await output.locator("circle").nth(1).hover({ force: true });
  await expect(output.locator("[aria-label=tip] text")).toContainText("3");
});
