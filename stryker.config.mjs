/**
 * Mutation testing of the pure parts. `npm run test:mutants` starts it by tests/mutants/run.ts, which
 * says what is mutated; CONTRIBUTING.md tells how to read what it prints.
 */
export default {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "tests/mutants/vitest.config.ts" },
  coverageAnalysis: "perTest",
  concurrency: 1,
  // A mutant that never ends is stopped soon: the tests of the pure parts take milliseconds.
  timeoutMS: 4_000,
  incremental: true,
  incrementalFile: ".cache/mutants/incremental.json",
  tempDirName: ".cache/mutants/sandbox",
  reporters: ["json", "html", "progress-append-only"],
  jsonReporter: { fileName: ".cache/mutants/report.json" },
  htmlReporter: { fileName: ".cache/mutants/report.html" },
  // The settings of the compiler stay outside: rewriting them needs a compiler in JavaScript.
  ignorePatterns: [
    "/docs",
    "/public",
    "/app",
    "/tests/e2e",
    "/tests/screenshots",
    "/tsconfig.json",
  ],
  allowEmpty: true,
  clearTextReporter: { allowColor: false },
  fileLogLevel: "off",
  logLevel: "warn",
};
