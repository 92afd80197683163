import type { Builder, Child } from "../dom/index.ts";
import { bilingual } from "../figures/index.ts";
import { say, softHyphens } from "../words/index.ts";
import type { InputElementOptions } from "./input.ts";
import { checkChoices } from "./choices.ts";
import type { Option } from "./option.ts";

type Radio = HTMLInputElement;

/** A tile with nothing behind it cannot be chosen, unless the address has chosen it already. */
function isEmpty({ count, value }: Option, chosen: unknown): boolean {
  return count === 0 && value !== chosen;
}

/** What the number in a tile counts. */
function countedBy({ spec, language }: InputElementOptions): string {
  return bilingual(spec["unit"], language) || say(language, "tiles.figures");
}

function nameOf({ label, count }: Option, options: InputElementOptions): string {
  const { language } = options;
  if (count === undefined) return label[language];
  if (count === 0) return say(language, "tiles.none", label[language]);
  return say(language, "tiles.count", label[language], count, countedBy(options));
}

function radio(build: Builder, option: Option, options: InputElementOptions): Radio {
  const { id, value } = options;
  return build.html("input", {
    type: "radio",
    id: `input-${id}-${option.value}`,
    name: id,
    value: option.value,
    checked: option.value === value,
    disabled: isEmpty(option, value),
    "aria-label": nameOf(option, options),
  });
}

/** The last row and column of the grid: a browser makes all that lie before a tile. */
const LAST = 99;

function checkPlace({ tile: place }: Option, { language }: InputElementOptions): void {
  const wrong = [place?.row ?? 0, place?.column ?? 0].find(
    (at) => !Number.isInteger(at) || at < 0 || at > LAST,
  );
  if (wrong !== undefined) throw new Error(say(language, "limit.tiles", wrong, LAST));
}

function tile(build: Builder, option: Option, control: Radio, { language }: InputElementOptions) {
  const { tile: place, count, label } = option;
  return build.html(
    "label",
    {
      class: control.disabled ? "tile blank" : "tile",
      style: place ? `grid-row:${place.row + 1};grid-column:${place.column + 1}` : null,
    },
    control,
    build.html("span", { class: "name" }, softHyphens(label[language])),
    count ? build.html("span", { class: "count" }, count) : null,
  );
}

interface Cell {
  readonly control: Radio;
  readonly row: number;
  readonly column: number;
}

/** Choices in reading order; what stands beside the grid comes before it. */
function inOrder(options: readonly Option[], controls: readonly Radio[]): Cell[] {
  return controls
    .flatMap((control, i) => {
      const { row, column } = options[i]?.tile ?? { row: -1, column: 0 };
      return control.disabled ? [] : [{ control, row, column }];
    })
    .toSorted((a, b) => a.row - b.row || a.column - b.column);
}

/** The next row that has a choice, and there the one that is nearest. */
function inRow(cells: readonly Cell[], from: Cell, way: 1 | -1): Cell | undefined {
  const ahead = cells.filter(({ row }) => (row - from.row) * way > 0);
  const row = way > 0 ? ahead[0]?.row : ahead.at(-1)?.row;
  const away = ({ column }: Cell) => Math.abs(column - from.column);
  return ahead.filter((cell) => cell.row === row).toSorted((a, b) => away(a) - away(b))[0];
}

/** Left and right go through all choices in reading order, up and down stay near the column. */
function next(cells: readonly Cell[], current: Radio, key: string): Cell | undefined {
  const index = cells.findIndex(({ control }) => control === current);
  const from = cells[index];
  if (!from) return undefined;
  if (key === "ArrowRight") return cells[index + 1];
  if (key === "ArrowLeft") return cells[index - 1];
  if (key === "Home") return cells[0];
  if (key === "End") return cells.at(-1);
  if (key === "ArrowDown") return inRow(cells, from, 1);
  return key === "ArrowUp" ? inRow(cells, from, -1) : undefined;
}

const keys = ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End"];

function listen(controls: readonly Radio[], options: InputElementOptions): void {
  const cells = inOrder(options.options, controls);
  for (const control of controls) {
    control.addEventListener("change", () => options.onChange(control.value));
    control.addEventListener("keydown", (event) => {
      if (!keys.includes(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const to = next(cells, control, event.key)?.control;
      if (!to || to === control) return;
      to.checked = true;
      to.focus();
      options.onChange(to.value);
    });
  }
}

/**
 * One choice of many as tiles in about their places on the map: a group of radio buttons, of which
 * one is in the tab order. Each says how much there is; what has nothing is named but not offered.
 */
export function tileInput(
  build: Builder,
  options: InputElementOptions,
  label: Child,
): HTMLFieldSetElement {
  checkChoices(options);
  for (const option of options.options) checkPlace(option, options);
  const controls = options.options.map((option) => radio(build, option, options));
  listen(controls, options);
  const tiles = options.options.map((option, i) => {
    const control = controls[i];
    return { isPlaced: option.tile !== undefined, control, option };
  });
  const draw = (placed: boolean) =>
    tiles.flatMap(({ isPlaced, control, option }) =>
      control && isPlaced === placed ? [tile(build, option, control, options)] : [],
    );
  const { language } = options;
  const isCounted = options.options.some(({ count }) => count !== undefined);
  return build.html(
    "fieldset",
    { class: "input tile-input", disabled: options.disabled ?? false },
    build.html("legend", {}, label),
    build.html(
      "div",
      { class: "beside" },
      draw(false),
      isCounted ? build.html("small", {}, say(language, "tiles.key", countedBy(options))) : null,
    ),
    build.html("div", { class: "tiles" }, draw(true)),
  );
}
