/**
 * What a figure's frame and its host say to one another. Both sides read a message by one function
 * that gives null for anything else, and both compare `event.source` first: the origin of a
 * sandboxed frame is "null" and proves nothing.
 */
export const protocolVersion = 1;

export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** What a host may say to a figure. Nothing else is listened to. */
export type HostMessage =
  | { readonly type: "fadu:theme"; readonly version: 1; readonly theme: Theme }
  | { readonly type: "fadu:height?"; readonly version: 1 };

/** What a figure says to its host: its height in CSS px. */
export interface HeightMessage {
  readonly type: "fadu:height";
  readonly version: 1;
  readonly figure: string;
  readonly height: number;
}

/** No figure is lower or higher than this, in CSS px, whatever its frame says. */
const lowest = 40;
const highest = 8000;
export const heightLimits = { min: lowest, max: highest } as const;

export function themeNamed(name: unknown): Theme | null {
  return themes.find((theme) => theme === name) ?? null;
}

/** The fields of what may be an object: of a text its letters, of nothing none. */
function fieldsOf(data: unknown): Readonly<Record<string, unknown>> {
  return Object(data) as Record<string, unknown>;
}

/** A host's message; null for whatever is not exactly one. */
export function readHostMessage(data: unknown): HostMessage | null {
  const fields = fieldsOf(data);
  if (fields["version"] !== protocolVersion) return null;
  const names = Object.keys(fields).sort().join();
  if (fields["type"] === "fadu:height?" && names === "type,version")
    return { type: "fadu:height?", version: protocolVersion };
  const theme = themeNamed(fields["theme"]);
  if (fields["type"] !== "fadu:theme" || names !== "theme,type,version" || !theme) return null;
  return { type: "fadu:theme", version: protocolVersion, theme };
}

/**
 * The height that a frame announces, clamped; null for whatever is not exactly such a message.
 * @param figure the id that the frame must name; null takes any
 */
export function readHeight(data: unknown, figure: string | null): number | null {
  const fields = fieldsOf(data);
  if (fields["type"] !== "fadu:height" || fields["version"] !== protocolVersion) return null;
  const { figure: named, height } = fields;
  const isNamed = typeof named === "string" && (figure === null || named === figure);
  if (!isNamed || !Number.isFinite(height) || Object.keys(fields).length !== 4) return null;
  return Math.min(Math.max(Math.ceil(height as number), lowest), highest);
}

/**
 * One height in the forms that hosts understand: ours, that of AMP's `amp-iframe` (an object with
 * its sentinel) and that of Medium (a string of JSON).
 */
export function heightMessages(figure: string, height: number, address: string): unknown[] {
  const own: HeightMessage = { type: "fadu:height", version: protocolVersion, figure, height };
  return [
    own,
    { sentinel: "amp", type: "embed-size", height },
    JSON.stringify({ src: address, context: "iframe.resize", height }),
  ];
}
