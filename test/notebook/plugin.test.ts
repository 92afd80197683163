import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, createServer } from "vite";
import type { InlineConfig } from "vite";
import { afterEach, describe, expect, it } from "vitest";
import { notebooks } from "../../scripts/vite/notebook-plugin.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A site with the given notebooks. */
function site(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "fadu-notebooks-"));
  folders.push(root);
  mkdirSync(join(root, "notebooks"));
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(root, "notebooks", name), text);
  writeFileSync(
    join(root, "main.js"),
    'import { notebooks } from "virtual:fadu-notebooks"; globalThis.notebooks = notebooks;',
  );
  writeFileSync(join(root, "index.html"), '<script type="module" src="./main.js"></script>');
  return root;
}

const base = (root: string): InlineConfig => ({
  root,
  configFile: false,
  logLevel: "silent",
  base: "./",
  plugins: [notebooks()],
});

const good = (title: string, order: number) =>
  `---\ntitle: ${title}\norder: ${order}\n---\n\`\`\`sql id=a\nSELECT '__proto__'\n\`\`\`\n`;

describe("the notebook plugin", () => {
  it("lists the notebooks by order and builds each as a module of its own", async () => {
    const root = site({
      "b.md": good("乙", 1),
      "a.md": good("甲", 2),
      "README.txt": "no notebook",
    });
    await build(base(root));
    const assets = readdirSync(join(root, "dist/assets"));
    const code = assets.map((name) => readFileSync(join(root, "dist/assets", name), "utf8"));
    const list = code.find((text) => text.includes("甲") && text.includes("乙")) ?? "";
    expect(list.indexOf("乙")).toBeLessThan(list.indexOf("甲"));
    expect(list).not.toContain("SELECT");
    // Each compiled, and as the text that is edited.
    expect(code.filter((text) => text.includes("SELECT"))).toHaveLength(4);
  });

  it("fails the build with the place of every problem in every notebook", async () => {
    const root = site({
      "a.md": "---\ntitle: A\n---\n```chart id=c data=nothing\n```\n",
      "b.md": "---\ntitle: B\n---\n```js id=j\n",
    });
    const failure = build(base(root));
    await expect(failure).rejects.toThrow("notebooks/a.md:4:15: unknown cell: nothing");
    await expect(failure).rejects.toThrow("notebooks/b.md:4:1: missing end of cell: ```");
    await expect(failure).rejects.toThrow("notebooks/b.md:5:1: missing code");
  });

  it("refuses a slug that is not one", async () => {
    const root = site({});
    writeFileSync(join(root, "main.js"), 'import "virtual:fadu-notebook/../secret";');
    await expect(build(base(root))).rejects.toThrow("invalid notebook: ../secret");
  });

  it("sees a changed and a new notebook while developing", async () => {
    const root = site({ "a.md": good("甲", 2) });
    const server = await createServer({
      ...base(root),
      server: { middlewareMode: true, ws: false },
    });
    try {
      const list = async () => {
        const module = await server.ssrLoadModule("virtual:fadu-notebooks");
        return (module["notebooks"] as { front: { title: string } }[]).map(
          ({ front }) => front.title,
        );
      };
      expect(await list()).toEqual(["甲"]);
      writeFileSync(join(root, "notebooks/a.md"), good("改", 2));
      writeFileSync(join(root, "notebooks/b.md"), good("新", 1));
      await expect.poll(list, { timeout: 5000 }).toEqual(["新", "改"]);
    } finally {
      await server.close();
    }
  });
});
