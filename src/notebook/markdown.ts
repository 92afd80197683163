import MarkdownIt from "markdown-it";
import type { MarkdownIt as Parser, Token } from "markdown-it";
import { fencedDivs } from "./div.ts";
import { createEnv, report } from "./env.ts";
import type { MarkdownFault } from "./env.ts";
import { isBlank, splitLines } from "./lines.ts";
import { isSafeImage, isSafeLink } from "./links.ts";
import { inlineReferences } from "./reference-rule.ts";
import { most, tooMany } from "./limits.ts";
import { slugOf, takeSlug, type Taken } from "./slug.ts";
import type { ElementNode, Node } from "./types.ts";

export interface RenderedMarkdown {
  readonly nodes: readonly Node[];
  readonly references: readonly MarkdownReference[];
  readonly faults: readonly MarkdownFault[];
}

export interface MarkdownReference {
  /** As written between `${` and `}`. */
  readonly reference: string;
  readonly path: readonly string[];
  /** Line in the Markdown, from 0. */
  readonly line: number;
}

/** State of one rendering. */
interface Context {
  readonly env: ReturnType<typeof createEnv>;
  readonly taken: Taken;
  readonly room: Room;
  readonly references: MarkdownReference[];
  line: number;
}

/** How many elements texts may still have; counted down. */
export interface Room {
  nodes: number;
}

/** An element that is still open. */
interface OpenElement {
  readonly tag: string;
  readonly attributes: Record<string, string>;
  readonly children: Node[];
  /** Text that stands last in it, in pieces. */
  readonly text: string[];
  /** Too deep to be an element: what is in it belongs to the one around it. */
  readonly isFlat?: true;
}

/**
 * Markdown as a tree of nodes: CommonMark with tables, fenced divs and `${name.column}`. HTML stays
 * text, and links and images lead only where `links.ts` lets them. What is beyond the limits is
 * left out and said.
 * @param taken ids already on the page; those of headings are added
 */
export function renderMarkdown(
  source: string,
  {
    taken = new Map(),
    room = { nodes: most.nodes },
  }: { readonly taken?: Taken; readonly room?: Room } = {},
): RenderedMarkdown {
  const env = createEnv();
  const context: Context = { env, taken, room, references: [], line: 0 };
  const long = longParagraph(source);
  if (long !== null) {
    report(env, tooMany("lines without a blank one", long.lines, most.paragraph), long.line);
    return { nodes: [], references: [], faults: env.faults };
  }
  const nodes = toNodes(createParser().parse(source, env), context);
  return { nodes, references: context.references, faults: env.faults };
}

/**
 * A stretch without a blank line that is too long. Parsers look at such a stretch again from many
 * of its lines, which is quick for short ones only.
 */
function longParagraph(source: string): { readonly line: number; readonly lines: number } | null {
  let start = 0;
  const lines = splitLines(source);
  for (let i = 0; i <= lines.length; i++) {
    if (i < lines.length && !isBlank(lines[i] ?? "")) continue;
    if (i - start > most.paragraph) return { line: start, lines: i - start };
    start = i + 1;
  }
  return null;
}

function createParser(): Parser {
  const md = new MarkdownIt({ html: false, linkify: false, typographer: false });
  // Deeper levels would be dropped without a word; `toNodes` says it.
  md.set({ maxNesting: most.nesting });
  // Links are judged when the tree is made, where a refusal can be reported.
  md.validateLink = () => true;
  md.use(fencedDivs);
  md.use(inlineReferences);
  return md;
}

function toNodes(tokens: readonly Token[], context: Context): Node[] {
  const root: OpenElement = { tag: "", attributes: {}, children: [], text: [] };
  const open: OpenElement[] = [root];
  for (const token of tokens) {
    const parent = open.at(-1) ?? root;
    context.line = token.map?.[0] ?? context.line;
    if (token.level >= most.nesting - 1) tooDeep(context);
    if (token.type === "inline") append(parent, toNodes(token.children ?? [], context));
    else if (token.hidden) continue;
    else if (token.nesting > 0) open.push(opened(token, parent, open.length, context));
    else if (token.nesting === 0) append(parent, leaf(token, context));
    else if (open.length > 1) {
      open.pop();
      if (parent.isFlat) continue;
      settle(parent);
      append(open.at(-1) ?? root, close(parent, context));
    }
    if (context.room.nodes < 0) break;
  }
  for (let frame = open.pop(); frame !== undefined; frame = open.pop()) {
    settle(frame);
    if (frame !== root && !frame.isFlat) append(open.at(-1) ?? root, close(frame, context));
  }
  return root.children;
}

