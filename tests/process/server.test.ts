import { randomUUID } from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, onTestFinished } from "vitest";
import { readAddress } from "@/db/address";
import {
  databaseAnswers,
  type OpenDatabase,
  openDatabase,
  rowsOf,
  shareDatabase,
} from "@/db/client";
import { connect, serversOf } from "@/db/connection";
import { DatabaseGone } from "@/db/errors";
import { listen } from "@/db/listen";
import { administer } from "@/domain/accounts/gate";
import { verifyAudit } from "@/domain/audit/queries";
import { Unavailable } from "@/domain/kernel/errors";
import { refusalIn } from "@/domain/kernel/refusal";
import type { ReaderScope } from "@/domain/kernel/scope";
import { addReaction } from "@/domain/reactions/commands";
import { importSource } from "@/domain/sources/commands";
import { adopted } from "@/tests/factories/editions";
import { dossierOf, SYSTEM } from "@/tests/factories/people";
import { consultationIn } from "@/tests/factories/reactions";
import { requirementOf } from "@/tests/factories/requirements";
import { fileOf } from "@/tests/factories/sources";
import { minutes } from "@/tests/factories/text";
import {
  cutAtCommit,
  hasServer,
  poolerBefore,
  smallDisk,
  TestServer,
  testOnServer,
} from "@/tests/server";

// What a database that goes away does to what is under way. The tests have a PostgreSQL of their own,
// also when the suite runs on another: one that others use cannot be stopped.
let server: TestServer;
const endings: (() => Promise<void> | void)[] = [];
beforeAll(async () => {
  if (hasServer()) server = await TestServer.start("", (end) => void endings.push(end));
});
afterAll(async () => {
  for (const end of endings.reverse()) await end();
});

/** Opens the database of this process, as the app does. */
async function opened(url: string, directUrl?: string): Promise<OpenDatabase> {
  const database = await openDatabase({ url, directUrl });
  shareDatabase(database);
  onTestFinished(async () => {
    shareDatabase(undefined);
    await database.close();
  });
  return database;
}

type Fate = "acknowledged" | "refused" | "perhaps";

/** People who add reactions and import minutes, and remember what they were told. */
async function load() {
  const scope = await dossierOf();
  const consultationId = await consultationIn(scope);
  const reactions = new Map<string, Fate>();
  const imports = new Map<string, Fate>();
  const again: (() => Promise<void>)[] = [];

  /** What a person is told of an act: it was done, it was not, or nobody knows. Nothing else. */
  const fateOf = async (act: () => Promise<unknown>): Promise<Fate> => {
    try {
      await act();
      return "acknowledged";
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      return error.perhapsDone ? "perhaps" : "refused";
    }
  };
  const react = async () => {
    const text = randomUUID();
    const send = () => addReaction(scope, reactionOf(text, consultationId), { key: text });
    const fate = await fateOf(send);
    reactions.set(text, fate);
    if (fate === "perhaps") again.push(async () => void (await send()));
    return fate;
  };
  const bring = async () => {
    const title = randomUUID();
    imports.set(
      title,
      await fateOf(() => importSource(scope, { ...fileOf(`# ${title}\n\n${MINUTES}`), title })),
    );
  };

  return {
    scope,
    react,
    /** An import and twenty reactions; resolves when each has been told. */
    round: async (onTold: () => void = () => {}) => {
      const people = Array.from({ length: 20 }, react);
      await Promise.all([bring(), ...people].map((one) => one.then(onTold)));
    },
    /** What was acknowledged is there, once; what was refused is not; nothing is there by half. */
    expectKept: async (database: OpenDatabase) => {
      const stored = await rowsOf<{ text: string; n: number }>(
        database.db,
        sql`select text, count(*)::int as n from reaction where consultation_id = ${consultationId}
          group by text`,
      );
      const times = new Map(stored.map(({ text, n }) => [text, n]));
      for (const [text, fate] of reactions) {
        const right = { acknowledged: [1], refused: [0], perhaps: [0, 1] }[fate];
        expect(right, fate).toContain(times.get(text) ?? 0);
      }
      // Who sends again what was perhaps done has it once.
      for (const send of again.splice(0)) await send();
      const [total] = await rowsOf<{ n: number; texts: number }>(
        database.db,
        sql`select count(*)::int as n, count(distinct text)::int as texts from reaction
          where consultation_id = ${consultationId}`,
      );
      expect(total?.n).toBe(total?.texts);

      const sources = await rowsOf<{
        title: string;
        state: string;
        blocks: number;
        segments: number;
      }>(
        database.db,
        sql`select title, state,
          (select count(*)::int from source_block b join source_version v on v.id = b.source_version_id
            where v.source_id = source.id) as blocks,
          (select count(*)::int from segment s join source_part p on p.id = s.part_id
            join source_version v on v.id = p.source_version_id where v.source_id = source.id)
            as segments
          from source where dossier_id = ${scope.dossierId}`,
      );
      const whole = sources.find(({ state }) => state === "read");
      for (const { title, state, blocks, segments } of sources) {
        const size = state === "read" ? [whole?.blocks, whole?.segments] : [0, 0];
        expect([blocks, segments], `${title} is ${state}`).toEqual(size);
      }
      for (const [title, fate] of imports) {
        const state = sources.find((source) => source.title === title)?.state;
        if (fate === "acknowledged") expect(state).toBe("read");
        if (fate === "refused") expect(state).toBeUndefined();
      }
      expect(await verifyAudit(administer(SYSTEM))).toMatchObject({ whole: true });
    },
    told: () => [...reactions.values(), ...imports.values()],
  };
}

