/** What the site publishes of a figure. */
export interface Hosted {
  /** First digits of the content's hash; null where the page does not say. */
  readonly version: string | null;
  /** Size of its picture in px; that of a common page where there is none. */
  readonly picture: { readonly width: number; readonly height: number };
}

const common = { width: 1408, height: 1056 } as const;

/** The figure's package as the host serves it; null where it serves none. */
export async function hostedFigure(base: string, id: string): Promise<Hosted | null> {
  const folder = `${base}${encodeURIComponent(id)}/`;
  try {
    const response = await fetch(`${folder}index.html`);
    const page = response.ok ? await response.text() : "";
    // Some hosts answer with a page of their own where there is none.
    if (!page.includes(` data-figure="${id}"`)) return null;
    return {
      version: / data-version="([0-9a-f]{8})"/.exec(page)?.[1] ?? null,
      picture: await sizeOf(`${folder}figure.png`),
    };
  } catch {
    return null;
  }
}

function sizeOf(address: string): Promise<Hosted["picture"]> {
  return new Promise((resolve) => {
    const image = new Image();
    image.onload = () => resolve({ width: image.naturalWidth, height: image.naturalHeight });
    image.onerror = () => resolve(common);
    image.src = address;
  });
}
