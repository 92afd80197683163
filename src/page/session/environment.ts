import type { Engine } from "../../engine/index.ts";
import type { Archive } from "../../evidence/index.ts";
import { say } from "../../words/index.ts";
import type { Environment } from "../../runtime/index.ts";
import { figureActions } from "../shell/figure-actions.ts";
import { variantFor } from "../shell/widths.ts";
import { createSandboxes } from "./sandboxes.ts";
import type { Page } from "./page.ts";

/** What every notebook of a page runs in; which code may run is each one's own. */
export function environmentOf(
  page: Page,
  {
    engine,
    archive,
    hasFigurePages,
  }: {
    readonly engine: Engine;
    readonly archive: Archive;
    /** Its charts are those of the repository: each has a page of its own. */
    readonly hasFigurePages: boolean;
  },
): Omit<Environment, "consent"> {
  const { document, language, location } = page;
  return {
    document,
    connector: engine,
    catalogue: archive,
    language,
    variants: (container) => [variantFor(container)],
    state: "live",
    inputs: location.address.inputs,
    onInput: location.setInput,
    sandboxes: createSandboxes(document),
    actions: figureActions(hasFigurePages ? new URL("embed/", page.root).href : null),
    together: location.address.together,
    onTogether: location.setTogether,
    pinned: location.address.pinned,
    onPinned: location.setPinned,
    onInvalidInput: (id, text) =>
      page.notice(`input-${id}`, say(page.language, "error.address.value", id, text)),
  };
}
