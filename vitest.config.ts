import path from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": path.resolve(import.meta.dirname) } },
  test: {
    include: [
      "domain/**/*.test.ts",
      "db/**/*.test.ts",
      "components/**/*.test.ts",
      "tests/{unit,integration,ground-truth,personal-data}/**/*.test.ts",
    ],
    // An odd time zone, so that a date that leans on the machine's own zone fails here first.
    env: {
      TZ: "Pacific/Chatham",
      HERLEID_AUDIT_KEY: "only-for-the-tests-on-this-machine-4567",
    },
    globalSetup: ["tests/global-setup.ts"],
    reporters: ["default", ["json", { outputFile: ".cache/results-code.json" }]],
    // Every test file has a database of its own, so two run side by side also on two cores.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
