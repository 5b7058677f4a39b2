import { defineConfig, devices } from "@playwright/test";
import { browserOptions } from "./tests/browser";
import { E2E_ADDRESS } from "./tests/e2e/world";

/**
 * How pages look and are worked, and what a form does without an answer, does not depend on the engine, so that is tried once, on the embedded
 * database. On PostgreSQL every page, route and action is asked for by everybody, and walked through.
 */
const LOOKS = ["pages.spec.ts", "shell.spec.ts", "forms.spec.ts", "selection.spec.ts"];
const onPostgres = Boolean(process.env.TEST_DATABASE_URL);

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: ".cache/playwright",
  fullyParallel: true,
  workers: 2,
  forbidOnly: !!process.env.CI,
  reporter: [["list"], ["json", { outputFile: ".cache/results-browser.json" }]],
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: E2E_ADDRESS,
    launchOptions: await browserOptions(),
    locale: "nl-NL",
    // An odd time zone, as in the other tests.
    timezoneId: "Pacific/Chatham",
    trace: "off",
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "sign in", testMatch: "*.setup.ts" },
    {
      name: "desktop",
      testMatch: "*.spec.ts",
      testIgnore: onPostgres ? LOOKS : [],
      dependencies: ["sign in"],
      use: { viewport: { width: 1280, height: 900 } },
    },
    {
      name: "phone",
      testMatch: "pages.spec.ts",
      testIgnore: onPostgres ? LOOKS : [],
      dependencies: ["sign in"],
      use: {
        ...devices["Pixel 7"],
        viewport: { width: 320, height: 640 },
        defaultBrowserType: "chromium",
      },
    },
  ],
  webServer: {
    command: "npx tsx tests/e2e/serve.ts",
    // Also for the configuration of the screenshots, which stands in another folder.
    cwd: import.meta.dirname,
    url: `${E2E_ADDRESS}/api/health`,
    // For who works on a test: a server that was started by hand with the same command.
    reuseExistingServer: !!process.env.E2E_REUSE,
    timeout: 300_000,
    stdout: "pipe",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
  },
});
