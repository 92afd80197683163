export { define, FaduFigure } from "./element.ts";
