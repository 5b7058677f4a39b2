import path from "node:path";
import { defineConfig } from "vitest/config";

/** What asks something of a database; on a server the rest would only be tried once more. */
const WITH_DATABASE = ["db/**/*.test.ts", "tests/integration/**/*.test.ts"];
/** Of those what leans on how an engine orders, searches, locks or is opened: who tries both asks the rest of the server only. */
const BY_ENGINE = ["audit", "cli", "database", "dutch", "jobs", "numbers", "refusals", "search"];
const some = process.env.HERLEID_BOTH_ENGINES
  ? ["db/**/*.test.ts", ...BY_ENGINE.map((name) => `tests/integration/${name}.test.ts`)]
  : WITH_DATABASE;
const WITHOUT = [
  "domain/**/*.test.ts",
  "components/**/*.test.ts",
  "tests/{unit,ground-truth,personal-data,requirement-checks}/**/*.test.ts",
];

export default defineConfig({
  resolve: { alias: { "@": path.resolve(import.meta.dirname) } },
  test: {
    include: process.env.TEST_DATABASE_URL ? WITH_DATABASE : [...some, ...WITHOUT],
    // An odd time zone, so that a date that leans on the machine's own zone fails here first.
    env: {
      TZ: "Pacific/Chatham",
      HERLEID_AUDIT_KEY: "only-for-the-tests-on-this-machine-4567",
      // What is sealed in the database is sealed with this.
      NEXTAUTH_SECRET: "only-for-the-tests-on-this-machine-0123",
    },
    globalSetup: ["tests/global-setup.ts"],
    setupFiles: ["tests/leaves-nothing.ts"],
    reporters: ["default", ["json", { outputFile: ".cache/results-code.json" }]],
    // Every test file has a database of its own, so two run side by side also on two cores.
    maxWorkers: 2,
    // No file leaves anything behind in a module: reading all of them anew for each file took a third of the time.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
