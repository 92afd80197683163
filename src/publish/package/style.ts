/** A rule, or rules within an at-rule. */
interface Rule {
  readonly head: string;
  readonly body: string | readonly Rule[];
}

/** Where the braces that open at `from` close. */
function closing(css: string, from: number): number {
  let depth = 0;
  for (let at = from; at < css.length; at++) {
    if (css[at] === "{") depth++;
    if (css[at] === "}" && --depth === 0) return at;
  }
  throw new Error(`invalid style: no end after ${css.slice(from, from + 40)}`);
}

const grouping = /^@(?:media|container|supports)/;

/** The rules of a style sheet of ours: no comments, strings with braces or nesting. */
function rulesOf(css: string): Rule[] {
  const rules: Rule[] = [];
  for (let at = 0; ;) {
    const open = css.indexOf("{", at);
    if (open < 0) return rules;
    const end = closing(css, open);
    const head = css.slice(at, open).trim();
    const body = css.slice(open + 1, end);
    rules.push({ head, body: grouping.test(head) ? rulesOf(body) : tight(body) });
    at = end + 1;
  }
}

/** `a: b;  c: d;` without what a browser does not need. */
function tight(body: string): string {
  return body
    .replace(/\s+/g, " ")
    .replace(/\s*([;:,])\s+/g, "$1")
    .trim()
    .replace(/;$/, "");
}

function split(selectors: string): string[] {
  return selectors.split(/,(?![^()]*\))/).map((one) =>
    one
      .replace(/\s+/g, " ")
      .replace(/ ?([>~,]) ?/g, "$1")
      .trim(),
  );
}

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
    .map(({ head, body }) => {
      if (typeof body !== "string") {
        const inner = used(body, content);
        return inner === "" ? "" : `${head.replace(/\s+/g, " ")}{${inner}}`;
      }
      const selectors = split(head).filter((one) => applies(one, content));
      return selectors.length === 0 ? "" : `${selectors.join(",")}{${body}}`;
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
  const rules = rulesOf(css.replace(/\/\*[^]*?\*\//g, ""));
  const style = used(rules, contentOf(root, language));
  return withoutEmpty(withoutUnread(style, root.innerHTML).replace(/;\}/g, "}"));
}
