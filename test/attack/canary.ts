import { createHash } from "node:crypto";
import { createSocket } from "node:dgram";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What reached the canary: TCP connections, paths of requests, upgrades to WebSocket, datagrams. */
export interface Heard {
  readonly connections: number;
  readonly requests: readonly string[];
  readonly sockets: number;
  readonly datagrams: number;
}

/** A foreign host on loopback: whatever leaves a page would arrive here. */
export interface Canary {
  /** The same port for HTTP, WebSocket and UDP. */
  readonly port: number;
  heard(): Heard;
  close(): Promise<void>;
}

export async function openCanary(): Promise<Canary> {
  let [connections, sockets, datagrams] = [0, 0, 0];
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? "");
    response.setHeader("access-control-allow-origin", "*");
    response.end();
  });
  server.on("connection", () => connections++);
  server.on("upgrade", (request, socket) => {
    sockets++;
    const key = `${request.headers["sec-websocket-key"]}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash("sha1").update(key).digest("base64");
    socket.end(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const socket = createSocket("udp4").on("message", () => datagrams++);
  await new Promise<void>((resolve) => socket.bind(port, "127.0.0.1", resolve));
  return {
    port,
    heard: () => ({ connections, requests: [...requests], sockets, datagrams }),
    async close() {
      socket.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
