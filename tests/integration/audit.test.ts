import { and, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { adoptChains, appendAudit, auditHash, CHAIN_START, INSTALLATION_CHAIN } from "@/db/audit";
import { auditKeys, keysOf, setAuditKeys } from "@/db/audit-key";
import { type Database, database, openShared, rowsOf, shareDatabase } from "@/db/client";
import { DatabaseProblem } from "@/db/errors";
import { audit, auditHead } from "@/db/schema";
import { administer } from "@/domain/accounts/gate";
import { type KeptHeads, keptHeads } from "@/domain/audit/model";
import {
  auditChoices,
  auditHeads,
  dossierAudit,
  listAudit,
  verifyAudit,
} from "@/domain/audit/queries";
import { addCoreValue } from "@/domain/core-values/commands";
import { changeDetails } from "@/domain/dossiers/commands";
import { addGroup, changeGroup, removeGroup } from "@/domain/groups/commands";
import { Forbidden } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import { changeReactions } from "@/domain/reactions/commands";
import { linkWords } from "@/domain/requirements/commands";
import { freshDatabase } from "../database";
import { stakeholderGroupOf } from "../factories/dossiers";
import { adopted } from "../factories/editions";
import { onlineIn, sentIn } from "../factories/participation";
import {
  asIfAdministrator,
  asIfReader,
  dossierOf,
  memberOf,
  person,
  SYSTEM,
} from "../factories/people";
import { reactionIn } from "../factories/reactions";
import { requirementOf } from "../factories/requirements";
import { passageOf, SMALL_MINUTES, sourceOf } from "../factories/sources";

freshDatabase();

/** Does this and takes it all back, also what the app itself did meanwhile. */
async function undone(work: () => Promise<void>) {
  const opened = await openShared();
  const back = new Error("taken back");
  const done = opened.db.transaction(async (tx) => {
    shareDatabase({ ...opened, db: tx as unknown as Database });
    await work().finally(() => shareDatabase(opened));
    throw back;
  });
  await expect(done).rejects.toBe(back);
  expect(await faults()).toEqual([]);
}

/** What somebody with the keys of the database could do: past the triggers that refuse it. */
async function tamper(...statements: ReturnType<typeof sql>[]) {
  await (await database()).transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    for (const statement of statements) await tx.execute(statement);
    await tx.execute(sql`set local session_replication_role = origin`);
  });
}

/** A dossier with four rows in its chain. */
async function chainOfFour() {
  const scope = await dossierOf(undefined, { title: "Aangetast" });
  await memberOf(scope, "reviewer");
  await memberOf(scope, "reviewer");
  return { scope, chain: String(scope.dossierId) };
}

async function rowsOfChain(chain: string) {
  const db = await database();
  return db.select().from(audit).where(eq(audit.chain, chain)).orderBy(audit.n);
}

/** What the check says is wrong, without what was wrong before. */
async function faults(kept?: KeptHeads) {
  const verdict = await verifyAudit(administer(SYSTEM), kept);
  expect(verdict.whole).toBe(verdict.faults.length === 0);
  return verdict.faults.map(({ why, chain, n, thing }) => ({
    why,
    chain,
    n,
    ...(thing ? { thing: `${thing.entity} ${thing.code ?? thing.id}` } : {}),
  }));
}

describe("who may read the log", () => {
  test("nobody but an administrator, not even an author", async () => {
    const scope = await dossierOf();
    for (const actor of [scope.actor, await person({ kind: "guest" })]) {
      expect(() => administer(actor)).toThrow(Forbidden);
      await expect(listAudit(asIfAdministrator(actor))).rejects.toThrow(Forbidden);
      await expect(auditChoices(asIfAdministrator(actor))).rejects.toThrow(Forbidden);
      await expect(verifyAudit(asIfAdministrator(actor))).rejects.toThrow(Forbidden);
    }
    const administrator = await person({ kind: "administrator" });
    await expect(listAudit(administer(administrator))).resolves.toHaveProperty("total");
  });

  test("nobody changes it, not even the program itself", async () => {
    await dossierOf();
    const db = await database();
    await expect(db.update(audit).set({ actorName: "Iemand anders" })).rejects.toThrow();
    await expect(db.delete(audit)).rejects.toThrow();
    for (const table of ["audit", "audit_head", "source", "source_block", "requirement_version"]) {
      const emptied = db.execute(sql`truncate ${sql.identifier(table)} cascade`);
      await expect(emptied, table).rejects.toThrow();
    }
    await expect(db.delete(auditHead)).rejects.toThrow();
    await expect(db.update(auditHead).set({ n: 1 })).rejects.toThrow();
  });
});

