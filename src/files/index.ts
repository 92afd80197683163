/** What every reader of strangers' files needs: encodings, ZIP and XML with limits, a deadline. */
export { createDeadline, patience, type Deadline } from "./deadline.ts";
export { decode, encodingOf, type FoundEncoding } from "./encoding.ts";
export { encodings, type Encoding } from "./encodings.ts";
export { checkUnpacked, FileError, fileErrorCodes, type FileErrorCode } from "./error.ts";
export type { PassOptions } from "./pass.ts";
export { isBinary, signatureOf, type Signature } from "./signature.ts";
