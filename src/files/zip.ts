export interface ZipEntry {
  readonly name: string;
  /** Unpacked. */
  readonly bytes: number;
}

/** The names and unpacked sizes that a ZIP's directory tells; none where it cannot be read. */
export async function zipEntries(file: Blob): Promise<ZipEntry[]> {
  const tailStart = Math.max(0, file.size - 65_557);
  const tail = new DataView(await file.slice(tailStart).arrayBuffer());
  for (let at = tail.byteLength - 22; at >= 0; at--)
    if (tail.getUint32(at, true) === 0x06054b50) {
      const size = tail.getUint32(at + 12, true);
      const start = tail.getUint32(at + 16, true);
      return readDirectory(new DataView(await file.slice(start, start + size).arrayBuffer()));
    }
  return [];
}

function readDirectory(view: DataView): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + 46 <= view.byteLength && view.getUint32(at, true) === 0x02014b50) {
    const length = view.getUint16(at + 28, true);
    const extra = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const name = new Uint8Array(view.buffer, at + 46, Math.min(length, view.byteLength - at - 46));
    entries.push({ name: new TextDecoder().decode(name), bytes: view.getUint32(at + 24, true) });
    at += 46 + length + extra;
  }
  return entries;
}
