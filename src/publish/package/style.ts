import { compile, type Element as Rule } from "stylis";

/** What depends on the moment, or is no element: a pointer above, a disclosure opened, `::before`. */
const passing = /(?:::[\w-]+|:(?:hover|target|focus-visible|focus|active)(?![\w-])|\[open\])+/g;

/** The selector without what depends on the moment; `*` where nothing else stood. */
function lasting(selector: string): string {
  return selector.replace(passing, (_, at: number) =>
    /^$|[\s>~+(,]$/.test(selector.slice(0, at)) ? "*" : "",
  );
}

/** Applies to the page itself, which is always there. */
const isPage = (selector: string): boolean => /^(?::root|html|body|\*)(?![^,]* )/.test(selector);

/** The elements of a page below its root, by the names in them: `p`, `.note`. */
interface Content {
  readonly language: string;
  readonly names: ReadonlyMap<string, readonly Element[]>;
  readonly all: readonly Element[];
  readonly isLarge: boolean;
}

/** A search in more elements than this takes longer than its bytes are worth. */
const LARGE = 4000;

function contentOf(root: Element, language: string): Content {
  const all = [...root.querySelectorAll("*")];
  const names = new Map<string, Element[]>(namesOf(root).map((name) => [name, []]));
  for (const element of all)
    for (const name of namesOf(element)) {
      const same = names.get(name);
      if (same) same.push(element);
      else names.set(name, [element]);
    }
  return { language, names, all, isLarge: all.length >= LARGE };
}

function namesOf({ localName, classList }: Element): string[] {
  return [localName, ...[...classList].map((name) => `.${name}`)];
}

/** Without what is in brackets, of which an element need not have all, and what has no name. */
function plain(selector: string): string {
  return selector.replace(/:[\w-]+\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\]|:[\w-]+/g, "");
}

const named = (selector: string): readonly string[] => selector.match(/\.?[A-Za-z][\w-]*/g) ?? [];

/** Every class and element that the selector asks for occurs somewhere; `:is()` and `:not()` may. */
function mayApply(selector: string, { names }: Content): boolean {
  return named(plain(selector)).every((name) => names.has(name));
}

/** The elements that have a name of the selector's last part, which is what it selects. */
function candidates(selector: string, { names, all }: Content): readonly Element[] {
  const [last = ""] = /[^\s>~+]*$/.exec(plain(selector)) ?? [];
  return named(last)
    .map((name) => names.get(name) ?? [])
    .reduce((fewest, some) => (some.length < fewest.length ? some : fewest), all);
}

function applies(selector: string, content: Content): boolean {
  const { language, isLarge } = content;
  if (isPage(selector)) return true;
  const [, lang] = /^:lang\((\w+)\)/.exec(selector) ?? [];
  if (lang !== undefined && lang !== language) return false;
  const pattern = lasting(selector.replace(/^:lang\(\w+\) ?/, ""));
  if (!mayApply(pattern, content)) return false;
  if (isLarge || pattern === "" || pattern === "*") return true;
  try {
    // Much faster than a query, which gathers the elements anew each time.
    return candidates(pattern, content).some((element) => element.matches(pattern));
  } catch {
    // What this document cannot judge may be needed.
    return true;
  }
}

function used(rules: readonly Rule[], content: Content): string {
  return rules
    .map(({ type, value, props, children }) => {
      if (type === "comm") return "";
      if (typeof children === "string" || typeof props === "string") return value;
      const inner = used(children, content);
      if (type !== "rule") return `${value}{${inner}}`;
      const selectors = props.filter((one) => applies(one, content));
      return selectors.length === 0 ? "" : `${selectors.join(",")}{${inner}}`;
    })
    .join("");
}

/** Without the custom properties that neither the rest of the style nor the markup reads. */
function withoutUnread(css: string, markup: string): string {
  const read = new Set([...(css + markup).matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
  return css.replace(/(--[\w-]+):[^;{}]*;?/g, (whole, name: string) =>
    read.has(name) ? whole : "",
  );
}

function withoutEmpty(css: string): string {
  const less = css.replace(/[^{}]*\{\}/g, "");
  return less === css ? css : withoutEmpty(less);
}

/** The part of a style sheet that the elements below `root` need, without a byte to spare. */
export function usedStyle(css: string, root: Element, language: string): string {
  // Within brackets the parser leaves a selector’s spaces.
  const style = used(compile(css), contentOf(root, language)).replace(/([,>]) /g, "$1");
  return withoutEmpty(withoutUnread(style, root.innerHTML).replace(/;\}/g, "}"));
}
