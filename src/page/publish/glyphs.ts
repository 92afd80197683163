/** A code point that no font has a sign for. */
const UNASSIGNED = "\u{e0fff}";
const SIZE = 24;

/** Signs that fonts of Western systems may lack. */
function isDoubtful(character: string): boolean {
  return character > "\u024f" && !/[\s\p{M}\p{C}]/u.test(character);
}

/**
 * The characters of a text that would be drawn as the box of a missing sign in these fonts: each is
 * drawn, and its pixels compared with those of a code point that no font knows.
 */
export function missingGlyphs(
  text: string,
  family: string,
  { document }: { readonly document: Document },
): string[] {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [SIZE * 2, SIZE * 2];
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return [];
  context.font = `${SIZE}px ${family}`;
  context.textBaseline = "top";
  const pixels = (character: string): string => {
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.fillText(character, 4, 4);
    return context.getImageData(0, 0, canvas.width, canvas.height).data.join();
  };
  const box = pixels(UNASSIGNED);
  const empty = pixels(" ");
  return [...new Set(text)].filter(isDoubtful).filter((character) => {
    const drawn = pixels(character);
    return drawn === box || drawn === empty;
  });
}
