export { readAddress, reservedNames, writeAddress, type Address } from "./address.ts";
