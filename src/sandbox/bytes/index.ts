/** Values as bytes, with a limit that holds before they are read. */
export { decode, decoding } from "./decode.ts";
export { encode, encoding } from "./encode.ts";
export { CopyError, mostBytes } from "./format.ts";
export { inSlices, type Steps } from "./slices.ts";
