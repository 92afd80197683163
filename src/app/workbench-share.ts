import type { Builder } from "../dom/index.ts";
import { openDialog, tell } from "../editor/index.ts";

export interface ShareOptions {
  readonly build: Builder;
  readonly language: "zh" | "en";
  /** The whole address; null where the notebook is too long for one. */
  readonly link: string | null;
  /** Characters of the link, or of what it would be. */
  readonly length: number;
  readonly limit: number;
  readonly onSaveFile: () => void;
}

/** Above this many characters many programs cut a link. */
const SAFE = 8000;

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Copies the link and says how long it is; where it is too long, what to do instead. */
export async function openShare(options: ShareOptions): Promise<void> {
  const { build, language, link, length, limit, onSaveFile } = options;
  const { html } = build;
  const file = html("button", { type: "button" }, tell(language, "bar.save_file"));
  file.addEventListener("click", onSaveFile);
  const show = (content: Parameters<typeof openDialog>[1]["content"]) =>
    openDialog(build, {
      language,
      title: tell(language, "share.title"),
      name: "share",
      content,
      actions: file,
    });
  if (link === null) {
    show(html("p", { class: "problem" }, tell(language, "share.too_long", length, limit)));
    return;
  }
  const isCopied = await copied(link);
  const field = html("textarea", {
    readonly: true,
    rows: 4,
    "aria-label": tell(language, "share.link"),
    spellcheck: "false",
  });
  field.value = link;
  const status = html(
    "p",
    { role: "status" },
    tell(language, isCopied ? "share.copied" : "share.not_copied"),
  );
  const copy = html("button", { type: "button" }, tell(language, "share.copy"));
  copy.addEventListener("click", () => {
    void copied(link).then((done) => {
      status.textContent = tell(language, done ? "share.copied" : "share.not_copied");
    });
  });
  show([
    status,
    html("p", {}, tell(language, "share.text", length)),
    field,
    html("p", {}, copy),
    length > SAFE ? html("p", { class: "note" }, tell(language, "share.long", length)) : null,
  ]);
  field.focus();
  field.select();
}
