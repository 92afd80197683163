import { sandboxCodeUrl, sandboxUrl } from "virtual:fadu-sandbox";
import { createSandbox, type Theme } from "../../sandbox/index.ts";
import type { Sandboxes } from "../../runtime/index.ts";

/** What runs in sandboxes, loaded once for all of them; asked for again where it did not come. */
function codeLoader(): () => Promise<Blob> {
  let loading: Promise<Blob> | null = null;
  const load = async (): Promise<Blob> => {
    const response = await fetch(sandboxCodeUrl);
    if (!response.ok) throw new Error(`missing file: ${sandboxCodeUrl} (${response.status})`);
    return response.blob();
  };
  return () => {
    loading ??= load();
    loading.catch(() => (loading = null));
    return loading;
  };
}

/** The page's sandboxes, in the page's theme: the reader's choice, else the system's. */
export function createSandboxes(document: Document): Sandboxes {
  const code = codeLoader();
  const root = document.documentElement;
  const dark = document.defaultView?.matchMedia("(prefers-color-scheme: dark)");
  const theme = (): Theme => {
    const chosen = root.dataset["theme"];
    if (chosen === "light" || chosen === "dark") return chosen;
    return dark?.matches ? "dark" : "light";
  };
  const listeners = new Set<() => void>();
  let last = theme();
  const tell = (): void => {
    if (theme() === last) return;
    last = theme();
    for (const listener of listeners) listener();
  };
  new MutationObserver(tell).observe(root, { attributeFilter: ["data-theme"] });
  dark?.addEventListener("change", tell);
  return {
    open: (options) => createSandbox({ ...options, document, url: sandboxUrl, code }),
    theme,
    onTheme(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
