import type { Builder } from "../dom/index.ts";

export interface ShareNotebookOptions {
  readonly build: Builder;
  readonly language: "zh" | "en";
  readonly root: URL;
  readonly shared: {
    readonly text: string;
    readonly slug: string;
    readonly language: "zh" | "en";
    readonly inputs: Readonly<Record<string, string>>;
    readonly tables: readonly never[];
  };
  readonly origin: { readonly slug: string; readonly text: string } | null;
  readonly originAddress: URL | null;
  readonly onSaveFile: () => void;
}

export async function shareNotebook(_options: ShareNotebookOptions): Promise<void> {}
