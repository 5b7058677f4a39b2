import { defineConfig } from "@playwright/test";
import { browserOptions } from "./tests/browser";
import { E2E_ADDRESS } from "./tests/e2e/world";

/**
 * How pages look and are worked, and what a form does without an answer, does not depend on the engine: that is tried
 * once, on the embedded database. On PostgreSQL every page, route and action is asked for by everybody, files come in
 * piece by piece, and the whole way is walked.
 */
const BY_ENGINE = ["routes", "actions", "upload", "acceptance"];
const onPostgres = Boolean(process.env.TEST_DATABASE_URL);

/** Who tries both engines one after the other asks for every page, route and action by everybody once: on the server. */
const LEFT_TO_SERVER = process.env.HERLEID_BOTH_ENGINES ? ["routes", "actions"] : [];

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
      testMatch: onPostgres ? BY_ENGINE.map((name) => `${name}.spec.ts`) : "*.spec.ts",
      testIgnore: onPostgres ? [] : LEFT_TO_SERVER.map((name) => `${name}.spec.ts`),
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
