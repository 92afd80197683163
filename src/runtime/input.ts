import { bilingual, checkTexts, type Row } from "../figures/index.ts";
import type { Builder, Child } from "../dom/index.ts";
import type { Language } from "../domain/index.ts";
import type { InputType, Spec } from "../notebook/index.ts";
import { checkboxControl, multiselectControl, selectControl } from "./choices.ts";
import { dateControl, rangeControl, searchControl, toggleControl } from "./fields.ts";
import { typeOf, type InputValue } from "./input-value.ts";
import type { Option } from "./option.ts";
import { tableControl } from "./table-input.ts";
import { tileInput } from "./tiles.ts";

export { defaultValue, formatValue, parseValue, type InputValue } from "./input-value.ts";
export { optionsOf, type Option } from "./option.ts";

export interface InputElementOptions {
  readonly id: string;
  readonly spec: Spec;
  readonly options: readonly Option[];
  readonly value: InputValue;
  /** What it has before anybody touches it. */
  readonly initial?: InputValue;
  readonly language: Language;
  /** True where no engine answers yet. Default false. */
  readonly disabled?: boolean;
  readonly onChange: (value: InputValue) => void;
  /** The rows of its query, for a table to choose from. */
  readonly rows?: readonly Row[];
  /** What a cell of such a table shows. Default: the value as text. */
  readonly cellOf?: (row: Row, column: string) => Child;
}

/** A control in the page. */
export interface Control {
  readonly element: HTMLElement;
  /**
   * Shows another value without being built anew, so that whoever drags or types is not
   * interrupted; absent where it has to be built anew.
   */
  readonly set?: (value: InputValue) => void;
}

export type MakeControl = (build: Builder, options: InputElementOptions, label: string) => Control;

const controls: Readonly<Record<InputType, MakeControl>> = {
  select: selectControl,
  checkbox: checkboxControl,
  tiles: (build, options, label) => ({ element: tileInput(build, options, label) }),
  multiselect: multiselectControl,
  range: rangeControl,
  search: searchControl,
  toggle: toggleControl,
  date: dateControl,
  table: tableControl,
};

/** The control of an input cell, labelled in the reader's language. */
export function inputControl(build: Builder, options: InputElementOptions): Control {
  const { spec, id, language } = options;
  checkTexts(
    options.options.map(({ value, label }) => ({ value, label: label[language] })),
    { language },
  );
  return controls[typeOf(spec)](build, options, bilingual(spec["label"], language) || id);
}
