import { define } from "./element.ts";

const home = import.meta.url;

/** Each is optional; see the attributes of `<fadu-figure>`. */
export interface FigureOptions {
  readonly lang?: "zh" | "en";
  readonly theme?: "light" | "dark";
  readonly title?: string;
  readonly heights?: string;
  /** First eight digits of the content's hash; the latest by default. */
  readonly version?: string;
}

/**
 * A figure as an element, for notebooks and pages of modules.
 * @param src the id of a figure that lies beside this file, or the address of any
 */
export function figure(src: string, options: FigureOptions = {}): HTMLElement {
  define();
  const { version, ...attributes } = options;
  const element = document.createElement("fadu-figure");
  const folder = src.endsWith("/") ? src : `${src}/`;
  element.setAttribute("src", new URL(folder + (version ? `${version}/` : ""), home).href);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(name, value);
  return element;
}
