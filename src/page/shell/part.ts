import { builder, isLostPart } from "../../dom/index.ts";
import { languageOf } from "../../words/locale.ts";

/** Stands beside the first script, which carries no other words. */
const words = {
  zh: {
    lost: "本页有一部分没有载入：网络断了，或者本站刚换了新版。已经显示的仍可阅读，已保存的笔记本都在；刷新后再试。",
    reload: "刷新本页",
  },
  en: {
    lost: "A part of this page could not be loaded: the network is down, or there is a new version of this site. What is shown can still be read, and saved notebooks are kept; reload and try again.",
    reload: "Reload the page",
  },
} as const;

/**
 * Says it in words where a part of the page that is loaded when it is wanted does not come,
 * whoever wanted it. Leaving is safe: a page that holds something unsaved asks first.
 */
export function watchParts(document: Document): void {
  const { defaultView: window } = document;
  window?.addEventListener("vite:preloadError", () => say(document));
  window?.addEventListener("unhandledrejection", (event) => {
    if (!isLostPart(event.reason)) return;
    say(document);
    event.preventDefault();
  });
}

function say(document: Document): void {
  const { html } = builder(document);
  const text = words[languageOf(document.documentElement.lang)];
  const reload = html("button", { type: "button", "data-action": "reload" }, text.reload);
  reload.addEventListener("click", () => document.defaultView?.location.reload());
  const attributes = { class: "problem", "data-notice": "part", role: "alert" };
  document.querySelector("[data-notice=part]")?.remove();
  document.querySelector(".notices")?.append(html("p", attributes, text.lost, " ", reload));
}
