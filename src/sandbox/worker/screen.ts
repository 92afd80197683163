const names = {
  window: globalThis,
  devicePixelRatio: Number((globalThis as { name?: string }).name) || 1,
};

/**
 * What Plot asks for while it is loaded: whether there is a window, and how fine its screen is. The
 * first import of the worker, so that it is there before Plot is.
 */
export const screenNames: Readonly<Record<string, unknown>> = { self: globalThis, ...names };

Object.assign(globalThis, names);
