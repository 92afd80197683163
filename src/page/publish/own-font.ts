import regular from "../fonts/noto-sans-sc-400.woff2?url";
import bold from "../fonts/noto-sans-sc-600.woff2?url";

/** As pictures name it behind the fonts of systems. */
const FAMILY = "Noto Sans SC";
const faces = [
  [400, regular],
  [600, bold],
] as const;

/** Base64 of bytes, in pieces that an argument list can hold. */
function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/**
 * Our Chinese font, fetched from this site when a system has none: known to the page from then on,
 * and as rules that a picture can carry, since an image of SVG loads nothing.
 */
export async function loadOwnFont(document: Document): Promise<string> {
  const rules = await Promise.all(
    faces.map(async ([weight, url]) => {
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(`missing font: ${url}`);
      const bytes = await answer.arrayBuffer();
      const face = new FontFace(FAMILY, bytes.slice(0), { weight: String(weight) });
      document.fonts.add(await face.load());
      const data = `data:font/woff2;base64,${base64(new Uint8Array(bytes))}`;
      return `@font-face{font-family:"${FAMILY}";font-weight:${weight};src:url(${data}) format("woff2")}`;
    }),
  );
  return rules.join("");
}
