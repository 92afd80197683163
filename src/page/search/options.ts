/** The options of a combobox, of which one is active while the focus stays in the field. */
export interface ActiveOptions {
  /** Takes the options of a new list; the first becomes active. */
  set(options: readonly HTMLElement[]): void;
  /** Makes the option so many places on active, round the end; `first` or `last` by name. */
  move(to: number | "first" | "last"): void;
  activate(option: HTMLElement): void;
  readonly current: HTMLElement | null;
}

/** After the ARIA pattern: `aria-activedescendant` on the field, `aria-selected` on the option. */
export function activeOptions(field: HTMLElement): ActiveOptions {
  let options: readonly HTMLElement[] = [];
  let active = -1;
  const show = (index: number): void => {
    options[active]?.setAttribute("aria-selected", "false");
    active = index;
    const option = options[active];
    if (!option) return field.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView?.({ block: "nearest" });
  };
  return {
    set(next) {
      options = next;
      active = -1;
      show(options.length > 0 ? 0 : -1);
    },
    move(to) {
      if (options.length === 0) return;
      if (to === "first") show(0);
      else if (to === "last") show(options.length - 1);
      else show((active + to + options.length) % options.length);
    },
    activate: (option) => show(options.indexOf(option)),
    get current() {
      return options[active] ?? null;
    },
  };
}
