/**
 * The second entry of this folder, for who edits: it loads YAML, which `index.ts` does not. What
 * compiles, with Markdown and JavaScript, is `compile.ts`, and runs in a worker.
 */
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
export { refusedNotebook, type CompileResult } from "./refused.ts";
export { setFront, type FrontChanges } from "./set-front.ts";
export { readYaml } from "./yaml.ts";
