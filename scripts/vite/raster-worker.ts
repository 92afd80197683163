import { workerData } from "node:worker_threads";
import { rasterizer } from "./raster.ts";

const opened = rasterizer(workerData as string);

/** Makes PNG of a picture in a thread of its own. */
export default async function toPng(svg: string): Promise<Uint8Array> {
  return (await (await opened)(svg)).png;
}
