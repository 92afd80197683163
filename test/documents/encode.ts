export const utf8 = (text: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;

/** UTF-16 of either order, without a mark. */
export function utf16(text: string, isLittle = true): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return new Uint8Array(view.buffer);
}

/** Every character of GB2312 with its bytes, by asking the decoder. */
const gb = new Map<string, readonly [number, number]>();

export function gb18030(text: string): Uint8Array<ArrayBuffer> {
  if (gb.size === 0) {
    const decoder = new TextDecoder("gb18030");
    for (let high = 0xa1; high <= 0xf7; high++)
      for (let low = 0xa1; low <= 0xfe; low++)
        gb.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  }
  const bytes = [...text].flatMap((character) => {
    if (character < "\x80") return [character.charCodeAt(0)];
    const pair = gb.get(character);
    if (pair === undefined) throw new Error(`missing in GB2312: ${character}`);
    return pair;
  });
  return Uint8Array.from(bytes);
}
