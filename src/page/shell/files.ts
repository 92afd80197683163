/** Asks the reader for a file with one of these endings; null where none was chosen. */
export function chooseFile(document: Document, endings: readonly string[]): Promise<File | null> {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = endings.join();
  return new Promise((resolve) => {
    input.addEventListener("change", () => resolve(input.files?.[0] ?? null));
    input.addEventListener("cancel", () => resolve(null));
    input.click();
  });
}

/** A title as the name of a file: `罚没金额-比较.md`. */
export function fileName(title: string, extension: string): string {
  const plain = title
    .replace(/[\p{C}\\/:*?"<>|#%&{}$!'@+`=\s.]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return `${plain || "notebook"}.${extension}`;
}
