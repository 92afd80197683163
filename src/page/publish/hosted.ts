/** What the page of a figure says of itself. */
export interface HostedPage {
  /** First digits of the content's hash; null where the page does not say. */
  readonly version: string | null;
  /** The day from which that version holds, as an ISO date; null where the page does not say. */
  readonly since: string | null;
}

/** What the site publishes of a figure. */
export interface Hosted extends HostedPage {
  /** Size of its picture in px; that of a common page where there is none. */
  readonly picture: { readonly width: number; readonly height: number };
}

const common = { width: 1408, height: 1056 } as const;

const folderOf = (base: string, id: string): string => `${base}${encodeURIComponent(id)}/`;

/** The figure's package as the host serves it; null where it serves none. */
export async function hostedFigure(base: string, id: string): Promise<Hosted | null> {
  const page = await hostedPage(base, id);
  return page && { ...page, picture: await sizeOf(`${folderOf(base, id)}figure.png`) };
}

/** The figure's latest page as the host serves it; null where it serves none. */
export async function hostedPage(base: string, id: string): Promise<HostedPage | null> {
  try {
    const response = await fetch(`${folderOf(base, id)}index.html`);
    const page = response.ok ? await response.text() : "";
    // Some hosts answer with a page of their own where there is none.
    if (!page.includes(` data-figure="${id}"`)) return null;
    return {
      version: / data-version="([0-9a-f]{8})"/.exec(page)?.[1] ?? null,
      since: / data-since="(\d{4}-\d\d-\d\d)"/.exec(page)?.[1] ?? null,
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
