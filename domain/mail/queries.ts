import { asc, count, desc, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { mail } from "@/db/schema";
import { type Paged, pageOf } from "../kernel/paging";
import { query } from "../kernel/query";
import { type AdministratorScope, administrator } from "../kernel/scope";
import { type MailRow, masked, OF_PARTICIPANTS } from "./model";
import { contentsOf } from "./rows";

/** Mails on one page of the list. */
export const MAILS_PAGE = 50;

/**
 * The mails that are kept, a page at a time: those that may not have arrived first, then the newest.
 * `attention` is how many of those there are.
 *
 * @throws Forbidden for who is not an administrator.
 */
export const listMails = query(
  administrator,
  async (
    _scope: AdministratorScope,
    wanted: number = 1,
  ): Promise<Paged<MailRow> & { attention: number }> => {
    const db = await database();
    const calm = sql<boolean>`(${mail.state} not in ('failed', 'perhaps'))`;
    const [all] = await db
      .select({ n: count(), attention: sql<number>`(count(*) filter (where not ${calm}))::int` })
      .from(mail);
    const { total, page, pages } = pageOf(all?.n ?? 0, MAILS_PAGE, wanted);
    const found = await db
      .select({
        id: mail.id,
        template: mail.template,
        state: mail.state,
        attempts: mail.attempts,
        dueAt: mail.dueAt,
        createdAt: mail.createdAt,
        settledAt: mail.settledAt,
        reason: mail.reason,
        replyCode: mail.replyCode,
        sealed: mail.sealed,
        ended: sql<boolean>`coalesce(${mail.endsAt} <= now(), false)`,
      })
      .from(mail)
      .orderBy(calm, desc(mail.createdAt), asc(mail.id))
      .limit(MAILS_PAGE)
      .offset((page - 1) * MAILS_PAGE);
    const rows = found.map(({ sealed, ended, ...row }): MailRow => {
      const contents = contentsOf(row.id, sealed);
      const elsewhere = contents?.to === null;
      return {
        ...row,
        to: shownTo(row.template, contents?.to ?? null),
        elsewhere,
        retriable: mayRetry(row.state, contents, ended),
      };
    });
    return { rows, total, page, pages, attention: all?.attention ?? 0 };
  },
);

/** To whom a mail is, as who looks after mail may know it: who reacts is nobody's business. */
const shownTo = (template: string, to: string | null): string | null =>
  to !== null && OF_PARTICIPANTS.includes(template) ? masked(to) : to;

function mayRetry(state: MailRow["state"], contents: unknown, ended: boolean): boolean {
  return ["failed", "perhaps"].includes(state) && contents !== null && !ended;
}
