/** Live editing; heavy (CodeMirror, YAML, Markdown), so it is imported only when asked for. */
export {
  emptyCatalogue,
  type Catalogue,
  type ColumnEntry,
  type Label,
  type Surroundings,
  type TableEntry,
  type ValueEntry,
} from "./catalogue.ts";
export { plainOffer, schemaOffer, type SpecOffer } from "./complete-yaml.ts";
export { ask, openDialog, type Dialog } from "./dialog.ts";
export { openEditor } from "./editor.ts";
export type { Compile, EditorOptions, Hooks, NotebookEditor } from "./options.ts";
export { isMac, openHelp } from "./help.ts";
export { isKey, keyTable, keyText, type Command } from "./keys.ts";
export { menuButton, type MenuItem } from "./menu.ts";
export { roveToolbar } from "./toolbar.ts";
