/** The unit that a table gives to a number. */
export interface TableUnit {
  /** The counter that label, header or caption gives; empty where none does. */
  readonly counter: string;
  /** 万 or 亿 before it. */
  readonly scale: string;
}

const units: readonly (readonly [pattern: RegExp, counter: string])[] = [
  [/(万|亿)?元|金额|罚没款/, "元"],
  [/家次|户次/, "家次"],
  [/%|率|占比|比例/, "%"],
  [/家数|户数|\(家\)|\(户\)/, "家"],
  [/人数|\(人\)|\(名\)/, "人"],
  [/次数|\(次\)/, "次"],
  [/项数|\(项\)|\(处\)|\(条\)/, "项"],
  [/件数|宗数|起数|数量|案件|\(件\)|\(宗\)|\(起\)|决定/, "件"],
];

const money = /(万|亿)?元/;

/**
 * By the words of row and column, else by a caption (单位：件、万元). An amount of which nothing says
 * whether it is in 元 or 万元 has no unit.
 */
export function unitOf(labels: string, headers: string, caption: string): TableUnit {
  const words = `${labels} ${headers}`;
  const counter = units.find(([pattern]) => pattern.test(words))?.[1] ?? "";
  const told = unitsOfCaption(caption);
  if (counter === "元") {
    const found = money.exec(words) ?? money.exec(told.join(" "));
    return found ? { counter, scale: found[1] ?? "" } : { counter: "", scale: "" };
  }
  const [only, ...others] = told.filter((unit) => !money.test(unit));
  const isSole = only !== undefined && others.length === 0 && told.length === 1;
  return { counter: counter === "" && isSole ? only : counter, scale: "" };
}

/** 单位：件、万元 → 件, 万元. */
function unitsOfCaption(caption: string): readonly string[] {
  const list = /单位[:：]\s*([^\s()。;]{1,20})/.exec(caption)?.[1];
  return list === undefined ? [] : list.split(/[、,/和及]/).filter((unit) => unit !== "");
}
