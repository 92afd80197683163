import { EngineError, messageOf } from "./error.ts";
import { abortable } from "./queue.ts";
import { watchStall } from "./stall.ts";

/** The part of `fetch` that the loader needs; in Node `fileFetch`. */
export type Fetch = (
  url: string,
  init?: { readonly signal?: AbortSignal; readonly cache?: RequestCache },
) => Promise<Pick<Response, "ok" | "status" | "arrayBuffer"> & Partial<Pick<Response, "body">>>;

export interface FetchOptions {
  /** Default: the browser's. */
  readonly fetch?: Fetch;
  readonly signal?: AbortSignal | undefined;
  /** Called whenever bytes arrive. */
  readonly onBytes?: (() => void) | undefined;
  /** How long a file may bring nothing, in ms. Default 30000. */
  readonly silence?: number;
}

interface Asked {
  /** Distinguishes this file from others of its name, for every cache on the way. */
  readonly version?: string;
  /** Past every cache. */
  readonly isFresh?: boolean;
}

/**
 * The bytes of `file` below `base`. Rejects with `unreachable`, or `stalled` where it stops
 * arriving: a slow host has all the time it needs, a silent one has not.
 */
export async function fetchFile(
  base: string,
  file: string,
  options: FetchOptions,
  { version, isFresh = false }: Asked = {},
): Promise<ArrayBuffer> {
  const { fetch = (url, init) => globalThis.fetch(url, init), signal, onBytes } = options;
  const { silence = 30_000 } = options;
  const url = `${base.replace(/\/?$/, "/")}${file}`;
  const stall = watchStall(silence, "stalled", `${file} brought nothing for ${silence} ms`);
  const ended = signal ? AbortSignal.any([signal, stall.signal]) : stall.signal;
  const init = { signal: ended, ...(isFresh ? { cache: "reload" as const } : {}) };
  try {
    const response = await abortable(fetch(version ? `${url}?${version}` : url, init), ended);
    if (!response.ok)
      throw new EngineError("unreachable", `missing file: ${url} (${response.status})`);
    const arrived = (): void => {
      stall.rewind();
      onBytes?.();
    };
    return await abortable(bytesOf(response, arrived), ended);
  } catch (cause) {
    if (cause instanceof EngineError || signal?.aborted === true) throw cause;
    throw new EngineError("unreachable", `missing file: ${url} (${messageOf(cause)})`, { cause });
  } finally {
    stall.stop();
  }
}

async function bytesOf(
  response: Awaited<ReturnType<Fetch>>,
  arrived: () => void,
): Promise<ArrayBuffer> {
  if (!response.body) return response.arrayBuffer();
  const reader = response.body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks.push(next.value);
    arrived();
  }
  return new Blob(chunks).arrayBuffer();
}
