export { readAddress, writeAddress, type Address } from "./address.ts";
