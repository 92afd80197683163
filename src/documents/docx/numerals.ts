const digits = "〇一二三四五六七八九";

/** Numbers as paragraphs are counted with in Word; beyond 9999 in digits. */
export function chinese(value: number): string {
  if (value >= 10_000 || value < 0) return String(value);
  if (value < 10) return digits[value] ?? "";
  let [text, wantsZero] = ["", false];
  for (const [unit, sign] of [
    [1_000, "千"],
    [100, "百"],
    [10, "十"],
    [1, ""],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) wantsZero = text !== "";
    else {
      if (wantsZero) text += "零";
      text += (digits[digit] ?? "") + sign;
      wantsZero = false;
    }
  }
  return value < 20 ? text.replace(/^一/, "") : text;
}

function letters(value: number): string {
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  return letter.repeat(Math.min(8, Math.ceil(value / 26)));
}

const romans = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
] as const;

function roman(value: number): string {
  let [text, rest] = ["", Math.min(value, 4_000)];
  for (const [unit, sign] of romans)
    while (rest >= unit) {
      text += sign;
      rest -= unit;
    }
  return text;
}

const circled = (value: number): string =>
  value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : String(value);

const wide = (value: number): string =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(0xfee0 + digit.charCodeAt(0)));

const formats: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, "0"),
  decimalFullWidth: wide,
  decimalFullWidth2: wide,
  decimalHalfWidth: String,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  japaneseCounting: chinese,
  ideographDigital: (value) => String(value).replace(/\d/g, (digit) => digits[Number(digit)] ?? ""),
  lowerLetter: letters,
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
};

/** A number as a list shows it (ECMA-376, ST_NumberFormat); null for a format that we lack. */
export function numeral(format: string, value: number): string | null {
  return Object.hasOwn(formats, format) ? (formats[format]?.(value) ?? null) : null;
}