describe("the list", () => {
  test("is newest first and can be narrowed by dossier, action, person and day", async () => {
    const author = await person({ name: "Wim 100% Jansen" });
    const scope = await dossierOf(author, { title: "Alleen voor het logboek" });
    const { groupId } = await stakeholderGroupOf(scope);
    await memberOf(scope, "reviewer");

    const here = await listAudit(administer(SYSTEM), { dossier: scope.slug });
    expect(here.acts.map(({ first }) => first.action)).toEqual([
      "member.set",
      "stakeholderGroup.add",
      "dossier.start",
    ]);
    expect(here.acts[1]).toMatchObject({
      first: { entityId: groupId, n: 3 },
      dossierTitle: "Alleen voor het logboek",
    });

    const one = await listAudit(administer(SYSTEM), {
      dossier: scope.slug,
      action: "dossier.start",
    });
    expect(one.total).toBe(1);
    const mine = await listAudit(administer(SYSTEM), { person: "100% jan" });
    // Two in the dossier (the member was added at the terminal), and that its log began in that of
    // the installation.
    expect(mine.total).toBe(3);
    expect((await listAudit(administer(SYSTEM), { person: "100_ jan" })).total).toBe(0);

    const day = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" });
    const today = day.format(new Date());
    const yesterday = day.format(new Date(Date.now() - 36 * 3600_000));
    const filter = { dossier: scope.slug };
    expect(
      (await listAudit(administer(SYSTEM), { ...filter, from: today, until: today })).total,
    ).toBe(3);
    expect((await listAudit(administer(SYSTEM), { ...filter, until: yesterday })).total).toBe(0);
    expect((await listAudit(administer(SYSTEM), { ...filter, from: "morgen" })).total).toBe(3);
    expect((await listAudit(administer(SYSTEM), { dossier: "bestaat-niet" })).total).toBe(0);

    const installation = await listAudit(administer(SYSTEM), { dossier: INSTALLATION_CHAIN });
    expect(installation.acts.every((act) => act.dossierTitle === null)).toBe(true);
    const choices = await auditChoices(administer(SYSTEM));
    expect(choices.actions).toContain("dossier.start");
    expect(choices.dossiers).toContainEqual({ slug: scope.slug, title: scope.title });
  });

  test("comes page by page and every row comes once", async () => {
    const scope = await dossierOf();
    for (let n = 1; n <= 55; n += 1) {
      await changeDetails(scope, {
        title: `Titel ${n}`,
        contractingAuthority: "Gemeente Waterbroek",
        lockVersion: n,
      });
    }
    const filter = { dossier: scope.slug };
    const first = await listAudit(administer(SYSTEM), filter, 1);
    const second = await listAudit(administer(SYSTEM), filter, 2);
    expect(first).toMatchObject({ total: 56, page: 1, pages: 2 });
    const numbers = [...first.acts, ...second.acts].map((act) => act.first.n);
    // The first act has two rows: the dossier, and its first author.
    expect(numbers).toEqual([...Array.from({ length: 55 }, (_, index) => 57 - index), 1]);
    expect(second.acts.at(-1)).toMatchObject({ others: 1, rest: [{ entity: "member" }] });
    expect((await listAudit(administer(SYSTEM), filter, 99)).page).toBe(2);
  });
});

