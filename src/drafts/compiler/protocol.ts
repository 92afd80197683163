import type { CompileResult } from "../../notebook/editing.ts";
import type { KitImport } from "../../notebook/kit/index.ts";
import type { DecodedLink } from "../link/link.ts";

/** What can be asked of the worker, and what it gives. */
export interface Jobs {
  /** A notebook's text; `skip` are lines of cells that took too long. */
  compile: {
    readonly ask: {
      readonly text: string;
      readonly slug: string;
      readonly skip: readonly number[];
    };
    readonly give: CompileResult;
  };
  /** The fragment of an address; `origin` is the text that it may be written against. */
  link: {
    readonly ask: { readonly fragment: string; readonly origin: string | null };
    readonly give: DecodedLink;
  };
  /** Notebook Kit's HTML. */
  kit: {
    readonly ask: { readonly html: string; readonly slug: string };
    readonly give: KitImport;
  };
}
export type Job = keyof Jobs;

export type Request = { [J in Job]: { readonly job: J; readonly ask: Jobs[J]["ask"] } }[Job];

export type Answer =
  /** It loads a part that only this job needs; until it is ready again, time does not count. */
  | { readonly kind: "loading" }
  /** The worker, or the part, has loaded; from now on time counts. */
  | { readonly kind: "ready" }
  /** It begins with the cell on this line. */
  | { readonly kind: "cell"; readonly line: number }
  | { readonly kind: "done"; readonly give: Jobs[Job]["give"] }
  | { readonly kind: "failed"; readonly message: string };
