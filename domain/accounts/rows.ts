import { randomBytes } from "node:crypto";
import { and, asc, count, eq, gt, inArray, isNull, lt, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { sha256 } from "@/db/hash";
import { account, dossier, dossierMember, identity, session, signInLink } from "@/db/schema";
import { dutchOrder } from "@/db/search";
import { titlesThrough } from "../redaction/rows";
import { SESSION_LIFETIME } from "./model";

/** The dossiers that somebody is in. */
export async function dossiersOf(tx: Database, accountId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: dossierMember.dossierId })
    .from(dossierMember)
    .where(eq(dossierMember.accountId, accountId))
    .orderBy(asc(dossierMember.dossierId));
  return rows.map(({ id }) => id);
}

/**
 * The dossiers that nobody but this person can change: no other author can sign in. Called as others read it: who asks is
 * in none of them.
 *
 * @param lock lets who changes the members of these dossiers wait until the transaction ends.
 */
export async function soleAuthorOf(
  tx: Database,
  accountId: string,
  lock?: "lock",
): Promise<{ id: string; title: string }[]> {
  if (lock) {
    const written = tx
      .select({ id: dossierMember.dossierId })
      .from(dossierMember)
      .where(and(eq(dossierMember.accountId, accountId), eq(dossierMember.role, "author")));
    await tx
      .select({ id: dossier.id })
      .from(dossier)
      .where(inArray(dossier.id, written))
      .orderBy(asc(dossier.id))
      .for("no key update");
  }
  const rows = await rowsOf<{ id: string; title: string }>(
    tx,
    sql`select d.id, d.title from dossier d
      join dossier_member m on m.dossier_id = d.id and m.account_id = ${accountId}::uuid
        and m.role = 'author'
      where not exists (
        select from dossier_member o join account a on a.id = o.account_id
        where o.dossier_id = d.id and o.role = 'author' and o.account_id <> m.account_id
          and a.disabled_at is null)
      order by ${dutchOrder(sql`d.title`)}, d.id`,
  );
  const read = await titlesThrough(
    tx,
    rows.map(({ id, title }) => ({ dossierId: id, text: title })),
  );
  return rows.map(({ id, title }) => ({ id, title: read(id, title) }));
}

/** How many links an account was given in the last hour, by whomever. */
export async function linksLastHour(tx: Database, accountId: string): Promise<number> {
  const [made] = await tx
    .select({ n: count() })
    .from(signInLink)
    .where(
      and(
        eq(signInLink.accountId, accountId),
        gt(signInLink.createdAt, sql`now() - interval '1 hour'`),
      ),
    );
  return made?.n ?? 0;
}

/** Makes a link that works so many milliseconds. Only its hash is kept: `token` is there this once. */
export async function insertLink(
  tx: Database,
  accountId: string,
  lifetime: number,
): Promise<{ id: string; token: string; expiresAt: string }> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + lifetime).toISOString();
  const [link] = await tx
    .insert(signInLink)
    .values({ accountId, tokenSha256: sha256(token), expiresAt })
    .returning({ id: signInLink.id });
  if (!link) throw new Error("insert returned no row");
  return { ...link, token, expiresAt };
}

/** Starts a session of somebody who has shown who they are; their old ones that are over go. */
export async function startSession(
  tx: Database,
  accountId: string,
): Promise<{ sessionId: string }> {
  const now = new Date().toISOString();
  await tx.delete(session).where(and(eq(session.accountId, accountId), lt(session.endsAt, now)));
  const [started] = await tx
    .insert(session)
    .values({ accountId, endsAt: new Date(Date.now() + SESSION_LIFETIME * 1000).toISOString() })
    .returning({ sessionId: session.id });
  if (!started) throw new Error("insert returned no row");
  return started;
}

/** Whether somebody signs in at this provider, so that no other way in is mailed to them. */
export async function hasIdentity(
  tx: Database,
  accountId: string,
  issuer: string,
): Promise<boolean> {
  const [found] = await tx
    .select({ id: identity.id })
    .from(identity)
    .where(and(eq(identity.accountId, accountId), eq(identity.issuer, issuer)));
  return found !== undefined;
}

/** The account of an address, in lower case, unless it was switched off; undefined when there is none. */
export async function accountByEmail(tx: Database, email: string) {
  const [found] = await tx
    .select({ id: account.id, name: account.name, email: account.email })
    .from(account)
    .where(and(eq(sql`lower(${account.email})`, email), isNull(account.disabledAt)));
  return found;
}
