// Adds up what the runners reported. Each round of tests overwrites the reports of the one before:
//   node .ci/summary.mjs clear          at the start
//   node .ci/summary.mjs keep "NAME"    after each round
//   node .ci/summary.mjs                a line per round and one for all, and the slowest tests; fails on a
//                                       failure or on nothing
import fs from "node:fs";
import path from "node:path";

const REPORTS = {
  code: ".cache/results-code.json",
  process: ".cache/results-process.json",
  browser: ".cache/results-browser.json",
};
const SLOWEST = 10;
const KEPT = path.join(".cache", "results");

const [command, name = ""] = process.argv.slice(2);
if (command === "clear") clear();
else if (command === "keep") keep(name);
else addUp();

function clear() {
  fs.rmSync(KEPT, { recursive: true, force: true });
  for (const file of Object.values(REPORTS)) fs.rmSync(file, { force: true });
}

function keep(round) {
  const counts = count();
  fs.mkdirSync(KEPT, { recursive: true });
  const n = String(fs.readdirSync(KEPT).length + 1).padStart(2, "0");
  fs.writeFileSync(
    path.join(KEPT, `${n}.json`),
    JSON.stringify({ round, counts, tests: slowest(tests()), twice: twice() }),
  );
  for (const file of Object.values(REPORTS)) fs.rmSync(file, { force: true });
  console.log(sentence(round, counts));
}

function addUp() {
  const rounds = fs.existsSync(KEPT)
    ? fs
        .readdirSync(KEPT)
        .sort()
        .map((file) => JSON.parse(fs.readFileSync(path.join(KEPT, file), "utf8")))
    : [{ round: "Tests", counts: count(), tests: tests(), twice: twice() }];
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { round, counts } of rounds) {
    if (rounds.length > 1) console.log(sentence(round, counts));
    for (const key of Object.keys(total)) total[key] += counts[key];
  }
  console.log(sentence("Together", total));
  console.log(`\nThe slowest ${SLOWEST}:`);
  const all = rounds.flatMap(({ round, tests }) => tests.map((test) => ({ ...test, round })));
  for (const { ms, name, round } of slowest(all)) {
    console.log(
      `${(ms / 1000).toFixed(1).padStart(7)} s  ${name}${rounds.length > 1 ? ` (${round})` : ""}`,
    );
  }
  const again = rounds.flatMap(({ round, twice }) => twice.map((name) => `${name} (${round})`));
  if (again.length > 0) console.log(`\nPassed only the second time:\n  ${again.join("\n  ")}`);
  const empty = rounds.some(({ counts }) => counts.passed === 0);
  if (rounds.length === 0 || empty || total.failed > 0) process.exit(1);
}

function count() {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const code of [read(REPORTS.code), read(REPORTS.process)]) {
    counts.passed += code?.numPassedTests ?? 0;
    counts.failed += code?.numFailedTests ?? 0;
    counts.skipped += code?.numPendingTests ?? 0;
  }
  const browser = read(REPORTS.browser);
  if (browser) {
    counts.passed += browser.stats.expected + browser.stats.flaky;
    counts.failed += browser.stats.unexpected;
    counts.skipped += browser.stats.skipped;
  }
  return counts;
}

/** Each test with how long it took, in milliseconds. */
function tests() {
  const code = [read(REPORTS.code), read(REPORTS.process)].flatMap((report) =>
    (report?.testResults ?? []).flatMap((file) =>
      file.assertionResults.map((test) => ({
        ms: test.duration ?? 0,
        name: `${path.relative("", file.name)}: ${test.fullName}`,
      })),
    ),
  );
  const browser = inBrowser().map(({ name, test }) => ({
    ms: test.results.reduce((sum, { duration }) => sum + duration, 0),
    name,
  }));
  return [...code, ...browser];
}

/** The names of the tests in the browser that failed first. */
function twice() {
  return inBrowser()
    .filter(({ test }) => test.status === "flaky")
    .map(({ name }) => name);
}

function inBrowser() {
  const specs = (suite) => [...suite.specs, ...(suite.suites ?? []).flatMap(specs)];
  return (read(REPORTS.browser)?.suites ?? []).flatMap(specs).flatMap((spec) =>
    spec.tests.map((test) => ({
      test,
      name: `${path.posix.join("tests/e2e", spec.file)}: ${spec.title} [${test.projectName}]`,
    })),
  );
}

function slowest(all) {
  return [...all].sort((a, b) => b.ms - a.ms).slice(0, SLOWEST);
}

function read(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : null;
}

function sentence(what, { passed, failed, skipped }) {
  return `${what}: ${passed} passed, ${failed} failed, ${skipped} skipped`;
}
