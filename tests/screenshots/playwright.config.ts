import { defineConfig } from "@playwright/test";
import base from "../../playwright.config";

/** `npm run screenshots`: the pictures in `docs/screenshots`, from the same server as the tests. */
export default defineConfig({
  ...base,
  testDir: "..",
  outputDir: "../../.cache/playwright-screenshots",
  reporter: "list",
  projects: [
    { name: "sign in", testMatch: "e2e/*.setup.ts" },
    { name: "pictures", testMatch: "screenshots/*.spec.ts", dependencies: ["sign in"] },
  ],
});
