import type { Builder } from "../dom/index.ts";
import type { Language } from "../facts/index.ts";
import {
  delimiters,
  encodings,
  type Delimiter,
  type Reading,
  type ReadOptions,
} from "../files/index.ts";
import { tell } from "./words.ts";

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
  const change = (changed: ReadOptions): void => onChange({ ...options, ...changed });
  const labelled = (text: string, control: HTMLElement): HTMLElement =>
    build.html("label", {}, build.html("span", {}, text), control);
  const choose = <T extends string>(
    name: string,
    values: readonly T[],
    chosen: T,
    word: (value: T) => string,
    change: (value: T) => void,
  ): HTMLElement => {
    const select = build.html(
      "select",
      { name },
      values.map((value) =>
        build.html("option", { value, selected: value === chosen }, word(value)),
      ),
    );
    select.addEventListener("change", () => {
      const value = values.find((known) => known === select.value);
      if (value !== undefined) change(value);
    });
    return select;
  };
  const { encoding, delimiter, quotes, header, sheet, sheets } = reading;
  const controls: HTMLElement[] = [];
  if (sheet !== null && sheets.length > 1)
    controls.push(
      labelled(
        tell(language, "own.sheet"),
        // Another sheet has its names elsewhere.
        choose(
          "sheet",
          sheets,
          sheet,
          (name) => name,
          (name) => change({ sheet: name, header: undefined, fill: undefined }),
        ),
      ),
    );
  if (encoding !== null)
    controls.push(
      labelled(
        tell(language, "own.encoding"),
        choose(
          "encoding",
          encodings,
          encoding,
          (name) => encodingNames[name],
          (name) => change({ encoding: name }),
        ),
      ),
    );
  if (delimiter !== null)
    controls.push(
      labelled(
        tell(language, "own.delimiter"),
        choose(
          "delimiter",
          delimiters,
          delimiter,
          (sign) => tell(language, delimiterWords[sign]),
          (sign) => change({ delimiter: sign, header: undefined }),
        ),
      ),
    );
  if (header !== null)
    controls.push(labelled(tell(language, "own.header"), headerControl(header, build, change)));
  if (typeof reading.fill === "boolean") {
    const box = build.html("input", { type: "checkbox", name: "fill", checked: reading.fill });
    box.addEventListener("change", () => change({ fill: box.checked }));
    controls.push(
      build.html(
        "label",
        { class: "own-check" },
        box,
        build.html("span", {}, tell(language, "own.fill")),
      ),
    );
  }
  if (quotes !== null) {
    const box = build.html("input", { type: "checkbox", name: "quotes", checked: quotes });
    box.addEventListener("change", () => change({ quotes: box.checked }));
    controls.push(
      build.html(
        "label",
        { class: "own-check" },
        box,
        build.html("span", {}, tell(language, "own.quotes")),
      ),
    );
  }
  return build.html("div", { class: "own-reading" }, controls);
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
