import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { database, rowsOf } from "@/db/client";
import { account, mail, session, signInRequest } from "@/db/schema";
import { disableAccount, requestSignInLink, signInFromProvider } from "@/domain/accounts/commands";
import { administer, ownChoices } from "@/domain/accounts/gate";
import { sendLinkJob } from "@/domain/accounts/jobs";
import type { Claimed } from "@/domain/accounts/model";
import { actorOfSession, isLinked } from "@/domain/accounts/queries";
import { freshDatabase } from "../database";
import { person, SYSTEM } from "../factories/people";

freshDatabase();

const ISSUER = "https://login.example";

let people = 0;

/** Somebody that the provider knows, each another. */
function claimed(over: Partial<Claimed> = {}): Claimed {
  const n = ++people;
  return {
    issuer: ISSUER,
    subject: `subject-${n}`,
    email: `wie${n}@provider.example`,
    name: `Wie ${n}`,
    kind: "staff",
    ...over,
  };
}

async function emailOf(id: string): Promise<string> {
  const [found] = await (await database()).select().from(account).where(eq(account.id, id));
  return found?.email ?? "";
}

async function actionsOn(entityId: string) {
  const rows = await rowsOf<{ action: string; actor: string }>(
    await database(),
    sql`select action, actor_name as actor from audit where entity_id = ${entityId} order by n`,
  );
  return rows.map(({ action }) => action);
}

async function letIn(who: Claimed, as: Parameters<typeof signInFromProvider>[1] = null) {
  const result = await signInFromProvider(who, as);
  if ("refused" in result) throw new Error(`refused: ${result.refused}`);
  return result;
}

test("who is new gets an account by their role, with its rows in the log; next time the same", async () => {
  const who = claimed();
  const first = await letIn(who);
  expect(first).toMatchObject({ name: who.name, kind: "staff" });
  expect(await actorOfSession(first.accountId, first.sessionId)).toMatchObject({ kind: "staff" });
  expect(await actionsOn(first.accountId)).toEqual(["account.add", "account.link"]);
  expect(await actionsOn(first.sessionId)).toEqual(["session.start"]);
  // Another name or address there is not another person, and changes nothing here.
  const second = await letIn({ ...who, name: "Getrouwd", email: "anders@provider.example" });
  expect(second.accountId).toBe(first.accountId);
  expect(await emailOf(first.accountId)).toBe(who.email);
});

test("without a role nobody new gets in, and nothing is made", async () => {
  const who = claimed({ kind: null });
  expect(await signInFromProvider(who, null)).toEqual({ refused: "noRole" });
  const db = await database();
  expect(await db.select().from(account).where(eq(account.email, who.email))).toEqual([]);
});

test("an account with the same address is not given to who comes with that address", async () => {
  const there = await person({ kind: "administrator" });
  const email = await emailOf(there.id);
  expect(await signInFromProvider(claimed({ email }), null)).toEqual({ refused: "known" });
  expect(await isLinked(ownChoices(there), ISSUER)).toBe(false);
});

test("an account is connected by who is signed in to it, once, to one person there", async () => {
  const there = await person();
  const own = claimed({ email: await emailOf(there.id) });
  const stranger = await person();
  expect(await signInFromProvider(own, stranger)).toEqual({ refused: "other" });
  expect(await letIn(own, there)).toMatchObject({ accountId: there.id });
  expect(await isLinked(ownChoices(there), ISSUER)).toBe(true);
  expect(await letIn(own)).toMatchObject({ accountId: there.id });
  const second = claimed({ email: own.email });
  expect(await signInFromProvider(second, there)).toEqual({ refused: "other" });
  // And who is signed in here does not become somebody else by it.
  expect(await signInFromProvider(own, stranger)).toEqual({ refused: "other" });
  // The same words from another issuer are somebody else.
  const elsewhere = { ...own, issuer: "https://elders.example" };
  expect(await signInFromProvider(elsewhere, null)).toEqual({ refused: "known" });
});

test("another role counts from the next time, in the log; without one all sessions end", async () => {
  const who = claimed({ kind: "administrator" });
  const first = await letIn(who);
  const second = await letIn({ ...who, kind: "guest" });
  expect(second.kind).toBe("guest");
  // Sessions that run are of the account, so they have it too.
  expect(await actorOfSession(first.accountId, first.sessionId)).toMatchObject({ kind: "guest" });
  expect((await actionsOn(first.accountId)).at(-1)).toBe("account.kind");
  expect(await signInFromProvider({ ...who, kind: null }, null)).toEqual({ refused: "noRole" });
  const db = await database();
  const left = await db.select().from(session).where(eq(session.accountId, first.accountId));
  expect(left).toEqual([]);
});

test("who was switched off here stays out, whatever the provider says", async () => {
  const who = claimed();
  const { accountId } = await letIn(who);
  await disableAccount(administer(SYSTEM), { accountId });
  expect(await signInFromProvider(who, null)).toEqual({ refused: "off" });
});

test("who is connected is mailed no links; who is not is", async () => {
  vi.stubEnv("HERLEID_OIDC_ISSUER", ISSUER);
  vi.stubEnv("HERLEID_OIDC_CLIENT_ID", "herleid");
  vi.stubEnv("HERLEID_OIDC_CLIENT_SECRET", randomUUID());
  const who = claimed();
  await letIn(who);
  const other = await emailOf((await person()).id);
  const db = await database();
  for (const email of [who.email, other]) {
    await requestSignInLink({ email, language: "nl", page: "https://herleid.example/aanmelden" });
  }
  for (const { id } of await db.select().from(signInRequest)) {
    await sendLinkJob.run({ requestId: id }, AbortSignal.timeout(10_000));
  }
  expect(
    await db
      .select()
      .from(mail)
      .where(and(eq(mail.template, "signInLink"))),
  ).toHaveLength(1);
  vi.unstubAllEnvs();
});
