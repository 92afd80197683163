declare module "virtual:fadu-engine" {
  /** Absolute URL of the stock worker script. */
  export const workerUrl: string;
  /** Absolute URL of the gzipped module. */
  export const wasmUrl: string;
  /** Size of the gzipped module. */
  export const wasmBytes: number;
}
