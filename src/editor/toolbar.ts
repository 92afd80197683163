/** One control of a toolbar is in the tab order; left and right arrows reach the others. */
export function roveToolbar(bar: HTMLElement): void {
  const controls = () =>
    [...bar.querySelectorAll<HTMLElement>("button, a[href]")].filter((one) => !one.hidden);
  const set = (current: HTMLElement | undefined): void => {
    for (const one of controls()) one.tabIndex = one === current ? 0 : -1;
  };
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const all = controls();
    const at = all.findIndex((one) => one === event.target);
    const next = all.at((at + step) % all.length);
    if (at < 0 || !next) return;
    event.preventDefault();
    event.stopPropagation();
    set(next);
    next.focus();
  });
  bar.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLElement && controls().includes(target)) set(target);
  });
  set(controls()[0]);
}
