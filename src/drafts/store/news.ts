import type { Elsewhere } from "./types.ts";

/** What the tabs of one browser tell each other. */
export interface News {
  tell(id: string, what: Elsewhere["what"]): void;
  /** Calls back with what another tab did; returns what ends it. */
  listen(listener: (elsewhere: Elsewhere) => void): () => void;
  close(): void;
}

/** @param channel null where there are no other tabs to tell */
export function createNews(channel: BroadcastChannel | null): News {
  const listeners = new Set<(elsewhere: Elsewhere) => void>();
  const onMessage = ({ data }: MessageEvent<unknown>): void => {
    if (isElsewhere(data)) for (const listener of listeners) listener(data);
  };
  channel?.addEventListener("message", onMessage);
  return {
    tell: (id, what) => channel?.postMessage({ id, what }),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      channel?.removeEventListener("message", onMessage);
      channel?.close();
    },
  };
}

function isElsewhere(data: unknown): data is Elsewhere {
  if (typeof data !== "object" || data === null || !("id" in data) || !("what" in data))
    return false;
  return typeof data.id === "string" && (data.what === "saved" || data.what === "removed");
}
