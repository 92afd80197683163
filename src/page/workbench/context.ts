import { createCompiler, type Compiler } from "../../drafts/compiler/index.ts";
import { builder, type Builder } from "../../dom/index.ts";
import type { Engine } from "../../engine/index.ts";
import type { Archive } from "../../evidence/index.ts";
import type { Language } from "../../domain/index.ts";
import type { Environment, Mounted } from "../../runtime/index.ts";
import type { Address } from "../../drafts/link/index.ts";
import { createCatalogue, type LearntCatalogue } from "./catalogue.ts";
import { openLibrary, type Library } from "./library.ts";
import { createSite, type RepositoryNotebook, type Site } from "./site.ts";

/** A notebook of the repository with its text. */
export interface OriginText {
  readonly slug: string;
  readonly text: string;
}

/** What the page gives the workbench. */
export interface WorkbenchOptions {
  readonly document: Document;
  readonly root: URL;
  readonly main: HTMLElement;
  readonly archive: Archive;
  readonly engine: Engine;
  readonly notebooks: readonly RepositoryNotebook[];
  /** The notebook of this page; null on the page of one's own notebooks. */
  readonly origin: OriginText | null;
  readonly language: Language;
  /** All but which code may run: that is each notebook's own. */
  readonly environment: () => Omit<Environment, "consent">;
  readonly address: () => Address;
  /** `my` makes the page that of one's own notebooks. */
  readonly setAddress: (change: Partial<Address>) => void;
  readonly onMounted: (mounted: Mounted | null) => void;
  readonly notice: (key: string, message: string) => void;
}

/** What the parts of the workbench share. */
export interface WorkbenchContext extends WorkbenchOptions {
  readonly build: Builder;
  readonly library: Library;
  readonly compiler: Compiler;
  readonly site: Site;
  readonly catalogue: LearntCatalogue;
}

export async function createContext(options: WorkbenchOptions): Promise<WorkbenchContext> {
  const { document, root, notebooks, language, engine, archive } = options;
  return {
    ...options,
    build: builder(document),
    library: await openLibrary(),
    compiler: createCompiler(),
    site: createSite(root, notebooks, language),
    catalogue: createCatalogue(engine, archive),
  };
}
