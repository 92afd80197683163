export { factLimit, readAddress, writeAddress, type Address } from "./address.ts";
