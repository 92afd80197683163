/** Values as bytes, with a limit that holds before they are read. */
export { decode, decoding, type Decoding } from "./decode.ts";
export { encode, encoding, type Encoding } from "./encode.ts";
export { CopyError, mostBytes, mostValues } from "./format.ts";
export { inSlices, type Steps } from "./slices.ts";
