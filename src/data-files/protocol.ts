import type { About } from "./export.ts";
import type { OutFormat } from "./formats.ts";
import type { Inspection } from "./inspect.ts";
import type { ColumnChoice } from "./load.ts";
import type { FileErrorCode, FileProblem, ReadOptions } from "./types.ts";
import type { ResultPart } from "./write/columnar-result.ts";

/** From the page to the worker. */
export type Request =
  | {
      readonly kind: "inspect";
      readonly file: Blob;
      readonly name: string;
      readonly options: ReadOptions;
    }
  | { readonly kind: "check"; readonly choices: readonly ColumnChoice[] }
  | { readonly kind: "load"; readonly choices: readonly ColumnChoice[] }
  | { readonly kind: "next" }
  | { readonly kind: "part"; readonly part: ResultPart }
  | { readonly kind: "write"; readonly format: OutFormat; readonly about: About };

/** From the worker to the page. */
export type Answer =
  /** The code that reads this kind of file is there. */
  | { readonly kind: "begun" }
  | { readonly kind: "head"; readonly inspection: Inspection }
  | { readonly kind: "inspected"; readonly inspection: Inspection }
  | { readonly kind: "bytes"; readonly bytes: number }
  | { readonly kind: "chunk"; readonly bytes: Uint8Array }
  | { readonly kind: "checked"; readonly problems: readonly FileProblem[] }
  | { readonly kind: "loaded"; readonly problems: readonly FileProblem[] }
  | { readonly kind: "written"; readonly blob: Blob }
  | { readonly kind: "error"; readonly code: FileErrorCode; readonly value: string };
