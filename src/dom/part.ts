/** What Chromium, Firefox, WebKit and Vite say of an `import()` whose file does not come. */
const lost =
  /dynamically imported module|Importing a module script failed|is not a valid JavaScript MIME type|Unable to preload CSS/i;

/** Whether a part of the page that was to be loaded when wanted could not be. */
export function isLostPart(error: unknown): boolean {
  return lost.test(error instanceof Error ? error.message : String(error));
}
