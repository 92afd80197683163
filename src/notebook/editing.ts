/** The second entry of this folder, for who edits: it loads YAML and Markdown, `index.ts` does not. */
export { compileNotebook, type CompileResult } from "./compile.ts";
export { openDocument, replaceText, type DocumentCell, type NotebookDocument } from "./document.ts";
export {
  duplicateCell,
  insertCell,
  moveCell,
  removeCell,
  setAttribute,
  setKind,
  setSource,
  type NewCell,
} from "./edit.ts";
export { freshId } from "./fresh.ts";
export { codeHash } from "./javascript/hash.ts";
export {
  commit,
  createHistory,
  historyLimit,
  redo,
  undo,
  type CommitOptions,
  type History,
} from "./history.ts";
export { setFront, type FrontChanges } from "./set-front.ts";
