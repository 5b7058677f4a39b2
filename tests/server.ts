import { execFile, execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { onTestFinished, type TestContext, test } from "vitest";

const PROGRAMS = "/usr/lib/postgresql/15/bin";
const POOLER = "/usr/sbin/pgbouncer";
const SUPERUSER = "herleid";

const run = promisify(execFile);

/** Whether PostgreSQL stands where Debian puts it. */
export const hasServer = () => fs.existsSync(path.join(PROGRAMS, "initdb"));

/** A test that needs PostgreSQL here, or pgbouncer too: passed over without them, but not when it counts. */
export function testOnServer(
  name: string,
  { pooler = false, retry = 0 }: { pooler?: boolean; retry?: number },
  work: (context: TestContext) => Promise<void>,
): void {
  const missing = [
    ...(hasServer() ? [] : ["PostgreSQL 15"]),
    ...(pooler && !fs.existsSync(POOLER) ? ["pgbouncer"] : []),
  ];
  const passed = missing.length > 0 && !process.env.CI;
  test.skipIf(passed)(passed ? `${name} (needs ${missing.join(" and ")})` : name, { retry }, work);
}

/** Takes what must be done at the end, of the test or of the file; the last comes first. */
type Ending = (end: () => Promise<void> | void) => void;

/** Neither PostgreSQL nor pgbouncer runs as root. */
const asWho: { uid?: number; gid?: number } = (() => {
  if (process.getuid?.() !== 0) return {};
  const id = (what: string) =>
    Number(execFileSync("id", [what, "postgres"], { encoding: "utf8" }).trim());
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return {};
  }
})();

/** A folder of the test's own that the server may write in. */
function serverFolder(atEnd: Ending): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "herleid-server-"));
  if (asWho.uid !== undefined) fs.chownSync(folder, asWho.uid, asWho.gid ?? asWho.uid);
  atEnd(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const { port } = probe.address() as net.AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** A real PostgreSQL that a test starts, stops and starts again. It does not outlive the test. */
export class TestServer {
  private constructor(
    readonly folder: string,
    readonly port: number,
    /** As on the command line of the server: `-c name=value`. */
    private readonly settings: string,
  ) {}

  static async start(settings = "", atEnd: Ending = onTestFinished): Promise<TestServer> {
    const server = new TestServer(serverFolder(atEnd), await freePort(), settings);
    const how = ["-U", SUPERUSER, "-N", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8"];
    await server.#as("initdb", "-D", server.data, ...how);
    return server.#started(atEnd);
  }

  /** A standby that follows this one. */
  async standby(): Promise<TestServer> {
    const standby = new TestServer(serverFolder(onTestFinished), await freePort(), "");
    const from = ["-R", "-X", "stream", "-c", "fast", "-d", this.address()];
    await standby.#as("pg_basebackup", "-D", standby.data, ...from);
    return standby.#started(onTestFinished);
  }

  async #started(atEnd: Ending): Promise<TestServer> {
    // Last in, first out: it stops before its folder goes.
    atEnd(() => this.control("stop", "-m", "immediate").catch(() => {}));
    await this.control("start");
    return this;
  }

  get data(): string {
    return path.join(this.folder, "data");
  }

  /** @param others further servers that the address names. */
  address(database = "postgres", ...others: TestServer[]): string {
    const hosts = [this, ...others].map(({ port }) => `127.0.0.1:${port}`).join(",");
    return `postgres://${SUPERUSER}@${hosts}/${database}`;
  }

  /** Lets it take encrypted connections too, with a certificate of its own. */
  async certify(): Promise<void> {
    const [key, certificate] = ["server.key", "server.crt"].map((name) =>
      path.join(this.data, name),
    );
    const made = ["-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1", "-days", "2"];
    const files = ["-keyout", key ?? "", "-out", certificate ?? ""];
    await run("openssl", ["req", "-x509", ...made, ...files], { ...asWho, cwd: this.folder });
    await this.ask("alter system set ssl = on");
    await this.control("restart");
  }

  /** What `pg_ctl` does: start, stop, restart, promote. Resolves when it has been done. */
  async control(...what: string[]): Promise<void> {
    const options = `-p ${this.port} -k ${this.folder} -h 127.0.0.1 -c fsync=off -c max_connections=60 ${this.settings}`;
    const log = path.join(this.folder, "log");
    await this.#as("pg_ctl", "-D", this.data, "-w", "-s", "-l", log, "-o", options, ...what);
  }

  /** Asks something as superuser, past the program that is tested. */
  async ask<Row>(text: string, database?: string): Promise<Row[]> {
    const { default: postgres } = await import("postgres");
    const client = postgres(this.address(database), { max: 1, onnotice: () => {} });
    try {
      return [...(await client.unsafe(text))] as unknown as Row[];
    } finally {
      await client.end();
    }
  }

  async #as(program: string, ...args: string[]): Promise<void> {
    await run(path.join(PROGRAMS, program), args, { ...asWho, cwd: this.folder });
  }
}

