export { formatDate, formatPeriod } from "./date.ts";
export { formatNumber, locale, shortNumber } from "./number.ts";
export { punctuation, type Punctuation } from "./punctuation.ts";
export { formatQuantity, shortQuantity, type Quantity } from "./quantity.ts";
export { withinQuotes } from "./quote.ts";
export { formatSubset } from "./subset.ts";
export { unitName } from "./unit.ts";
export { isWord, list, say, words, type Word } from "./words.ts";
export { softHyphens } from "./hyphen.ts";
