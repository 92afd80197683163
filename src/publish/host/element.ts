import { frameSandbox, hear, heightAt, readHeight } from "../figure-page/index.ts";

/** `!important` within a shadow root wins over that of the host's own style. */
const styleOf = (height: number, isReady: boolean) =>
  `:host{display:block!important;position:relative!important;padding:0!important;border:0!important;max-height:none!important;${
    isReady ? "" : "min-"
  }height:${height}px!important}iframe{position:absolute;inset:0;width:100%;height:100%;border:0}${
    isReady ? "slot{display:none}" : "iframe{visibility:hidden}"
  }`;

/**
 * `<fadu-figure src="…/embed/ID/">`: a figure in a frame without rights on its host. What stands
 * in the element is shown until the figure has said its height, and stays where it never does.
 * Attributes: `src`, `lang` (`en`), `theme` (`light`, `dark`), `title`, `figure` (the id that the
 * frame must name; default as in `src`) and `heights` (`0 980, 320 720`: kept free from each width on).
 */
export class FaduFigure extends HTMLElement {
  static readonly observedAttributes = ["src", "lang", "theme"];
  #frame: HTMLIFrameElement | undefined;
  #sheet = new CSSStyleSheet();
  #said = 0;
  #named: string | null = null;
  #observer = new ResizeObserver(() => this.#size());

  connectedCallback(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [this.#sheet];
    this.#open();
    this.#observer.observe(this);
    addEventListener("message", this);
  }

  disconnectedCallback(): void {
    this.#observer.disconnect();
    removeEventListener("message", this);
  }

  attributeChangedCallback(name: string): void {
    if (!this.#frame) return;
    const theme = this.getAttribute("theme") ?? "auto";
    if (name !== "theme") this.#open();
    // The frame has no origin that could be named.
    else this.#frame.contentWindow?.postMessage({ type: "fadu:theme", version: 1, theme }, "*");
  }

  handleEvent(event: MessageEvent<unknown>): void {
    const height = hear(event, this.#frame?.contentWindow, (data) =>
      readHeight(data, this.getAttribute("figure") ?? this.#named),
    );
    if (!height) return;
    this.#said = height;
    this.#size();
  }

  #open(): void {
    this.#said = 0;
    const url = new URL(this.getAttribute("src") ?? "", document.baseURI);
    const isEnglish = this.lang === "en" && !url.pathname.endsWith("/en/");
    const address = new URL(isEnglish ? "en/" : "", url);
    const theme = this.getAttribute("theme");
    if (theme) address.searchParams.set("theme", theme);
    const frame = (this.#frame = document.createElement("iframe"));
    frame.title = this.title || this.querySelector("img")?.alt || "Fadu";
    frame.loading = "lazy";
    frame.referrerPolicy = "no-referrer";
    frame.sandbox = frameSandbox;
    this.#size();
    // Anything but a page could run as a script of the host.
    if (!/^(https?|file):/.test(address.href)) return;
    this.#named = /\/embed\/([^/]+)/.exec((frame.src = address.href))?.[1] ?? null;
    this.shadowRoot?.replaceChildren(document.createElement("slot"), frame);
  }

  #size(): void {
    const kept = heightAt(this.getAttribute("heights") ?? "", this.clientWidth);
    this.#sheet.replaceSync(styleOf(Math.max(kept, this.#said), this.#said > 0));
  }
}

/** Makes the element known; a second script of the same page changes nothing. */
export function define(): void {
  if (!customElements.get("fadu-figure")) customElements.define("fadu-figure", FaduFigure);
}
