import { builder } from "../../dom/index.ts";
import { EngineError, type EngineState, type Progress } from "../../engine/index.ts";
import type { Language } from "../../domain/index.ts";
import { isWord, say } from "../../words/index.ts";

/** What an error says to a reader, in the reader's language. */
export function errorText(language: Language, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof EngineError ? `error.${error.code}` : "error.unknown";
  const file = /[\w.-]+\.(?:arrow|json|bin|js)/.exec(message)?.[0] ?? message;
  return say(language, isWord(code) ? code : "error.unknown", file);
}

export interface Status {
  readonly element: HTMLElement;
  state(state: EngineState, error: unknown): void;
  progress(progress: Progress): void;
  setLanguage(language: Language): void;
}

const MB = 1_000_000;

/** The state of the engine in words, with a bar while it loads and a button where it failed. */
export function status(document: Document, language: Language, onStart: () => void): Status {
  const { html } = builder(document);
  const text = html("span", { role: "status" });
  const bar = html("progress", { hidden: true, "aria-label": say(language, "engine.loading") });
  const button = html("button", { type: "button", "data-action": "run", hidden: true });
  const element = html("div", { class: "engine" }, text, bar, button);
  button.addEventListener("click", onStart);
  let current: EngineState = "idle";
  let failure: unknown = null;
  const render = (): void => {
    element.dataset["state"] = current;
    bar.hidden = current !== "loading";
    button.hidden = current === "ready" || current === "loading";
    button.textContent = say(language, current === "failed" ? "engine.retry" : "engine.start");
    text.textContent =
      current === "failed"
        ? say(language, "engine.failed", errorText(language, failure))
        : say(language, `engine.${current}`);
  };
  render();
  return {
    element,
    state(next, error) {
      current = next;
      failure = error;
      document.documentElement.dataset["engine"] = next;
      bar.removeAttribute("value");
      render();
    },
    progress({ loaded, total }) {
      if (current !== "loading" || total <= 0) return;
      bar.max = total;
      bar.value = loaded;
      text.textContent = say(
        language,
        "engine.loading.bytes",
        (loaded / MB).toFixed(1),
        (total / MB).toFixed(1),
      );
    },
    setLanguage(next) {
      language = next;
      render();
    },
  };
}
