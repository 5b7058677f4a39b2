import { randomUUID } from "node:crypto";
import { and, eq, gt, isNull, lte, sql } from "drizzle-orm";
import { z } from "zod";
import { appendAudit } from "@/db/audit";
import { type Database, database, transaction } from "@/db/client";
import { sha256 } from "@/db/hash";
import { enqueue } from "@/db/jobs";
import { account, identity, session, signInLink, signInRequest } from "@/db/schema";
import { seal } from "@/db/seal";
import type { SignInRefusal } from "@/db/vocabulary";
import { command, type Outcome, parseInput, scopeSuffices } from "../kernel/command";
import { Invalid, NotFound } from "../kernel/errors";
import { uuid } from "../kernel/fields";
import { actorAccountId, administrator, type Person, person } from "../kernel/scope";
import { requestSeal, sendLinkJob } from "./jobs";
import {
  type Claimed,
  linkRequest,
  MAX_LINKS_PER_HOUR,
  newAccount,
  preferences,
  renamedAccount,
  SIGN_IN_LINK_LIFETIME,
  type SignedIn,
} from "./model";
import { dossiersOf, insertLink, linksLastHour, soleAuthorOf, startSession } from "./rows";

/** Adds an account. @throws Invalid `accounts.errors.emailTaken` when the address is in use. */
export const addAccount = command({
  scope: administrator,
  action: "account.add",
  input: newAccount,
  allow: scopeSuffices,
  run: async (tx, _scope, input) => {
    const [taken] = await tx
      .select({ id: account.id })
      .from(account)
      .where(eq(sql`lower(${account.email})`, input.email));
    if (taken) throw new Invalid("errors.fields", {}, { email: "accounts.errors.emailTaken" });
    const [added] = await tx.insert(account).values(input).returning({ id: account.id });
    if (!added) throw new Error("insert returned no row");
    return {
      result: added,
      audit: { entity: "account", entityId: added.id, after: input },
    };
  },
});

/** Gives an account another name. Rows of the audit keep the name of their time. */
export const renameAccount = command({
  scope: administrator,
  action: "account.rename",
  input: renamedAccount,
  allow: scopeSuffices,
  run: async (tx, _scope, { accountId, name }) => {
    const [before] = await tx
      .select({ name: account.name })
      .from(account)
      .where(eq(account.id, accountId))
      .for("update");
    if (!before) throw new NotFound();
    await tx.update(account).set({ name }).where(eq(account.id, accountId));
    return {
      result: { id: accountId, name },
      audit: { entity: "account", entityId: accountId, before, after: { name } },
    };
  },
});

/** Sets what somebody chose for themselves; always of the own account. */
export const setPreferences = command({
  scope: person,
  action: "account.preferences",
  input: preferences,
  allow: scopeSuffices,
  run: async (tx, { actor }, chosen) => {
    const accountId = actor.id;
    const [before] = await tx
      .select({ letterKeys: account.letterKeys })
      .from(account)
      .where(eq(account.id, accountId))
      .for("update");
    if (!before) throw new NotFound();
    await tx.update(account).set(chosen).where(eq(account.id, accountId));
    return {
      result: chosen,
      audit: { entity: "account", entityId: accountId, before, after: chosen },
    };
  },
});

/**
 * Switches an account off: it cannot sign in, its running sessions end and its links are void.
 *
 * @throws Invalid `accounts.errors.notYourself`; `accounts.errors.soleAuthor` while there are dossiers
 *   that nobody else can change.
 */
export const disableAccount = command({
  scope: administrator,
  action: "account.disable",
  input: z.object({ accountId: uuid }),
  allow: scopeSuffices,
  run: async (tx, { actor }, { accountId }) => {
    if (actorAccountId(actor) === accountId) throw new Invalid("accounts.errors.notYourself");
    const sole = await soleAuthorOf(tx, accountId, "lock");
    if (sole.length > 0) {
      const dossiers = sole.map(({ title }) => `‘${title}’`).join(", ");
      throw new Invalid("accounts.errors.soleAuthor", { dossiers });
    }
    return setDisabled(tx, accountId, new Date().toISOString());
  },
});

/** Switches an account on again. */
export const enableAccount = command({
  scope: administrator,
  action: "account.enable",
  input: z.object({ accountId: uuid }),
  allow: scopeSuffices,
  run: (tx, _scope, { accountId }) => setDisabled(tx, accountId, null),
});

async function setDisabled(
  tx: Database,
  accountId: string,
  disabledAt: string | null,
): Promise<Outcome<{ id: string }>> {
  // Links first, as who signs in takes them: so neither waits for the other for ever.
  await voidLinks(tx, accountId);
  const [changed] = await tx
    .update(account)
    .set({ disabledAt })
    .where(eq(account.id, accountId))
    .returning({ id: account.id });
  if (!changed) throw new NotFound();
  await tx.delete(session).where(eq(session.accountId, accountId));
  return {
    result: changed,
    audit: { entity: "account", entityId: accountId, after: { disabled: disabledAt !== null } },
  };
}

