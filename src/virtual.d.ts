/** Modules that scripts/vite/notebook-plugin.ts makes; that of the engine is declared beside it. */

declare module "virtual:fadu-notebooks" {
  /** The notebooks of `notebooks/`, by `order`, then by slug; the first is the home page. */
  export const notebooks: readonly {
    /** File name without `.md`. */
    readonly slug: string;
    readonly front: import("./notebook/index.ts").FrontMatter;
    readonly load: () => Promise<{
      readonly default: import("./notebook/index.ts").CompiledNotebook;
    }>;
    /** The text of the file, for who edits it. */
    readonly source: () => Promise<{ readonly default: string }>;
  }[];
  export default notebooks;
}

/** Made by scripts/vite/data-plugin.ts. */
declare module "virtual:fadu-data" {
  /** The tables that this build was made of: the page uses these, or none. */
  export const manifest: import("./engine/index.ts").Manifest;
}

/** Made by scripts/vite/data-plugin.ts. */
declare module "virtual:fadu-checks" {
  /** `data/checks.json` as it is. */
  export const identities: readonly import("./domain/index.ts").Identity[];
}

/** Made by scripts/vite/frame-plugin.ts. */
declare module "virtual:fadu-frame" {
  /** The script of figure pages, under the name that those of this site load. */
  export const frame: import("./publish/package/index.ts").Script;
}

declare module "virtual:fadu-notebook/*" {
  const notebook: import("./notebook/index.ts").CompiledNotebook;
  export default notebook;
}

declare module "virtual:fadu-notebook-source/*" {
  const text: string;
  export default text;
}
