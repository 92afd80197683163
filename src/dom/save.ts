import { builder } from "./element.ts";

/** The browser’s download of a file that was made in the page; nothing leaves it. */
export function saveAs(document: Document): (file: Blob, name: string) => void {
  return (file, download) => {
    const href = URL.createObjectURL(file);
    builder(document).html("a", { href, download }).click();
    // The browser reads it a moment later.
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
  };
}
