// Adds up what the runners reported. Each round of tests overwrites the reports of the one before:
//   node .ci/summary.mjs clear          at the start
//   node .ci/summary.mjs keep "NAME"    after each round
//   node .ci/summary.mjs                a line per round and one for all; fails on a failure or on nothing
import fs from "node:fs";
import path from "node:path";

const REPORTS = { code: ".cache/results-code.json", browser: ".cache/results-browser.json" };
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
  fs.writeFileSync(path.join(KEPT, `${n}.json`), JSON.stringify({ round, counts }));
  for (const file of Object.values(REPORTS)) fs.rmSync(file, { force: true });
  console.log(sentence(round, counts));
}

function addUp() {
  const rounds = fs.existsSync(KEPT)
    ? fs
        .readdirSync(KEPT)
        .sort()
        .map((file) => JSON.parse(fs.readFileSync(path.join(KEPT, file), "utf8")))
    : [{ round: "Tests", counts: count() }];
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { round, counts } of rounds) {
    if (rounds.length > 1) console.log(sentence(round, counts));
    for (const key of Object.keys(total)) total[key] += counts[key];
  }
  console.log(sentence("Together", total));
  const empty = rounds.some(({ counts }) => counts.passed === 0);
  if (rounds.length === 0 || empty || total.failed > 0) process.exit(1);
}

function count() {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const code = read(REPORTS.code);
  if (code) {
    counts.passed += code.numPassedTests;
    counts.failed += code.numFailedTests;
    counts.skipped += code.numPendingTests;
  }
  const browser = read(REPORTS.browser);
  if (browser) {
    counts.passed += browser.stats.expected + browser.stats.flaky;
    counts.failed += browser.stats.unexpected;
    counts.skipped += browser.stats.skipped;
  }
  return counts;
}

function read(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : null;
}

function sentence(what, { passed, failed, skipped }) {
  return `${what}: ${passed} passed, ${failed} failed, ${skipped} skipped`;
}
