export { compose, type Statement } from "./compose.ts";
export type { Environment } from "./environment.ts";
export { inline, type Results } from "./inline.ts";
export {
  formatValue,
  inputElement,
  optionsOf,
  parseValue,
  type InputValue,
  type Option,
} from "./input.ts";
export { mount, type Mounted } from "./mount.ts";