describe("what one act is", () => {
  test("all that was written in one transaction, named by what was asked", async () => {
    const scope = await dossierOf();
    const source = await sourceOf(scope);
    const { id: requirementId } = await requirementOf(scope);
    const exact = "Een bekend gezicht geeft rust";
    const start = SMALL_MINUTES.indexOf(exact);
    const words = { start, end: start + exact.length, exact };
    const { sourceVersionId } = source;
    await linkWords(scope, { requirementId, sourceVersionId, ...words });
    const { acts } = await dossierAudit(scope);
    expect(acts[0]).toMatchObject({
      first: { action: "requirement.link", words: { code: "E-1.1" } },
      rest: [{ action: "passage.quote", words: { name: source.title } }],
      others: 1,
    });
    // Found by what was done on the way, too.
    const quotes = await dossierAudit(scope, { action: "passage.quote" });
    expect(quotes.acts.map((act) => act.first.action)).toEqual(["requirement.link"]);
  });

  test("it says codes and names of then; to an administrator no names", async () => {
    const scope = await dossierOf();
    const { id } = await addGroup(scope, { name: "Ouders", expected: true });
    await changeGroup(scope, { groupId: id, name: "Voogden", expected: true });
    await removeGroup(scope, { groupId: id });
    const named = async (list: ReturnType<typeof listAudit>) =>
      (await list).acts.slice(0, 3).map(({ first }) => first.words);
    expect(await named(dossierAudit(scope))).toEqual([
      { name: "Voogden" },
      { name: "Voogden" },
      { name: "Ouders" },
    ]);
    expect(await named(listAudit(administer(SYSTEM), { dossier: scope.slug }))).toEqual([
      {},
      {},
      {},
    ]);
  });

  test("a reader sees the log of their own dossier only, a stakeholder none", async () => {
    const scope = await dossierOf();
    const other = await dossierOf();
    await stakeholderGroupOf(other);
    const reviewer = await memberOf(scope, "reviewer");
    const { acts } = await dossierAudit(reviewer);
    expect(new Set(acts.map((act) => act.chain))).toEqual(new Set([scope.dossierId]));
    const stakeholder = await memberOf(scope, "stakeholder");
    await expect(dossierAudit(asIfReader(stakeholder))).rejects.toThrow(Forbidden);
  });
});

describe("the chain", () => {
  test("is whole when nobody touched it", async () => {
    const scope = await dossierOf();
    await memberOf(scope, "reviewer");
    const verdict = await verifyAudit(administer(SYSTEM));
    expect(verdict).toMatchObject({ whole: true, unsigned: 0, unknown: 0, keys: true, more: 0 });
    expect(verdict.rows).toBeGreaterThan(3);
    expect(verdict.things).toBeGreaterThan(3);
  });

  test.each([
    ["a changed name", sql`actor_name = 'Iemand anders'`],
    ["a changed action", sql`action = 'iets.anders'`],
    ["a changed moment", sql`at = at - interval '1 day'`],
    ["a changed outcome", sql`after_sha256 = repeat('a', 64)`],
    ["a changed actor", sql`actor_id = gen_random_uuid()`],
    ["other words", sql`words = '{"name": "Iemand anders"}'`],
    ["another act", sql`act = 1`],
    ["another state", sql`state_sha256 = null`],
    ["a row that was moved to the installation", sql`dossier_id = null`],
  ])("%s is found, at that row", async (_what, change) => {
    const { chain } = await chainOfFour();
    await undone(async () => {
      await tamper(sql`update audit set ${change} where chain = ${chain} and n = 3`);
      expect(await faults()).toContainEqual({ why: "content", chain, n: 3 });
      const [fault] = (await verifyAudit(administer(SYSTEM))).faults;
      expect(fault?.dossierTitle).toBe("Aangetast");
    });
  });
});

