/**
 * The name of a package as file and as folder, `fadu-fines-by-region-1a2b3c4d`: letters, digits and
 * dashes only, whatever the figure is called.
 */
export function packageName(figure: string, version: string): string {
  const plain = (text: string) => text.normalize("NFC").replace(/[^\p{L}\p{M}\p{N}]+/gu, "-");
  const name = Array.from(plain(figure))
    .slice(0, 60)
    .join("")
    .replace(/^-+|-+$/g, "");
  return ["fadu", name, plain(version)].filter(Boolean).join("-");
}
