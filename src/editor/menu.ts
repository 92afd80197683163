import type { Builder } from "../dom/index.ts";

export interface MenuItem {
  readonly label: string;
  /** Keys that do the same, as one reads them. */
  readonly keys?: string;
  readonly disabled?: boolean;
  readonly act: () => void;
}

export interface MenuButtonOptions {
  /** What the button shows, and its accessible name where that is a sign only. */
  readonly text: string;
  readonly label?: string;
  readonly action?: string;
  /** Asked when the menu opens. */
  readonly items: () => readonly MenuItem[];
}

/** A button with a menu, after the ARIA pattern: arrow keys, Home, End, letters, Escape. */
export function menuButton(build: Builder, options: MenuButtonOptions): HTMLElement {
  const { html } = build;
  const { text, label, action } = options;
  const button = html(
    "button",
    {
      type: "button",
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      "aria-label": label ?? null,
      title: label ?? null,
      "data-action": action ?? null,
    },
    text,
  );
  const element = html("span", { class: "menu" }, button);
  let close: (() => void) | null = null;
  const open = (last = false): void => {
    close?.();
    close = openMenu(build, element, button, options, last, () => (close = null));
  };
  button.addEventListener("click", () => (close ? close() : open()));
  button.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    open(event.key === "ArrowUp");
  });
  return element;
}

function itemElement({ html }: Builder, { label, keys, disabled }: MenuItem): HTMLElement {
  return html(
    "li",
    { role: "menuitem", tabindex: -1, "aria-disabled": disabled ? "true" : null },
    html("span", {}, label),
    keys === undefined ? null : html("kbd", { "aria-hidden": "true" }, keys),
  );
}

function openMenu(
  build: Builder,
  parent: HTMLElement,
  button: HTMLElement,
  options: MenuButtonOptions,
  last: boolean,
  onClose: () => void,
): () => void {
  const { document } = build;
  const items = options.items();
  const elements = items.map((item) => itemElement(build, item));
  const label = options.label ?? options.text;
  const list = build.html("ul", { role: "menu", "aria-label": label }, elements);
  const close = (): void => {
    document.removeEventListener("pointerdown", outside, true);
    list.remove();
    button.setAttribute("aria-expanded", "false");
    onClose();
  };
  const outside = ({ target }: Event): void => {
    if (target instanceof Node && !parent.contains(target)) close();
  };
  const choose = (element: Element | null): void => {
    const item = items[elements.findIndex((one) => one === element)];
    if (!item || item.disabled) return;
    close();
    button.focus();
    item.act();
  };
  const go = (index: number): void => elements.at(index % elements.length)?.focus();
  list.addEventListener("keydown", (event) => {
    const at = elements.findIndex((one) => one === document.activeElement);
    event.stopPropagation();
    const act = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      Home: () => go(0),
      End: () => go(-1),
      Enter: () => choose(document.activeElement),
      " ": () => choose(document.activeElement),
      Escape: () => {
        close();
        button.focus();
      },
    }[event.key];
    if (event.key === "Tab") close();
    if (!act) return;
    event.preventDefault();
    act();
  });
  list.addEventListener("click", ({ target }) =>
    choose(target instanceof Element ? target.closest("[role=menuitem]") : null),
  );
  document.addEventListener("pointerdown", outside, true);
  parent.append(list);
  button.setAttribute("aria-expanded", "true");
  keepInside(list, document);
  go(last ? -1 : 0);
  return close;
}

/** Opens towards the side where there is room. */
function keepInside(list: HTMLElement, document: Document): void {
  const { right, bottom, height, top } = list.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  if (right > clientWidth - 8) list.classList.add("to-left");
  if (bottom > clientHeight - 8 && top > height + 48) list.classList.add("to-top");
}
