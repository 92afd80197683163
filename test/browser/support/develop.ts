import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer, type ViteDevServer } from "vite";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const parts = ["src", "scripts", "notebooks", "docs", "public", "data"];
const files = ["index.html", "package.json", "vite.config.ts", "tsconfig.json"];

/** A copy of the project under a server for development, whose files may be changed. */
export interface Development {
  /** With a slash at its end. */
  readonly address: string;
  /** Replaces a text that stands in a file. */
  edit(file: string, from: string, to: string): void;
  close(): Promise<void>;
}

async function serve(root: string): Promise<ViteDevServer> {
  const server = await createServer({
    root,
    configFile: join(root, "vite.config.ts"),
    cacheDir: join(root, ".vite"),
    logLevel: "error",
    server: { port: 0, host: "127.0.0.1" },
  });
  return server.listen();
}

export async function startDevelopment(): Promise<Development> {
  const folder = mkdtempSync(join(tmpdir(), "fadu-develop-"));
  for (const part of [...parts, ...files])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const server = await serve(folder).catch((error: unknown) => {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  });
  return {
    address: server.resolvedUrls?.local[0] ?? "",
    edit(file, from, to) {
      const path = join(folder, file);
      const text = readFileSync(path, "utf8");
      if (!text.includes(from)) throw new Error(`not in ${file}: ${from}`);
      writeFileSync(path, text.replace(from, to));
    },
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
