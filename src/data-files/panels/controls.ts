import type { Builder } from "../../dom/index.ts";
import type { Language } from "../../domain/index.ts";
import { delimiters, encodings, type Delimiter, type Reading, type ReadOptions } from "../index.ts";
import { tableText } from "../../words/data-files.ts";

export interface ControlOptions {
  readonly build: Builder;
  readonly language: Language;
  /** What the reader decided so far. */
  readonly options: ReadOptions;
  readonly onChange: (options: ReadOptions) => void;
}

const delimiterWords = {
  ",": "own.delimiter.comma",
  "\t": "own.delimiter.tab",
  ";": "own.delimiter.semicolon",
  "|": "own.delimiter.bar",
} as const satisfies Readonly<Record<Delimiter, string>>;

const encodingNames = {
  "utf-8": "UTF-8",
  gb18030: "GB18030 (GBK)",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
  big5: "Big5",
  shift_jis: "Shift JIS",
  "euc-kr": "EUC-KR",
  "windows-1252": "Windows-1252",
} as const;

/** How the file is read: what applies to its kind, each to be changed. */
export function readingControls(reading: Reading, given: ControlOptions): HTMLElement {
  const { build, language, options, onChange } = given;
  const { encoding, delimiter, quotes, header, fill, sheet, sheets } = reading;
  const change = (changed: ReadOptions): void => onChange({ ...options, ...changed });
  const labelled = (text: string, control: HTMLElement): HTMLElement =>
    build.html("label", {}, build.html("span", {}, text), control);
  const choice = <T extends string>(name: Choice, given: Choosing<T>): HTMLElement =>
    labelled(tableText(language, `own.${name}`), choose(build, name, given));
  const check = (name: Check, isOn: boolean): HTMLElement =>
    checkbox(build, language, name, isOn, change);
  return build.html("div", { class: "own-reading" }, [
    sheet !== null && sheets.length > 1
      ? choice("sheet", {
          values: sheets,
          chosen: sheet,
          word: (name) => name,
          // Another sheet has its names elsewhere.
          onChoose: (name) => change({ sheet: name, header: undefined, fill: undefined }),
        })
      : null,
    encoding !== null
      ? choice("encoding", {
          values: encodings,
          chosen: encoding,
          word: (name) => encodingNames[name],
          onChoose: (name) => change({ encoding: name }),
        })
      : null,
    delimiter !== null
      ? choice("delimiter", {
          values: delimiters,
          chosen: delimiter,
          word: (sign) => tableText(language, delimiterWords[sign]),
          onChoose: (sign) => change({ delimiter: sign, header: undefined }),
        })
      : null,
    header !== null
      ? labelled(tableText(language, "own.header"), headerControl(header, build, change))
      : null,
    typeof fill === "boolean" ? check("fill", fill) : null,
    quotes !== null ? check("quotes", quotes) : null,
  ]);
}

type Choice = "sheet" | "encoding" | "delimiter";
type Check = "fill" | "quotes";

interface Choosing<T extends string> {
  readonly values: readonly T[];
  readonly chosen: T;
  readonly word: (value: T) => string;
  readonly onChoose: (value: T) => void;
}

function choose<T extends string>(
  { html }: Builder,
  name: Choice,
  { values, chosen, word, onChoose }: Choosing<T>,
): HTMLElement {
  const select = html(
    "select",
    { name },
    values.map((value) => html("option", { value, selected: value === chosen }, word(value))),
  );
  select.addEventListener("change", () => {
    const value = values.find((known) => known === select.value);
    if (value !== undefined) onChoose(value);
  });
  return select;
}

function checkbox(
  { html }: Builder,
  language: Language,
  name: Check,
  isOn: boolean,
  change: (options: ReadOptions) => void,
): HTMLElement {
  const box = html("input", { type: "checkbox", name, checked: isOn });
  box.addEventListener("change", () => change({ [name]: box.checked }));
  return html(
    "label",
    { class: "own-check" },
    box,
    html("span", {}, tableText(language, `own.${name}`)),
  );
}

function headerControl(
  header: number,
  build: Builder,
  change: (options: ReadOptions) => void,
): HTMLElement {
  const input = build.html("input", {
    type: "number",
    name: "header",
    min: 0,
    max: 30,
    value: header,
  });
  input.addEventListener("change", () => {
    if (input.value !== "" && input.validity.valid) change({ header: Number(input.value) });
  });
  return input;
}
