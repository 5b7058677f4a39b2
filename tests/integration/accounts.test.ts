import { randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { sha256 } from "@/db/hash";
import { account, audit, session, signInLink } from "@/db/schema";
import {
  addAccount,
  disableAccount,
  enableAccount,
  endAllSessions,
  endSession,
  makeSignInLink,
  redeemSignInLink,
  renameAccount,
  setPreferences,
} from "@/domain/accounts/commands";
import { administer, ownChoices } from "@/domain/accounts/gate";
import { MAX_LINKS_PER_HOUR } from "@/domain/accounts/model";
import {
  accountDetailsOf,
  accountOfSignInLink,
  actorOfSession,
  listAccounts,
  ownAccount,
} from "@/domain/accounts/queries";
import { dossierAudit } from "@/domain/audit/queries";
import { eventSentence, isFromOutside } from "@/domain/audit/rules/words";
import { appointAuthor } from "@/domain/dossiers/commands";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { Forbidden, Invalid, NotFound } from "@/domain/kernel/errors";
import type { Actor, Person } from "@/domain/kernel/scope";
import { sentencesIn } from "@/i18n/sentence";
import { freshDatabase } from "../database";
import { asIfAdministrator, dossierOf, memberOf, person, SYSTEM } from "../factories/people";
import { expectRefused } from "../refused";

freshDatabase();

const administrator = () => person({ name: "Fatima el Amrani", kind: "administrator" });

async function lastAudit(entityId: string) {
  const [row] = await (await database())
    .select()
    .from(audit)
    .where(eq(audit.entityId, entityId))
    .orderBy(desc(audit.n))
    .limit(1);
  return row;
}

async function expireLinksOf(accountId: string) {
  await (await database())
    .update(signInLink)
    .set({ expiresAt: new Date(Date.now() - 1000).toISOString() })
    .where(eq(signInLink.accountId, accountId));
}

describe("who is not an administrator", () => {
  test.each(["staff", "guest"] as const)("%s is refused everything", async (kind) => {
    const actor = await person({ kind });
    const { id: accountId } = await person();
    expect(() => administer(actor)).toThrow(Forbidden);
    const refused: Promise<unknown>[] = [
      addAccount(asIfAdministrator(actor), {
        name: "Nieuw",
        email: "nieuw@voorbeeld.example",
        kind: "administrator",
      }),
      renameAccount(asIfAdministrator(actor), { accountId, name: "Anders" }),
      disableAccount(asIfAdministrator(actor), { accountId }),
      enableAccount(asIfAdministrator(actor), { accountId }),
      makeSignInLink(asIfAdministrator(actor), { accountId }),
      // Nor for the own account: that would outlive being switched off.
      makeSignInLink(asIfAdministrator(actor), { accountId: actor.id }),
      listAccounts(asIfAdministrator(actor)),
      accountDetailsOf(asIfAdministrator(actor), accountId),
    ];
    await expectRefused(Forbidden, refused);
    const [still] = await (await database())
      .select()
      .from(account)
      .where(eq(account.id, accountId));
    expect(still).toMatchObject({ name: "Noor de Vries", disabledAt: null });
  });
});

describe("bad input", () => {
  test("an account needs a name, an e-mail address and a known kind", async () => {
    const actor = await administrator();
    await expect(
      addAccount(administer(actor), { name: " ", email: "geen adres", kind: "koning" }),
    ).rejects.toSatisfy(
      (error) =>
        error instanceof Invalid &&
        error.fields.name === "errors.field.required" &&
        error.fields.email === "errors.field.email" &&
        error.fields.kind === "errors.field.choose",
    );
  });

  test("an e-mail address is used once, whatever its capitals", async () => {
    const actor = await administrator();
    await person({ email: "dubbel@voorbeeld.example" });
    await expect(
      addAccount(administer(actor), {
        name: "Tweede",
        email: "Dubbel@Voorbeeld.example",
        kind: "staff",
      }),
    ).rejects.toSatisfy(
      (error) => error instanceof Invalid && error.fields.email === "accounts.errors.emailTaken",
    );
  });

  test("an account that does not exist is not found", async () => {
    const actor = await administrator();
    const accountId = randomUUID();
    await expectRefused(NotFound, [
      renameAccount(administer(actor), { accountId, name: "Anders" }),
      disableAccount(administer(actor), { accountId }),
      enableAccount(administer(actor), { accountId }),
      makeSignInLink(administer(actor), { accountId }),
      accountDetailsOf(administer(actor), accountId),
      accountDetailsOf(administer(actor), "geen-id"),
    ]);
  });

  test("nobody switches off the own account", async () => {
    const actor = await administrator();
    await expect(disableAccount(administer(actor), { accountId: actor.id })).rejects.toThrow(
      Invalid,
    );
  });
});

describe("a sign-in link", () => {
  test("is stored as a hash only, and its making is in the audit without the secret", async () => {
    const { id: accountId } = await person();
    const { token } = await makeSignInLink(administer(await administrator()), { accountId });
    const [row] = await (await database())
      .select()
      .from(signInLink)
      .where(eq(signInLink.accountId, accountId));
    expect(row?.tokenSha256).toBe(sha256(token));
    expect(JSON.stringify(row)).not.toContain(token);
    const written = await lastAudit(row?.id ?? "");
    expect(written).toMatchObject({ action: "signInLink.make", actorName: "Fatima el Amrani" });
    expect(JSON.stringify(written)).not.toContain(token);
  });

  test("is not used up by looking at it", async () => {
    const { id: accountId, name } = await person();
    const { token } = await makeSignInLink(administer(SYSTEM), { accountId });
    expect(await accountOfSignInLink(token)).toEqual({ name });
    expect(await accountOfSignInLink(token)).toEqual({ name });
    await expect(redeemSignInLink(token)).resolves.toMatchObject({ accountId });
  });

  test("works once, and says so in the audit", async () => {
    const { id: accountId } = await person();
    const { token } = await makeSignInLink(administer(SYSTEM), { accountId });
    await redeemSignInLink(token);
    await expect(redeemSignInLink(token)).rejects.toThrow(Invalid);
    expect(await accountOfSignInLink(token)).toBeNull();
    const rows = await (await database())
      .select()
      .from(audit)
      .where(and(eq(audit.actorId, accountId), eq(audit.action, "session.start")));
    expect(rows).toHaveLength(1);
  });

  test("pressed twice at the same time gives one session", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id: accountId } = await person();
      const { token } = await makeSignInLink(administer(SYSTEM), { accountId });
      const outcomes = await Promise.allSettled([
        redeemSignInLink(token),
        redeemSignInLink(token),
        redeemSignInLink(token),
      ]);
      const signedIn = outcomes.filter((outcome) => outcome.status === "fulfilled");
      expect(signedIn).toHaveLength(1);
      for (const outcome of outcomes) {
        if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(Invalid);
      }
    }
  });

  test("fails in one and the same way, whatever is wrong with it", async () => {
    const used = await makeSignInLink(administer(SYSTEM), { accountId: (await person()).id });
    await redeemSignInLink(used.token);
    const late = await person();
    const expired = await makeSignInLink(administer(SYSTEM), { accountId: late.id });
    await expireLinksOf(late.id);
    const gone = await person();
    const off = await makeSignInLink(administer(SYSTEM), { accountId: gone.id });
    await disableAccount(administer(SYSTEM), { accountId: gone.id });
    const messages = new Set<string>();
    for (const token of [
      used.token,
      expired.token,
      off.token,
      "nooit gemaakt",
      "",
      "a".repeat(9999),
    ]) {
      expect(await accountOfSignInLink(token)).toBeNull();
      await redeemSignInLink(token).catch((error: Error) => messages.add(error.message));
    }
    expect([...messages]).toEqual(["invalid: accounts.errors.linkUnusable {}"]);
  });

  test("is not made for an account that is off", async () => {
    const { id: accountId } = await person();
    await disableAccount(administer(SYSTEM), { accountId });
    await expect(makeSignInLink(administer(SYSTEM), { accountId })).rejects.toThrow(NotFound);
  });
});

