/**
 * A sandbox without forms tells nobody of a form that is sent, but inputs with a button wait for
 * it: the event is made here, and nothing is sent.
 */
export function tellSubmits(document: Document): void {
  const tell = (event: Event, form: HTMLFormElement | null): void => {
    if (!form) return;
    event.preventDefault();
    form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  };
  document.addEventListener("keydown", (event) => {
    const { target } = event;
    if (event.key === "Enter" && !event.isComposing && target instanceof HTMLInputElement)
      tell(event, target.form);
  });
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (button?.type === "submit") tell(event, button.form);
  });
}
