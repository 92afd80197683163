import { gunzipSync } from "fflate";
import type { CompressionCodec } from "hyparquet";
import { snappyUncompress } from "hyparquet/src/snappy.js";
import { crc32 } from "../bytes/index.ts";
import { FileError } from "./types.ts";

type Unpack = (packed: Uint8Array, size: number) => Uint8Array;

/** Those that few files need come with the first that does. */
const rare = () => import("hyparquet-compressors");

const unpackers: Readonly<Record<CompressionCodec, (() => Promise<Unpack>) | null>> = {
  UNCOMPRESSED: async () => (packed) => packed,
  SNAPPY: async () => (packed, size) => {
    const out = new Uint8Array(size);
    snappyUncompress(packed, out);
    return out;
  },
  GZIP: async () => gunzip,
  ZSTD: async () => {
    const { decompressZstd } = await rare();
    return (packed, size) => decompressZstd(packed, new Uint8Array(size));
  },
  BROTLI: async () => (await rare()).decompressBrotli,
  LZ4: async () => (await rare()).decompressLz4,
  LZ4_RAW: async () => (await rare()).decompressLz4Raw,
  LZO: null,
};

/** Undoes a page's compression. Rejects with `compression`, or `damaged` for another size. */
export async function unpack(
  packed: Uint8Array,
  codec: CompressionCodec,
  size: number,
): Promise<Uint8Array> {
  const unpacker = await unpackers[codec]?.();
  if (!unpacker) throw new FileError("compression", codec);
  const bytes = size === 0 ? new Uint8Array() : unpacker(packed, size);
  if (bytes.length !== size) throw new FileError("damaged", "size");
  return bytes;
}

/** gzip ends with a checksum of what was packed. */
function gunzip(packed: Uint8Array, size: number): Uint8Array {
  const bytes = gunzipSync(packed, { out: new Uint8Array(size) });
  const end = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  if (end.getUint32(packed.length - 8, true) !== crc32(bytes))
    throw new FileError("damaged", "checksum");
  return bytes;
}
