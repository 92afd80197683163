/** True for the keys that open the search: `/` where nobody is typing, Ctrl-K or ⌘K anywhere. */
export function isSearchKey(event: KeyboardEvent): boolean {
  if (event.isComposing || event.altKey || event.shiftKey) return false;
  const hasModifier = event.ctrlKey || event.metaKey;
  if (event.key.toLowerCase() === "k") return hasModifier;
  return event.key === "/" && !hasModifier && !isTyping(event.target);
}

/** True for the key that begins to edit: `e` where nobody is typing. */
export function isEditKey(event: KeyboardEvent): boolean {
  const { key, isComposing, altKey, shiftKey, ctrlKey, metaKey } = event;
  if (isComposing || altKey || shiftKey || ctrlKey || metaKey) return false;
  return key.toLowerCase() === "e" && !isTyping(event.target);
}

/** Fields of a form in which no letter is typed. */
const untyped = "checkbox,radio,range,button,submit,reset,color,file,image"
  .split(",")
  .map((type) => `[type=${type}]`)
  .join(",");

function isTyping(target: EventTarget | null): boolean {
  const field = target instanceof Element ? target.closest("input, textarea") : null;
  if (field?.matches(untyped)) return false;
  return field !== null || (target instanceof HTMLElement && target.isContentEditable);
}