describe("the chains beside that of a dossier", () => {
  test("are whole, and all that is done to one is found there", async () => {
    const scope = await dossierOf(undefined, { title: "Naast de keten" });
    const online = await onlineIn(scope);
    await sentIn(online, ["Een.", "Twee."]);
    expect(await faults()).toEqual([]);
    const [row] = await rowsOf<{ chain: string; n: number }>(
      await database(),
      sql`select chain, min(n)::int as n from audit
        where dossier_id = ${scope.dossierId} and action = 'answer.send' group by chain`,
    );
    const { chain, n } = row ?? { chain: "", n: 0 };
    expect([chain.startsWith(`${scope.dossierId}.`), n]).toEqual([true, 2]);
    const found = async (does: ReturnType<typeof sql>[], fault: object) =>
      undone(async () => {
        for (const one of does) await tamper(one);
        expect(await faults()).toContainEqual(fault);
        const { faults: said } = await verifyAudit(administer(SYSTEM));
        expect(said.find((one) => one.chain === chain)?.dossierTitle).toBe("Naast de keten");
      });
    await found([sql`update audit set action = 'x' where chain = ${chain} and n = ${n}`], {
      ...{ why: "content", chain, n },
    });
    await found([sql`delete from audit where chain = ${chain} and n > ${n}`], {
      ...{ why: "cut", chain, n: n + 1 },
    });
    await found(
      [
        sql`delete from audit where chain = ${chain}`,
        sql`delete from audit_head where chain = ${chain}`,
      ],
      { why: "chainGone", chain, n: null },
    );
  });
});

