import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Served } from "../../scripts/serve.ts";

/** What a host answers for one file; bad hosts change it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Bytes after which the connection ends, though more were announced. */
  readonly cut?: number;
  /** Milliseconds before each of ten pieces of the body. */
  readonly pace?: number;
  /** Never answers. */
  readonly isSilent?: boolean;
}

/** @param path below the site's root, without a query: `data/manifest.json`, `` for the first page */
export type Alter = (path: string, answer: Answer) => Answer | Promise<Answer>;

/** A host whose answers are those of a good one, altered; what it does can be changed while it runs. */
export interface BadHost extends Served {
  /** From now on; null for a good host. */
  behave(alter: Alter | null): void;
  /** From now on the files of another build. */
  deploy(site: Served): void;
}

export async function openBadHost(good: Served, alter: Alter | null = null): Promise<BadHost> {
  let [upstream, behaviour] = [good, alter];
  const server = createServer((request, response) => {
    const path = (request.url ?? "/").slice(1).split("?")[0] ?? "";
    const answer = async (): Promise<void> => {
      const honest = await ask(new URL(path, upstream.url));
      await send(response, behaviour ? await behaviour(path, honest) : honest);
    };
    answer().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    port,
    behave: (next) => void (behaviour = next),
    deploy: (site) => void (upstream = site),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Headers of the connection, which the next connection has for itself. */
const hop = /^(?:connection|keep-alive|transfer-encoding|content-encoding|content-length|date)$/;

async function ask(url: URL): Promise<Answer> {
  const headers = { "accept-encoding": "identity" };
  const response = await fetch(url, { headers, redirect: "manual" });
  return {
    status: response.status,
    headers: Object.fromEntries([...response.headers].filter(([name]) => !hop.test(name))),
    body: Buffer.from(await response.arrayBuffer()),
  };
}

async function send(response: ServerResponse, answer: Answer): Promise<void> {
  const { status, headers, body, cut, pace, isSilent } = answer;
  if (isSilent) return;
  response.writeHead(status, { ...headers, "content-length": body.length });
  const sent = cut === undefined ? body : body.subarray(0, cut);
  const step = pace === undefined ? sent.length : Math.ceil(sent.length / 10);
  for (let at = 0; at < sent.length; at += step) {
    if (pace !== undefined) await sleep(pace);
    await new Promise((resolve) => response.write(sent.subarray(at, at + step), resolve));
  }
  if (sent.length < body.length) response.destroy();
  else response.end();
}
