import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type ApartError, apart } from "@/domain/kernel/apart";
import { DomainError } from "@/domain/kernel/errors";
import { isAlive, scratchFolder } from "@/tests/processes";

type Options = Parameters<typeof apart>[3];

const TROUBLE = "tests/programs/trouble.ts";

/** Does what a task should not do; see the program. */
const trouble = (what: string, limits: Options = {}, pidFile?: string) => {
  const parts: unknown[] = [];
  const result = apart<object, unknown, string>(
    TROUBLE,
    { what, pidFile },
    (part) => parts.push(part),
    limits,
  );
  return { result, parts };
};

const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => "no error",
    (error: ApartError) => error.reason,
  );

async function pidIn(file: string): Promise<number> {
  await expect
    .poll(() => fs.existsSync(file) && fs.readFileSync(file, "utf8"), { timeout: 60_000 })
    .toMatch(/^\d+$/);
  return Number(fs.readFileSync(file, "utf8"));
}

test("what comes out of a task arrives in parts, in order, and then its result", async () => {
  const { result, parts } = trouble("parts");
  expect(await result).toBe("done");
  expect(parts).toEqual([
    [0, 0],
    [1, 1],
    [2, 2],
  ]);
});

test.each(["hoard", "buffers"])("a task that keeps everything (%s) ends alone", async (what) => {
  const greedy = trouble(what, { megabytes: 64 });
  const beside = trouble("parts");
  expect(await reasonOf(greedy.result)).toBe("outOfMemory");
  expect(await beside.result).toBe("done");
});

test("a task that takes too long is ended", async () => {
  expect(await reasonOf(trouble("spin", { seconds: 2 }).result)).toBe("tooLong");
});

test("a task can be cancelled, while it runs and before it began", async () => {
  const pidFile = path.join(scratchFolder(), "pid");
  const stop = new AbortController();
  const { result } = trouble("spin", { signal: stop.signal }, pidFile);
  const reason = reasonOf(result);
  const pid = await pidIn(pidFile);
  expect(isAlive(pid)).toBe(true);
  stop.abort();
  expect(await reason).toBe("cancelled");
  await expect.poll(() => isAlive(pid)).toBe(false);

  expect(await reasonOf(trouble("parts", { signal: stop.signal }).result)).toBe("cancelled");
});

test("a signal to everybody at a terminal does not end a task: the parent does", async () => {
  const pidFile = path.join(scratchFolder(), "pid");
  const stop = new AbortController();
  const { result } = trouble("spin", { signal: stop.signal }, pidFile);
  const reason = reasonOf(result);
  const pid = await pidIn(pidFile);
  for (const told of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.kill(pid, told);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(isAlive(pid)).toBe(true);
  stop.abort();
  expect(await reason).toBe("cancelled");
});

test("a task refuses with the sentence of the domain; its faults are faults", async () => {
  await expect(trouble("refuse").result).rejects.toSatisfy(
    (error) =>
      error instanceof DomainError &&
      error.key === "sources.errors.tooLarge" &&
      error.params.limit === 10,
  );
  await expect(trouble("throw").result).rejects.toMatchObject({
    reason: "fault",
    message: expect.stringContaining("a fault of ours"),
  });
  await expect(trouble("exit").result).rejects.toMatchObject({
    reason: "fault",
    message: expect.stringContaining("exit code 3"),
  });
});

test("a task is told no secrets", async () => {
  const names = (await trouble("secrets").result).split(" ");
  // Node's own, for the line between the two.
  const known = ["NODE_CHANNEL_FD", "NODE_CHANNEL_SERIALIZATION_MODE", "NODE_ENV", "PATH", "TZ"];
  expect(names.filter((name) => !known.includes(name))).toEqual([]);
});

test("a task does not outlive the process that asked for it", async () => {
  const pidFile = path.join(scratchFolder(), "pid");
  const parent = spawn(
    process.execPath,
    [path.join(process.env.HERLEID_PROGRAMS ?? "", "tests/programs/spinning-parent.mjs"), pidFile],
    { stdio: "ignore" },
  );
  onTestFinished(() => void parent.kill("SIGKILL"));
  const pid = await pidIn(pidFile);
  parent.kill("SIGKILL");
  await expect.poll(() => isAlive(pid), { timeout: 30_000 }).toBe(false);
});
