/**
 * `npm test`: everything that must hold, from a bare clone. Every step runs, whatever failed before
 * it; the last line is `N passed, N failed`. `--only vitest,eslint` runs some of the steps.
 */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { ensureChineseFont, findChromium, findShell } from "./chromium.mjs";
import { countPlaywright } from "./playwright-counts.mjs";
import { checkNode, collect, env, install, root, run, stop } from "./install.mjs";

const cache = join(root, ".cache");
const vitestCounts = join(cache, "vitest.json");
const playwrightCounts = join(cache, "playwright.json");

/**
 * Steps in order; one with `counts` reports its tests, any other is one passed or failed itself.
 * Those with a `lane` run first, the lanes beside each other: text and build use one core each, installing waits for the network.
 */
const steps = [
  { name: "prettier", lane: "text", command: ["npx", "prettier", "--check", "."] },
  { name: "eslint", lane: "text", command: ["npx", "eslint", "."] },
  { name: "tsc", lane: "text", command: ["npx", "tsc", "-p", "."] },
  { name: "tsc-pure", lane: "text", command: ["npx", "tsc", "-p", "tsconfig.pure.json"] },
  { name: "data", lane: "build", command: ["npm", "run", "data"] },
  { name: "build", lane: "build", command: ["npx", "vite", "build"] },
  { name: "browsers", lane: "install", command: ["node", "scripts/other-browsers.mjs"] },
  {
    name: "vitest",
    command: ["npx", "vitest", "run", "--reporter=default", "--reporter=./scripts/reporter.mjs"],
    env: { FADU_COUNTS: vitestCounts },
    counts: vitestCounts,
    read: (counts) => counts,
    browser: true,
  },
  {
    name: "playwright",
    command: ["npx", "playwright", "test", "--config=playwright.config.ts", "--reporter=list,json"],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightCounts, FADU_RETRY: "1" },
    counts: playwrightCounts,
    read: countPlaywright,
    browser: true,
  },
];

checkNode();
const chosen = choose(process.argv.slice(2));
install();
mkdirSync(cache, { recursive: true });
if (chosen.some(({ browser }) => browser)) {
  const shell = findShell();
  if (shell) env.CHROMIUM_SHELL_PATH = shell;
  env.CHROMIUM_PATH = await findChromium();
  ensureChineseFont();
}
finish(await runAll(chosen));

function choose(args) {
  const names = steps.map(({ name }) => name);
  try {
    const { values } = parseArgs({ args, options: { only: { type: "string", multiple: true } } });
    const only = values.only?.flatMap((list) => list.split(","));
    const strange = only?.find((name) => !names.includes(name));
    if (strange !== undefined) throw new Error(`unknown step: ${strange}`);
    return steps.filter(({ name }) => only?.includes(name) ?? true);
  } catch (error) {
    return stop(`用法：npm test -- --only ${names.join(",")}`, error.message);
  }
}

/** The lanes beside each other, then the rest one by one. */
async function runAll(all) {
  const lanes = new Set(all.flatMap(({ lane }) => lane ?? []));
  const beside = [...lanes].map((name) => runLane(all.filter(({ lane }) => lane === name)));
  const results = (await Promise.all(beside)).flat();
  const rest = all.filter(({ lane }) => lane === undefined);
  return [...results, ...rest.map(runStep)];
}

async function runLane(lane) {
  const results = [];
  for (const step of lane) results.push(await runBeside(step));
  return results;
}

/** A step beside others: what it prints comes in one piece when it is done. */
async function runBeside({ name, command: [command, ...args] }) {
  const start = performance.now();
  const { status, output } = await collect(command, args);
  console.log(`\n── ${name} ──\n${output.trimEnd()}`);
  return { name, seconds: secondsSince(start), ...single(status) };
}

/** What a step counts that has no tests of its own. */
function single(status) {
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: [] };
}

function secondsSince(start) {
  return ((performance.now() - start) / 1000).toFixed(1);
}

function runStep({ name, command: [command, ...args], env: extra, counts, read }) {
  console.log(`\n── ${name} ──`);
  // The counts of an earlier run must not stand for this one.
  if (counts) rmSync(counts, { force: true });
  const start = performance.now();
  const { status } = run(command, args, { env: { ...env, ...extra } });
  const seconds = secondsSince(start);
  return { name, seconds, ...(counts ? tally(counts, read, status) : single(status)) };
}

/** The tests of a step; a run that ends badly though no test failed is one failure more. */
function tally(file, read, status) {
  const counts = readCounts(file, read);
  if (status === 0 && counts.passed + counts.failed > 0) return counts;
  return { ...counts, failed: Math.max(counts.failed, 1) };
}

function readCounts(file, read) {
  try {
    return read(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return { passed: 0, failed: 0, skipped: [] };
  }
}

function finish(results) {
  console.log("\n── summary ──");
  for (const { name, seconds, passed, failed } of results) {
    console.log(
      `${failed === 0 ? "ok  " : "FAIL"} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`,
    );
  }
  const skipped = results.flatMap((result) => result.skipped);
  for (const { name, reason } of skipped)
    console.log(`skipped: ${name}: ${reason ?? "no reason given"}`);
  for (const name of results.flatMap(({ again = [] }) => again))
    console.log(`the browser crashed, passed when tried again: ${name}`);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
  process.exitCode = sum("failed") === 0 ? 0 : 1;
}
