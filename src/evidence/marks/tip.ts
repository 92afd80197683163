import { boxOf, markOf, type Mark } from "./marks.ts";

/** Between a mark and its tip, in px. */
const GAP = 8;

/**
 * A pointer that passes goes through a tip to the marks below it; where it rests, it can go onto the
 * tip, over a strip that bridges the gap and the round end of a mark. The names of colours are those
 * of the page.
 */
const style = `
.tip{position:fixed;z-index:30;max-inline-size:min(20rem,100%);inline-size:max-content;padding:.4rem .6rem;
background:var(--ink,#1b1d1f);color:var(--paper,#fff);font-size:.8125rem;line-height:1.45;border-radius:3px;
overflow-wrap:anywhere;animation:tip-passed .3s}
.tip[hidden]{display:none}
.tip::before{content:"";position:absolute;z-index:-1;inset:-${GAP + 4}px 0}
.tip span{display:block}
.tip span:first-child{font-weight:600}
@keyframes tip-passed{from,to{pointer-events:none}}
@media (forced-colors:active){.tip{border:1px solid}}
@media print{.tip{display:none}}
`;

/** Where a tip stands: above its mark where there is room, and never past an edge of the frame. */
export function placeTip(
  anchor: Pick<DOMRect, "left" | "right" | "top" | "bottom">,
  tip: { readonly width: number; readonly height: number },
  frame: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } {
  const clamp = (value: number, max: number) => Math.max(0, Math.min(value, max));
  const above = anchor.top - tip.height - GAP;
  const wanted = above >= 0 ? above : anchor.bottom + GAP;
  return {
    left: clamp((anchor.left + anchor.right - tip.width) / 2, frame.width - tip.width),
    top: clamp(wanted, frame.height - tip.height),
  };
}

function tipIn(document: Document): HTMLElement {
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  // The mark's own name says the same.
  tip.setAttribute("aria-hidden", "true");
  const sheet = document.createElement("style");
  sheet.textContent = style;
  document.body.append(sheet, tip);
  return tip;
}

/** Shows a mark's name line by line, as texts. */
function fill(tip: HTMLElement, name: string): void {
  const lines = name.split(/[；;] ?/).map((line) => {
    const span = tip.ownerDocument.createElement("span");
    span.textContent = line;
    return span;
  });
  tip.replaceChildren(...lines);
}

function stand(tip: HTMLElement, mark: Mark): void {
  // Measured while it is hidden, it is a new tip, through which a pointer can pass.
  tip.hidden = true;
  const anchor = boxOf(mark);
  // In its old place it might be too narrow to be measured.
  tip.style.left = tip.style.top = "0";
  tip.hidden = false;
  const { clientWidth: width, clientHeight: height } = tip.ownerDocument.documentElement;
  const { left, top } = placeTip(anchor, tip.getBoundingClientRect(), { width, height });
  tip.style.left = `${left}px`;
  tip.style.top = `${top}px`;
}

/**
 * A tip says the name of the mark under pointer, finger or focus. It stays until that leaves the
 * mark and the tip, or Escape takes it away (WCAG 2.2, 1.4.13).
 * @returns hides the tip: all of them, or of a mark that is no longer there
 */
export function tips(document: Document): { hide(): void; hideLost(): void } {
  const tip = tipIn(document);
  let shown: Mark | null = null;
  let pointed: Mark | null = null;
  let dismissed: Mark | null = null;
  const show = (mark: Mark | null): void => {
    const name = mark?.getAttribute("aria-label");
    shown = name ? mark : null;
    tip.hidden = true;
    if (!mark || !name) return;
    fill(tip, name);
    stand(tip, mark);
  };
  const hide = (): void => show(null);
  // The focus that a closed panel gives back to a mouse is not one to speak of.
  const focused = (): Mark | null =>
    document.activeElement?.matches(":focus-visible") ? markOf(document.activeElement) : null;
  const point = (target: Element | null): void => {
    const mark = markOf(target);
    if (mark === pointed || tip.contains(target)) return;
    pointed = mark;
    const kept = focused();
    show(mark ?? (kept === dismissed ? null : kept));
  };
  document.addEventListener("pointerover", ({ target }) => point(target as Element));
  // A finger keeps the mark that it began on; what lies below it now is what it shows.
  document.addEventListener("pointermove", ({ pointerType, clientX, clientY }) => {
    if (pointerType === "touch") point(document.elementFromPoint(clientX, clientY));
  });
  // A finger that is lifted has not gone elsewhere.
  document.documentElement.addEventListener("pointerleave", ({ pointerType }) => {
    if (pointerType !== "touch") point(null);
  });
  document.addEventListener("focusin", () => {
    dismissed = null;
    if (focused()) show(focused());
  });
  document.addEventListener("focusout", () => {
    if (shown !== pointed) hide();
  });
  // The focus may have scrolled the page itself, or a frame in it: its tip goes along.
  const follow = ({ target }: Event): void => {
    if (!shown || !(target as Node).contains(shown)) return;
    pointed = null;
    show(shown === focused() ? shown : null);
  };
  document.addEventListener("scroll", follow, { passive: true, capture: true });
  tip.addEventListener("click", hide);
  // Before a panel gives the focus back, which shows a tip anew.
  const escape = ({ key }: KeyboardEvent): void => {
    if (key !== "Escape") return;
    dismissed = focused();
    hide();
  };
  document.addEventListener("keydown", escape, { capture: true });
  return { hide, hideLost: () => void (shown?.isConnected === false && hide()) };
}
