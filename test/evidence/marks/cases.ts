/** A mark as the figures have it: in a drawing or not, where `data-box` of it or around it says. */
function mark(id: string, box = ""): string {
  const place = box && ` data-box="${box}"`;
  return `<a id="${id}" class="mark" data-fact="${id}" data-evidence="${id}" href="#c-${id}" aria-label="${id}；1 件"${place}><path class="glyph"></path></a>`;
}

export const figure = (...panels: readonly string[]): string =>
  `<div data-marks>${panels.join("")}</div>`;

/** `a 10 20, b 30 40`: marks with their places, in the order of the document. */
function each(text: string, draw: (id: string, box: string) => string): string {
  return text
    .split(", ")
    .map((one) => draw(one.split(" ")[0] ?? "", one.split(" ").slice(1).join(" ")))
    .join("");
}

export const drawing = (marks: string): string => `<svg>${each(marks, mark)}</svg>`;

/** Items with their places; that of a mark in one says nothing. */
export const list = (marks: string): string =>
  `<ul>${each(marks, (id, box) => `<li data-box="${box}">${mark(id, "7 7")}</li>`)}</ul>`;

/** Rows of cells; `.` has no mark, `a+b` has two. */
export function table(...rows: readonly string[]): string {
  const cell = (text: string) =>
    text === "."
      ? ""
      : text
          .split("+")
          .map((id) => mark(id))
          .join("");
  const row = (text: string) => {
    const [head = "", ...cells] = text.split(" ");
    return `<tr><th>${cell(head)}</th>${cells.map((one) => `<td>${cell(one)}</td>`).join("")}</tr>`;
  };
  return `<table>${rows.map(row).join("")}</table>`;
}

export interface Walk {
  readonly name: string;
  readonly html: string;
  readonly from: string;
  /** Arrows as they are printed; ⇤ and ⇥ are Home and End. */
  readonly keys: string;
  /** Where each key leads; the focus stays, and the key is left to the browser, at `-`. */
  readonly path: string;
}

const scattered = figure(drawing("a 10 10, b 50 40, c 30 70, d 20 100"));
const backwards = figure(drawing("a 90 0, b 50 0, c 10 0"));
const panels = figure(drawing("a 80 10, b 20 30"), drawing("c 50 60, d 10 90"));
const gaps = figure(table("k l m", "a . b", "c . .", "d e f"));
const tiles = figure(list("beijing 60 20, hebei 60 60, xizang 10 60, jilin 90 20"));

/** What each key does, by the arrangement of the marks. */
export const walks: readonly Walk[] = [
  // A drawing: the name of a key is the direction in which one sees the focus go.
  {
    name: "right and left go by the horizontal",
    html: scattered,
    from: "a",
    keys: "→→→←",
    path: "d c b c",
  },
  {
    name: "down and up go by the vertical",
    html: scattered,
    from: "a",
    keys: "↓↓↓↑",
    path: "b c d c",
  },
  {
    name: "right of the last is the first, and back",
    html: scattered,
    from: "b",
    keys: "→←",
    path: "a b",
  },
  {
    name: "above the first is the last, and back",
    html: scattered,
    from: "a",
    keys: "↑↓",
    path: "d a",
  },
  {
    name: "Home and End keep to the document",
    html: scattered,
    from: "c",
    keys: "⇥⇤",
    path: "d a",
  },
  {
    name: "drawn from right to left, right is right",
    html: backwards,
    from: "c",
    keys: "→→←",
    path: "b a b",
  },
  {
    name: "drawn from right to left, Home is where Tab comes in",
    html: backwards,
    from: "b",
    keys: "⇤⇥",
    path: "a c",
  },
  {
    name: "what is level for both keys keeps the order of the document",
    html: figure(drawing("a 10 10, b 10 10, c 10 10")),
    from: "a",
    keys: "→→↓↑",
    path: "b c a c",
  },
  {
    name: "of what is level the next by the other direction follows",
    html: figure(drawing("a 10 50, b 10 20, c 40 20")),
    from: "b",
    keys: "→→←",
    path: "a c a",
  },
  {
    name: "bars go by their middle, not by where they begin",
    html: figure(drawing("b 0 0 30 8, a 0 20 90 8, c 0 40 60 8")),
    from: "b",
    keys: "→→↑",
    path: "c a b",
  },
  // Several panels.
  {
    name: "one panel is gone through before the next",
    html: panels,
    from: "b",
    keys: "→→→→",
    path: "a d c b",
  },
  { name: "down too, and back", html: panels, from: "a", keys: "↓↓↓↑↑↑", path: "b c d c b a" },
  {
    name: "a list below a drawing comes after it",
    html: figure(drawing("a 80 0, b 20 5"), list("c 0 20, d 0 30")),
    from: "a",
    keys: "→→←↓",
    path: "c d c d",
  },
  // A table: along the rows, along the columns.
  {
    name: "right goes along the row and on to the next",
    html: gaps,
    from: "l",
    keys: "→→→→→",
    path: "m a b c d",
  },
  {
    name: "down stays in the column, over what is empty",
    html: gaps,
    from: "m",
    keys: "↓↓↑↑",
    path: "b f b m",
  },
  {
    name: "below a column is the next, and back",
    html: gaps,
    from: "d",
    keys: "↓↓↓↑",
    path: "l e m e",
  },
  { name: "below the last column is the first", html: gaps, from: "f", keys: "↓↑", path: "k f" },
  {
    name: "two marks of one cell follow each other",
    html: figure(table("a b+c", "d e")),
    from: "b",
    keys: "→←↓↓",
    path: "c b c e",
  },
  {
    name: "a head that stays in view over other rows is still the first",
    html: figure(table("k", "a", "b").replace('id="k"', 'id="k" data-box="0 500"')),
    from: "a",
    keys: "↑↓↓",
    path: "k a b",
  },
  {
    name: "the pages of a table follow each other",
    html: figure(table("a b"), `<details open><summary></summary>${table("c d")}</details>`),
    from: "b",
    keys: "→←↓↓",
    path: "c b c d",
  },
  // A list, and one laid out as a map.
  {
    name: "of a list both ways are the same",
    html: figure(list("a 0 0, b 0 20, c 0 40")),
    from: "a",
    keys: "→↓←↑",
    path: "b c b a",
  },
  {
    name: "right goes along a row of tiles",
    html: tiles,
    from: "beijing",
    keys: "→→→→",
    path: "jilin xizang hebei beijing",
  },
  {
    name: "down goes along a column of tiles",
    html: tiles,
    from: "beijing",
    keys: "↓↑↑",
    path: "hebei beijing xizang",
  },
  // What is not there, and what is not seen.
  {
    name: "a single mark leaves the key to the browser",
    html: figure(drawing("a 10 10")),
    from: "a",
    keys: "→↓←↑⇤⇥",
    path: "- - - - - -",
  },
  {
    name: "hidden marks are passed over",
    html: figure(drawing("a 0 0, b 20 20, c 40 40").replace('id="b"', 'id="b" hidden')),
    from: "a",
    keys: "→→↓⇥",
    path: "c a c -",
  },
  {
    name: "a folded page is passed over",
    html: figure(table("a b"), `<details><summary></summary>${table("c d")}</details>`),
    from: "b",
    keys: "→→⇥",
    path: "a b -",
  },
  {
    name: "each figure is gone through by itself",
    html: figure(drawing("a 0 0, b 20 0")) + figure(drawing("c 10 0")),
    from: "a",
    keys: "→→",
    path: "b a",
  },
  { name: "other keys are none of ours", html: scattered, from: "a", keys: "xj", path: "- -" },
];
