export { append, builder, type Attributes, type Builder, type Child } from "./element.ts";
