/** Width and height of a PNG, which stand in its first chunk. */
export function rasterSize(png: Buffer): [width: number, height: number] {
  if (png.subarray(1, 4).toString() !== "PNG") throw new Error("invalid PNG");
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}
