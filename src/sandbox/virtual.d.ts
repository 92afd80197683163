/** The module that scripts/vite/sandbox-plugin.ts makes. */
declare module "virtual:fadu-sandbox" {
  /** Absolute address of the file that the frame of JavaScript cells loads. */
  export const sandboxUrl: string;
  /** Absolute address of what runs in it, the libraries of cells in it. */
  export const sandboxCodeUrl: string;
}
