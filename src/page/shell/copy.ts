/** Copies what a field holds; where the browser refuses, the text is selected instead. */
export async function copyTo(field: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return false;
  }
}
