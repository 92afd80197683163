/** The parts of packages without types that we use. */
declare module "@observablehq/inputs";
declare module "htl" {
  export const html: (strings: TemplateStringsArray, ...values: unknown[]) => Element;
  export const svg: (strings: TemplateStringsArray, ...values: unknown[]) => Element;
}
