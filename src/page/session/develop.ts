import type { CompiledNotebook } from "../../notebook/index.ts";
import type { PageNotebook } from "./notebook.ts";
import { onRunningChange } from "./page.ts";

/**
 * While developing: cells run anew where a notebook or the code that draws it has changed; the page
 * and its engine stay. A build holds none of it.
 */
export function followChanges(notebook: PageNotebook): void {
  onRunningChange(() => void notebook.rerun());
  import.meta.hot?.on("fadu:notebook", (changed: CompiledNotebook) => void notebook.rerun(changed));
}
