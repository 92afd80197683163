/** Whether the JavaScript of a notebook may run; once given, it stays so. */
export interface Consent {
  isGiven(): boolean;
  give(): void;
  /** @returns ends the listening */
  listen(listener: () => void): () => void;
}

export function createConsent(isGiven: boolean, onGiven?: () => void): Consent {
  const listeners = new Set<() => void>();
  let given = isGiven;
  return {
    isGiven: () => given,
    give() {
      if (given) return;
      given = true;
      onGiven?.();
      for (const listener of listeners) listener();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