/** Lets the links of an account that nobody used end now; with `until`, those made before it. */
async function voidLinks(tx: Database, accountId: string, until?: string): Promise<void> {
  const now = new Date().toISOString();
  await tx
    .update(signInLink)
    .set({ expiresAt: now })
    .where(
      and(
        eq(signInLink.accountId, accountId),
        isNull(signInLink.usedAt),
        gt(signInLink.expiresAt, now),
        until ? lte(signInLink.createdAt, until) : undefined,
      ),
    );
}

/** Ends one session of one's own: what a copy of its cookie says means nothing from now on. */
export const endSession = command({
  scope: person,
  action: "session.end",
  input: z.object({ sessionId: uuid }),
  allow: scopeSuffices,
  run: async (tx, { actor }, { sessionId }) => {
    const [ended] = await tx
      .delete(session)
      .where(and(eq(session.id, sessionId), eq(session.accountId, actor.id)))
      .returning({ id: session.id });
    if (!ended) throw new NotFound();
    return { result: ended, audit: { entity: "session", entityId: ended.id } };
  },
});

/** Ends all one's own sessions, in whatever browser. */
export const endAllSessions = command({
  scope: person,
  action: "session.endAll",
  input: z.object({}),
  allow: scopeSuffices,
  run: async (tx, { actor }) => {
    const ended = await tx
      .delete(session)
      .where(eq(session.accountId, actor.id))
      .returning({ id: session.id });
    return {
      result: { ended: ended.length },
      audit: { entity: "account", entityId: actor.id, before: { sessions: ended.length } },
    };
  },
});

/**
 * Makes a one-time sign-in link. Only its hash is kept, so the token can be shown this once. Who has the
 * link can work as this person, so the dossiers where that is are told who made it.
 *
 * @returns the secret part of the link's address.
 * @throws NotFound when the account does not exist or is off; Invalid `accounts.errors.tooManyLinks`.
 */
export const makeSignInLink = command({
  scope: administrator,
  action: "signInLink.make",
  input: z.object({ accountId: uuid }),
  allow: scopeSuffices,
  run: async (tx, { actor }, { accountId }) => {
    const [person] = await tx
      .select({ id: account.id })
      .from(account)
      .where(and(eq(account.id, accountId), isNull(account.disabledAt)));
    if (!person) throw new NotFound();
    // Not at the terminal: who is there owns the machine.
    const bounded = actor.type !== "system";
    if (bounded && (await linksLastHour(tx, accountId)) >= MAX_LINKS_PER_HOUR)
      throw new Invalid("accounts.errors.tooManyLinks");
    const link = await insertLink(tx, accountId, SIGN_IN_LINK_LIFETIME);
    return {
      result: { token: link.token, expiresAt: link.expiresAt },
      audit: { entity: "signInLink", entityId: link.id, after: { accountId } },
      elsewhere: (await dossiersOf(tx, accountId)).map((dossierId) => ({
        dossierId,
        audit: { entity: "member", entityId: accountId, after: { signInLink: link.id } },
      })),
    };
  },
});

/**
 * Asks for a sign-in link by mail. What it does and how long that takes is the same for every address: whether it is
 * known is looked up by a job. So it has no actor, and no row in the log: that comes with the link.
 *
 * @throws Invalid on `email` when that is no address at all.
 */
export async function requestSignInLink(input: z.input<typeof linkRequest>): Promise<void> {
  const { language, ...asked } = parseInput(linkRequest, input);
  const id = randomUUID();
  const sealed = seal(requestSeal(id), JSON.stringify(asked));
  await transaction(async (tx) => {
    await tx.insert(signInRequest).values({ id, language, sealed });
    await enqueue(tx, [sendLinkJob.request({ requestId: id })]);
  });
}

/**
 * Uses a sign-in link up and starts a session for who it is for. Links of theirs that are older are
 * void from then on: they lie in a mailbox and nobody waits for them. Nobody is signed in yet, so this
 * is the one command without an actor; the link itself is the proof.
 *
 * @throws Invalid `accounts.errors.linkUnusable` when it is unknown, used, expired or the account is off.
 */
