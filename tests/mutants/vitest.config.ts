import { defineConfig } from "vitest/config";
import { failWhatDoesNotLoad } from "./unloadable";

/** The tests that stand beside the pure parts, without what takes seconds or a database. */
export default defineConfig({
  root: process.cwd(),
  resolve: { alias: { "@": process.cwd() } },
  test: {
    include: ["domain/**/*.test.ts", "components/**/*.test.ts"],
    exclude: ["**/real-sources.test.ts", "**/size.test.ts", "node_modules/**"],
    env: { TZ: "Pacific/Chatham" },
    // A machine may be busy; what never ends is for the runner of the mutants to stop.
    testTimeout: 120_000,
    reporters: [failWhatDoesNotLoad],
  },
});