describe("links that nobody needs any more", () => {
  test("are void once a newer one was used, and a newer one is not by an older", async () => {
    const { id: accountId } = await person();
    const make = async () => (await makeSignInLink(administer(SYSTEM), { accountId })).token;
    const [oldest, used, newest] = [await make(), await make(), await make()];
    await redeemSignInLink(used);
    expect(await accountOfSignInLink(oldest)).toBeNull();
    await expect(redeemSignInLink(oldest)).rejects.toThrow(Invalid);
    await expect(redeemSignInLink(newest)).resolves.toMatchObject({ accountId });
  });

  test("are void after switching the account off and on", async () => {
    const { id: accountId } = await person();
    const { token } = await makeSignInLink(administer(SYSTEM), { accountId });
    await disableAccount(administer(SYSTEM), { accountId });
    await enableAccount(administer(SYSTEM), { accountId });
    expect(await accountOfSignInLink(token)).toBeNull();
    await expect(redeemSignInLink(token)).rejects.toThrow(Invalid);
  });

  test("are not made without end by an administrator; at the terminal they are", async () => {
    const actor = administer(await administrator());
    const { id: accountId } = await person();
    for (let n = 0; n < MAX_LINKS_PER_HOUR; n += 1) await makeSignInLink(actor, { accountId });
    await expect(makeSignInLink(actor, { accountId })).rejects.toThrow(/tooManyLinks/);
    await makeSignInLink(actor, { accountId: (await person()).id });
    await expect(makeSignInLink(administer(SYSTEM), { accountId })).resolves.toBeDefined();
  });
});

