import { decoding, inSlices, mostBytes } from "../bytes/index.ts";
import { readDrawing, type Drawing } from "../drawing.ts";

/** What a worker says, read from its bytes. */
export type Said =
  | { readonly type: "ready" }
  | { readonly type: "draw"; readonly drawing: Drawing }
  /** What goes on to the page, which reads it for itself. */
  | { readonly type: "tell"; readonly message: Readonly<Record<string, unknown>> };

/** A message of the worker; null for what is too long, or says nothing. */
export async function readSaid(data: ArrayBuffer): Promise<Said | null> {
  if (data.byteLength > mostBytes) return null;
  const work = decoding(data);
  try {
    await inSlices(work);
  } catch {
    return null;
  }
  return toSaid(work.value());
}

function toSaid(value: unknown): Said | null {
  if (!Array.isArray(value)) return null;
  const [type, ...rest] = value as readonly unknown[];
  if (type === "draw") {
    const drawing = readDrawing(rest[0]);
    return drawing && { type, drawing };
  }
  if (type === "ready") return { type };
  const fields = typeof type === "string" ? fieldsOf[type] : undefined;
  if (fields === undefined) return null;
  const pairs = fields.map((name, i) => [name, rest[i]] as const);
  return { type: "tell", message: Object.fromEntries([["type", type], ...pairs]) };
}

/** Fields of the messages that go on, in order. */
const fieldsOf: Readonly<Record<string, readonly string[] | undefined>> = {
  pong: ["ping"],
  done: ["run", "outcome"],
  value: ["run", "outcome"],
  fault: ["run", "message", "line", "column", "isStopped"],
};
