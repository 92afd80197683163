import * as linkedom from "linkedom/worker";

/** The document's library, by the types that browsers have for the same names. */
export const library = linkedom as unknown as typeof globalThis & {
  parseHTML(html: string): { readonly document: Document };
};
