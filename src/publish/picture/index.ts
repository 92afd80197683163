export { card, cardSizes, type CardShape } from "./card.ts";
export { picture, pictureWidths } from "./picture.ts";
export { fontsOf, type Picture, type PictureOptions } from "./sheet.ts";
