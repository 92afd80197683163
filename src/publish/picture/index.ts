export { FONTS, picture, pictureWidths, type Picture, type PictureOptions } from "./picture.ts";
