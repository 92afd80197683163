/**
 * Radicals with the characters that they are drawn like (Unicode, EquivalentUnifiedIdeograph). Where
 * a font draws both with one shape, a PDF often names the radical; nobody writes with them.
 */
const pairs =
  "⼾户⺁厂⺄乙⺌小⺍小⺎兀⺒巳⺓幺⺜日⺝月⺟母⺠民⺧牛⺩王⺪疋⺫目⺬示⺮竹⺶羊⺷羊⺻聿⺼肉⺽臼⻁虎⻄西⻅见⻆角⻇角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻲亀⻳龟";

const characters = [...pairs];
const meant = new Map(
  characters.flatMap((radical, at) =>
    at % 2 === 0 ? [[radical, characters[at + 1] ?? radical] as const] : [],
  ),
);

/** The radicals of the old dictionary and doubles for other encodings have their characters in NFKC. */
const others = /[\u2E80-\u2EFF\u2F00-\u2FD5\uF900-\uFAD9]/g;

export interface Respelled {
  readonly text: string;
  readonly count: number;
}

/** A text with characters in place of radicals that only look like them; as long as before. */
export function withoutRadicals(text: string): Respelled {
  let count = 0;
  const respelled = text.replace(others, (sign) => {
    const character = meant.get(sign) ?? sign.normalize("NFKC");
    if (character === sign || character.length !== 1) return sign;
    count += 1;
    return character;
  });
  return { text: respelled, count };
}
