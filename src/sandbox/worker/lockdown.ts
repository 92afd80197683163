/**
 * Names that stay on the worker's global object. Whatever is not here, now or in a browser to come,
 * is taken away before any code of a cell runs: it is the second line only, since the worker's
 * origin and policy give it no network and no storage anyway (docs/architecture.md).
 */
const kept: ReadonlySet<string> = new Set(
  `Object Function Array Number String Boolean Symbol BigInt Math JSON Date RegExp Map Set WeakMap
  WeakSet WeakRef FinalizationRegistry Promise Proxy Reflect Iterator Intl Error TypeError
  RangeError SyntaxError ReferenceError EvalError URIError AggregateError SuppressedError
  DisposableStack AsyncDisposableStack ArrayBuffer SharedArrayBuffer DataView Atomics Int8Array
  Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float16Array
  Float32Array Float64Array BigInt64Array BigUint64Array parseInt parseFloat isNaN isFinite
  encodeURI encodeURIComponent decodeURI decodeURIComponent escape unescape undefined NaN Infinity
  globalThis self eval performance crypto structuredClone queueMicrotask reportError atob
  btoa setTimeout clearTimeout setInterval clearInterval URLSearchParams TextEncoder TextDecoder TextEncoderStream
  TextDecoderStream Blob File FileReader FormData Headers AbortController AbortSignal DOMException URL
  DOMRect DOMRectReadOnly DOMPoint DOMPointReadOnly DOMMatrix DOMMatrixReadOnly DOMQuad ImageData
  ImageBitmap createImageBitmap OffscreenCanvas OffscreenCanvasRenderingContext2D Path2D
  CanvasGradient CanvasPattern TextMetrics ReadableStream ReadableStreamDefaultReader WritableStream
  TransformStream CompressionStream DecompressionStream`.split(/\s+/),
);

/** Fields of a kept object that reach out of the worker. */
const taken: Readonly<Record<string, readonly string[]>> = {
  URL: ["createObjectURL", "revokeObjectURL"],
};

type Global = typeof globalThis & {
  trustedTypes?: { createPolicy(name: string, rules: object): unknown };
};

/** Leaves what is kept on the global object, and puts `names` beside it. */
export function lockDown(global: Global, names: Readonly<Record<string, unknown>>): void {
  // Functions are made from the text of cells, and nothing else from any text.
  global.trustedTypes?.createPolicy("default", { createScript: (text: string) => text });
  for (const [name, fields] of Object.entries(taken))
    for (const field of fields) remove((global as unknown as Record<string, object>)[name], field);
  for (const owner of owners(global))
    for (const key of Reflect.ownKeys(owner)) if (!kept.has(String(key))) remove(owner, key);
  for (const [name, value] of Object.entries(names))
    Object.defineProperty(global, name, { value, writable: true, configurable: true });
}

/** The global object and the prototypes of its own; those of all objects and events stay. */
function owners(global: object): object[] {
  const found: object[] = [];
  let owner: object | null = global;
  while (owner !== null && owner !== EventTarget.prototype && owner !== Object.prototype) {
    found.push(owner);
    owner = Object.getPrototypeOf(owner) as object | null;
  }
  return found;
}

/** What cannot be deleted is covered. */
function remove(owner: object | undefined, key: PropertyKey): void {
  if (!owner || Reflect.deleteProperty(owner, key)) return;
  Reflect.defineProperty(owner, key, { value: undefined });
}
