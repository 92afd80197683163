/**
 * What the frame does to nodes, bound once: a form's own names hide its methods where one of its
 * fields is called so.
 */
const { call } = Function.prototype;

type Of<F> = F extends (...args: infer A) => infer R ? (self: object, ...args: A) => R : never;

function method<T extends object, K extends keyof T>(prototype: T, name: K): Of<T[K]> {
  return call.bind(prototype[name] as () => unknown) as Of<T[K]>;
}

export const setAttribute = method(Element.prototype, "setAttribute");
export const removeAttribute = method(Element.prototype, "removeAttribute");
export const getAttributeNames = method(Element.prototype, "getAttributeNames");
export const insertBefore = method(Node.prototype, "insertBefore");
export const removeChild = method(Node.prototype, "removeChild");
export const contains = method(Node.prototype, "contains");
export const boxOf = method(Element.prototype, "getBoundingClientRect");

function getter<T extends object, K extends keyof T>(
  prototype: T,
  name: K,
): (self: object) => T[K] {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new Error(`missing property: ${String(name)}`);
  return call.bind(get) as (self: object) => T[K];
}

export const parentOf = getter(Node.prototype, "parentNode");
export const nextOf = getter(Node.prototype, "nextSibling");
export const childNodesOf = getter(Node.prototype, "childNodes");
