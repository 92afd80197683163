import type { Builder, Child } from "../../dom/index.ts";
import { editorText } from "../../words/editor.ts";
import type { Language } from "../../domain/index.ts";
import { say } from "../../words/index.ts";
import { openDocument } from "../../notebook/editing.ts";

interface BandAction {
  readonly label: string;
  readonly name: string;
  readonly act: () => void;
}

interface Band {
  readonly name: string;
  readonly content: Child;
  readonly actions: readonly BandAction[];
  readonly isWarning?: boolean;
}

/** Lines above a notebook that say where it stands, with what can be done about it. */
export interface Bands {
  readonly element: HTMLElement;
  /** It is a copy of a repository notebook. */
  showCopy(title: string, acts: { readonly diff: () => void; readonly discard: () => void }): void;
  /** Another tab has saved it, or deleted it. */
  showConflict(acts: {
    readonly keepMine: () => void;
    /** Null where it was deleted. */
    readonly takeTheirs: (() => void) | null;
  }): void;
  /** A stranger wrote it: says what it holds, since who wrote it cannot be known. */
  showStranger(notebook: StrangerNotebook): void;
}

export interface StrangerNotebook {
  readonly text: string;
  readonly slug: string;
  /** Number of tables that came with it. */
  readonly tables: number;
  /** Null where it is kept already, or cannot be. */
  readonly keep: (() => void) | null;
}

function strangerText({ text, slug, tables }: StrangerNotebook, language: Language): string {
  const { cells } = openDocument(text, { slug });
  const count = (kind: string) => cells.filter(({ cell }) => cell.kind === kind).length;
  const scripts = count("js");
  const words = [
    editorText(language, "stranger.banner", count("sql"), scripts, tables),
    ...(scripts > 0 ? [editorText(language, "stranger.js")] : []),
  ];
  return words.join(language === "zh" ? "" : " ");
}

/** One band of each name; `first` stands above them. */
export function createBands({ html }: Builder, language: Language, first: HTMLElement): Bands {
  const element = html("div", { class: "bands" }, first);
  const hide = (name: string): void => element.querySelector(`[data-band=${name}]`)?.remove();
  const show = ({ name, content, actions, isWarning = false }: Band): void => {
    hide(name);
    const buttons = actions.map(({ label, name: action, act }) => {
      const button = html("button", { type: "button", "data-action": action }, label);
      button.addEventListener("click", act);
      return button;
    });
    const attributes = isWarning
      ? { class: "band warning", role: "alert" }
      : { class: "band", role: "status" };
    element.append(
      html("div", { ...attributes, "data-band": name }, html("p", {}, content), buttons),
    );
  };
  return {
    element,
    showCopy: (title, { diff, discard }) =>
      show({
        name: "copy",
        content: editorText(language, "copy.of", title),
        actions: [
          { label: editorText(language, "copy.diff"), name: "diff", act: diff },
          { label: editorText(language, "copy.discard"), name: "discard", act: discard },
        ],
      }),
    showConflict({ keepMine, takeTheirs }) {
      const settled = (act: () => void) => () => {
        hide("conflict");
        act();
      };
      const mine = { label: editorText(language, "conflict.mine"), name: "keep-mine" };
      const theirs = { label: editorText(language, "conflict.theirs"), name: "take-theirs" };
      show({
        name: "conflict",
        content: say(language, "store.conflict"),
        actions: [
          { ...mine, act: settled(keepMine) },
          ...(takeTheirs ? [{ ...theirs, act: settled(takeTheirs) }] : []),
        ],
        isWarning: true,
      });
    },
    showStranger: (notebook) =>
      show({
        name: "stranger",
        content: strangerText(notebook, language),
        actions: notebook.keep
          ? [{ label: editorText(language, "stranger.keep"), name: "keep", act: notebook.keep }]
          : [],
        isWarning: true,
      }),
  };
}
