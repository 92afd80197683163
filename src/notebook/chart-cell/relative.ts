/**
 * A link of a chart leads to a page of this site: no scheme, no host, nothing that hides one. A
 * folder may be filled in: `../regions/{}/`.
 */
export const relativeAddress =
  /^(?:\.{1,2}\/)*(?:(?:[\w-]+|\{\w*\})\/)*(?:[\w-]*)(?:[?#][^\s\\]*)?$/;