describe("what is taken away", () => {
  const change = (scope: ReaderScope) =>
    changeDetails(scope, { title: "Later", contractingAuthority: "W", lockVersion: 1 });

  test("a row from between, also when the rows after it are numbered again", async () => {
    const { chain } = await chainOfFour();
    await undone(async () => {
      await tamper(sql`delete from audit where chain = ${chain} and n = 3`);
      expect(await faults()).toContainEqual({ why: "gap", chain, n: 4 });
      await tamper(sql`update audit set n = 3 where chain = ${chain} and n = 4`);
      expect(await faults()).toContainEqual({ why: "link", chain, n: 3 });
    });
  });

  test("the last rows, and what is written afterwards does not cover it", async () => {
    const { chain, scope } = await chainOfFour();
    await undone(async () => {
      await tamper(sql`delete from audit where chain = ${chain} and n >= 3`);
      expect(await faults()).toContainEqual({ why: "cut", chain, n: 3 });
      await change(scope);
      expect(await faults()).toContainEqual({ why: "gap", chain, n: 5 });
    });
  });

  test("the last rows with what was signed of how far it was", async () => {
    const { chain, scope } = await chainOfFour();
    await undone(async () => {
      await tamper(
        sql`delete from audit where chain = ${chain} and n >= 3`,
        sql`delete from audit_head where chain = ${chain}`,
      );
      expect(await faults()).toContainEqual({ why: "head", chain, n: 2 });
      // A new one is made, and does not make it whole.
      await change(scope);
      expect(await faults()).toContainEqual({ why: "link", chain, n: 3 });
    });
  });

  test("the last rows, and a head that was made to fit", async () => {
    const { chain } = await chainOfFour();
    const [, second] = await rowsOfChain(chain);
    await undone(async () => {
      await tamper(
        sql`delete from audit where chain = ${chain} and n >= 3`,
        sql`update audit_head set n = 2, sha256 = ${second?.sha256}, signature = ${second?.signature}
          where chain = ${chain}`,
      );
      expect(await faults()).toContainEqual({ why: "head", chain, n: 2 });
    });
  });

  test("a whole chain, with its head, and with the dossier", async () => {
    const { chain } = await chainOfFour();
    const gone = { why: "chainGone", chain, n: null };
    await undone(async () => {
      await tamper(sql`delete from audit where chain = ${chain}`);
      expect(await faults()).toContainEqual(gone);
      await tamper(sql`delete from audit_head where chain = ${chain}`);
      expect(await faults()).toContainEqual(gone);
      await tamper(
        sql`delete from dossier where id = ${chain}::uuid`,
        sql`delete from dossier_member where dossier_id = ${chain}::uuid`,
      );
      expect(await faults()).toEqual([gone]);
    });
  });

  test("everything", async () => {
    await chainOfFour();
    const gone = { why: "chainGone", chain: "installation", n: null };
    await undone(async () => {
      await tamper(sql`delete from audit`);
      expect(await faults()).toContainEqual(gone);
      await tamper(sql`delete from audit_head`);
      expect(await faults()).toContainEqual(gone);
      await tamper(sql`delete from dossier`);
      expect(await faults()).toContainEqual(gone);
    });
  });

  test("one chain in the place of another", async () => {
    const { chain } = await chainOfFour();
    const { chain: other } = await chainOfFour();
    await undone(async () => {
      await tamper(
        sql`delete from audit where chain = ${chain}`,
        sql`update audit set chain = ${chain}, dossier_id = ${chain}::uuid where chain = ${other}`,
      );
      const found = await faults();
      expect(found).toContainEqual({ why: "content", chain, n: 1 });
      expect(found).toContainEqual({ why: "chainGone", chain: other, n: null });
    });
  });

  test("what was kept elsewhere shows it, even to who has the key", async () => {
    const { chain } = await chainOfFour();
    const kept = await auditHeads(administer(SYSTEM));
    expect(keptHeads.parse(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
    expect(await faults(kept)).toEqual([]);
    const [, second] = await rowsOfChain(chain);
    if (!second) throw new Error("no row");
    await undone(async () => {
      await tamper(
        sql`delete from audit where chain = ${chain} and n >= 3`,
        sql`delete from dossier_member where dossier_id = ${chain}::uuid and role = 'reviewer'`,
        sql`update audit_head set n = 2, sha256 = ${second.sha256},
          signature = ${auditKeys().sign({ as: "head", ...second })} where chain = ${chain}`,
      );
      expect(await faults()).toEqual([]);
      expect(await faults(kept)).toEqual([{ why: "kept", chain, n: 4 }]);
      const heads = kept.heads.map((one) => (one.chain === chain ? { ...one, n: 2 } : one));
      const forged = await faults({ ...kept, heads });
      expect(forged).toEqual([{ why: "keptSignature", chain, n: 2 }]);
    });
  });
});

describe("what is written anew", () => {
  test("a row whose chain was computed again is found, at that row", async () => {
    const { chain } = await chainOfFour();
    const rows = await rowsOfChain(chain);
    await undone(async () => {
      let previousSha256 = rows[1]?.sha256 ?? "";
      for (const row of rows.slice(2)) {
        const forged = { ...row, previousSha256, actorName: "Iemand anders" };
        previousSha256 = auditHash(forged);
        await tamper(sql`update audit set actor_name = 'Iemand anders', sha256 = ${previousSha256},
          previous_sha256 = ${forged.previousSha256} where chain = ${chain} and n = ${row.n}`);
      }
      expect(await faults()).toContainEqual({ why: "signature", chain, n: 3 });
      await tamper(sql`update audit set signature = null where chain = ${chain} and n >= 3`);
      expect(await faults()).toContainEqual({ why: "unsigned", chain, n: 3 });
    });
  });

  test("a first row too", async () => {
    const { chain } = await chainOfFour();
    await undone(async () => {
      let previousSha256 = CHAIN_START;
      for (const row of await rowsOfChain(chain)) {
        const forged = { ...row, previousSha256, actorName: "Iemand anders" };
        previousSha256 = auditHash(forged);
        await tamper(sql`update audit set actor_name = 'Iemand anders', sha256 = ${previousSha256},
          previous_sha256 = ${forged.previousSha256}, signature = null
          where chain = ${chain} and n = ${row.n}`);
      }
      await tamper(sql`delete from audit_head where chain = ${chain}`);
      expect(await faults()).toContainEqual({ why: "start", chain, n: 1 });
    });
  });

  test("with another key nothing is known to be right, without one nothing is said", async () => {
    await chainOfFour();
    const keys = auditKeys();
    try {
      setAuditKeys(keysOf(["another key, long enough to be one 0123"]));
      expect((await faults()).map(({ why }) => why)).toContain("head");
      setAuditKeys(keysOf([]));
      expect(await verifyAudit(administer(SYSTEM))).toMatchObject({ whole: true, keys: false });
      await expect(dossierOf()).rejects.toThrow(DatabaseProblem);
    } finally {
      setAuditKeys(keys);
    }
    expect(await faults()).toEqual([]);
  });
});

describe("the things themselves", () => {
  test("what was changed past the app is found, each by its code", async () => {
    const scope = await dossierOf();
    const chain = String(scope.dossierId);
    const source = await sourceOf(scope);
    const passageId = await passageOf(scope, source, "Een bekend gezicht geeft rust");
    const { id: reactionId } = await reactionIn(scope);
    const { id: requirementId } = await requirementOf(scope);
    const { id: coreValueId } = await addCoreValue(scope, {
      name: "Rust",
      reactionIds: [reactionId],
    });
    const { sourceId, sourceVersionId } = source;
    const [{ n } = { n: 0 }] = await (await database())
      .select({ n: audit.n })
      .from(audit)
      .where(and(eq(audit.chain, chain), eq(audit.entityId, reactionId)));
    const tries: [ReturnType<typeof sql>, object][] = [
      [
        sql`update reaction set text = text || ' niet' where id = ${reactionId}`,
        { why: "changed", n, thing: "reaction R-1" },
      ],
      [
        sql`update reaction set position = 'agree' where id = ${reactionId}`,
        { why: "changed", n, thing: "reaction R-1" },
      ],
      [
        sql`update requirement_version set body_text = 'Anders' where requirement_id = ${requirementId}`,
        { why: "changed", thing: "requirement E-1.1" },
      ],
      [
        sql`update requirement set code = 'E-9.9' where id = ${requirementId}`,
        { why: "changed", thing: "requirement E-9.9" },
      ],
      [
        sql`update core_value_version set definition = 'Anders' where core_value_id = ${coreValueId}`,
        { why: "changed", thing: "coreValue K-1" },
      ],
      [
        sql`update coding set removed_at = now() where core_value_id = ${coreValueId}`,
        { why: "changed", thing: "coding K-1" },
      ],
      [
        sql`update source_version set text_sha256 = repeat('0', 64) where id = ${sourceVersionId}`,
        { why: "changed", thing: `source ${sourceId}` },
      ],
      [
        sql`update source_block set text = translate(text, 'e', 'a')
          where source_version_id = ${sourceVersionId}`,
        { why: "text", thing: `source ${sourceId}` },
      ],
      [
        sql`update source_file set content = content || decode('00', 'hex') where source_id = ${sourceId}`,
        { why: "text", thing: `source ${sourceId}` },
      ],
      [
        sql`update passage set exact = 'Een bekend gezicht geeft onrust' where id = ${passageId}`,
        { why: "quote", thing: `passage ${passageId}` },
      ],
      [
        sql`update dossier_member set role = 'stakeholder' where dossier_id = ${chain}`,
        { why: "changed" },
      ],
      [
        sql`update account set kind = 'administrator'
          where id = (select account_id from dossier_member where dossier_id = ${chain})`,
        { why: "changed", chain: "installation" },
      ],
      [
        sql`insert into milestone (dossier_id, title, on_date) values (${chain}, 'x', '2027-01-01')`,
        { why: "unlisted", n: null },
      ],
      [sql`delete from coding where core_value_id = ${coreValueId}`, { why: "missing" }],
      [
        sql`delete from reaction where id = ${reactionId}`,
        { why: "missing", n, thing: "reaction R-1" },
      ],
    ];
    expect(await faults()).toEqual([]);
    for (const [statement, expected] of tries) {
      await undone(async () => {
        await tamper(statement);
        expect(await faults()).toContainEqual(expect.objectContaining({ chain, ...expected }));
      });
    }
  });
});

describe("rows from before rows were signed", () => {
  test("are said to be not signed, and are not broken", async () => {
    const { chain, scope } = await chainOfFour();
    await reactionIn(scope);
    await undone(async () => {
      // As an older version left them: the whole log, so that nothing of it is signed.
      await tamper(
        sql`delete from audit_head`,
        sql`delete from audit where chain = 'installation' and action = 'chain.start'`,
      );
      const chains = new Set((await (await database()).select().from(audit)).map((r) => r.chain));
      for (const one of chains) {
        let [n, previousSha256] = [0, CHAIN_START];
        for (const row of await rowsOfChain(one)) {
          n += 1;
          const old = { ...row, n, act: null, stateSha256: null, words: null, previousSha256 };
          previousSha256 = auditHash(old);
          await tamper(sql`update audit set n = ${n}, act = null, state_sha256 = null, words = null,
            signature = null, previous_sha256 = ${old.previousSha256}, sha256 = ${previousSha256}
            where chain = ${one} and n = ${row.n}`);
        }
      }
      const old = await verifyAudit(administer(SYSTEM));
      expect(old.faults).toEqual([]);
      expect(old).toMatchObject({ whole: true, unsigned: old.rows });
      expect(old.unknown).toBeGreaterThan(5);

      // Taken into the keeping of this version: from here on what there is, is signed for.
      await adoptChains(await database());
      expect(await verifyAudit(administer(SYSTEM))).toMatchObject({
        whole: true,
        unsigned: old.rows,
        rows: old.rows + chains.size - 1,
      });
      await changeReactions(scope, { reactionIds: [(await reactionIn(scope)).id], groupId: null });
      expect(await faults()).toEqual([]);
      const all = await rowsOfChain(chain);
      await tamper(sql`delete from audit where chain = ${chain} and n = ${all.length}`);
      expect(await faults()).toContainEqual({ why: "cut", chain, n: all.length });
    });
  });
});

describe("a long chain", () => {
  test("is read in batches, however long it is", async () => {
    const scope = await dossierOf();
    // Rows as they would be written, a few batches of them.
    const context = {
      dossierId: scope.dossierId,
      actorId: null,
      actorName: "test",
      action: "dossier.change",
    } as const;
    const entries = Array.from({ length: 4_500 }, () => ({
      entity: "dossier" as const,
      entityId: String(scope.dossierId),
    }));
    await (await database()).transaction((tx) => appendAudit(tx as never, context, entries));
    const verdict = await verifyAudit(administer(SYSTEM));
    expect(verdict).toMatchObject({ whole: true });
    expect(verdict.rows).toBeGreaterThan(4_500);
  });
});

test("an edition shows that the log before it was made anew, even by who has the key", async () => {
  const scope = await dossierOf(undefined, { title: "Met editie" });
  await requirementOf(scope);
  const { id, number } = await adopted(scope);
  expect(await faults()).toEqual([]);
  const chain = scope.dossierId;
  const [last] = await rowsOf<{ n: number }>(
    await database(),
    sql`select (head::jsonb->'log'->>'rows')::int as n from edition where id = ${id}`,
  );
  const n = last?.n ?? 0;
  expect(n).toBeGreaterThan(0);
  const other = "0".repeat(64);
  for (const head of [
    sql`jsonb_set(head::jsonb, '{log,sha256}', ${JSON.stringify(other)}::text::jsonb)::text`,
    sql`jsonb_set(head::jsonb, '{log,rows}', '9999')::text`,
    sql`'no JSON'`,
  ]) {
    await undone(async () => {
      await tamper(sql`update edition set head = ${head} where id = ${id}`);
      const found = (await verifyAudit(administer(SYSTEM))).faults;
      expect(found).toContainEqual(
        expect.objectContaining({
          why: "edition",
          chain,
          thing: { entity: "edition", id, code: number },
        }),
      );
    });
  }
});
