import { markdown } from "@codemirror/lang-markdown";
import { MergeView } from "@codemirror/merge";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView, lineNumbers } from "@codemirror/view";
import { theme } from "./theme.ts";

/** Two texts beside each other with what differs marked; what is the same is folded. */
export function diffView(
  parent: Element,
  before: string,
  after: string,
  labels: readonly [string, string],
): MergeView {
  const side = (doc: string, label: string): { doc: string; extensions: Extension } => ({
    doc,
    extensions: [
      markdown(),
      lineNumbers(),
      EditorView.lineWrapping,
      EditorState.readOnly.of(true),
      EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
      theme,
    ],
  });
  return new MergeView({
    a: side(before, labels[0]),
    b: side(after, labels[1]),
    parent,
    collapseUnchanged: { margin: 2, minSize: 4 },
    gutter: true,
  });
}
