import { workerData } from "node:worker_threads";
import { rasterizer, type RasterTask } from "./raster.ts";

const opened = rasterizer(workerData as string);

/** Makes PNG of a picture in a thread of its own. */
export default async function toPng({ svg, scale }: RasterTask): Promise<Uint8Array> {
  return (await (await opened)(svg, { scale })).png;
}
