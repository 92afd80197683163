/**
 * A sandbox without forms tells nobody of a form that is sent, but inputs with a button wait for
 * it: the event is made here, and nothing is sent.
 */
export function tellSubmits(root: Element): void {
  const tell = (event: Event, form: HTMLFormElement | null): void => {
    if (!form) return;
    event.preventDefault();
    form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  };
  root.addEventListener("keydown", (event) => {
    const { target, key, isComposing } = event as KeyboardEvent;
    if (key === "Enter" && !isComposing && target instanceof HTMLInputElement)
      tell(event, target.form);
  });
  root.addEventListener("click", (event) => {
    const { target } = event;
    const button = target instanceof Element ? target.closest("button") : null;
    if (button?.type === "submit") tell(event, button.form);
  });
}
