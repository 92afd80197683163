/** What `start` and `test` need before anything else can run; plain Node, no dependency. */
import { Buffer } from "node:buffer";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const oldest = [20, 19];

/** Ends the process with a clear sentence on a Node that is too old. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  stop(
    `需要 Node ${oldest.join(".")} 或更新版本，现为 ${version}`,
    `unsupported Node: ${version} (needs ${oldest.join(".")} or newer)`,
  );
}

/** Installs the locked dependencies where they are missing or other than locked. */
export function install() {
  if (!isStale(root)) return;
  // Not `npm ci`: it refuses a lock in which builds for other platforms are missing, and a
  // registry does not always have them. `npm install` takes the locked versions all the same.
  const { status } = run("npm", ["install", "--no-save"]);
  if (status !== 0) stop("依赖安装失败（见上文）", "npm install failed (see above)");
}

/**
 * Whether the lock file is newer than what is installed and asks for something else. The time
 * alone would reinstall after every change of branch, the comparison alone costs a read each time.
 * @param {string} folder
 */
export function isStale(folder) {
  const lock = join(folder, "package-lock.json");
  const installed = join(folder, "node_modules", ".package-lock.json");
  if (!existsSync(installed)) return true;
  if (statSync(lock).mtimeMs <= statSync(installed).mtimeMs) return false;
  const have = packages(installed);
  return Object.entries(packages(lock)).some(
    ([path, { version, optional }]) =>
      path !== "" && !(optional && !have[path]) && have[path]?.version !== version,
  );
}

function packages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
}

/** More room for young objects: where documents are made by the thousand, a quarter of the time. */
const options = [process.env.NODE_OPTIONS, "--max-semi-space-size=64"];
/** What every command is run with. */
export const env = { ...process.env, NODE_OPTIONS: options.filter(Boolean).join(" ") };

/** Runs a command in the repository, its output on the screen. */
export function run(command, args, { env: own = env } = {}) {
  // npm and the tools' launchers are .cmd files on Windows, which need a shell.
  const shell = process.platform === "win32";
  return spawnSync(command, args, { cwd: root, stdio: "inherit", shell, env: own });
}

/** The same without waiting for it, its output kept; a command that cannot start has no status. */
export function collect(command, args, { env: own = env } = {}) {
  const shell = process.platform === "win32";
  const child = spawn(command, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    shell,
    env: own,
  });
  const chunks = [];
  child.stdout.on("data", (chunk) => chunks.push(chunk));
  child.stderr.on("data", (chunk) => chunks.push(chunk));
  return new Promise((resolve) => {
    const end = (status, error) =>
      resolve({ status, output: Buffer.concat(chunks).toString() + (error ? String(error) : "") });
    child.once("error", (error) => end(null, error));
    child.once("close", (status) => end(status));
  });
}

/** Says why in both languages and ends with exit code 1. */
export function stop(zh, en) {
  console.error(`${zh}\n${en}`);
  process.exit(1);
}
