import { defineConfig } from "vite";
import { sandbox } from "./scripts/vite/sandbox-plugin.ts";
import { dataModules } from "./scripts/vite/data-plugin.ts";
import { engineAssets } from "./scripts/vite/engine-plugin.ts";
import { frame } from "./scripts/vite/frame-plugin.ts";
import { notebooks } from "./scripts/vite/notebook-plugin.ts";
import { pages } from "./scripts/vite/pages-plugin.ts";
import { shipped } from "./scripts/vite/shipped.ts";

export default defineConfig({
  // Relative, so that the site works below any path of any host.
  base: "./",
  plugins: [engineAssets(), dataModules(), sandbox(), frame(), notebooks(), shipped(), pages()],
  build: {
    target: "es2023",
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    // Nothing is imported from the first script: a part that did would ask for its style again,
    // which stands in the page.
    rolldownOptions: { preserveEntrySignatures: "strict" },
  },
  // Its parts come when they are wanted, which only a module can do.
  worker: { format: "es", plugins: () => [shipped()] },
  server: { port: Number(process.env["PORT"] ?? 5173) },
});