describe("a session", () => {
  const started = async (account: Person) => {
    const { token } = await makeSignInLink(administer(SYSTEM), { accountId: account.id });
    return (await redeemSignInLink(token)).sessionId;
  };

  test("is ended alone, and all of somebody together; nobody ends another's", async () => {
    const [one, other] = [await person(), await person()];
    const [first, second, third] = [await started(one), await started(one), await started(one)];
    const strange = await started(other);
    await endSession(ownChoices(one), { sessionId: first });
    expect(await lastAudit(first)).toMatchObject({ action: "session.end", actorId: one.id });
    const live = (id: string, who = one) => actorOfSession(who.id, id);
    expect(await live(first)).toBeNull();
    expect(await live(second)).toMatchObject({ id: one.id });
    // Whose session it is belongs to what is shown.
    expect(await live(second, other)).toBeNull();
    await expectRefused(NotFound, [
      endSession(ownChoices(one), { sessionId: first }),
      endSession(ownChoices(one), { sessionId: strange }),
    ]);
    expect(await endAllSessions(ownChoices(one), {})).toEqual({ ended: 2 });
    expect([await live(second), await live(third)]).toEqual([null, null]);
    expect(await live(strange, other)).toMatchObject({ id: other.id });
  });

  test("ends by itself after ten hours, and is cleared away at the next sign-in", async () => {
    const account = await person();
    const sessionId = await started(account);
    const db = await database();
    await db
      .update(session)
      .set({ endsAt: new Date(Date.now() - 1000).toISOString() })
      .where(eq(session.id, sessionId));
    expect(await actorOfSession(account.id, sessionId)).toBeNull();
    const next = await started(account);
    const left = await db.select().from(session).where(eq(session.accountId, account.id));
    expect(left.map(({ id }) => id)).toEqual([next]);
  });
});

describe("switching off and on", () => {
  test("ends the running session at once, and it does not come back", async () => {
    const actor = await administrator();
    const { id: accountId, name } = await person();
    const { token } = await makeSignInLink(administer(actor), { accountId });
    const { sessionId } = await redeemSignInLink(token);
    expect(await actorOfSession(accountId, sessionId)).toMatchObject({ id: accountId, name });

    await disableAccount(administer(actor), { accountId });
    expect(await actorOfSession(accountId, sessionId)).toBeNull();
    expect(await lastAudit(accountId)).toMatchObject({ action: "account.disable" });

    await enableAccount(administer(actor), { accountId });
    expect(await actorOfSession(accountId, sessionId)).toBeNull();
    expect(await lastAudit(accountId)).toMatchObject({ action: "account.enable" });
    const again = await redeemSignInLink(
      (await makeSignInLink(administer(actor), { accountId })).token,
    );
    expect(await actorOfSession(accountId, again.sessionId)).not.toBeNull();
  });
});

