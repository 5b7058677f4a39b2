import { defineConfig } from "@playwright/test";
import { browserOptions } from "./tests/browser";
import { E2E_ADDRESS } from "./tests/e2e/world";

/** What may go otherwise on another engine: the whole way is walked, files come in piece by piece, people react and sign in. */
const BY_ENGINE = ["acceptance", "upload", "reacting", "sign-in", "sign-in-mail"];
const onPostgres = Boolean(process.env.TEST_DATABASE_URL);

/**
 * How pages look and are worked does not depend on the engine. Who tries both, one after the other, does all of it on the
 * server, where many ask at once as they will, and on the embedded database what may differ.
 */
const some = Boolean(process.env.HERLEID_BOTH_ENGINES) && !onPostgres;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: ".cache/playwright",
  fullyParallel: true,
  workers: 2,
  forbidOnly: !!process.env.CI,
  // A browser now and then loses a race on a busy machine. What passes only the second time is named in the summary.
  retries: process.env.CI ? 1 : 0,
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
      testMatch: some ? BY_ENGINE.map((name) => `${name}.spec.ts`) : "*.spec.ts",
      dependencies: ["sign in"],
      use: { viewport: { width: 1280, height: 900 } },
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
