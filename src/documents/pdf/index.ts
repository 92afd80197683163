import type { Draft, ReadContext } from "../types.ts";
export const readPdf = (_file: Blob, _context: ReadContext): Promise<Draft> =>
  Promise.reject(new Error("later"));
