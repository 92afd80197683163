import { boxOf, markOf } from "./marks.ts";

const GAP = 6;

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

/** A tip that shows, line by line, the accessible name of the mark under pointer, finger or focus. */
export function tips(document: Document): void {
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  // The mark's own name says the same.
  tip.setAttribute("aria-hidden", "true");
  document.body.append(tip);
  const show = (target: EventTarget | null): void => {
    const mark = markOf(target);
    const name = mark?.getAttribute("aria-label");
    tip.hidden = !name;
    if (!mark || !name) return;
    tip.replaceChildren(
      ...name.split(/[；;] ?/).map((line) => {
        const span = document.createElement("span");
        span.textContent = line;
        return span;
      }),
    );
    // In its old place it might be too narrow to be measured.
    tip.style.left = tip.style.top = "0";
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const place = placeTip(boxOf(mark), tip.getBoundingClientRect(), { width, height });
    tip.style.left = `${place.left}px`;
    tip.style.top = `${place.top}px`;
  };
  for (const type of ["pointerover", "pointerdown"])
    document.addEventListener(type, ({ target }) => show(target));
  // The focus that a closed panel gives back to a mouse is not one to speak of.
  const isFocused = (target: EventTarget | null) =>
    target instanceof Element && target.matches(":focus-visible");
  document.addEventListener("focusin", ({ target }) => {
    if (isFocused(target)) show(target);
  });
  // A finger keeps the mark that it began on; what lies below it now is what it shows.
  document.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch")
      show(document.elementFromPoint(event.clientX, event.clientY));
  });
  const hide = (): void => void (tip.hidden = true);
  // The focus may have scrolled the page itself: its tip goes along.
  const follow = (): void => {
    const { activeElement } = document;
    if (!tip.hidden && isFocused(activeElement)) show(activeElement);
    else hide();
  };
  document.addEventListener("scroll", follow, { passive: true });
  document.addEventListener("click", hide);
  document.documentElement.addEventListener("pointerleave", hide);
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") hide();
  });
}
