/** Tells of each change of a field, but not of a word that is still being composed. */
export function onTyped(field: HTMLElement, listener: () => void): void {
  let isComposing = false;
  field.addEventListener("compositionstart", () => (isComposing = true));
  field.addEventListener("compositionend", () => {
    isComposing = false;
    listener();
  });
  field.addEventListener("input", () => {
    if (!isComposing) listener();
  });
}
