import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { Plugin } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** By its file: the command runs in the folder of the report, so that the report's path is its name. */
const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

/** What `npm run extract` prints of a report under a name. */
async function extracted(name: string, report: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "fadu-extract-"));
  try {
    await writeFile(join(folder, name), report);
    const command = ["--import", tsx, join(root, "scripts/extract.ts"), name];
    const options = { cwd: folder, maxBuffer: 1 << 28 };
    return (await promisify(execFile)(process.execPath, command, options)).stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The command line's reading for tests in a browser: `POST /@extracted?name=a.txt` with a report. */
export function extractCommand(): Plugin {
  return {
    name: "extract-command",
    configureServer({ middlewares }) {
      middlewares.use("/@extracted", (request, response) => {
        const name = new URL(request.url ?? "", "http://a").searchParams.get("name") ?? "";
        void text(request)
          .then((report) => extracted(name, report))
          .catch(String)
          .then((answer) => response.end(answer));
      });
    },
  };
}
