import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { sentence } from "@/i18n/sentence";
import { programs } from "./programs.mjs";

const NEXT = path.resolve("node_modules", "next", "dist", "bin", "next");
const STAMP = path.resolve(".next", "herleid-build");
/** All that a build is made of; when none of it changed the build is still good. */
const INPUTS = [
  "app",
  "components",
  "db",
  "domain",
  "i18n",
  "messages",
  "public",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.js",
  "tsconfig.json",
  "package-lock.json",
];

/** Something that keeps the program from starting, as one sentence for the terminal. */
export class CannotStart extends Error {
  override name = "CannotStart";
}

/** Where the server listens: `HOST` (default 127.0.0.1) and `PORT` (default 3000). */
export function listenAddress(): { host: string; port: number } {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new CannotStart(sentence("cli.start.badPort", { port: String(process.env.PORT) }));
  }
  return { host: process.env.HOST || "127.0.0.1", port };
}

/** @throws CannotStart when another program listens there. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const key = error.code === "EADDRINUSE" ? "cli.start.portInUse" : "cli.start.cannotListen";
      // As text: a number would be printed as 3.000.
      reject(new CannotStart(sentence(key, { port: String(port), host, next: String(port + 1) })));
    });
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
}

/** Whether `.next` was built from what stands here now. */
export function buildIsCurrent(): boolean {
  return (
    fs.existsSync(path.resolve(".next", "BUILD_ID")) &&
    fs.existsSync(STAMP) &&
    fs.readFileSync(STAMP, "utf8") === inputsHash()
  );
}

/** Builds the app. What the build prints is shown only when it fails. */
export async function build(): Promise<void> {
  const before = inputsHash();
  fs.rmSync(STAMP, { force: true });
  const child = spawn(process.execPath, [NEXT, "build"], {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  child.stdout.on("data", (part) => {
    printed += part;
  });
  child.stderr.on("data", (part) => {
    printed += part;
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) {
    process.stderr.write(printed);
    throw new CannotStart(sentence("cli.start.buildFailed"));
  }
  fs.writeFileSync(STAMP, before);
}

function inputsHash(): string {
  const hash = createHash("sha256");
  const visit = (file: string) => {
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory()) {
      for (const name of fs.readdirSync(file).sort()) visit(path.join(file, name));
    } else if (!file.endsWith(".test.ts")) {
      hash.update(file).update("\0").update(fs.readFileSync(file)).update("\0");
    }
  };
  for (const input of INPUTS) visit(input);
  return hash.digest("hex");
}

/** By which a program is told to stop. */
const STOPS = ["SIGINT", "SIGTERM"] as const;
const stopped = (signal: NodeJS.Signals | null) => STOPS.some((one) => one === signal);

/**
 * Runs the server until it is told to stop, and passes its exit code on.
 *
 * @param onReady called once, when it answers.
 */
export async function serve(
  mode: "start" | "dev",
  env: Record<string, string>,
  onReady: () => void = () => {},
): Promise<never> {
  const { host, port } = listenAddress();
  await requireFreePort(host, port);
  const made = mode === "start" ? (process.env.HERLEID_PROGRAMS ?? (await programs())) : "";
  // Who develops has Next alone; what stands before it is for who is on a network.
  const program =
    mode === "dev"
      ? [NEXT, "dev", "-H", host, "-p", String(port)]
      : ["--enable-source-maps", path.join(made, "edge", "main.mjs")];
  const child = spawn(process.execPath, program, {
    env: {
      ...process.env,
      HOST: host,
      PORT: String(port),
      NODE_ENV: mode === "dev" ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
      // The app ends itself, in good order: see app/_lib/shutdown.ts.
      ...(mode === "start" ? { NEXT_MANUAL_SIG_HANDLE: "true", HERLEID_PROGRAMS: made } : {}),
      ...env,
    },
    // The server ends with this process, even when it was killed: the line between them says so.
    stdio: mode === "dev" ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "inherit", "ipc"],
  });
  let ready = false;
  child.stdout?.on("data", (part: Buffer) => {
    const text = part.toString();
    if (!ready && /ready/i.test(text)) {
      ready = true;
      onReady();
    } else if (ready) process.stdout.write(text);
  });
  for (const signal of STOPS) process.on(signal, () => child.kill(signal));
  const code = await new Promise<number>((resolve) => {
    // Killed otherwise than as it was told to, as for want of memory, it has failed: it is to be started again.
    child.once("close", (exit, signal) => resolve(exit ?? (stopped(signal) ? 0 : 1)));
  });
  process.exit(code);
}
