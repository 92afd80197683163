import type { Variant } from "../../charts/index.ts";

/** Below this width of its place a chart is drawn for a phone. */
const NARROW_BELOW = 560;

export function variantFor(container: Element): Variant {
  return container.getBoundingClientRect().width < NARROW_BELOW ? "narrow" : "wide";
}

/** Tells when the place of a cell passes the width at which its drawing changes. */
export function watchWidths(onVariant: (id: string, variant: Variant) => void): ResizeObserver {
  const last = new WeakMap<Element, Variant>();
  return new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const variant = variantFor(target);
      if (last.has(target) && last.get(target) !== variant)
        onVariant(target.getAttribute("data-cell") ?? "", variant);
      last.set(target, variant);
    }
  });
}
