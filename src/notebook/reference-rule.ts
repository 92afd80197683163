import type { MarkdownIt, StateInline } from "markdown-it";
import { referencePath } from "./references.ts";

/**
 * `${…}` in text as a token `reference`, its `meta.path` empty where it is no path; `\${` writes
 * the characters themselves.
 */
export function inlineReferences(md: MarkdownIt): void {
  // After escapes; code has a rule of its own, whose `${` is text.
  md.inline.ruler.after("escape", "reference", parseReference);
}

function parseReference(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith("${", state.pos)) return false;
  const end = state.src.indexOf("}", state.pos);
  if (end < 0 || end >= state.posMax) return false;
  if (!silent) {
    const token = state.push("reference", "", 0);
    token.content = state.src.slice(state.pos + 2, end);
    token.meta = { path: referencePath(token.content) ?? [] };
  }
  state.pos = end + 1;
  return true;
}
