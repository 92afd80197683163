import { numeral } from "./numerals.ts";
import { valueOf, type Package } from "./package.ts";

interface Level {
  start: number;
  format: string;
  /** With `%1` for the number of the first level. */
  text: string;
}

/** What a list's paragraphs are counted with. */
export interface List {
  readonly levels: Map<number, Level>;
  readonly counts: (number | undefined)[];
}

export interface Style {
  readonly name: string;
  readonly base: string;
  readonly list: string;
  readonly level: number;
}

export async function readLists(parts: Package): Promise<ReadonlyMap<string, List>> {
  const kinds = new Map<string, Map<number, Level>>();
  const lists = new Map<string, List>();
  let levels = new Map<number, Level>();
  let level: Level = { start: 1, format: "decimal", text: "" };
  let list = "";
  await parts.read("word/numbering.xml", {
    open(name, attributes) {
      const value = valueOf(attributes);
      if (name === "abstractNum")
        kinds.set(valueOf(attributes, "abstractNumId"), (levels = new Map()));
      else if (name === "num") list = valueOf(attributes, "numId");
      // Lists of one kind are counted on, one after another.
      else if (name === "abstractNumId")
        lists.set(list, listOf(lists, kinds.get(value) ?? new Map()));
      else if (name === "lvl") {
        level = { start: 1, format: "decimal", text: "" };
        levels.set(Number(valueOf(attributes, "ilvl")), level);
      } else if (name === "start") level.start = Number(value) || 0;
      else if (name === "numFmt") level.format = value;
      else if (name === "lvlText") level.text = value;
      else if (name === "startOverride")
        lists.set(list, { levels: lists.get(list)?.levels ?? levels, counts: [] });
    },
  });
  return lists;
}

function listOf(lists: ReadonlyMap<string, List>, levels: Map<number, Level>): List {
  const same = [...lists.values()].find((one) => one.levels === levels);
  return { levels, counts: same?.counts ?? [] };
}

export async function readStyles(parts: Package): Promise<ReadonlyMap<string, Style>> {
  const styles = new Map<string, Style>();
  let id = "";
  const change = (part: Partial<Style>): void => {
    const style = styles.get(id) ?? { name: "", base: "", list: "", level: 0 };
    styles.set(id, { ...style, ...part });
  };
  await parts.read("word/styles.xml", {
    open(name, attributes) {
      const value = valueOf(attributes);
      if (name === "style") id = valueOf(attributes, "styleId");
      else if (id === "") return;
      else if (name === "name") change({ name: value });
      else if (name === "basedOn") change({ base: value });
      else if (name === "numId") change({ list: value });
      else if (name === "ilvl") change({ level: Number(value) || 0 });
    },
  });
  return styles;
}

/** The style itself and those it rests on, nearest first. */
export function chain(styles: ReadonlyMap<string, Style>, id: string): Style[] {
  const found: Style[] = [];
  for (let at = styles.get(id); at !== undefined && found.length < 20; at = styles.get(at.base))
    found.push(at);
  return found;
}

/** The number before the next paragraph of a list; null where its format is one that we lack. */
export function nextNumber({ levels, counts }: List, depth: number): string | null {
  const own = levels.get(depth);
  if (own === undefined) return "";
  counts[depth] = (counts[depth] ?? own.start - 1) + 1;
  counts.length = depth + 1;
  if (own.format === "bullet" || own.format === "none") return "";
  let isKnown = true;
  const text = own.text.replace(/%(\d)/g, (_, place: string) => {
    const at = Number(place) - 1;
    const level = levels.get(at);
    const number = numeral(level?.format ?? "decimal", counts[at] ?? level?.start ?? 1);
    isKnown &&= number !== null;
    return number ?? "";
  });
  if (!isKnown) return null;
  return /[\w.]$/.test(text) ? `${text} ` : text;
}
