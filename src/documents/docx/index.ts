import type { Draft, ReadContext } from "../types.ts";
export const readDocx = (_file: Blob, _context: ReadContext): Promise<Draft> =>
  Promise.reject(new Error("later"));
