import type { MarkdownIt, StateBlock } from "markdown-it";
import { closesFence, openFence } from "./fence.ts";
import { report } from "./env.ts";
import { most } from "./limits.ts";

const languages: Readonly<Record<string, string>> = { zh: "zh-CN", "zh-CN": "zh-CN", en: "en" };

/** Fenced divs after Pandoc: `::: {.class #id lang=zh}` or `::: class`, up to `:::`. */
export function fencedDivs(md: MarkdownIt): void {
  const alt = ["paragraph", "reference", "blockquote", "list"];
  md.block.ruler.before("fence", "div", parseDiv, { alt });
}

function parseDiv(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const line = lineOf(state, start);
  if (isClose(line)) {
    if (!silent) report(state.env, "unknown end of div: :::", start);
    return silent;
  }
  const text = opening(line);
  if (text === null) return false;
  if (silent) return true;
  if (state.level >= most.nesting - 2) return false;
  const close = closeOf(state, start, end);
  if (close === null)
    report(state.env, `missing end of div: ${line.trim()} (no cell may stand in it)`, start);
  const token = state.push("div_open", "div", 1);
  token.attrs = divAttributes(text, (message) => report(state.env, message, start));
  token.map = [start, close ?? end];
  parseInside(state, start + 1, close ?? end);
  state.push("div_close", "div", -1);
  state.line = close === null ? end : close + 1;
  return true;
}

function parseInside(state: StateBlock, from: number, to: number): void {
  const { parentType, lineMax } = state;
  state.parentType = "div";
  state.lineMax = to;
  state.md.block.tokenize(state, from, to);
  state.parentType = parentType;
  state.lineMax = lineMax;
}

function lineOf(state: StateBlock, line: number): string {
  const indented = (state.sCount[line] ?? 0) - state.blkIndent >= 4;
  if (indented) return "";
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

/** What an opening line says about the div, or null. */
function opening(line: string): string | null {
  return /^:{3,}[ \t]*(\{[^{}]*\}|[^\s:{}]+)[ \t]*:*[ \t]*$/.exec(line)?.[1] ?? null;
}

function isClose(line: string): boolean {
  return /^:{3,}[ \t]*$/.test(line);
}

/** The closing line of a div, past the divs and code blocks inside it. */
function closeOf(state: StateBlock, start: number, end: number): number | null {
  let depth = 1;
  for (let i = start + 1; i < end; i++) {
    const line = lineOf(state, i);
    const fence = openFence(line);
    if (fence !== null) {
      while (++i < end && !closesFence(lineOf(state, i), fence));
    } else if (opening(line) !== null) depth++;
    else if (isClose(line) && --depth === 0) return i;
  }
  return null;
}

function divAttributes(text: string, fault: (message: string) => void): [string, string][] {
  if (!text.startsWith("{")) return [["class", text]];
  const classes: string[] = [];
  const attributes: [string, string][] = [];
  for (const part of text.slice(1, -1).split(/\s+/).filter(Boolean)) {
    const [, language] = /^lang="?([\w-]+)"?$/.exec(part) ?? [];
    if (/^\.[^.#="]+$/.test(part)) classes.push(part.slice(1));
    else if (/^#[^.#="]+$/.test(part)) attributes.push(["id", part.slice(1)]);
    else if (language === undefined) fault(`unknown attribute: ${part}`);
    else if (!Object.hasOwn(languages, language)) fault(`unknown language: ${language}`);
    else attributes.push(["lang", languages[language] ?? language]);
  }
  if (classes.length > 0) attributes.push(["class", classes.join(" ")]);
  return attributes;
}
