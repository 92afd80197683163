/** The part of Trusted Types that is needed here; browsers that do not know them have none. */
interface Trusting {
  readonly trustedTypes?: {
    createPolicy(
      name: string,
      rules: { readonly createScriptURL: (url: string) => string },
    ): { createScriptURL(url: string): unknown };
  };
}

/** Addresses of scripts that this module itself is about to start. */
const own = new Set<string>();
let trust: ((url: string) => string) | undefined;

/** The page's only way from a text to a script; its name stands in the policy (scripts/vite/policy.ts). */
function trusted(url: string): string {
  own.add(url);
  trust ??= createTrust(globalThis as Trusting);
  try {
    return trust(url);
  } finally {
    own.delete(url);
  }
}

function createTrust({ trustedTypes }: Trusting): (url: string) => string {
  const policy = trustedTypes?.createPolicy("fadu", {
    createScriptURL(url) {
      if (own.has(url)) return url;
      throw new TypeError(`unsupported script: ${url}`);
    },
  });
  // What it gives stands for the text, though the compiler knows texts only.
  return policy ? (url) => policy.createScriptURL(url) as string : (url) => url;
}

/** A worker of a text of ours, and the end of both it and its address. */
export interface BlobWorker {
  readonly worker: Worker;
  /** Forgets the address, which is needed until the worker has started. */
  release(): void;
}

/**
 * Starts a worker from a blob: only so does it inherit the page's policy, and with it no way to
 * send anything anywhere.
 */
export function blobWorker(script: string, options: WorkerOptions): BlobWorker {
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const worker = new Worker(trusted(url), options);
  return { worker, release: () => URL.revokeObjectURL(url) };
}

/** Registers the site's service worker, the one worker that must have an address of its own. */
export function registerServiceWorker(url: URL, scope: string): Promise<ServiceWorkerRegistration> {
  return navigator.serviceWorker.register(trusted(url.href), { scope });
}
