// Adds up the results that the runners wrote, as one closing line.
import fs from "node:fs";

const read = (file) => (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : null);
let passed = 0;
let failed = 0;
let skipped = 0;
const code = read(".cache/results-code.json");
if (code) {
  passed += code.numPassedTests;
  failed += code.numFailedTests;
  skipped += code.numPendingTests;
}
const browser = read(".cache/results-browser.json");
if (browser) {
  passed += browser.stats.expected + browser.stats.flaky;
  failed += browser.stats.unexpected;
  skipped += browser.stats.skipped;
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
if (passed === 0 || failed > 0) process.exit(1);
