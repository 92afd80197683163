import { builder } from "../../dom/index.ts";
import type { Language } from "../../domain/index.ts";
import { say } from "../../words/index.ts";

/** Says what went wrong at the top of the page, until the reader dismisses it. */
export function notice(document: Document, language: Language, key: string, message: string): void {
  const { html } = builder(document);
  const place = document.querySelector(".notices");
  if (!place || place.querySelector(`[data-notice="${CSS.escape(key)}"]`)) return;
  const dismiss = html("button", { type: "button" }, say(language, "app.dismiss"));
  const element = html(
    "p",
    { class: "problem", "data-notice": key, role: "alert" },
    message,
    dismiss,
  );
  dismiss.addEventListener("click", () => element.remove());
  place.append(element);
}
