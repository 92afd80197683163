import { createSocket } from "node:dgram";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Plugin } from "vite";

/** What reached the canary, by transport: connections, requests by path, datagrams. */
export interface Heard {
  readonly port: number;
  readonly connections: number;
  readonly requests: readonly string[];
  readonly datagrams: number;
}

/** Another host, at which whatever leaves a sandbox would arrive; `/@canary` tells what did. */
export function canary(): Plugin {
  return {
    name: "canary",
    async configureServer({ middlewares, httpServer }) {
      let [connections, datagrams] = [0, 0];
      const requests: string[] = [];
      const server = createServer((request, response) => {
        requests.push(request.url ?? "");
        response.end();
      });
      server.on("connection", () => connections++);
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const { port } = server.address() as AddressInfo;
      const socket = createSocket("udp4").on("message", () => datagrams++);
      socket.bind(port, "127.0.0.1");
      server.unref();
      socket.unref();
      httpServer?.on("close", () => server.close());
      middlewares.use("/@canary", (_request, response) => {
        const heard: Heard = { port, connections, requests, datagrams };
        response.end(JSON.stringify(heard));
      });
    },
  };
}
