import { unescapeText } from "./unescape.ts";
import { limits } from "./limits.ts";
import { FileError, type PassOptions } from "./types.ts";
import { readXml, type XmlHandler } from "../files/xml.ts";
import { unzip, type ZipEntry } from "../files/zip.ts";

export interface SheetEntry {
  readonly name: string;
  readonly isHidden: boolean;
  readonly part: string;
}

/** What all sheets of a workbook share. */
export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  /** Days are counted from 1904. */
  readonly is1904: boolean;
  /** Of each style the code of its number format. */
  readonly formats: readonly string[];
  readonly strings: readonly string[];
  /** Reads a part; none where it is not there. */
  read(part: string, handler: XmlHandler): Promise<boolean>;
}

/** Reads what is shared; a part that is missing is damage, save those that may be. */
export async function openParts(
  file: Blob,
  entries: readonly ZipEntry[],
  pass: PassOptions = {},
): Promise<Workbook> {
  let left: number = limits.unpacked;
  const read = async (part: string, handler: XmlHandler): Promise<boolean> => {
    const entry = entries.find(({ name }) => name.toLowerCase() === part.toLowerCase());
    if (entry === undefined) return false;
    const counted = (async function* () {
      for await (const piece of unzip(file, entry, left, pass)) {
        left -= piece.length;
        yield piece;
      }
    })();
    await readXml(counted, handler);
    return true;
  };
  const targets = await relations(read);
  const { sheets, is1904 } = await book(read, targets);
  const partOf = (kind: string): string =>
    [...targets.values()].find(({ type }) => type.endsWith(`/${kind}`))?.part ?? `xl/${kind}.xml`;
  return {
    sheets,
    is1904,
    formats: await styles(read, partOf("styles")),
    strings: await sharedStrings(read, partOf("sharedStrings")),
    read,
  };
}

type Read = Workbook["read"];
const nothing: XmlHandler = { open: () => {}, close: () => {}, text: () => {} };

interface Target {
  readonly type: string;
  readonly part: string;
}

async function relations(read: Read): Promise<ReadonlyMap<string, Target>> {
  const targets = new Map<string, Target>();
  await read("xl/_rels/workbook.xml.rels", {
    ...nothing,
    open(name, { Id = "", Target: target = "", Type: type = "" }) {
      if (name !== "Relationship") return;
      const part = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
      targets.set(Id, { type, part });
    },
  });
  return targets;
}

async function book(
  read: Read,
  targets: ReadonlyMap<string, Target>,
): Promise<Pick<Workbook, "sheets" | "is1904">> {
  const sheets: SheetEntry[] = [];
  let is1904 = false;
  const isThere = await read("xl/workbook.xml", {
    ...nothing,
    open(name, attributes) {
      // Four spellings: `1`, `0`, `true`, `false`.
      if (name === "workbookPr") is1904 = /^(?:1|true)$/i.test(attributes["date1904"] ?? "");
      if (name !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => /(?:^|:)id$/.test(key))?.[1] ?? "";
      const part = targets.get(id)?.part ?? `xl/worksheets/sheet${sheets.length + 1}.xml`;
      const state = attributes["state"] ?? "visible";
      sheets.push({ name: attributes["name"] ?? "", isHidden: state !== "visible", part });
    },
  });
  if (!isThere) throw new FileError("damaged", "workbook");
  return { sheets, is1904 };
}

async function styles(read: Read, part: string): Promise<string[]> {
  const codes = new Map<number, string>();
  const formats: string[] = [];
  let isCell = false;
  await read(part, {
    ...nothing,
    open(name, { numFmtId = "0", formatCode = "" }) {
      if (name === "numFmt") codes.set(Number(numFmtId), formatCode);
      if (name === "cellXfs") isCell = true;
      if (name === "xf" && isCell)
        formats.push(codes.get(Number(numFmtId)) ?? builtIn[Number(numFmtId)] ?? "General");
    },
    close(name) {
      if (name === "cellXfs") isCell = false;
    },
  });
  return formats;
}

/** The formats that have numbers alone, as a Chinese spreadsheet shows those from 27 on. */
const builtIn: Readonly<Record<number, string>> = {
  ...{ 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00" },
  ...{ 12: "# ?/?", 13: "# ??/??", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy" },
  ...{ 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm" },
  ...{ 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m/d/yy" },
  ...{ 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"' },
  ...{ 34: 'h"时"mm"分"', 35: 'h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"' },
  ...{ 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@" },
  ...{ 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"' },
  ...{ 54: 'm"月"d"日"', 55: 'yyyy"年"m"月"', 56: 'm"月"d"日"', 57: 'yyyy"年"m"月"' },
  ...{ 58: 'm"月"d"日"' },
};

/** The texts of the workbook, without what says how they are pronounced. */
async function sharedStrings(read: Read, part: string): Promise<string[]> {
  const strings: string[] = [];
  const reader = textReader();
  await read(part, {
    open: reader.open,
    text: reader.text,
    close(name) {
      reader.close(name);
      if (name === "si") strings.push(unescapeText(reader.take()));
    },
  });
  return strings;
}

/** Joins the `t` of a text, save those within `rPh`: the reading of Chinese characters. */
export function textReader(): XmlHandler & { take(): string } {
  let [text, isText, spoken] = ["", false, 0];
  return {
    open(name) {
      if (name === "rPh") spoken += 1;
      isText = name === "t" && spoken === 0;
    },
    close(name) {
      if (name === "rPh") spoken -= 1;
      if (name === "t") isText = false;
    },
    text(piece) {
      if (isText) text += piece;
    },
    take() {
      const taken = text;
      text = "";
      return taken;
    },
  };
}
