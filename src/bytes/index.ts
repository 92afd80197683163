export { crc32 } from "./checksum.ts";
export { concatenate } from "./concatenate.ts";
