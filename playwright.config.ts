import { defineConfig } from "@playwright/test";

/** What a person does on the built page. `FADU_DIST` names another folder than `dist`. */
export default defineConfig({
  testDir: "test/browser",
  testMatch: "*.spec.ts",
  outputDir: "test-results",
  fullyParallel: true,
  // The second language or pointer of a test: `FADU_LONG=1` runs these too.
  ...(process.env["FADU_LONG"] ? {} : { grepInvert: /@long/ }),
  forbidOnly: Boolean(process.env["CI"]),
  workers: 2,
  // A test that passes on the second try does not hold (`scripts/test.mjs` counts it as failed),
  // unless the browser itself had died under the first.
  retries: process.env["FADU_RETRY"] ? 1 : 0,
  // Generous: a slow machine is not a fault of the page.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    viewport: { width: 1280, height: 800 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    actionTimeout: 10_000,
    // It would answer what a test means to withhold; the test of offline use allows it.
    serviceWorkers: "block",
    launchOptions: {
      executablePath:
        process.env["CHROMIUM_SHELL_PATH"] ?? process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
      ],
    },
  },
});
