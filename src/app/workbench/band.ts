import type { Builder, Child } from "../../dom/index.ts";

export interface BandAction {
  readonly label: string;
  readonly name: string;
  readonly act: () => void;
}

/** A line above the notebook that says where it stands, with what can be done about it. */
export function band(
  { html }: Builder,
  name: string,
  content: Child,
  actions: readonly BandAction[],
  { isWarning = false }: { readonly isWarning?: boolean } = {},
): HTMLElement {
  return html(
    "div",
    {
      class: isWarning ? "band warning" : "band",
      "data-band": name,
      role: isWarning ? "alert" : "status",
    },
    html("p", {}, content),
    actions.map(({ label, name: action, act }) => {
      const button = html("button", { type: "button", "data-action": action }, label);
      button.addEventListener("click", act);
      return button;
    }),
  );
}
