import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import type { HotPayload, Plugin } from "vite";
import { compileNotebook } from "../../src/notebook/compile.ts";
import type { CompiledNotebook } from "../../src/notebook/index.ts";

const listId = "virtual:fadu-notebooks";
const cellsId = "virtual:fadu-notebook/";
const sourceId = "virtual:fadu-notebook-source/";
/** Told to pages while developing, with the compiled notebook (`src/page/session/develop.ts`). */
const changedNotebook = "fadu:notebook";

export interface NotebookFile {
  readonly slug: string;
  readonly file: string;
  readonly compiled: CompiledNotebook;
  /** `file:line:column: message`, the file relative to the root. */
  readonly problems: readonly string[];
}

/**
 * Compiles `notebooks/*.md` in the build, so that the page loads neither YAML nor Markdown.
 * Gives `virtual:fadu-notebooks` (slug, front matter, loader) and `virtual:fadu-notebook/<slug>`
 * (the compiled notebook); `virtual:fadu-notebook-source/<slug>` is its text, for who edits it. Fails with every problem of every notebook and its place.
 */
export function notebooks(): Plugin {
  let root = process.cwd();
  const folder = () => resolve(root, "notebooks");
  /** The front matter of each notebook as pages were last told of it. */
  const fronts = new Map<string, string>();
  /** Cells run anew where they are; what stands around them, or another list, is loaded. */
  const told = (file: string): HotPayload => {
    const slug = basename(file, ".md");
    const known = fronts.get(slug);
    if (!existsSync(file)) return { type: "full-reload" };
    const { compiled, problems } = readNotebook(file, root);
    if (problems.length > 0)
      return { type: "error", err: { message: problems.join("\n"), stack: "" } };
    fronts.set(slug, JSON.stringify(compiled.front));
    return known === fronts.get(slug)
      ? { type: "custom", event: changedNotebook, data: compiled }
      : { type: "full-reload" };
  };
  return {
    name: "fadu-notebooks",
    configResolved(config) {
      root = config.root;
    },
    configureServer(server) {
      server.watcher.add(folder());
    },
    resolveId(id) {
      return [listId, cellsId, sourceId].some((known) => id.startsWith(known)) ? `\0${id}` : null;
    },
    load(id) {
      if (id === `\0${listId}`) {
        const files = readNotebooks(folder(), root);
        for (const { file, slug, compiled } of files) {
          this.addWatchFile(file);
          fronts.set(slug, JSON.stringify(compiled.front));
        }
        failOn(files, (message) => this.error(message));
        return { code: listModule(files), moduleType: "js" };
      }
      const kind = [cellsId, sourceId].find((known) => id.startsWith(`\0${known}`));
      if (kind === undefined) return null;
      const slug = id.slice(kind.length + 1);
      if (!isNotebook(`${slug}.md`)) this.error(`invalid notebook: ${slug}`);
      if (kind === sourceId) {
        const path = join(folder(), `${slug}.md`);
        this.addWatchFile(path);
        return {
          code: `export default ${JSON.stringify(readFileSync(path, "utf8"))};`,
          moduleType: "js",
        };
      }
      const file = readNotebook(join(folder(), `${slug}.md`), root);
      this.addWatchFile(file.file);
      failOn([file], (message) => this.error(message));
      return { code: `export default ${jsonCode(file.compiled)};`, moduleType: "js" };
    },
    hotUpdate({ file }) {
      if (!isInside(folder(), file)) return;
      const { moduleGraph, hot } = this.environment;
      const slug = basename(file, ".md");
      for (const id of [`\0${listId}`, `\0${cellsId}${slug}`, `\0${sourceId}${slug}`]) {
        const module = moduleGraph.getModuleById(id);
        if (module) moduleGraph.invalidateModule(module);
      }
      if (this.environment.name !== "client") return [];
      const payload = told(file);
      // An update of nothing takes away what was said of an earlier fault.
      if (payload.type === "custom") hot.send({ type: "update", updates: [] });
      hot.send(payload);
      return [];
    },
  };
}

/** The notebooks of a folder in the order of the list; none where there is no folder. */
export function readNotebooks(folder: string, root: string): NotebookFile[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && isNotebook(entry.name))
    .map((entry) => entry.name);
  const files = names.map((name) => readNotebook(join(folder, name), root));
  return files.sort(
    (a, b) => a.compiled.front.order - b.compiled.front.order || (a.slug < b.slug ? -1 : 1),
  );
}

function readNotebook(file: string, root: string): NotebookFile {
  const slug = basename(file, ".md");
  const { compiled, problems } = compileNotebook(readFileSync(file, "utf8"), { slug });
  const path = relative(root, file).split(sep).join("/");
  return {
    slug,
    file,
    compiled,
    problems: problems.map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`),
  };
}

/** A slug becomes part of addresses, so it is plain; `edit` and `en` are pages of their own. */
function isNotebook(name: string): boolean {
  return /^(?!(?:edit|en)\.md$)[a-z0-9][a-z0-9-]*\.md$/.test(name);
}

function isInside(folder: string, file: string): boolean {
  return file.endsWith(".md") && resolve(file, "..") === folder;
}

function failOn(files: readonly NotebookFile[], fail: (message: string) => never): void {
  const problems = files.flatMap((file) => file.problems);
  if (problems.length > 0)
    fail(`invalid notebooks: ${problems.length} problems\n${problems.join("\n")}`);
}

function listModule(files: readonly NotebookFile[]): string {
  const entries = files.map(({ slug, compiled: { front } }) => {
    const load = `() => import(${JSON.stringify(cellsId + slug)})`;
    const source = `() => import(${JSON.stringify(sourceId + slug)})`;
    return `{ slug: ${JSON.stringify(slug)}, front: ${jsonCode(front)}, load: ${load}, source: ${source} }`;
  });
  return `export const notebooks = [\n${entries.join(",\n")}\n];\nexport default notebooks;`;
}

/** JSON as an expression; parsed at run time, since `__proto__` in a literal is no plain key. */
function jsonCode(value: unknown): string {
  return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}
