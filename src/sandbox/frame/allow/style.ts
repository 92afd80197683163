/**
 * Styles that a cell may set, by property. The browser itself reads the text; what it understood
 * is copied here, so that no writing of it gets past.
 */
const allowed = `accent-color align-content align-items align-self appearance aspect-ratio
  background background-color background-clip border border-block border-bottom border-collapse
  border-color border-inline border-left border-radius border-right border-spacing border-style
  border-top border-width bottom box-shadow box-sizing break-inside caption-side caret-color clear
  clip-path color color-scheme column-count column-gap column-rule column-span column-width columns
  cursor direction display dominant-baseline empty-cells fill filter fill-opacity fill-rule flex flex-basis
  flex-direction flex-flow flex-grow flex-shrink flex-wrap float font font-family
  font-feature-settings font-kerning font-size font-stretch font-style font-variant
  font-variant-numeric font-weight gap grid grid-area grid-auto-columns grid-auto-flow grid-auto-rows
  grid-column grid-column-end grid-column-start grid-row grid-row-end grid-row-start grid-template
  grid-template-areas grid-template-columns grid-template-rows height hyphens inset isolation
  justify-content justify-items justify-self left letter-spacing line-break line-height list-style
  list-style-position list-style-type margin margin-block margin-bottom margin-inline margin-left
  margin-right margin-top max-height max-width min-height min-width mix-blend-mode object-fit
  object-position opacity order outline outline-color outline-offset outline-style outline-width
  overflow overflow-wrap overflow-x overflow-y padding padding-block padding-bottom padding-inline
  padding-left padding-right padding-top paint-order place-content place-items place-self
  pointer-events position quotes resize right row-gap scroll-behavior shape-rendering stop-color
  stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
  stroke-miterlimit stroke-opacity stroke-width tab-size table-layout text-align text-align-last
  text-anchor text-decoration text-decoration-color text-decoration-line text-decoration-style
  text-indent text-overflow text-rendering text-shadow text-transform text-wrap top transform
  transform-origin unicode-bidi user-select vector-effect vertical-align visibility white-space width
  word-break word-spacing writing-mode z-index`.split(/\s+/);

/** Functions that fetch, or that may; in whatever writing a browser gives them back. */
const refused =
  /\\|(?:url|image|image-set|src|element|paint|cross-fade|attr|env)\s*\(|expression|@|<!/i;

/** Properties of which only some values are nobody's trap: fixed things, filters that take long. */
const narrow: Readonly<Record<string, RegExp | undefined>> = {
  position: /^(?:static|relative|absolute|sticky)$/,
  filter: /^(?:none|drop-shadow\((?:-?[\d.]{1,4}px|rgba?\([\d., ]+\)|[a-z]+|\s)+\))$/,
};

/** A value that loads nothing. */
function isHarmless(name: string, value: string): boolean {
  if (refused.test(value.replaceAll(/url\(\s*["']?#[\w-]{1,100}["']?\s*\)/gi, ""))) return false;
  if (value.length >= 2000) return false;
  const values = narrow[name];
  return values === undefined || values.test(value);
}

/** Copies what is allowed from one list of declarations to another. */
export function copyStyle(from: CSSStyleDeclaration, to: CSSStyleDeclaration): void {
  const own = Array.from(from)
    .filter((name) => name.startsWith("--"))
    .slice(0, 100);
  for (const name of [...allowed, ...own]) {
    const value = from.getPropertyValue(name);
    if (value !== "" && isHarmless(name, value))
      to.setProperty(name, value, from.getPropertyPriority(name));
  }
}

/** Rules of one style sheet, and of all sheets of a cell. */
const mostRules = 500;
const longestSheet = 50_000;
const longestSelector = 1000;

/** A style sheet of a cell with what is allowed of it; "" where nothing is. */
export function allowedSheet(text: string): string {
  if (text.length > longestSheet) return "";
  const read = new CSSStyleSheet();
  // Imports are nothing in a sheet that is made by a script.
  read.replaceSync(text);
  const written = new CSSStyleSheet();
  let left = mostRules;
  const copy = (rules: CSSRuleList, to: CSSStyleSheet | CSSGroupingRule): void => {
    for (const rule of rules) {
      if (--left < 0) return;
      if (rule instanceof CSSStyleRule) copyRule(rule, to);
      else if (
        rule instanceof CSSMediaRule &&
        /^[\w\s:().,>=<-]{1,200}$/.test(rule.conditionText)
      ) {
        const at = to.insertRule(`@media ${rule.conditionText} {}`, to.cssRules.length);
        copy(rule.cssRules, to.cssRules[at] as CSSMediaRule);
      }
    }
  };
  copy(read.cssRules, written);
  return Array.from(written.cssRules, (rule) => rule.cssText).join("\n");
}

/** Selectors that take long: each element would be asked for all that it holds. */
const slowSelector = /:has|:nth-(?:last-)?child\(.*of/i;

function copyRule(rule: CSSStyleRule, to: CSSStyleSheet | CSSGroupingRule): void {
  const { selectorText } = rule;
  if (selectorText.length > longestSelector || slowSelector.test(selectorText)) return;
  const at = to.insertRule(`${selectorText} {}`, to.cssRules.length);
  copyStyle(rule.style, (to.cssRules[at] as CSSStyleRule).style);
}