export async function redeemSignInLink(token: string): Promise<SignedIn> {
  const db = await database();
  return db.transaction(async (transaction) => {
    const tx = transaction as unknown as Database;
    const now = new Date().toISOString();
    const [used] = await tx
      .update(signInLink)
      .set({ usedAt: now })
      .where(
        and(
          eq(signInLink.tokenSha256, sha256(token.slice(0, 200))),
          isNull(signInLink.usedAt),
          gt(signInLink.expiresAt, now),
        ),
      )
      .returning({
        id: signInLink.id,
        accountId: signInLink.accountId,
        createdAt: signInLink.createdAt,
      });
    const [person] = used
      ? await tx
          .select({
            accountId: account.id,
            name: account.name,
            kind: account.kind,
          })
          .from(account)
          .where(and(eq(account.id, used.accountId), isNull(account.disabledAt)))
          .for("update")
      : [];
    if (!used || !person) throw new Invalid("accounts.errors.linkUnusable");
    await voidLinks(tx, person.accountId, used.createdAt);
    const started = await startSession(tx, person.accountId);
    await appendAudit(
      tx,
      {
        dossierId: null,
        actorId: person.accountId,
        actorName: person.name,
        action: "session.start",
      },
      [{ entity: "signInLink", entityId: used.id }],
    );
    return { ...person, ...started };
  });
}

/**
 * Lets in who comes from the provider of sign-in, or says why not (decision 044). Who is new gets an account when
 * their roles say so; an account that is there already is only theirs when they are signed in to it. Roles are
 * looked at each time: without one nobody gets in, and sessions that still run end.
 *
 * @param signedInAs who is signed in in this browser, to be known by that identity from now on.
 */
export async function signInFromProvider(
  claimed: Claimed,
  signedInAs: Person | null,
): Promise<SignedIn | { refused: SignInRefusal }> {
  return transaction(async (tx) => {
    const { issuer, subject, kind } = claimed;
    const [known] = await tx
      .select({
        accountId: account.id,
        name: account.name,
        kind: account.kind,
        disabledAt: account.disabledAt,
      })
      .from(identity)
      .innerJoin(account, eq(account.id, identity.accountId))
      .where(and(eq(identity.issuer, issuer), eq(identity.subject, subject)))
      .for("update", { of: account });
    // Whoever is signed in stays who they are: they came to be connected.
    if (known && signedInAs && known.accountId !== signedInAs.id) return { refused: "other" };
    const person = known ?? (await newToProvider(tx, claimed, signedInAs));
    if ("refused" in person) return person;
    if (person.disabledAt) return { refused: "off" };
    if (kind === null) {
      await tx.delete(session).where(eq(session.accountId, person.accountId));
      return { refused: "noRole" };
    }
    const by = { dossierId: null, actorId: person.accountId, actorName: person.name };
    if (person.kind !== kind) {
      await tx.update(account).set({ kind }).where(eq(account.id, person.accountId));
      await appendAudit(tx, { ...by, action: "account.kind" }, [
        {
          entity: "account",
          entityId: person.accountId,
          before: { kind: person.kind },
          after: { kind },
        },
      ]);
    }
    const started = await startSession(tx, person.accountId);
    await appendAudit(tx, { ...by, action: "session.start" }, [
      { entity: "session", entityId: started.sessionId, after: { issuer } },
    ]);
    return { accountId: person.accountId, name: person.name, kind, ...started };
  });
}

/** Makes somebody known who was not: to the account they are signed in to, or to a new one. */
async function newToProvider(
  tx: Database,
  { issuer, subject, email, name, kind }: Claimed,
  signedInAs: Person | null,
) {
  const [there] = await tx
    .select({
      accountId: account.id,
      name: account.name,
      kind: account.kind,
      disabledAt: account.disabledAt,
    })
    .from(account)
    .where(eq(sql`lower(${account.email})`, email))
    .for("update");
  if (signedInAs && there?.accountId !== signedInAs.id) return { refused: "other" as const };
  // An address is no proof here: whoever gets it at the provider would be who had it here.
  if (there && !signedInAs) return { refused: "known" as const };
  if (kind === null) return { refused: "noRole" as const };
  const actor = { dossierId: null, actorName: there?.name ?? name };
  const person = there ?? {
    accountId: randomUUID(),
    name,
    kind,
    disabledAt: null,
  };
  if (!there) {
    const added = { email, name, kind };
    await tx.insert(account).values({ id: person.accountId, ...added });
    await appendAudit(tx, { ...actor, actorId: person.accountId, action: "account.add" }, [
      { entity: "account", entityId: person.accountId, after: added },
    ]);
  }
  const linked = await tx
    .insert(identity)
    .values({ accountId: person.accountId, issuer, subject })
    // This account is somebody else's there.
    .onConflictDoNothing()
    .returning({ id: identity.id });
  if (linked.length === 0) return { refused: "other" as const };
  await appendAudit(tx, { ...actor, actorId: person.accountId, action: "account.link" }, [
    { entity: "account", entityId: person.accountId, after: { issuer } },
  ]);
  return person;
}
