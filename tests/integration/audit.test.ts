import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { INSTALLATION_CHAIN } from "@/db/audit";
import { database } from "@/db/client";
import { audit } from "@/db/schema";
import { administer } from "@/domain/accounts/gate";
import { auditChoices, listAudit, verifyAudit } from "@/domain/audit/queries";
import { changeDetails } from "@/domain/dossiers/commands";
import { Forbidden } from "@/domain/kernel/errors";
import { freshDatabase } from "../database";
import { stakeholderGroupOf } from "../factories/dossiers";
import { asIfAdministrator, dossierOf, memberOf, person, SYSTEM } from "../factories/people";

freshDatabase();

/** What somebody with the keys of the database could do: past the trigger that refuses it. */
async function tamper(statement: ReturnType<typeof sql>) {
  const db = await database();
  await db.execute(sql`alter table audit disable trigger user`);
  try {
    await db.execute(statement);
  } finally {
    await db.execute(sql`alter table audit enable trigger user`);
  }
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
    await expect(db.execute(sql`truncate audit`)).rejects.toThrow();
  });
});

describe("the list", () => {
  test("is newest first and can be narrowed by dossier, action, person and day", async () => {
    const author = await person({ name: "Wim 100% Jansen" });
    const scope = await dossierOf(author, { title: "Alleen voor het logboek" });
    const { groupId } = await stakeholderGroupOf(scope);
    await memberOf(scope, "reviewer");

    const here = await listAudit(administer(SYSTEM), { dossier: scope.slug });
    expect(here.events.map((event) => event.action)).toEqual([
      "member.set",
      "stakeholderGroup.add",
      "dossier.start",
    ]);
    expect(here.events[1]).toMatchObject({
      entityId: groupId,
      n: 2,
      dossierTitle: "Alleen voor het logboek",
    });

    const one = await listAudit(administer(SYSTEM), {
      dossier: scope.slug,
      action: "dossier.start",
    });
    expect(one.total).toBe(1);
    const mine = await listAudit(administer(SYSTEM), { person: "100% jan" });
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
    expect(installation.events.every((event) => event.dossierTitle === null)).toBe(true);
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
    const numbers = [...first.events, ...second.events].map((event) => event.n);
    expect(numbers).toEqual(Array.from({ length: 56 }, (_, index) => 56 - index));
    expect((await listAudit(administer(SYSTEM), filter, 99)).page).toBe(2);
  });
});

describe("the chain", () => {
  test("is whole when nobody touched it", async () => {
    const scope = await dossierOf();
    await memberOf(scope, "reviewer");
    const verdict = await verifyAudit(administer(SYSTEM));
    expect(verdict).toMatchObject({ whole: true });
    expect(verdict.rows).toBeGreaterThan(3);
  });

  test("is read in batches, however long it is", async () => {
    const scope = await dossierOf();
    // Rows as they would be written, a few batches of them.
    const { appendAudit } = await import("@/db/audit");
    const context = {
      dossierId: scope.dossierId,
      actorId: null,
      actorName: "test",
      action: "reaction.add",
    } as const;
    const entries = Array.from({ length: 4_500 }, (_, n) => ({
      entity: "reaction" as const,
      entityId: String(n),
    }));
    await (await database()).transaction((tx) => appendAudit(tx as never, context, entries));
    const verdict = await verifyAudit(administer(SYSTEM));
    expect(verdict).toMatchObject({ whole: true });
    expect(verdict.rows).toBeGreaterThan(4_500);
  });

  test.each([
    ["a changed name", sql`actor_name = 'Iemand anders'`],
    ["a changed action", sql`action = 'iets.anders'`],
    ["a changed moment", sql`at = at - interval '1 day'`],
    ["a changed outcome", sql`after_sha256 = repeat('a', 64)`],
    ["a changed actor", sql`actor_id = gen_random_uuid()`],
    ["a row that was moved to the installation", sql`dossier_id = null`],
  ])("%s is found, at that row", async (_what, change) => {
    const scope = await dossierOf(undefined, { title: "Aangetast" });
    await memberOf(scope, "reviewer");
    await memberOf(scope, "reviewer");
    const [before] = await (await database())
      .select()
      .from(audit)
      .where(sql`chain = ${scope.dossierId} and n = 2`);
    await tamper(sql`update audit set ${change} where chain = ${scope.dossierId} and n = 2`);
    expect(await verifyAudit(administer(SYSTEM))).toMatchObject({
      whole: false,
      broken: { chain: scope.dossierId, n: 2, why: "content", dossierTitle: "Aangetast" },
    });
    // Putting back what was there makes it whole again.
    await tamper(sql`update audit set actor_name = ${before?.actorName}, action = ${before?.action},
      at = ${before?.at}, after_sha256 = ${before?.afterSha256}, actor_id = ${before?.actorId},
      dossier_id = ${before?.dossierId} where chain = ${scope.dossierId} and n = 2`);
    expect(await verifyAudit(administer(SYSTEM))).toMatchObject({ whole: true });
  });

  test("a row taken out from between is found", async () => {
    const scope = await dossierOf();
    await memberOf(scope, "reviewer");
    await memberOf(scope, "reviewer");
    await tamper(sql`delete from audit where chain = ${scope.dossierId} and n = 2`);
    expect(await verifyAudit(administer(SYSTEM))).toMatchObject({
      whole: false,
      broken: { chain: scope.dossierId, n: 3, why: "gap" },
    });
    // Even when the rows after it are numbered again.
    await tamper(sql`update audit set n = 2 where chain = ${scope.dossierId} and n = 3`);
    expect(await verifyAudit(administer(SYSTEM))).toMatchObject({
      whole: false,
      broken: { chain: scope.dossierId, n: 2, why: "link" },
    });
    await tamper(sql`delete from audit where chain = ${scope.dossierId}`);
  });

  test("a row whose own hash was made to fit breaks the next one", async () => {
    const { auditHash } = await import("@/db/audit");
    const scope = await dossierOf();
    await memberOf(scope, "reviewer");
    await memberOf(scope, "reviewer");
    const [row] = await (await database())
      .select()
      .from(audit)
      .where(sql`chain = ${scope.dossierId} and n = 2`);
    if (!row) throw new Error("no row");
    const forged = auditHash({ ...row, actorName: "Iemand anders" });
    await tamper(sql`update audit set actor_name = 'Iemand anders', sha256 = ${forged}
      where chain = ${scope.dossierId} and n = 2`);
    expect(await verifyAudit(administer(SYSTEM))).toMatchObject({
      whole: false,
      broken: { n: 3, why: "link" },
    });
    await tamper(sql`delete from audit where chain = ${scope.dossierId}`);
    expect(await (await database()).$count(audit, eq(audit.chain, scope.dossierId))).toBe(0);
  });
});
