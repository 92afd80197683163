import type { Builder, Child } from "../../dom/index.ts";
import { openDialog } from "../../editor/index.ts";
import { editorText } from "../../words/editor.ts";
import type { Language } from "../../domain/index.ts";
import { say } from "../../words/index.ts";
import { encodeLink, type LinkOrigin, type SharedNotebook } from "../../drafts/link/link.ts";
import { copyTo } from "../shell/copy.ts";

export interface ShareOptions {
  readonly build: Builder;
  readonly language: Language;
  readonly shared: SharedNotebook;
  readonly origin: LinkOrigin | null;
  /** Address of the page that opens a whole notebook, without its fragment. */
  readonly page: URL;
  /** Address of the repository notebook with its inputs, for one that is unchanged. */
  readonly originPage: URL | null;
  readonly onSaveFile: () => void;
}

/** What takes the space of a link that is too long. */
function tooLong(
  { build: { html }, language }: ShareOptions,
  encoded: Extract<ReturnType<typeof encodeLink>, { ok: false }>,
): Child {
  const { length, limit, parts } = encoded;
  const part = ({ table, length: own }: (typeof parts)[number]) =>
    table === ""
      ? say(language, "link.part.text", own)
      : say(language, "link.part.table", table, own);
  return [
    html("p", { class: "problem" }, say(language, "link.make.too_long", length, limit)),
    html(
      "ul",
      {},
      parts.map((one) => html("li", {}, part(one))),
    ),
  ];
}

/** Copies the link and says how long it is; where it is too long, what to do instead. */
export async function openShare(options: ShareOptions): Promise<void> {
  const { build, language, shared, origin, page, originPage, onSaveFile } = options;
  const { html } = build;
  const file = html("button", { type: "button" }, editorText(language, "bar.save_file"));
  file.addEventListener("click", onSaveFile);
  const show = (content: Child, isFileBetter: boolean) => {
    const title = editorText(language, "share.title");
    const actions = isFileBetter ? { actions: file } : {};
    return openDialog(build, { language, title, name: "share", content, ...actions });
  };
  const encoded = encodeLink(shared, { origin });
  if (!encoded.ok) {
    show(tooLong(options, encoded), true);
    return;
  }
  const link =
    encoded.fragment === "" && originPage ? originPage.href : page.href + encoded.fragment;
  const status = html("p", { role: "status" });
  const field = html("textarea", {
    readonly: true,
    rows: 4,
    "aria-label": editorText(language, "share.link"),
    spellcheck: "false",
  });
  field.value = link;
  const copyLink = async (): Promise<void> => {
    const isCopied = await copyTo(field);
    status.textContent = editorText(language, isCopied ? "share.copied" : "share.not_copied");
  };
  await copyLink();
  const copy = html("button", { type: "button" }, editorText(language, "share.copy"));
  copy.addEventListener("click", () => void copyLink());
  const content = [
    status,
    html("p", {}, editorText(language, "share.text", link.length)),
    field,
    html("p", {}, copy),
    encoded.isLong ? html("p", { class: "note" }, say(language, "link.long", link.length)) : null,
  ];
  show(content, encoded.isLong);
  field.focus();
  field.select();
}
