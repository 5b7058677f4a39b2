import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { sql } from "drizzle-orm";
import { describe, expect, onTestFinished, test } from "vitest";
import { openDatabase, rowsOf } from "@/db/client";
import {
  dataPlace,
  type Ended,
  herleid,
  scratchFolder,
  serverPlace,
  startProgram,
} from "@/tests/processes";

const server = process.env.TEST_DATABASE_URL;

/** Refused on purpose: exit code 1, and one line that says what is wrong. */
function expectRefusal({ code, stdout, stderr }: Ended, words: RegExp): void {
  expect({ code, stdout }, stderr).toEqual({ code: 1, stdout: "" });
  expect(stderr.trim().split("\n"), stderr).toHaveLength(1);
  expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/Error\b|\bat .*:\d+/);
}

describe.skipIf(server)("the folder of the embedded database", () => {
  test("is refused to a second process, with the number of the first", async () => {
    const { folder, open, env } = await dataPlace();
    const first = await open();
    try {
      expectRefusal(await herleid(["migrate"], env), new RegExp(`nummer ${process.pid}\\)`));
      expect(await rowsOf(first.db, sql`select 1 as one`)).toEqual([{ one: 1 }]);
      expect(fs.existsSync(path.join(folder ?? "", "herleid.lock"))).toBe(true);
    } finally {
      await first.close();
    }
    expect(await herleid(["migrate"], env)).toMatchObject({ code: 0, stderr: "" });
  });

  test("is taken over from a process that was killed", async () => {
    const { folder, env } = await dataPlace();
    const lock = path.join(folder ?? "", "herleid.lock");
    const { child, ended } = startProgram("herleid", ["example"], env);
    await expect.poll(() => fs.existsSync(lock), { timeout: 120_000, interval: 20 }).toBe(true);
    child.kill("SIGKILL");
    expect((await ended).signal).toBe("SIGKILL");
    expect(fs.existsSync(lock)).toBe(true);

    expect(await herleid(["migrate"], env)).toMatchObject({ code: 0, stderr: "" });
    expect(fs.existsSync(lock)).toBe(false);
  });

  test("that is a file, or cannot be made, is named", async () => {
    const file = path.join(scratchFolder(), "bestand");
    fs.writeFileSync(file, "geen map");
    for (const folder of [file, path.join(file, "daaronder")]) {
      const refused = await herleid(["migrate"], { HERLEID_DATA: folder });
      expectRefusal(refused, /kan niet worden gelezen of geschreven/);
      expect(refused.stderr).toContain(folder);
    }
    expect(fs.readFileSync(file, "utf8")).toBe("geen map");
  });

  test("with something else in it than a database is left as it is", async () => {
    const folder = scratchFolder();
    fs.mkdirSync(path.join(folder, "pgdata"));
    fs.writeFileSync(path.join(folder, "pgdata", "PG_VERSION"), "9.1\n");
    const before = listing(folder);
    const refused = await herleid(["migrate"], { HERLEID_DATA: folder });
    expectRefusal(refused, /kan niet worden gelezen/);
    expect(listing(folder)).toEqual(before);
  });
});

test("a database that is newer than the code is left as it is", async () => {
  const { env, look } = await newerDatabase();
  expectRefusal(await herleid(["migrate"], env), /nieuwere versie/);
  expectRefusal(await herleid(["example"], env), /nieuwere versie/);
  await look(async (rows) => {
    expect(await rows("select count(*)::int as n from dossier")).toEqual([{ n: 0 }]);
    const [latest] = await rows(
      "select max(created_at)::text as at from drizzle.__drizzle_migrations",
    );
    expect(latest).toEqual({ at: LATER });
  });
});

const LATER = "4102444800000";

/** A database in which a later Herleid has already made changes. */
async function newerDatabase() {
  const place = await dataPlace();
  const opened = await place.open();
  await opened.db.execute(
    sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', ${LATER}::bigint)`,
  );
  await opened.close();
  // Only a client without our own check can look inside.
  const look = async (work: (rows: (text: string) => Promise<unknown[]>) => Promise<void>) => {
    if (place.folder) {
      const { PGlite } = await import("@electric-sql/pglite");
      const client = new PGlite(path.join(place.folder, "pgdata"));
      await work(async (text) => (await client.query(text)).rows);
      await client.close();
    } else {
      const { default: postgres } = await import("postgres");
      const client = postgres(place.env.DATABASE_URL ?? "", { max: 1 });
      await work(async (text) => [...(await client.unsafe(text))]);
      await client.end();
    }
  };
  return { env: place.env, look };
}

