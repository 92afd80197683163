/**
 * A small writer of PDF for tests: text at places, in fonts that are not embedded. `gb` is a Chinese
 * font by UTF-16 codes, `gbk` by GBK bytes, both without a map to Unicode; `latin` is Helvetica.
 */
export type PdfFont = "gb" | "gbk" | "latin";

export interface PdfText {
  readonly text: string;
  readonly x: number;
  /** From the upper edge. */
  readonly y: number;
  readonly size?: number;
  readonly font?: PdfFont;
  /** Degrees against the clock. */
  readonly angle?: number;
  /** Between characters, in points. */
  readonly spacing?: number;
}

export interface PdfOptions {
  readonly width?: number;
  readonly height?: number;
  readonly encrypt?: boolean;
  readonly rotate?: number;
}

const latin = (text: string): string => `(${text.replace(/[\\()]/g, (sign) => `\\${sign}`)})`;
const hex = (bytes: Iterable<number>): string =>
  `<${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}>`;

function utf16(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).flatMap((code) => [
    code >> 8,
    code & 255,
  ]);
}

function operatorsOf(
  { text, x, y, size = 12, font = "gb", angle = 0, spacing = 0 }: PdfText,
  height: number,
  gbk: (text: string) => Iterable<number>,
): string {
  const string = font === "latin" ? latin(text) : hex(font === "gb" ? utf16(text) : gbk(text));
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const matrix = [cos, sin, -sin, cos, x, height - y].map((value) => value.toFixed(4)).join(" ");
  return `BT /${font} ${size} Tf ${spacing} Tc ${matrix} Tm ${string} Tj ET`;
}

const cid = (name: string, encoding: string, descendant: number): string =>
  `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /${encoding} /DescendantFonts [${descendant} 0 R] >>`;
const descendant = (name: string): string =>
  `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500] /FontDescriptor 8 0 R >>`;

/** Pages of texts as a file. */
export function pdf(
  pages: readonly (readonly PdfText[])[],
  { width = 595, height = 842, encrypt = false, rotate = 0 }: PdfOptions = {},
  gbk: (text: string) => Iterable<number> = () => [],
): Uint8Array<ArrayBuffer> {
  const first = 9;
  const kids = pages.map((_, index) => `${first + 2 * index} 0 R`);
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids.join(" ")}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    cid("STSong-Light", "UniGB-UCS2-H", 5),
    descendant("STSong-Light"),
    cid("SimSun", "GBK-EUC-H", 7),
    descendant("SimSun"),
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
    ...pages.flatMap((texts, index) => {
      const content = texts.map((text) => operatorsOf(text, height, gbk)).join("\n");
      return [
        `<< /Type /Page /Parent 2 0 R /Rotate ${rotate} /MediaBox [0 0 ${width} ${height}] /Resources << /Font << /latin 3 0 R /gb 4 0 R /gbk 6 0 R >> >> /Contents ${first + 2 * index + 1} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
    ...(encrypt
      ? [
          `<< /Filter /Standard /V 1 /R 2 /P -4 /O ${hex(Array.from({ length: 32 }, (_, n) => n))} /U ${hex(Array.from({ length: 32 }, (_, n) => 255 - n))} >>`,
        ]
      : []),
  ];
  return fileOf(objects, encrypt ? ` /Encrypt ${objects.length} 0 R /ID [<00> <00>]` : "");
}

function fileOf(objects: readonly string[], trailer: string): Uint8Array<ArrayBuffer> {
  let text = "%PDF-1.5\n";
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  const lines = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`);
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines.join("")}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Lines below each other; each is as wide as it is long. */
export function lines(
  texts: readonly string[],
  {
    x = 72,
    y = 100,
    leading = 20,
    size = 12,
    font = "gb",
  }: { x?: number; y?: number; leading?: number; size?: number; font?: PdfFont } = {},
): PdfText[] {
  return texts.map((text, index) => {
    const indent = /^\u3000*/.exec(text)?.[0].length ?? 0;
    return { text: text.slice(indent), x: x + indent * size, y: y + index * leading, size, font };
  });
}
