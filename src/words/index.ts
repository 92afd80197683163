export { formatDate, formatPeriod } from "./date.ts";
export { excerpt, type Excerpt, excerptText, isRest, parted, type Rest } from "./excerpt.ts";
export { fill } from "./fill.ts";
export { formatDigits, formatDouble, formatNumber, isCode, shortNumber } from "./number.ts";
export { languageOf, locale } from "./locale.ts";
export { punctuation } from "./punctuation.ts";
export {
  formatQuantity,
  isPartOfNumber,
  type Measure,
  shortQuantity,
  tickText,
} from "./quantity.ts";
export { withRange } from "./range.ts";
export { withinQuotes } from "./quote.ts";
export { formatSubset } from "./subset.ts";
export { textsOf, type Texts } from "./texts.ts";
export { unitName } from "./unit.ts";
export { isWord, list, say, words, type Word } from "./words.ts";
export { softHyphens } from "./hyphen.ts";
