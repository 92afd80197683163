export { define, FaduFigure } from "./element.ts";
export { heightAt } from "./heights.ts";