test("a server that does not answer is named, without its password", async () => {
  const env = { DATABASE_URL: `postgres://iemand:geheim@127.0.0.1:${await freePort()}/herleid` };
  const refused = await herleid(["migrate"], env);
  expectRefusal(refused, /antwoordt niet/);
  expect(refused.stderr).toContain("127.0.0.1");
  expect(refused.stderr).not.toContain("geheim");
});

test("an address that is none is refused at once, without its password", async () => {
  const env = { DATABASE_URL: "postgres://iemand:ge/heim@127.0.0.1/herleid" };
  const refused = await herleid(["migrate"], env);
  expectRefusal(refused, /^DATABASE_URL is geen goed adres/);
  expect(refused.stderr).not.toMatch(/ge.heim|heim@/);
});

describe("npm start", () => {
  const GOOD = { NEXTAUTH_SECRET: "x".repeat(32), NEXTAUTH_URL: "https://a.example" };

  test("names everything that is missing, and starts nothing", async () => {
    const { code, stdout, stderr } = await startProgram("start").ended;
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("NEXTAUTH_SECRET");
    expect(stderr).toContain("NEXTAUTH_URL");
  });

  test.each([
    [
      "a secret that is too short",
      { NEXTAUTH_SECRET: "kort", NEXTAUTH_URL: "https://a.example" },
      "NEXTAUTH_SECRET",
    ],
    [
      "an address that is none",
      { NEXTAUTH_SECRET: "x".repeat(32), NEXTAUTH_URL: "a.example" },
      "NEXTAUTH_URL",
    ],
    [
      "a proxy that is no address",
      { ...GOOD, HERLEID_TRUSTED_PROXY: "10.0.0.0/99" },
      "HERLEID_TRUSTED_PROXY",
    ],
    ["a limit that is no number", { ...GOOD, HERLEID_LIMITS: "veel" }, "HERLEID_LIMITS"],
  ])("refuses %s", async (_what, env, name) => {
    const { code, stderr } = await startProgram("start", [], env).ended;
    expect(code).toBe(1);
    expect(stderr.match(/\b(NEXTAUTH|HERLEID)_\w+/g)).toEqual([name]);
  });
});

describe("npm run demo", () => {
  test("says so when the port is in use, and makes nothing", async () => {
    const listening = net.createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void listening.close());
    await new Promise((resolve) => listening.once("listening", resolve));
    const { port } = listening.address() as net.AddressInfo;
    const data = path.resolve(".data");
    const before = listing(data);
    const refused = await startProgram("demo", [], { PORT: String(port) }).ended;
    expectRefusal(refused, new RegExp(`Poort ${port} .*PORT=${port + 1}`));
    expect(listing(data)).toEqual(before);
  });

  test("does not put itself into the data of somebody else", async () => {
    const folder = path.join(scratchFolder(), "data");
    fs.mkdirSync(path.join(folder, "pgdata"), { recursive: true });
    const before = listing(folder);
    const env = { HERLEID_DATA: folder, PORT: String(await freePort()) };
    expectRefusal(await startProgram("demo", [], env).ended, /niet van de demo/);
    expect(listing(folder)).toEqual(before);
  });

  test("refuses a port that is none", async () => {
    expectRefusal(await startProgram("demo", [], { PORT: "70000" }).ended, /PORT is/);
  });
});

test.runIf(server)("two that migrate an empty database at once both succeed", async () => {
  const place = await serverPlace(server ?? "");
  const both = await Promise.all([
    herleid(["migrate"], place.env),
    herleid(["migrate"], place.env),
  ]);
  for (const one of both) expect(one).toMatchObject({ code: 0, stderr: "" });
  const opened = await openDatabase({ url: place.env.DATABASE_URL });
  const [row] = await rowsOf<{ n: number; distinct: number }>(
    opened.db,
    sql`select count(*)::int as n, count(distinct hash)::int as distinct
      from drizzle.__drizzle_migrations`,
  );
  await opened.close();
  expect(row?.n).toBe(row?.distinct);
  expect(row?.n).toBeGreaterThan(0);
});

/** All files under a folder with their sizes; nothing when it is not there. */
function listing(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map(
      (name) => `${name} ${fs.statSync(path.join(folder, name), { throwIfNoEntry: false })?.size}`,
    )
    .sort();
}

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const { port } = probe.address() as net.AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
