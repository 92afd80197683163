import { evidence } from "./evidence.ts";
import { announce, listen } from "./height.ts";
import { carry, openOutside, restore, setTheme } from "./state.ts";
import { addStyle } from "./style.ts";

/** One part that fails leaves the others, and the figure as it was without a script. */
function attempt(part: () => void): void {
  try {
    part();
  } catch (error) {
    console.warn("fadu:", error);
  }
}

/** Adds to a static figure page what a script can: it loads nothing and stores nothing. */
export function enhance(window: Window): void {
  const { document } = window;
  for (const part of [restore, addStyle, evidence, carry, openOutside])
    attempt(() => part(document));
  attempt(() => {
    const say = announce(window);
    listen(window, (message) => {
      if (message.type === "fadu:theme") setTheme(document, message.theme);
      else say(true);
    });
  });
  document.documentElement.dataset["frame"] = "live";
}
