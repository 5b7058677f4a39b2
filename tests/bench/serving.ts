import { spawn } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import net from "node:net";
import path from "node:path";
import { build, buildIsCurrent } from "@/cli/next";

const NEXT = path.resolve("node_modules", "next", "dist", "bin", "next");
const BARE = path.resolve("tests", "bench", "bare");
/** A server that is not there by then never comes. */
const START_TIMEOUT_MS = 120_000;
/** Only for servers that live as long as a measurement. */
export const BENCH_SECRET = "only-for-measuring-on-this-machine-0123456";

export interface Server {
  address: string;
  stop(): Promise<void>;
}

/** The built product on a database, as `npm start` runs it. @param env says which database. */
export async function serveProduct(env: Record<string, string>): Promise<Server> {
  if (!buildIsCurrent()) await build();
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  return started(["cli/launch.mjs", "start"], `${address}/api/health`, {
    ...{ PORT: String(port), NEXTAUTH_URL: address, NEXTAUTH_SECRET: BENCH_SECRET },
    ...{ DATABASE_URL: "", HERLEID_DATA: "", ...env },
  });
}

/** A page of the same framework with a sentence on it. */
export async function serveBare(): Promise<Server> {
  fs.rmSync(path.join(BARE, ".next"), { recursive: true, force: true });
  const building = spawn(process.execPath, [NEXT, "build", BARE], {
    env: environment({}),
    stdio: ["ignore", "ignore", "inherit"],
  });
  const code = await new Promise((resolve) => building.once("close", resolve));
  if (code !== 0) throw new Error("the bare page could not be built");
  const port = await freePort();
  const args = [NEXT, "start", BARE, "-H", "127.0.0.1", "-p", String(port)];
  return started(args, `http://127.0.0.1:${port}/`, {});
}

const environment = (env: Record<string, string>): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: "production",
  NEXT_TELEMETRY_DISABLED: "1",
  HOST: "127.0.0.1",
  ...env,
});

async function started(
  args: string[],
  health: string,
  env: Record<string, string>,
): Promise<Server> {
  const child = spawn(process.execPath, args, {
    env: environment(env),
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  const until = performance.now() + START_TIMEOUT_MS;
  while ((await statusOf(health)) !== 200) {
    if (child.exitCode !== null || performance.now() > until) {
      await stop();
      throw new Error(`${health} does not answer`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { address: new URL(health).origin, stop };
}

function statusOf(url: string): Promise<number> {
  return new Promise((resolve) => {
    const request = http.get(url, { agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    request.once("error", () => resolve(0));
  });
}

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
