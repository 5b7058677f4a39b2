import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { database } from "@/db/client";
import { sha256 } from "@/db/hash";
import { account, signInLink } from "@/db/schema";
import type { Actor } from "../actor";
import { Forbidden } from "../errors";
import { mayAdminister } from "./policy";

/** The actor behind a session, or null when the account is gone, off, or its sessions were ended. */
export async function actorOfSession(
  accountId: string,
  sessionEpoch: number,
): Promise<Extract<Actor, { type: "account" }> | null> {
  const db = await database();
  const [found] = await db
    .select({ id: account.id, name: account.name, kind: account.kind })
    .from(account)
    .where(
      and(
        eq(account.id, accountId),
        eq(account.sessionEpoch, sessionEpoch),
        isNull(account.disabledAt),
      ),
    );
  return found ? { type: "account", ...found } : null;
}

/** For whom a sign-in link is, without using it up: a mail scanner that opens it changes nothing. */
export async function accountOfSignInLink(token: string): Promise<{ name: string } | null> {
  const db = await database();
  const [found] = await db
    .select({ name: account.name })
    .from(signInLink)
    .innerJoin(account, eq(account.id, signInLink.accountId))
    .where(
      and(
        eq(signInLink.tokenSha256, sha256(token)),
        isNull(signInLink.usedAt),
        gt(signInLink.expiresAt, new Date().toISOString()),
        isNull(account.disabledAt),
      ),
    );
  return found ?? null;
}

export interface AccountRow {
  id: string;
  email: string;
  name: string;
  kind: "administrator" | "staff" | "guest";
  disabledAt: string | null;
}

/** All accounts by name. @throws Forbidden for who is not an administrator. */
export async function listAccounts(actor: Actor): Promise<AccountRow[]> {
  if (!mayAdminister(actor)) throw new Forbidden();
  const db = await database();
  return db
    .select({
      id: account.id,
      email: account.email,
      name: account.name,
      kind: account.kind,
      disabledAt: account.disabledAt,
    })
    .from(account)
    .orderBy(asc(account.name), asc(account.id));
}
