export { card, cardSizes, type CardShape } from "./card.ts";
export { picture, pictureWidths } from "./picture.ts";
export { FONTS, type Picture, type PictureOptions } from "./sheet.ts";
