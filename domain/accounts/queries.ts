import { and, asc, count, eq, gt, isNull, or, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { sha256 } from "@/db/hash";
import { account, session, signInLink } from "@/db/schema";
import { dutchOrder, holds } from "@/db/search";
import { Invalid, NotFound } from "../kernel/errors";
import { uuid } from "../kernel/fields";
import { pageOf } from "../kernel/paging";
import { query } from "../kernel/query";
import {
  type Actor,
  type AdministratorScope,
  administrator,
  type PersonScope,
  person,
} from "../kernel/scope";
import { searchWords } from "../text/hits";
import type { AccountDetails, AccountRow, Preferences } from "./model";
import { hasIdentity, soleAuthorOf } from "./rows";

/** The actor behind a session, or null when it was ended or is too old, or the account is off. */
export async function actorOfSession(
  accountId: string,
  sessionId: string,
): Promise<Extract<Actor, { type: "account" }> | null> {
  const db = await database();
  const [found] = await db
    .select({ id: account.id, name: account.name, kind: account.kind })
    .from(session)
    .innerJoin(account, eq(account.id, session.accountId))
    .where(
      and(
        eq(session.id, sessionId),
        eq(session.accountId, accountId),
        gt(session.endsAt, new Date().toISOString()),
        isNull(account.disabledAt),
      ),
    );
  return found ? { type: "account", ...found } : null;
}

/**
 * What a person chose for themselves, with the address they are known by.
 *
 * @throws NotFound when the account is gone.
 */
export const ownAccount = query(
  person,
  async ({ actor }: PersonScope): Promise<Preferences & { email: string }> => {
    const db = await database();
    const [found] = await db
      .select({ letterKeys: account.letterKeys, email: account.email })
      .from(account)
      .where(eq(account.id, actor.id));
    if (!found) throw new NotFound();
    return found;
  },
);

/** Whether somebody is known at a provider of sign-in. */
export const isLinked = query(
  person,
  async ({ actor }: PersonScope, issuer: string): Promise<boolean> =>
    hasIdentity(await database(), actor.id, issuer),
);

/** For whom a sign-in link is, without using it up: a mail scanner that opens it changes nothing. */
export async function accountOfSignInLink(token: string): Promise<{ name: string } | null> {
  const db = await database();
  const [found] = await db
    .select({ name: account.name })
    .from(signInLink)
    .innerJoin(account, eq(account.id, signInLink.accountId))
    .where(
      and(
        eq(signInLink.tokenSha256, sha256(token.slice(0, 200))),
        isNull(signInLink.usedAt),
        gt(signInLink.expiresAt, new Date().toISOString()),
        isNull(account.disabledAt),
      ),
    );
  return found ?? null;
}

/** Accounts on one page of the list. */
export const ACCOUNTS_PAGE = 50;

export interface AccountList {
  accounts: AccountRow[];
  total: number;
  /** The page that is shown: the last one when a later one was asked for. */
  page: number;
  pages: number;
}

/**
 * The accounts by name, a page at a time. `search` looks in name and e-mail address.
 *
 * @throws Forbidden for who is not an administrator.
 */
export const listAccounts = query(
  administrator,
  async (
    _scope: AdministratorScope,
    options: { search?: string; page?: number } = {},
  ): Promise<AccountList> => {
    const db = await database();
    const words = searchWords(options.search ?? "");
    const found = words ? or(holds(account.name, words), holds(account.email, words)) : undefined;
    const [all] = await db.select({ n: count() }).from(account).where(found);
    const total = all?.n ?? 0;
    const { page, pages } = pageOf(total, ACCOUNTS_PAGE, options.page);
    const accounts = await db
      .select({
        id: account.id,
        email: account.email,
        name: account.name,
        kind: account.kind,
        disabledAt: account.disabledAt,
      })
      .from(account)
      .where(found)
      .orderBy(dutchOrder(account.name), asc(account.id))
      .limit(ACCOUNTS_PAGE)
      .offset((page - 1) * ACCOUNTS_PAGE);
    return { accounts, total, page, pages };
  },
);

/**
 * One account.
 *
 * @throws Forbidden for who is not an administrator; NotFound.
 */
export const accountDetailsOf = query(
  administrator,
  async (_scope: AdministratorScope, accountId: string): Promise<AccountDetails> => {
    if (!uuid.safeParse(accountId).success) throw new NotFound();
    const db = await database();
    const [found] = await db
      .select({
        id: account.id,
        email: account.email,
        name: account.name,
        kind: account.kind,
        disabledAt: account.disabledAt,
        createdAt: account.createdAt,
        // The column written out: within a select from one table drizzle leaves the table's name off.
        lastSignIn: sql<string | null>`(select max(l.used_at)::text from sign_in_link l
        where l.account_id = "account"."id")`,
        dossiers: sql<number>`(select count(*)::int from dossier_member m
        where m.account_id = "account"."id")`,
      })
      .from(account)
      .where(eq(account.id, accountId));
    if (!found) throw new NotFound();
    const sole = found.disabledAt === null ? await soleAuthorOf(db, accountId) : [];
    return { ...found, soleAuthorOf: sole.map(({ title }) => title) };
  },
);

/**
 * The account with an e-mail address, for the command line.
 *
 * @throws Forbidden for who is not an administrator; Invalid when there is none.
 */
export const accountByEmail = query(
  administrator,
  async (_scope: AdministratorScope, email: string): Promise<{ id: string }> => {
    const db = await database();
    const [found] = await db
      .select({ id: account.id })
      .from(account)
      .where(eq(sql`lower(${account.email})`, email.trim().toLowerCase()));
    if (!found) throw new Invalid("accounts.errors.unknownEmail", { email });
    return found;
  },
);
