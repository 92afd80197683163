import { builder } from "../../dom/index.ts";
import { inspect, shortText } from "./inspect.ts";
import { plainOf } from "./outcome.ts";

/** Lines of the console that are shown. */
const mostLines = 100;
/** What one run may show, piece by piece. */
const mostPieces = 1000;

/** What the runs of a cell show, each in a place of its own. */
export interface Output {
  /** A place for a run; what the run before it showed stays until this one shows something. */
  start(): HTMLElement;
  /** @throws Error where a run shows more pieces than anybody reads */
  show(element: Node, to: HTMLElement): void;
  /** An element as it is; anything else as what it is. */
  showValue(value: unknown, to: HTMLElement): void;
  /** The run is through: its value is shown where it showed nothing itself. */
  finish(value: unknown, to: HTMLElement): void;
  /** A line of the console. */
  log(level: string, values: readonly unknown[]): void;
}

export function createOutput(document: Document): Output {
  const build = builder(document);
  const root = document.body;
  let place = build.html("div", { class: "output" });
  let [lines, pieces] = [0, 0];

  const show: Output["show"] = (element, to) => {
    if (++pieces > mostPieces)
      throw new Error(`unsupported display: more than ${mostPieces} pieces`);
    to.append(element);
    if (to.isConnected || to !== place) return;
    root.replaceChildren(to);
  };
  const showValue: Output["showValue"] = (value, to) =>
    show(value instanceof Node ? value : inspect(build, plainOf(value)), to);
  return {
    start() {
      [lines, pieces] = [0, 0];
      return (place = build.html("div", { class: "output" }));
    },
    show,
    showValue,
    finish(value, to) {
      if (value instanceof Node && !to.contains(value)) show(value, to);
      else if (!to.hasChildNodes() && value !== undefined) showValue(value, to);
      else if (!to.isConnected) root.replaceChildren(to);
    },
    log(level, values) {
      if (++lines > mostLines) return;
      const text = lines === mostLines ? "…" : values.map(shortText).join(" ");
      show(build.html("p", { class: `line ${level}` }, text), place);
    },
  };
}
