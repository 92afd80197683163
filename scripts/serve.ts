import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import sirv from "sirv";
import {
  cacheForever,
  sandboxHeader,
  isSandbox,
  isHashed,
  securityHeaders,
} from "./vite/policy.ts";

export interface ServeOptions {
  /** Folder to serve; default `dist` of the repository. */
  readonly dir?: string;
  /** 0 takes a free one; default 5173. */
  readonly port?: number;
  /** Address to listen on; default all of this machine, so that `localhost` works by IPv4 and IPv6. */
  readonly host?: string | undefined;
  /** Path below which the folder appears, such as `/sub/path/`; default `/`. */
  readonly base?: string;
  /** Milliseconds before each answer, for tests of slow networks; default 0. */
  readonly latency?: number;
  /** More headers, or others; "" leaves a header out. Default none. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Served {
  /** Address of the page, with the base and a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Stops listening and ends open connections. */
  close(): Promise<void>;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const dist = fileURLToPath(new URL("../dist", import.meta.url));

/**
 * Serves a built site as a static host would, with the security headers and precompressed files.
 * @throws Error `missing folder: …`, `invalid base: …`, `invalid port: … (in use)`
 */
export async function serve(options: ServeOptions = {}): Promise<Served> {
  const { dir = dist, port = 5173, host, base = "/", latency = 0, headers = {} } = options;
  if (!existsSync(join(dir, "index.html")))
    throw new Error(`missing folder: ${dir} (npm run build)`);
  if (!/^\/(?:[\w.~-]+\/)*$/.test(base)) throw new Error(`invalid base: ${base}`);
  const answer = below(base, files(resolve(dir), base), { ...securityHeaders, ...headers });
  const server = createServer((request, response) => {
    if (latency > 0) setTimeout(answer, latency, request, response);
    else answer(request, response);
  });
  const taken = await listen(server, port, host);
  return { url: `http://localhost:${taken}${base}`, port: taken, close: () => close(server) };
}

/** Answers what lies below the base, with the headers that every answer has. */
function below(base: string, next: Handler, headers: Readonly<Record<string, string>>): Handler {
  return (request, response) => {
    for (const [name, value] of Object.entries(headers)) {
      if (value !== "") response.setHeader(name, value);
    }
    const url = request.url ?? "/";
    const [path = "/"] = url.split("?");
    if (request.method !== "GET" && request.method !== "HEAD") refuse(response, 405);
    else if (`${path}/` === base) redirect(response, base);
    else if (!path.startsWith(base)) refuse(response, 404);
    else {
      request.url = url.slice(base.length - 1);
      next(request, response);
    }
  };
}

function files(dir: string, base: string): Handler {
  const handler = sirv(dir, {
    etag: true,
    brotli: true,
    gzip: true,
    // No guessing: `/figure` is not `/figure.html` on every static host.
    extensions: [],
    setHeaders: (response, path) => {
      response.setHeader("Cache-Control", isHashed(path) ? cacheForever : "no-cache");
      if (isSandbox(path)) response.setHeader("Content-Security-Policy", sandboxHeader);
      const type = textType(path);
      if (type !== null) response.setHeader("Content-Type", type);
    },
  });
  return (request, response) => {
    const [path = "/", query] = (request.url ?? "/").split("?");
    if (path.endsWith("/")) request.url = `${path}index.html`;
    const isFolder = () => existsSync(join(dir, decode(path), "index.html"));
    handler(request, response, () => {
      const target = `${base.slice(0, -1)}${path}/${query === undefined ? "" : `?${query}`}`;
      // Two slashes at the beginning would be another host.
      if (!/^[\\/]{2}/.test(path) && !path.endsWith("/") && isFolder()) redirect(response, target);
      else missing(response, dir);
    });
  };
}

/** The site's own page for what is missing, as static hosts show it; its policy stands in it. */
function missing(response: ServerResponse, dir: string): void {
  const page = join(dir, "404.html");
  if (!existsSync(page)) return refuse(response, 404);
  response.removeHeader("Content-Security-Policy");
  const headers = { "Content-Type": "text/html;charset=utf-8", "Cache-Control": "no-cache" };
  response.writeHead(404, headers).end(readFileSync(page));
}

/** Without the encoding, Chinese in plain text is read as another one. */
function textType(path: string): string | null {
  const types: Readonly<Record<string, string>> = { csv: "csv", md: "markdown", txt: "plain" };
  const type = types[path.slice(path.lastIndexOf(".") + 1)];
  return type === undefined ? null : `text/${type};charset=utf-8`;
}

/** The path of an address; one that cannot be decoded, or that climbs, is no file. */
function decode(path: string): string {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes("\0") || decoded.split(/[\\/]/).includes("..") ? "\uFFFD" : decoded;
  } catch {
    return "\uFFFD";
  }
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(308, { Location: location, "Cache-Control": "no-cache" }).end();
}

const refusals = {
  404: "没有这个页面 / No such page",
  405: "只能读取 / Only GET and HEAD",
} as const;

function refuse(response: ServerResponse, status: keyof typeof refusals): void {
  const headers = { "Content-Type": "text/plain;charset=utf-8", "Cache-Control": "no-cache" };
  response.writeHead(status, headers).end(`${status} ${refusals[status]}\n`);
}

function listen(server: Server, port: number, host: string | undefined): Promise<number> {
  return new Promise((done, fail) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const inUse = error.code === "EADDRINUSE";
      fail(inUse ? new Error(`invalid port: ${port} (in use)`, { cause: error }) : error);
    });
    server.listen(port, host, () => {
      const address = server.address();
      done(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}

/** `serve.ts [--dir DIR] [--port N] [--host HOST] [--base /sub/path/]`; PORT where no port is given. */
export async function main(args: readonly string[]): Promise<void> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        dir: { type: "string", default: dist },
        port: { type: "string", default: process.env["PORT"] || "5173" },
        host: { type: "string" },
        base: { type: "string", default: "/" },
      },
    });
    const { dir, port, host, base } = values;
    const { url } = await serve({ dir, port: toPort(port), host, base });
    console.log(`Fadu 法度: ${url}`);
  } catch (error) {
    console.error(explain(error instanceof Error ? error.message : String(error)));
    process.exitCode = 1;
  }
}

function toPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`invalid port: ${text}`);
  return port;
}

function explain(message: string): string {
  const [, port] = /^invalid port: (\d+) \(in use\)/.exec(message) ?? [];
  if (port === undefined) return message;
  return `端口 ${port} 已被占用，可用 PORT=… 另选一个\n${message}: choose another with PORT=…`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(process.argv.slice(2));
}
