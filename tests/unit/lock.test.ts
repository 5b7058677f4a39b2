import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { DatabaseProblem } from "@/db/errors";
import { lockFolder } from "@/db/lock";

function folderWith(holder: unknown): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "herleid-lock-"));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  fs.writeFileSync(path.join(folder, "herleid.lock"), JSON.stringify(holder));
  return folder;
}

const host = os.hostname();

test.each([
  ["a number that stands for all processes", { pid: -1, host, started: "", since: "" }],
  ["the number of its own group", { pid: 0, host, started: "", since: "" }],
  ["half a number", { pid: 1.5, host, started: "", since: "" }],
  ["a number in words", { pid: "1", host, started: "", since: "" }],
  ["nothing", null],
])("a lock with %s is nobody's", (_what, holder) => {
  const folder = folderWith(holder);
  const unlock = lockFolder(folder);
  expect(JSON.parse(fs.readFileSync(path.join(folder, "herleid.lock"), "utf8"))).toMatchObject({
    pid: process.pid,
    host,
  });
  unlock();
  expect(fs.readdirSync(folder)).toEqual([]);
});

test("a lock of a process that lives is held", () => {
  const folder = folderWith(null);
  const unlock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(DatabaseProblem);
  unlock();
});
