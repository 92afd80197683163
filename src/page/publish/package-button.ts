import { saveAs, type Builder } from "../../dom/index.ts";
import type { FigurePackage, PackageOptions } from "./package.ts";
import type { Say } from "../../words/embed.ts";

type Progress = PackageOptions["onProgress"];

export interface PackageButtonOptions {
  readonly build: Builder;
  readonly say: Say;
  /** Makes the package; its code is loaded with the first call. */
  readonly make: (onProgress: Progress) => Promise<FigurePackage>;
}

/** A button that makes the package and hands it over, with a line that says how far it is. */
export function packageButton({ build, say, make }: PackageButtonOptions): HTMLElement {
  const { html, document } = build;
  const button = html("button", { type: "button", "data-action": "download-package" }, say("take"));
  const status = html("p", { role: "status", class: "note" });
  const progress: Progress = (step, share) => {
    const text = say(`take.${step}`, Math.floor(share * 10) * 10);
    // A screen reader repeats what is set, even where it is the same.
    if (status.textContent !== text) status.textContent = text;
  };
  const run = async (): Promise<void> => {
    // Stays in the order of focus, unlike a disabled one.
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    status.className = "note";
    try {
      const { name, zip, hasPng } = await make(progress);
      saveAs(document)(zip, name);
      status.textContent = say(hasPng ? "taken" : "taken.no_png", name);
    } catch (error) {
      status.className = "problem";
      status.textContent = say("take.failed", error instanceof Error ? error.message : "");
    } finally {
      button.removeAttribute("aria-disabled");
    }
  };
  button.addEventListener("click", () => void run());
  return html(
    "section",
    { class: "embed-package" },
    html("p", {}, say("take.text")),
    button,
    status,
  );
}
