/** Why a query was stopped: somebody asked for it. */
export const cancelled = Object.freeze(new DOMException("the cell was stopped", "AbortError"));
