import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** What a reader may be given without a condition beyond its notice (SPDX ids). */
export const permissive: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "OFL-1.1",
  "Unlicense",
]);

/** Put into what is built by the tools themselves, so that no import names them. */
const byTools = [
  "vite",
  "rolldown",
  "workbox-core",
  "workbox-precaching",
  "workbox-routing",
  "workbox-strategies",
];

/** Folders of packages; below `node_modules` of the repository, or of the package that has its own. */
const found = new Set<string>();

/** Notes the package of every module that goes into a bundle; each build of ours has it. */
export function shipped(): Plugin {
  return {
    name: "fadu-shipped",
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle))
        if (output.type === "chunk") output.moduleIds.forEach(note);
    },
  };
}

function note(id: string): void {
  const path = id.replaceAll("\\", "/").replace(/^\0/, "");
  const [folder] = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path) ?? [];
  if (folder !== undefined) found.add(folder);
}

interface Shipped {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** The notice that must go along. */
  readonly text: string;
}

/**
 * A package's licence with its text.
 * @throws Error `unsupported licence: …` for one that asks for more than its notice
 */
export function licenceOf(folder: string): Shipped {
  const text = readFileSync(join(folder, "package.json"), "utf8");
  const { name, version, license, author } = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const licence = String(license);
  if (!permissive.has(licence)) throw new Error(`unsupported licence: ${String(name)}, ${licence}`);
  const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying|notice)/i.test(entry));
  const by = author ? `By ${typeof author === "string" ? author : JSON.stringify(author)}.` : "";
  const notice = file === undefined ? by : readFileSync(join(folder, file), "utf8");
  return { name: String(name), version: String(version), licence, text: notice.trim() };
}

/** Writes `licenses.txt` and `bom.cdx.json`: what is shipped, under which licence; the same bytes each time. */
export function writeBill(root: string, dist: string): void {
  const folders = [...found, ...byTools.map((name) => join(root, "node_modules", name))];
  const packages = [...new Set(folders)].map(licenceOf).toSorted(byName);
  writeFileSync(join(dist, "licenses.txt"), licences(root, packages));
  writeFileSync(join(dist, "bom.cdx.json"), bill(root, packages));
}

function byName(a: Shipped, b: Shipped): number {
  const [one, other] = [`${a.name}@${a.version}`, `${b.name}@${b.version}`];
  return one < other ? -1 : one > other ? 1 : 0;
}

function licences(root: string, packages: readonly Shipped[]): string {
  const font = readFileSync(join(root, "src/page/fonts/LICENSE"), "utf8").trim();
  const own = readFileSync(join(root, "LICENSE"), "utf8").trim();
  const data = readFileSync(join(root, "data/LICENSE"), "utf8").trim();
  const parts = [
    `Fadu: ISC\n\n${own}`,
    `Data of Fadu: CC-BY-4.0\n\n${data}`,
    ...packages.map(
      ({ name, version, licence, text }) => `${name} ${version}: ${licence}\n\n${text}`,
    ),
    `Noto Sans SC: OFL-1.1\n\n${font}`,
  ];
  return `${parts.join(`\n\n${"-".repeat(72)}\n\n`)}\n`;
}

interface Component {
  readonly name: string;
  readonly version: string;
  readonly "bom-ref": string;
}

/** What npm says of the locked packages, less what is not shipped and what differs from run to run. */
function bill(root: string, packages: readonly Shipped[]): string {
  const args = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"];
  const shell = process.platform === "win32";
  // A build is for production, where npm leaves out what only a build needs.
  const env = { ...process.env, NODE_ENV: "" };
  const { stdout, status } = spawnSync("npm", args, { cwd: root, shell, env, maxBuffer: 1e8 });
  if (status !== 0) throw new Error(`npm ${args.join(" ")} failed`);
  const whole = JSON.parse(stdout.toString()) as {
    readonly $schema: string;
    readonly specVersion: string;
    readonly metadata: { readonly component: Component };
    readonly components: readonly Component[];
    readonly dependencies: readonly {
      readonly ref: string;
      readonly dependsOn: readonly string[];
    }[];
  };
  const names = new Set(packages.map(({ name, version }) => `${name}@${version}`));
  const isShipped = ({ name, version }: Component) => names.has(`${name}@${version}`);
  const components = whole.components.filter(isShipped);
  const missing = packages.filter(({ name }) => !components.some((one) => one.name === name));
  if (missing.length > 0)
    throw new Error(`missing in the lock: ${missing.map((p) => p.name).join()}`);
  const own = { ...whole.metadata.component, name: "fadu", type: "application" };
  const refs = new Set([own["bom-ref"], ...components.map((one) => one["bom-ref"])]);
  const { $schema, specVersion } = whole;
  const dependencies = whole.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((to) => refs.has(to)) }));
  return `${JSON.stringify(
    {
      $schema,
      bomFormat: "CycloneDX",
      specVersion,
      version: 1,
      metadata: { component: own },
      components,
      dependencies,
    },
    null,
    1,
  )}\n`;
}
