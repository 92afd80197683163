/** The module that scripts/vite/cage-plugin.ts makes. */
declare module "virtual:fadu-cage" {
  /** Absolute address of the file that the frame of JavaScript cells loads. */
  export const cageUrl: string;
  /** Absolute address of what runs in it, the libraries of cells in it. */
  export const cageCodeUrl: string;
}
