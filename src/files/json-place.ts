const space = /[ \t\r\n]*/y;
const scalar =
  /"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;

/** What may come next. */
type State = "value" | "first-value" | "key" | "first-key" | "colon" | "after" | "end";

/**
 * Where a text stops being JSON, as `line:column` from 1; browsers tell it in their own ways or
 * not at all. `?` where nothing is found.
 */
export function jsonFault(text: string): string {
  const open: ("[" | "{")[] = [];
  let at = 0;
  let state: State = "value";
  const match = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    at += found?.[0].length ?? 0;
    return found !== null;
  };
  const close = (): State => {
    open.pop();
    at += 1;
    return open.length === 0 ? "end" : "after";
  };
  const step = (sign: string | undefined): State | null => {
    if (state === "after") {
      if (sign === ",") at += 1;
      else return sign === (open.at(-1) === "[" ? "]" : "}") ? close() : null;
      return open.at(-1) === "[" ? "value" : "key";
    }
    if (state === "colon") return sign === ":" ? (at++, "value") : null;
    if (state === "key" || state === "first-key") {
      if (sign === "}" && state === "first-key") return close();
      return sign === '"' && match(scalar) ? "colon" : null;
    }
    if (sign === "]" && state === "first-value") return close();
    if (sign === "[" || sign === "{") {
      open.push(sign);
      at += 1;
      return sign === "[" ? "first-value" : "first-key";
    }
    if (state === "end" || !match(scalar)) return null;
    return open.length === 0 ? "end" : "after";
  };
  for (;;) {
    match(space);
    if (at >= text.length && state === "end") return "?";
    const next = at < text.length ? step(text[at]) : null;
    if (next === null) return place(text, at);
    state = next;
  }
}

function place(text: string, at: number): string {
  const before = text.slice(0, at).split("\n");
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}
