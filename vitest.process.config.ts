import { defineConfig, mergeConfig } from "vitest/config";
import base from "./vitest.config";

/** The tests that start whole programs: slow, and apart so that the others stay quick. */
const config = mergeConfig(base, defineConfig({ test: { testTimeout: 300_000 } }));
config.test.include = ["tests/process/**/*.test.ts"];
config.test.globalSetup = [...[config.test.globalSetup ?? []].flat(), "tests/build-once.ts"];
config.test.reporters = ["default", ["json", { outputFile: ".cache/results-process.json" }]];
export default config;
