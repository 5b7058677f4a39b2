import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenDatabase, openDatabase, shareDatabase } from "@/db/client";
import type { DatabaseProblem } from "@/db/errors";
import { administer } from "@/domain/accounts/gate";
import { verifyAudit } from "@/domain/audit/queries";
import { JOBS } from "@/domain/jobs/registry";
import { startWorker } from "@/domain/jobs/worker";
import { receivedSource } from "@/domain/sources/queries";
import { loadExample } from "../example/load";
import { dossierOf, SYSTEM } from "../factories/people";
import { fileOf, received, SMALL_MINUTES } from "../factories/sources";

const server = process.env.TEST_DATABASE_URL;

/*
 * The set-up of docs/audit.md: a role that owns the tables and one that only uses them. Roles are of a
 * whole server, so these have names of their own and go when the test is done.
 */
describe.skipIf(!server)("an owner, and a role that may do less", () => {
  const mark = randomUUID().slice(0, 8);
  const [owner, app, database] = [`owner_${mark}`, `app_${mark}`, `herleid_roles_${mark}`];
  const as = (role: string) => {
    const url = new URL(server ?? "");
    url.username = role;
    url.password = role;
    url.pathname = `/${database}`;
    return url.href;
  };
  const admin = () => postgres(server ?? "", { max: 1, onnotice: () => {} });
  let opened: OpenDatabase;

  beforeAll(async () => {
    const sql = admin();
    await sql.unsafe(`create role ${owner} login password '${owner}'`);
    await sql.unsafe(`create role ${app} login password '${app}'`);
    await sql.unsafe(`grant ${owner} to current_user`);
    await sql.unsafe(`create database ${database} owner ${owner}`);
    await sql.end();
    opened = await openDatabase({ url: as(app), ownerUrl: as(owner) });
    shareDatabase(opened);
  });
  afterAll(async () => {
    shareDatabase(undefined);
    await opened?.close();
    const sql = admin();
    await sql.unsafe(`drop database if exists ${database} with (force)`);
    await sql.unsafe(`drop role if exists ${app}`);
    await sql.unsafe(`drop role if exists ${owner}`);
    await sql.end();
  });

  test("the app does all its work with it, jobs in the background too", async () => {
    const scope = await dossierOf();
    const worker = await startWorker(opened, JOBS);
    try {
      const { sourceId } = await received(scope, fileOf(SMALL_MINUTES));
      await expect
        .poll(async () => (await receivedSource(scope, sourceId)).state, { timeout: 60_000 })
        .toBe("read");
    } finally {
      await worker.stop();
    }
    // A whole dossier, by every kind of command.
    await loadExample(() => {});
    expect((await verifyAudit(administer(SYSTEM))).faults).toEqual([]);
  });

  test.each([
    "alter table audit disable trigger user",
    "alter table reaction add column x int",
    "truncate audit",
    "truncate source cascade",
    "truncate requirement_version",
    "drop table audit_head",
    "drop trigger audit_append_only on audit",
    "create or replace function refuse_change() returns trigger language sql as ''",
    "create table public.mine (x int)",
    "create or replace view live_link as select 1",
    "set session_replication_role = replica",
    "update audit set actor_name = 'x'",
    "delete from audit",
    "delete from audit_head",
    "update source_block set text = 'x'",
    "update requirement_version set body_text = 'x'",
    "update core_value_version set name = 'x'",
    "insert into applied_guards values ('x')",
    "delete from drizzle.__drizzle_migrations",
    "drop table pgboss.job",
  ])("it may not: %s", async (statement) => {
    const sql = postgres(as(app), { max: 1, onnotice: () => {} });
    try {
      // 42501: insufficient privilege. The guards themselves are not even reached.
      await expect(sql.unsafe(statement)).rejects.toMatchObject({ code: "42501" });
    } finally {
      await sql.end();
    }
  });

  test("it starts without the owner too, once the tables are of this version", async () => {
    const again = await openDatabase({ url: as(app) });
    await again.close();
    const sql = postgres(as(owner), { max: 1, onnotice: () => {} });
    await sql`update applied_guards set sha256 = 'of another version'`;
    await expect(openDatabase({ url: as(app) })).rejects.toMatchObject({
      key: "errors.startup.needsOwner",
    });
    await (await openDatabase({ url: as(app), ownerUrl: as(owner) })).close();
    await sql.end();
  });

  test.each([
    ["of an earlier version", "update pgboss.version set version = version - 1"],
    [
      "without one of ours",
      // One with jobs in it, as of the tests before, is not deleted.
      "delete from pgboss.job where name = 'source.read'; select pgboss.delete_queue('source.read')",
    ],
    ["that are not there", "alter table pgboss.version rename to elsewhere"],
  ])("it does not start on queues %s, and says what to do", async (_what, statement) => {
    const sql = postgres(as(owner), { max: 1, onnotice: () => {} });
    const [before] = await sql`select version from pgboss.version`;
    await sql.unsafe(statement);
    await expect(openDatabase({ url: as(app) })).rejects.toMatchObject({
      key: "errors.startup.needsOwner",
    });
    await sql.unsafe("alter table if exists pgboss.elsewhere rename to version");
    await sql`update pgboss.version set version = ${before?.version}`;
    await sql.end();
    await (await openDatabase({ url: as(app), ownerUrl: as(owner) })).close();
    await (await openDatabase({ url: as(app) })).close();
  });

  test("a role that may do too much, or is not there, is refused by name", async () => {
    const problem = (key: string) =>
      expect.objectContaining({ key: `errors.startup.${key}` }) as DatabaseProblem;
    const open = (role: string) => openDatabase({ url: as(role), ownerUrl: as(owner) });
    await expect(open("nobody_at_all")).rejects.toEqual(problem("noRole"));
    const sql = admin();
    await sql.unsafe(`grant ${owner} to ${app}`);
    await expect(open(app)).rejects.toEqual(problem("roleTooStrong"));
    await sql.unsafe(`revoke ${owner} from ${app}`);
    await sql.end();
    await (await open(app)).close();
  });
});
