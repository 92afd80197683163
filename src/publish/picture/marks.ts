import { compile } from "stylis";

/**
 * The page's rules for what is drawn in SVG, as they stand in its style sheet, in the order of the
 * cascade: a picture that leaves the page has no style sheet, so each rule becomes attributes of
 * what it matches. `test/publish/picture/marks.test.ts` holds both texts together.
 */
export const marks = `
.fadu-plot [aria-label^="x-grid"] { stroke: var(--grid); }
.fadu-plot [aria-label^="x-axis"] { fill: var(--quiet); }
.fadu-plot text { fill: var(--ink); font-size: 14px; }
.fadu-plot [aria-label^="x-axis"] text { font-size: 12px; fill: var(--quiet); }
.fadu-plot .region { font-weight: 600; }
.fadu-plot .detail { font-size: 12px; fill: var(--quiet); }
.fadu-plot .header { font-size: 12px; font-weight: 600; fill: var(--quiet); }
.fadu-plot .header.panel { fill: var(--ink); }
.fadu-plot .value { font-weight: 600; paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; }
.fadu-plot .rule { stroke: var(--line); }
.fadu-plot .leader { stroke: var(--line); stroke-width: 1.5; }
.fadu-plot .guide { stroke: var(--line); stroke-dasharray: 1 4; }
.fadu-plot .change { stroke: var(--accent); stroke-width: 2.5; }
.fadu-plot .delta text { font-size: 12px; }
.fadu-plot .reach { fill: none; stroke: var(--accent); stroke-width: 1.25; }
:is(.fadu-plot, .symbol) .bound { fill: none; stroke: var(--accent); stroke-width: 1.75; }
:is(.fadu-plot, .symbol) .dashes { stroke-dasharray: 2 4; }
.fadu-plot .tick { stroke: var(--line); }
.fadu-plot .zero { stroke: var(--quiet); }
.fadu-plot .law-line { stroke: var(--warning); stroke-dasharray: 1 3; stroke-width: 1.5; }
.fadu-plot .law text { fill: var(--warning); font-size: 12px; }
.fadu-plot .span { stroke: var(--accent); stroke-width: 2.5; opacity: 0.45; }
.fadu-plot .span.open { stroke-dasharray: 3 3; }
.fadu-plot .joint { stroke: var(--accent); stroke-width: 1.75; }
.fadu-plot .cut { stroke: var(--warning); stroke-width: 2; fill: none; }
.fadu-plot .cut-ground { fill: var(--paper); }
.fadu-plot .cut-word { fill: var(--warning); font-size: 12px; }
.fadu-plot .ghost { stroke: var(--warning); stroke-width: 1.25; stroke-dasharray: 0.1 5; stroke-linecap: round; fill: none; }
svg .note-chip { fill: var(--ink); }
svg .note-number { font-size: 12px; font-weight: 600; fill: var(--paper); }
svg .note-text { font-size: 12px; fill: var(--ink); paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
svg .note-lead { stroke: var(--quiet); }
svg .note-line { stroke: var(--ink); stroke-dasharray: 4 3; fill: none; }
svg .note-ground { fill: var(--paper); }
svg .note-range { fill: var(--wash); }
.trend .fadu-plot .value { font-size: 13px; }
.trend .fadu-plot .delta text { font-size: 13px; font-weight: 500; fill: var(--quiet); }
.slope .fadu-plot .value { font-size: 13px; }
.slope .fadu-plot .delta .value { font-size: 12px; font-weight: 400; }
.glyph .body { fill: var(--accent); stroke: var(--accent); stroke-width: 2; }
.glyph .body.open { fill: var(--paper); }
.glyph.derived .body { stroke-width: 1.5; }
.glyph .orbit { fill: var(--paper); stroke: var(--accent); stroke-width: 1.2; stroke-dasharray: 2 1.9; }
.glyph .arrow { fill: none; stroke: var(--accent); stroke-width: 1.75; }
.glyph .outline { fill: none; stroke: var(--quiet); stroke-width: 1.4; }
.glyph .body.plan { stroke-width: 1.6; stroke-dasharray: 3 1.6; }
.glyph.not_read .outline { stroke-dasharray: 2 2.4; }
.glyph.bar .body { stroke-width: 1.5; }
.glyph.bar.zero .body { stroke-width: 3; }
.glyph.bar .body.plan { stroke-dasharray: 3 1.6; }
.ranking .track .leader { stroke: var(--line); stroke-width: 1.5; }
.ranking .track .reach { stroke: var(--accent); stroke-width: 1.25; }
.ranking .track .guide { stroke: var(--line); stroke-dasharray: 1 4; }
.coverage .missing .outline { opacity: 0.75; }
.strip .band { fill: color-mix(in srgb, var(--accent) 34%, var(--paper)); }
.strip .band.cut { fill: color-mix(in srgb, var(--accent) 14%, var(--paper)); }
.strip .tick { stroke: var(--line); }
.strip .stated { stroke: var(--ink); stroke-width: 2; }
.strip .join { stroke: var(--quiet); stroke-width: 2; }
.strip.mismatch .join { stroke: var(--warning); stroke-width: 4; }
.fadu-grammar text { fill: var(--ink); font-size: 12px; }
.fadu-grammar :is([aria-label*="axis tick label"], [aria-label*="axis label"]) { fill: var(--quiet); }
.fadu-grammar [aria-label*="axis label"] text { fill: var(--quiet); }
.fadu-grammar [aria-label*="grid"] { stroke: var(--grid); stroke-opacity: 1; }
`;

/** One rule: what it matches, and the attributes that it gives. */
export interface MarkRule {
  readonly selector: string;
  /** A class that whatever it matches has itself; null where the selector ends in none. */
  readonly own: string | null;
  readonly attributes: readonly (readonly [name: string, value: string])[];
}

/** The class in the last step of a selector, by which most elements are passed over at once. */
function ownClass(selector: string): string | null {
  const last = selector.split(/\s+(?![^(]*\))/).at(-1) ?? "";
  return /^\.([\w-]+)/.exec(last)?.[1] ?? null;
}

/** The rules of a style text that stand under no condition, a selector each. */
export function rulesOf(text: string): MarkRule[] {
  return compile(text).flatMap(({ type, props, children }) => {
    if (type !== "rule" || typeof props === "string" || typeof children === "string") return [];
    const attributes = children.map(
      ({ props: name, children: value }) =>
        [String(name), String(value).replace(/px$/, "")] as const,
    );
    return props.map((selector) => ({ selector, own: ownClass(selector), attributes }));
  });
}