const MINUTES = minutes(300_000);

function reactionOf(text: string, consultationId: string) {
  return {
    kind: "reaction" as const,
    text,
    consultationId,
    position: "none" as const,
    statementId: "",
    groupId: "",
    speaker: "",
    replyToId: "",
  };
}

/** Thirty ask at once; each is answered at its first try. */
async function expectWhole(): Promise<void> {
  const answers = await Promise.all(Array.from({ length: 30 }, databaseAnswers));
  expect(answers.filter((answer) => !answer)).toEqual([]);
}

function deferred<Value>() {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** Does something once so many people were told how it went. */
function afterTold(n: number, work: () => Promise<void>) {
  let told = 0;
  let done: Promise<void> | undefined;
  return {
    onTold: () => {
      if (++told >= n) done ??= work();
    },
    done: () => done,
  };
}

describe("a server that goes away under load", () => {
  testOnServer(
    "twelve fast restarts: all answer again, and nothing is lost or half",
    {},
    async () => {
      const database = await opened(server.address());
      const people = await load();
      for (let n = 0; n < 12; n++) {
        // Each time at another moment of the twenty-one.
        const restart = afterTold(1 + ((n * 5) % 18), () =>
          server.control("restart", "-m", "fast"),
        );
        await people.round(restart.onTold);
        await restart.done();
        await expectWhole();
      }
      await people.expectKept(database);
      const told = people.told();
      expect(told).toHaveLength(12 * 21);
      // Else nothing was under way.
      expect(told.filter((fate) => fate !== "acknowledged")).not.toEqual([]);
      expect(told.filter((fate) => fate === "acknowledged")).not.toEqual([]);
    },
  );

  testOnServer("a standby takes over", {}, async () => {
    const first = await TestServer.start("-c synchronous_standby_names=*");
    const second = await first.standby();
    const database = await opened(first.address("postgres", second));
    const people = await load();
    const over = afterTold(5, async () => {
      await first.control("stop", "-m", "immediate");
      await second.control("promote");
    });
    await people.round(over.onTold);
    await over.done();
    await expectWhole();
    await people.round();
    await people.expectKept(database);
    const [row] = await rowsOf<{ port: number }>(
      database.db,
      sql`select inet_server_port() as port`,
    );
    expect(row?.port).toBe(second.port);
  });

  testOnServer("behind pgbouncer in transaction mode", { pooler: true }, async () => {
    const database = await opened(await poolerBefore(server), server.address());
    const people = await load();
    // Without any fault first: what is acknowledged is kept, whatever server connection it had.
    await people.round();
    expect(people.told()).toEqual(Array.from({ length: 21 }, () => "acknowledged"));
    await people.expectKept(database);
    for (let n = 0; n < 3; n++) {
      const restart = afterTold(2 + n * 6, () => server.control("restart", "-m", "fast"));
      await people.round(restart.onTold);
      await restart.done();
      await expectWhole();
    }
    await people.expectKept(database);
  });

  testOnServer(
    "what is asked again is prepared, but not behind pgbouncer",
    { pooler: true },
    async () => {
      const servers = serversOf(readAddress(server.address(), "DATABASE_URL"));
      const pooled = serversOf(readAddress(await poolerBefore(server), "DATABASE_URL"));
      for (const [at, count] of [
        [servers, 1],
        [pooled, 0],
      ] as const) {
        const connection = await connect(at);
        onTestFinished(() => connection.end());
        const ask = async (n: number | null) =>
          (await connection.ask("select $1::int + 1 as n", [n]))[0];
        expect([await ask(1), await ask(2), await ask(null)]).toEqual([
          { n: 2 },
          { n: 3 },
          { n: null },
        ]);
        const prepared = await connection.ask("select statement from pg_prepared_statements");
        expect(prepared.length).toBe(count);
      }
    },
  );

  testOnServer(
    "what is prepared is asked anew after the table under it has changed",
    {},
    async () => {
      const connection = await connect(serversOf(readAddress(server.address(), "DATABASE_URL")));
      onTestFinished(() => connection.end());
      await connection.ask("create table changing (id int)");
      const ask = () => connection.ask("select * from changing where id >= $1", [1]);
      for (let n = 0; n < 3; n++) expect(await ask()).toEqual([]);
      await server.ask("alter table changing add column more text");
      await server.ask("insert into changing values (1, 'meer')");
      expect(await ask()).toEqual([{ id: 1, more: "meer" }]);
    },
  );

  testOnServer("what is said on a channel is heard again after a restart", {}, async () => {
    const database = await opened(server.address());
    const heard: string[] = [];
    let connections = 0;
    const unlisten = await listen(
      database.db,
      "proef",
      (words) => heard.push(words),
      () => connections++,
    );
    onTestFinished(unlisten);
    await server.control("restart", "-m", "fast");
    await expect.poll(() => connections, { timeout: 30_000 }).toBe(2);
    await database.db.execute(sql`select pg_notify('proef', 'daarna')`);
    await expect.poll(() => heard, { timeout: 30_000 }).toEqual(["daarna"]);
  });

  testOnServer(
    "behind pgbouncer without an address past it: refused, with words",
    { pooler: true },
    async () => {
      const pooled = openDatabase({ url: await poolerBefore(server) });
      await expect(pooled).rejects.toMatchObject({ key: "errors.startup.pooler" });
    },
  );

  testOnServer("one that refuses is told from one that is not there", {}, async () => {
    await expect(openDatabase({ url: server.address("is_er_niet") })).rejects.toMatchObject({
      key: "errors.startup.refused",
      params: { code: "3D000" },
    });
  });

  testOnServer("a line that is encrypted", {}, async () => {
    await server.certify();
    const { db } = await opened(`${server.address()}?sslmode=require`);
    const encrypted = sql`select ssl from pg_stat_ssl where pid = pg_backend_pid()`;
    expect(await rowsOf(db, encrypted)).toEqual([{ ssl: true }]);
    await expectWhole();
    await server.ask(`select pg_terminate_backend(pid, 10000) from pg_stat_activity
      where application_name = 'herleid'`);
    await expectWhole();
    expect(await rowsOf(db, encrypted)).toEqual([{ ssl: true }]);
    // Nobody vouches for this one.
    await expect(
      openDatabase({ url: `${server.address()}?sslmode=verify-full` }),
    ).rejects.toThrow();
  });

  testOnServer("one that hears nothing is passed over for the next", {}, async () => {
    const silent = net.createServer(() => {}).listen(0, "127.0.0.1");
    await new Promise((resolve) => silent.once("listening", resolve));
    onTestFinished(() => void silent.close());
    const { port } = silent.address() as net.AddressInfo;
    await opened(server.address().replace("127.0.0.1", `127.0.0.1:${port},127.0.0.1`));
    await expectWhole();
  });
});

describe("a transaction whose connection is lost", () => {
  testOnServer("does nothing in the one that comes after it", {}, async () => {
    const { db } = await opened(server.address());
    await db.execute(sql`create table a_then_b (id int primary key, who text)`);
    const gate = deferred<void>();
    const started = deferred<number>();

    const first = db.transaction(async (tx) => {
      await tx.execute(sql`insert into a_then_b values (1, 'A')`);
      const [row] = (await tx.execute(sql`select pg_backend_pid() as pid`)) as unknown as {
        pid: number;
      }[];
      started.resolve(Number(row?.pid));
      await gate.promise;
      // It does not know yet, and goes on.
      await tx.execute(sql`insert into a_then_b values (2, 'A')`);
    });
    const refused = expect(first).rejects.toMatchObject({
      name: "DatabaseGone",
      perhapsDone: false,
    });
    const pid = await started.promise;
    await server.ask(`select pg_terminate_backend(${pid}, 10000)`);

    await db.transaction(async (tx) => {
      await tx.execute(sql`insert into a_then_b values (3, 'B')`);
      gate.resolve();
      await refused;
      await tx.execute(sql`insert into a_then_b values (4, 'B')`);
    });
    expect(await server.ask("select id, who from a_then_b order by id")).toEqual([
      { id: 3, who: "B" },
      { id: 4, who: "B" },
    ]);
  });

  testOnServer("a statement that comes after its end goes nowhere", {}, async () => {
    const { db } = await opened(server.address());
    await db.execute(sql`create table late (id int)`);
    const late = deferred<unknown>();
    const failed = db.transaction(async (tx) => {
      await tx.execute(sql`insert into late values (1)`);
      queueMicrotask(() => {
        // After the transaction was given up.
        void failed.catch(() => tx.execute(sql`insert into late values (2)`)).catch(late.resolve);
      });
      throw new Error("no");
    });
    await expect(failed).rejects.toThrow("no");
    expect(await late.promise).toBeInstanceOf(Error);
    expect(await server.ask("select id from late")).toEqual([]);
  });

  testOnServer("is not called kept when a statement in it had failed", {}, async () => {
    const { db } = await opened(server.address());
    await db.execute(sql`create table note (id int primary key)`);
    const swallowed = db.transaction(async (tx) => {
      await tx.execute(sql`insert into note values (1)`);
      await tx.execute(sql`insert into note values (1)`).catch(() => {});
    });
    await expect(swallowed).rejects.toThrow("rolled back");
    // A savepoint is the way to try something.
    await db.transaction(async (tx) => {
      await tx.execute(sql`insert into note values (2)`);
      await tx
        .transaction((inner) => inner.execute(sql`insert into note values (2)`))
        .catch(() => {});
    });
    expect(await server.ask("select id from note")).toEqual([{ id: 2 }]);
  });

  testOnServer("leaves no connection behind in a script that failed half-way", {}, async () => {
    const { db } = await opened(server.address());
    const script = sql.raw("begin; select 1 / 0; commit;");
    for (let n = 0; n < 12; n++) await expect(db.execute(script)).rejects.toThrow("22012");
    await expectWhole();
  });

  testOnServer("is lost too when a statement has no answer in time", {}, async () => {
    const servers = serversOf(readAddress(server.address(), "DATABASE_URL"));
    const connection = await connect(servers, { deadlineMs: 500 });
    const slow = connection.begin(async (tx) => {
      await tx.unsafe("select pg_sleep(600)");
    });
    await expect(slow).rejects.toMatchObject({ name: "DatabaseGone", perhapsDone: false });
    await expect(connection.ask("select 1")).rejects.toBeInstanceOf(DatabaseGone);
  });
});

describe("a disk that is full", () => {
  testOnServer("refuses what does not fit, whole; others are answered", {}, async (context) => {
    const disk = await smallDisk(4);
    if (!disk) return context.skip("no disk may be mounted here");
    await server.ask("create database on_small_disk");
    // Before the disk goes: the server would look for it when it starts again.
    onTestFinished(async () => {
      await server.ask("drop database on_small_disk with (force)");
      await server.ask("drop tablespace if exists small");
    });
    const database = await opened(server.address("on_small_disk"));
    const people = await load();
    await server.ask(`create tablespace small location '${disk}'`);
    await server.ask("alter table source_block set tablespace small", "on_small_disk");
    await server.ask("alter table edition_part set tablespace small", "on_small_disk");
    // Its edition is larger than what is left of the last page of the table.
    await requirementOf(people.scope, { text: "Deze eis is lang. ".repeat(600) });
    const filler = path.join(disk, "filler");
    fs.writeFileSync(filler, "");
    expect(() => {
      for (;;) fs.appendFileSync(filler, Buffer.alloc(8192));
    }).toThrow("ENOSPC");

    const refused = await importSource(people.scope, fileOf(MINUTES)).catch((error) => error);
    expect(refusalIn(refused)).toMatchObject({ key: "errors.full" });
    const unadopted = await adopted(people.scope).catch((error) => error);
    expect(refusalIn(unadopted)).toMatchObject({ key: "errors.full" });
    expect(await rowsOf(database.db, sql`select from edition`)).toEqual([]);
    await expectWhole();
    expect(await people.react()).toBe("acknowledged");

    fs.rmSync(filler);
    expect(await adopted(people.scope)).toMatchObject({ number: "0.1" });
    await people.round();
    expect(people.told().filter((fate) => fate !== "acknowledged")).toEqual([]);
    await people.expectKept(database);
  });
});

describe("the answer to a commit that was lost", () => {
  testOnServer("is told as such; sent again it is there once", {}, async () => {
    const line = await cutAtCommit(server);
    const database = await opened(line.url);
    const scope: ReaderScope = await dossierOf();
    const consultationId = await consultationIn(scope);
    const count = async (text: string) =>
      (
        await server.ask<{ n: number }>(
          `select count(*)::int as n from reaction where text = '${text}'`,
        )
      )[0]?.n;

    for (const [when, kept] of [
      ["after", 1],
      ["before", 0],
    ] as const) {
      const send = (key?: string) => addReaction(scope, reactionOf(when, consultationId), { key });
      line.cut(when);
      const lost = await send(`sleutel ${when}`).catch((error: unknown) => error);
      line.cut("never");
      expect(lost).toBeInstanceOf(Unavailable);
      expect(lost).toMatchObject({ perhapsDone: true, key: "errors.perhapsSavedOnce" });
      await expect.poll(() => count(when)).toBe(kept);
      const answer = await send(`sleutel ${when}`);
      expect(await send(`sleutel ${when}`)).toEqual(answer);
      expect(await count(when)).toBe(1);
    }
    // Without a key nothing tells the second from the first, and it is not said either.
    line.cut("after");
    await expect(addReaction(scope, reactionOf("zonder", consultationId))).rejects.toMatchObject({
      perhapsDone: true,
      key: "errors.perhapsSaved",
    });
    line.cut("never");
    expect(await rowsOf(database.db, sql`select 1 as one`)).toEqual([{ one: 1 }]);
  });

  testOnServer(
    "a server that is away from the start: nothing was kept, and it is said",
    {},
    async () => {
      const database = await opened(server.address());
      const scope = await dossierOf();
      const consultationId = await consultationIn(scope);
      await server.control("stop", "-m", "fast");
      const away = await addReaction(scope, reactionOf("weg", consultationId), { key: "w" }).catch(
        (error: unknown) => error,
      );
      expect(away).toMatchObject({ perhapsDone: false, key: "errors.unavailable" });
      expect(await databaseAnswers()).toBe(false);
      await server.control("start");
      await expectWhole();
      expect(await rowsOf(database.db, sql`select text from reaction where text = 'weg'`)).toEqual(
        [],
      );
    },
  );
});
