/** Finds or installs the browser and the Chinese font that the tests draw with. */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run, stop } from "./install.mjs";

const shell = "chromium-headless-shell";
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Path of a Chromium; ends the process with advice where none can be had. */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (isExecutable(given)) return given;
    stop(`CHROMIUM_PATH 不是可执行文件：${given}`, `invalid CHROMIUM_PATH: ${given}`);
  }
  return onPath(names) ?? (await playwrights()) ?? fromDebian() ?? (await download()) ?? giveUp();
}

/**
 * Path of Debian's Chromium without windows, which takes a fifth less processor time; null where
 * there is none or another browser is asked for. A trap in DuckDB ends it, so it is not for all.
 */
export function findShell() {
  if (process.env.CHROMIUM_PATH) return null;
  return onPath([shell]) ?? (isDebianRoot() && aptInstall(shell) ? onPath([shell]) : null);
}

/** Without a Chinese font, screenshots show boxes and measured widths are wrong. */
export function ensureChineseFont() {
  const list = spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" });
  if (list.status === 0 && list.stdout.trim() !== "") return;
  if (process.platform !== "linux") return;
  if (isDebianRoot() && aptInstall("fonts-noto-cjk")) return;
  console.warn("没有中文字体，截图不可靠 / no Chinese font: install fonts-noto-cjk or the like");
}

function onPath(names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find(isExecutable) ?? null;
}

async function playwrights() {
  try {
    const { chromium } = await import("playwright");
    const path = chromium.executablePath();
    return path !== "" && existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

function fromDebian() {
  return isDebianRoot() && aptInstall("chromium", "fonts-noto-cjk") ? onPath(names) : null;
}

async function download() {
  run("npx", ["playwright", "install", "chromium"]);
  return playwrights();
}

function giveUp() {
  return stop(
    "找不到 Chromium：请安装（Debian：apt-get install chromium），或设 CHROMIUM_PATH=/路径/chromium",
    "missing Chromium: install one (Debian: apt-get install chromium) or set CHROMIUM_PATH=/path/to/chromium",
  );
}

export function isDebianRoot() {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

/** Installs packages of Debian; says whether that worked. */
export function aptInstall(...packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const install = ["install", "-y", "--no-install-recommends", ...packages];
  run("apt-get", ["update"], { env });
  return run("apt-get", install, { env }).status === 0;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
