import { hear } from "./ear.ts";
import { heightMessages, readHostMessage, type HostMessage } from "./protocol.ts";

/** Where a figure stands: the window of its host, or null on a page of its own. */
function hostOf(window: Window): Window | null {
  return window.parent === window ? null : window.parent;
}

/** Says the page's height to the host: at once, at every change, and again when asked to. */
export function announce(window: Window): (isAsked?: boolean) => void {
  const { document } = window;
  const host = hostOf(window);
  const figure = document.documentElement.dataset["figure"] ?? "";
  let said = -1;
  const say = (isAsked = false): void => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (!host || (height === said && !isAsked)) return;
    said = height;
    // Who embeds the figure is not known, and a height is no secret.
    for (const message of heightMessages(figure, height, window.location.href))
      host.postMessage(message, "*");
  };
  if (!host) return say;
  new ResizeObserver(() => say()).observe(document.documentElement);
  say();
  return say;
}

/** Listens to the host alone, and to what it may say alone. */
export function listen(window: Window, onMessage: (message: HostMessage) => void): void {
  window.addEventListener("message", (event: MessageEvent<unknown>) => {
    const message = hear(event, hostOf(window), readHostMessage);
    if (message) onMessage(message);
  });
}
