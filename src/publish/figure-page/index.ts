export { frameSandbox, heightAt, stepsText, type Step } from "./place.ts";
export { hear } from "./ear.ts";
export { enhance } from "./enhance.ts";
export {
  heightLimits,
  heightMessages,
  protocolVersion,
  readHeight,
  readHostMessage,
  themeNamed,
  themes,
  type HeightMessage,
  type HostMessage,
  type Theme,
} from "./protocol.ts";