/** pgbouncer in transaction mode before a server. @returns the address to use it by. */
export async function poolerBefore(server: TestServer): Promise<string> {
  const folder = serverFolder(onTestFinished);
  const port = await freePort();
  const settings = path.join(folder, "pgbouncer.ini");
  fs.writeFileSync(
    settings,
    `[databases]
* = host=127.0.0.1 port=${server.port} user=${SUPERUSER}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 5
server_login_retry = 1
`,
  );
  const child = spawn(POOLER, ["-q", settings], { ...asWho, cwd: folder, stdio: "ignore" });
  onTestFinished(() => void child.kill("SIGKILL"));
  await answering(port);
  return `postgres://${SUPERUSER}@127.0.0.1:${port}/postgres`;
}

/** Resolves when something listens. */
async function answering(port: number): Promise<void> {
  for (;;) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = net.connect(port, "127.0.0.1", () => resolve(true));
      socket.once("error", () => resolve(false));
      socket.once("close", () => socket.destroy());
      socket.once("connect", () => socket.end());
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** What a message of the protocol says that ends a transaction. */
const COMMIT = Buffer.from("commit\0");

/**
 * Stands between a program and a server, and cuts the line at the end of a transaction: before the
 * server hears of it, or after it did it and before the answer comes.
 */
export async function cutAtCommit(server: TestServer) {
  let cut: "never" | "before" | "after" = "never";
  const sockets = new Set<net.Socket>();
  const between = net.createServer((program) => {
    const onward = net.connect(server.port, "127.0.0.1");
    for (const socket of [program, onward]) {
      sockets.add(socket);
      socket
        .on("error", () => {})
        .on("close", () => {
          program.destroy();
          onward.destroy();
        });
    }
    let asked = false;
    program.on("data", (words) => {
      asked = cut !== "never" && words.includes(COMMIT);
      if (asked && cut === "before") program.destroy();
      else onward.write(words);
    });
    onward.on("data", (words) => {
      if (asked) program.destroy();
      else program.write(words);
    });
  });
  between.listen(0, "127.0.0.1");
  await new Promise((resolve) => between.once("listening", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    between.close();
  });
  const { port } = between.address() as net.AddressInfo;
  return {
    url: `postgres://${SUPERUSER}@127.0.0.1:${port}/postgres`,
    cut: (when: typeof cut) => {
      cut = when;
    },
  };
}

/** A disk of so many megabytes for a server; null where none may be made. */
export async function smallDisk(megabytes: number): Promise<string | null> {
  const folder = serverFolder(onTestFinished);
  const owner = asWho.uid === undefined ? "" : `,uid=${asWho.uid},gid=${asWho.gid}`;
  try {
    const options = `size=${megabytes}m,mode=0700${owner}`;
    await run("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]);
  } catch {
    return null;
  }
  onTestFinished(async () => void (await run("umount", ["-l", folder])));
  return folder;
}