describe("managing accounts", () => {
  test("adding and renaming are in the audit", async () => {
    const actor = await administrator();
    const { id } = await addAccount(administer(actor), {
      name: "Ilse Bos",
      email: "Ilse.Bos@Voorbeeld.example",
      kind: "staff",
    });
    expect(await lastAudit(id)).toMatchObject({ action: "account.add", actorId: actor.id });
    await renameAccount(administer(actor), { accountId: id, name: "Ilse Bos-Kuiper" });
    expect(await lastAudit(id)).toMatchObject({ action: "account.rename" });
    expect(await accountDetailsOf(administer(actor), id)).toMatchObject({
      name: "Ilse Bos-Kuiper",
      email: "ilse.bos@voorbeeld.example",
      dossiers: 0,
      lastSignIn: null,
    });
  });

  test("somebody chooses for oneself, and it stays chosen", async () => {
    const actor = await person();
    const own = ownChoices(actor);
    const other = ownChoices(await person());
    expect(await ownAccount(own)).toMatchObject({ letterKeys: true });
    await setPreferences(own, { letterKeys: false });
    expect(await lastAudit(actor.id)).toMatchObject({
      action: "account.preferences",
      actorId: actor.id,
    });
    expect(await ownAccount(own)).toMatchObject({ letterKeys: false });
    expect(await ownAccount(other)).toMatchObject({ letterKeys: true });
    await expect(setPreferences(own, { letterKeys: "nee" as never })).rejects.toThrow(Invalid);
    // Without the gate nobody has shown whose account it is.
    await expectRefused(Forbidden, [
      setPreferences({ actor } as never, { letterKeys: true }),
      ownAccount({ ...own } as never),
    ]);
    const gone = ownChoices({ ...actor, id: randomUUID() });
    await expectRefused(NotFound, [setPreferences(gone, { letterKeys: true }), ownAccount(gone)]);
  });

  test("an account says in how many dossiers it is and when it was last used", async () => {
    const actor = await administrator();
    const author = await person();
    await dossierOf(author);
    await redeemSignInLink(
      (await makeSignInLink(administer(SYSTEM), { accountId: author.id })).token,
    );
    const details = await accountDetailsOf(administer(actor), author.id);
    expect(details.dossiers).toBe(1);
    expect(Date.now() - new Date(details.lastSignIn ?? 0).getTime()).toBeLessThan(60_000);
  });

  test("the list is found by name or address, page by page; a sign is no pattern", async () => {
    const actor = await administrator();
    for (let n = 0; n < 52; n += 1) {
      await person({ name: `Zoekbaar ${String(n).padStart(2, "0")}` });
    }
    await person({ name: "Honderd % zeker", email: "a_b@voorbeeld.example" });
    const first = await listAccounts(administer(actor), { search: "zoekBAAR" });
    expect(first).toMatchObject({ total: 52, page: 1, pages: 2 });
    expect(first.accounts).toHaveLength(50);
    const last = await listAccounts(administer(actor), { search: "zoekbaar", page: 99 });
    expect(last).toMatchObject({ page: 2 });
    expect(last.accounts.map((row) => row.name)).toEqual(["Zoekbaar 50", "Zoekbaar 51"]);
    expect((await listAccounts(administer(actor), { search: "%" })).total).toBe(1);
    expect((await listAccounts(administer(actor), { search: "a_b@voorbeeld" })).total).toBe(1);
    expect((await listAccounts(administer(actor), { search: "\\" })).total).toBe(0);
    expect((await listAccounts(administer(actor), { search: "bestaat niet" })).accounts).toEqual(
      [],
    );
  });

  test("the command line may do the same", async () => {
    const system: Actor = SYSTEM;
    await expect(listAccounts(administer(system))).resolves.toHaveProperty("total");
  });
});

describe("the only author of a dossier", () => {
  test("is not switched off before another one can change it", async () => {
    const author = await person();
    const scope = await dossierOf(author, { title: "Van één opsteller" });
    const off = () => disableAccount(administer(SYSTEM), { accountId: author.id });
    const titles = async () => (await accountDetailsOf(administer(SYSTEM), author.id)).soleAuthorOf;
    await memberOf(scope, "reviewer");
    expect(await titles()).toEqual(["Van één opsteller"]);
    await expect(off()).rejects.toMatchObject({
      key: "accounts.errors.soleAuthor",
      params: { dossiers: "‘Van één opsteller’" },
    });
    // Another author who is off does not count.
    const second = await memberOf(scope, "author");
    const accountId = (second.actor as Person).id;
    await disableAccount(administer(SYSTEM), { accountId });
    await expect(off()).rejects.toMatchObject({ key: "accounts.errors.soleAuthor" });
    await enableAccount(administer(SYSTEM), { accountId });
    expect(await titles()).toEqual([]);
    await off();
  });

  test("can be followed by somebody an administrator appoints, and the dossier's people see it", async () => {
    const author = await person();
    const scope = await dossierOf(author);
    const administrator = await person({ kind: "administrator", name: "Bea Beheer" });
    const email = "opvolger@proef.example";
    const next = await person({ email, name: "Olga Opvolger" });
    const appoint = (address: string) =>
      appointAuthor(administer(administrator), { accountId: author.id, email: address });
    await expect(appoint("niemand@proef.example")).rejects.toMatchObject({
      fields: { email: "dossiers.errors.noAccount" },
    });
    expect(await appoint(email)).toEqual({ name: "Olga Opvolger", dossiers: 1 });
    await expect(appoint(email)).rejects.toMatchObject({ key: "dossiers.errors.notSoleAuthor" });
    const reached = await openDossierToRead(next, scope.slug);
    expect(reached.role).toBe("author");
    await makeSignInLink(administer(administrator), { accountId: next.id });
    const { acts } = await dossierAudit(reached);
    const [link, appointed] = acts;
    if (!link || !appointed) throw new Error("no acts");
    const say = sentencesIn("nl");
    expect([link, appointed].map((act) => eventSentence(act.first, say))).toEqual([
      "Aanmeldlink gemaakt voor ‘Olga Opvolger’",
      "‘Olga Opvolger’ aangewezen als opsteller door een beheerder",
    ]);
    expect([link, appointed].map((act) => [act.actorName, isFromOutside(act)])).toEqual([
      ["Bea Beheer", true],
      ["Bea Beheer", true],
    ]);
    expect(acts.slice(2).some(isFromOutside)).toBe(false);
  });
});
