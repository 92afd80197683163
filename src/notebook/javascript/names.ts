/** What the sandbox gives to a cell besides the values of other cells (docs/notebook-format.md). */
export const sandboxNames = [
  "Plot",
  "d3",
  "aq",
  "Inputs",
  "html",
  "svg",
  "display",
  "view",
  "invalidation",
  "width",
  "theme",
  "language",
  "cells",
] as const;

/** What the page tells a cell, and tells again when it changes. */
export const ambientNames = ["width", "theme", "language"] as const;
export type AmbientName = (typeof ambientNames)[number];

/** Standard names of the language and of documents that work in the sandbox. */
export const globalNames: ReadonlySet<string> = new Set(
  `undefined NaN Infinity globalThis Object Function Array Number String Boolean Symbol BigInt Math
  JSON Date RegExp Map Set WeakMap WeakSet WeakRef FinalizationRegistry Promise Proxy Reflect
  Iterator Intl Error TypeError RangeError SyntaxError ReferenceError EvalError URIError
  AggregateError ArrayBuffer SharedArrayBuffer DataView Atomics Int8Array Uint8Array
  Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float16Array Float32Array
  Float64Array BigInt64Array BigUint64Array parseInt parseFloat isNaN isFinite encodeURI
  encodeURIComponent decodeURI decodeURIComponent escape unescape arguments
  window self document console performance crypto navigator devicePixelRatio innerWidth
  innerHeight getComputedStyle matchMedia requestAnimationFrame cancelAnimationFrame
  requestIdleCallback cancelIdleCallback setTimeout clearTimeout setInterval clearInterval
  queueMicrotask structuredClone reportError atob btoa addEventListener removeEventListener
  dispatchEvent URL URLSearchParams TextEncoder TextDecoder Blob File FileReader FormData Headers
  AbortController AbortSignal Event CustomEvent EventTarget InputEvent KeyboardEvent MouseEvent
  PointerEvent WheelEvent FocusEvent DOMException DOMParser DOMRect DOMPoint DOMMatrix Node Text
  Comment Element HTMLElement SVGElement SVGSVGElement HTMLInputElement HTMLSelectElement
  HTMLButtonElement HTMLCanvasElement HTMLFormElement HTMLTableElement HTMLTextAreaElement
  DocumentFragment Document NodeList HTMLCollection NodeFilter XMLSerializer
  MutationObserver CSS ImageData
  ImageBitmap createImageBitmap OffscreenCanvas Path2D
  ReadableStream WritableStream TransformStream CompressionStream DecompressionStream`
    .split(/\s+/)
    .filter(Boolean),
);

/** Names that a page has and the sandbox has not, each with the reason. */
const absent: ReadonlyMap<string, string> = new Map([
  ...words("fetch XMLHttpRequest WebSocket EventSource WebTransport RTCPeerConnection Request", [
    "the sandbox has no network",
  ]),
  ...words("localStorage sessionStorage indexedDB caches cookieStore", [
    "the sandbox has no storage",
  ]),
  ...words("Worker SharedWorker importScripts", ["the sandbox has no workers"]),
  ...words("alert confirm prompt open print", ["the sandbox opens no windows"]),
  ...words("parent top opener frames location history", ["the sandbox does not see the page"]),
  ...words("eval", ["write the code itself"]),
  ...words("ResizeObserver IntersectionObserver Range Image screen", [
    "the sandbox has a document without a screen",
  ]),
  ...words("MessageChannel MessagePort BroadcastChannel", ["the sandbox talks to nobody"]),
  ...words("require module exports process", ["Plot, d3, aq, Inputs, html and svg are there"]),
]);

function words(names: string, [reason = ""]: readonly string[]): [string, string][] {
  return names.split(" ").map((name) => [name, reason]);
}

/** Why a name that pages have is not in the sandbox; null for every other name. */
export function absence(name: string): string | null {
  return absent.get(name) ?? null;
}

/** What marks our own name in guarded code; no source may use it. */
export const guardName = "__fadu_guard";
