import { defineConfig, mergeConfig } from "vitest/config";
import base from "./vitest.config";

/** The tests that start whole programs: slow, and apart so that the others stay quick. */
const config = mergeConfig(base, defineConfig({ test: { testTimeout: 300_000 } }));
// What no engine changes is tried once: what npm prints, what stands before the pages, who vouches for staff, and what
// starts a PostgreSQL of its own in any case.
const once = process.env.TEST_DATABASE_URL
  ? "!(cli|edge|following|provider|reacting|room|server)"
  : "*";
config.test.include = [`tests/process/${once}.test.ts`];
config.test.globalSetup = [...[config.test.globalSetup ?? []].flat(), "tests/build-once.ts"];
config.test.reporters = ["default", ["json", { outputFile: ".cache/results-process.json" }]];
export default config;
