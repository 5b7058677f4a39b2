/**
 * Tries each version of Node that is promised: the quick tests, the build, and the built product that
 * starts, answers and ends.
 *
 *   npm run test:nodes              all of them
 *   npm run test:nodes -- 24 26     these
 *
 * The versions come from npm (packages `node-<platform>-<arch>`) into `.cache/nodes`. Slow, so no part of
 * `npm test`.
 */
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";

/** The oldest that is promised, and the newest of each line that is looked after. */
const VERSIONS = ["20.9.0", "22", "24", "26"];
const CACHE = path.resolve(".cache", "nodes");
const QUICK = ["domain", "components", "tests/unit", "tests/integration/database", "search.test"];
const START_TIMEOUT_MS = 120_000;

const asked = process.argv.slice(2);
const outcomes: string[] = [];
for (const version of asked.length > 0 ? asked : VERSIONS) {
  const node = fetched(version);
  const name = spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim();
  const failed =
    failureOf("tests", run(node, ["node_modules/vitest/vitest.mjs", "run", ...QUICK])) ??
    failureOf("build", run(node, ["cli/launch.mjs", "build"])) ??
    failureOf("start", await starts(node));
  outcomes.push(`${name}: ${failed ?? "tests, build and start are good"}`);
  if (failed) process.exitCode = 1;
}
console.log(`\n${outcomes.join("\n")}`);

function failureOf(what: string, good: boolean): string | null {
  return good ? null : `${what} FAILED`;
}

/** The program of a version, fetched when it is not there yet. */
function fetched(version: string): string {
  const folder = path.join(CACHE, version);
  const node = path.join(folder, "package", "bin", "node");
  if (fs.existsSync(node)) return node;
  fs.mkdirSync(folder, { recursive: true });
  const name = `node-${os.platform()}-${os.arch()}@${version}`;
  const packed = spawnSync("npm", ["pack", "--json", "--pack-destination", folder, name], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [pack] = JSON.parse(packed.stdout || "[]") as { filename: string }[];
  if (!pack) throw new Error(`${name} could not be fetched`);
  spawnSync("tar", ["-xzf", path.join(folder, pack.filename), "-C", folder], { stdio: "inherit" });
  fs.rmSync(path.join(folder, pack.filename));
  return node;
}

/** With this Node first in the path, for what starts another. */
const environment = (node: string, more: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
  ...more,
});

function run(node: string, args: string[]): boolean {
  return spawnSync(node, args, { stdio: "inherit", env: environment(node) }).status === 0;
}

/** Starts the built product on a database of its own, asks for its health and a page, and ends it. */
async function starts(node: string): Promise<boolean> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "herleid-nodes-"));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const server = spawn(node, ["cli/launch.mjs", "start"], {
    stdio: "inherit",
    env: environment(node, {
      ...{ PORT: String(port), HOST: "127.0.0.1", NODE_ENV: "production", DATABASE_URL: "" },
      ...{ HERLEID_DATA: folder, NEXTAUTH_URL: address },
      NEXTAUTH_SECRET: "only-for-the-tests-on-this-machine-0123",
    }),
  });
  const ended = new Promise<number | null>((resolve) => server.once("close", resolve));
  try {
    const until = performance.now() + START_TIMEOUT_MS;
    while (!(await answers(`${address}/api/health`))) {
      if (server.exitCode !== null || performance.now() > until) return false;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    if (!(await answers(`${address}/aanmelden`))) return false;
    server.kill("SIGTERM");
    return (await ended) === 0;
  } finally {
    server.kill("SIGTERM");
    await ended;
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    (answer) => answer.ok,
    () => false,
  );

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
