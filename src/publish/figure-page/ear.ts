/** A message that takes longer to read than this, in ms, is the last that its window has read. */
const longest = 50;

/** Windows that nobody listens to any more. */
const deafened = new Set<MessageEventSource>();

/**
 * What a message says, where it comes from the one window that may speak; else null. A browser makes
 * `data` from its bytes when it is touched, which can take seconds: nobody else's is ever touched.
 */
export function hear<T>(
  event: MessageEvent<unknown>,
  from: MessageEventSource | null | undefined,
  read: (data: unknown) => T | null,
): T | null {
  if (!from || event.source !== from || deafened.has(from)) return null;
  const start = Date.now();
  const message = read(event.data);
  if (Date.now() - start > longest) deafened.add(from);
  return message;
}