function opened(token: Token, parent: OpenElement, depth: number, context: Context): OpenElement {
  const frame = { tag: token.tag, attributes: attributesOf(token) };
  if (depth < most.nesting) return { ...frame, children: [], text: [] };
  tooDeep(context);
  return { ...parent, isFlat: true };
}

function tooDeep({ env, line }: Context): void {
  const message = tooMany("levels of nesting", null, most.nesting);
  if (!env.faults.some((fault) => fault.message === message)) report(env, message, line);
}

/** Neighbouring texts become one, so that a tree has one form. */
function append(parent: OpenElement, nodes: readonly Node[]): void {
  for (const node of nodes) {
    if (typeof node === "string") parent.text.push(node);
    else {
      settle(parent);
      parent.children.push(node);
    }
  }
}

function settle({ text, children }: OpenElement): void {
  const joined = joinLines(text.splice(0).join(""));
  if (joined !== "") children.push(joined);
}

/** Chinese has no space between words, so a line break between two characters is none either. */
function joinLines(text: string): string {
  return text.replace(/(?<=[\p{scx=Han}，；：！？）])\n(?=[\p{scx=Han}（])/gu, "");
}

function attributesOf(token: Token): Record<string, string> {
  return Object.fromEntries((token.attrs ?? []).map(([name, value]) => [name, String(value)]));
}

/** The finished element; a link that may not be followed leaves only its text. */
function close(frame: OpenElement, context: Context): Node[] {
  const { tag, attributes, children } = frame;
  takeRoom(context);
  if (tag === "a" && !isSafeLink(attributes["href"] ?? "")) {
    report(
      context.env,
      `unsupported link: ${attributes["href"]}`,
      context.line,
      attributes["href"],
    );
    return children;
  }
  if (/^h[1-6]$/.test(tag)) attributes["id"] = takeSlug(slugOf(textOf(children)), context.taken);
  else if (attributes["id"] !== undefined) claim(attributes["id"], context);
  return [{ tag, attributes, children }];
}

function takeRoom({ env, room, line }: Context): void {
  if (room.nodes-- === 0) report(env, tooMany("elements of text", null, most.nodes), line);
}

function claim(id: string, { env, taken, line }: Context): void {
  if (taken.has(id)) report(env, `invalid id: ${id} (given twice)`, line);
  taken.set(id, 1);
}

function textOf(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (typeof node === "string") return node;
      return "tag" in node ? textOf(node.children) : "";
    })
    .join("");
}

function leaf(token: Token, context: Context): Node[] {
  switch (token.type) {
    case "text":
    case "text_special":
      return [token.content];
    case "softbreak":
      return ["\n"];
    case "code_inline":
      return [element("code", {}, [token.content])];
    case "code_block":
    case "fence":
      return [codeBlock(token)];
    case "image":
      return [image(token, context)];
    case "reference":
      return [reference(token, context)];
    default:
      // hardbreak and hr; what else a parser may bring is text.
      takeRoom(context);
      return token.tag === "" ? [token.content] : [element(token.tag, {}, [])];
  }
}

function element(
  tag: string,
  attributes: Record<string, string>,
  children: readonly Node[],
): ElementNode {
  return { tag, attributes, children };
}

function codeBlock({ info, content }: Token): Node {
  const language = /^[\w+#-]+/.exec(info.trim())?.[0];
  const attributes: Record<string, string> =
    language === undefined ? {} : { class: `language-${language}` };
  return element("pre", {}, [element("code", attributes, [content])]);
}

function image(token: Token, { env, line }: Context): Node {
  const { src = "", title } = attributesOf(token);
  const alt = plainText(token.children ?? []);
  if (!isSafeImage(src)) {
    report(env, `unsupported image: ${src}`, line, src);
    return alt;
  }
  return element("img", { src, alt, ...(title === undefined ? {} : { title }) }, []);
}

function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((t) =>
      t.type === "softbreak" ? "\n" : t.children === null ? t.content : plainText(t.children),
    )
    .join("");
}

function reference({ content, meta }: Token, { env, references, line }: Context): Node {
  const given: unknown = meta?.["path"];
  const path = Array.isArray(given) ? given.map(String) : [];
  const written = `\${${content}}`;
  if (path.length === 0) {
    report(env, `invalid reference: ${written} (write \${name.column})`, line, written);
    return written;
  }
  if (references.length === most.references)
    report(env, tooMany("references", null, most.references), line, written);
  if (references.length >= most.references) return written;
  references.push({ reference: content, path, line });
  return { reference: content.trim(), path };
}
