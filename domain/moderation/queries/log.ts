import { type SQL, sql } from "drizzle-orm";
import { type Database, database, rowsOf } from "@/db/client";
import type { ModeratedState } from "@/db/vocabulary";
import { NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { type Paged, pageOf } from "../../kernel/paging";
import { query } from "../../kernel/query";
import { type ConsultedScope, consulted, type ReaderScope, reader } from "../../kernel/scope";
import { onlineIn } from "../../participation/rows";
import { LOG_PAGE, type LogRow } from "../model";
import { outcomeOf } from "../rules";

/**
 * Decisions `m` that the log tells: that something was not placed or taken away, placed after all, waits again, or stays after a
 * flag. So all but placing what waited.
 */
const TOLD = sql`(m.before <> 'waiting' or m.after = 'refused')`;

/** The stelling as who reacts counts them: its place among those that are shown; null for one that is not. */
const PLACE = sql`case when o.shown_outside <> 'nothing' then (select count(*)::int from statement_occurrence b
  where b.consultation_id = o.consultation_id and b.shown_outside <> 'nothing' and b.number <= o.number) end`;

async function logOf(
  db: Database,
  { dossierId }: Pick<ReaderScope, "dossierId">,
  consultationId: string,
  wanted: number | undefined,
  statement: SQL = sql`o.number`,
): Promise<Paged<LogRow>> {
  const where: SQL = sql`m.dossier_id = ${dossierId} and m.consultation_id = ${consultationId}::uuid and ${TOLD}`;
  const [counted] = await rowsOf<{ total: number }>(
    db,
    sql`select count(*)::int as total from moderation m where ${where}`,
  );
  const total = counted?.total ?? 0;
  const { page, pages } = pageOf(total, LOG_PAGE, wanted);
  const rows = await rowsOf<
    Omit<LogRow, "outcome"> & { before: ModeratedState; after: ModeratedState }
  >(
    db,
    sql`select m.id, to_json(m.decided_at) #>> '{}' as "decidedAt", ${statement} as statement, m.before, m.after,
        coalesce(m.reason, case when m.before = 'refused' then (select e.reason from moderation e
          where e.reaction_id = m.reaction_id and e.n < m.n order by e.n desc limit 1) end) as reason
      from moderation m
      left join reaction r on r.id = m.reaction_id
      left join statement_occurrence o
        on o.statement_id = r.statement_id and o.consultation_id = r.consultation_id
      where ${where}
      order by m.decided_at desc, m.id limit ${LOG_PAGE} offset ${(page - 1) * LOG_PAGE}`,
  );
  return {
    rows: rows.flatMap(({ before, after, ...row }) => {
      const outcome = outcomeOf(before, after);
      return outcome ? [{ ...row, outcome }] : [];
    }),
    total,
    page,
    pages,
  };
}

/**
 * What was not placed or taken away in an online consultation, when and why, the newest first: no words of a reaction and no
 * names, so that it can be published as it stands.
 *
 * @throws NotFound for a consultation that is not held online.
 */
export const moderationLog = query(
  reader,
  async (
    scope: ReaderScope,
    consultationId: string,
    { page }: { page?: number } = {},
  ): Promise<Paged<LogRow>> => {
    if (!uuid.safeParse(consultationId).success) throw new NotFound();
    const db = await database();
    if (!(await onlineIn(db, scope.dossierId, consultationId))) throw new NotFound();
    return logOf(db, scope, consultationId, page);
  },
);

/** The same for who has the address of the consultation. */
export const publishedLog = query(
  consulted,
  async (scope: ConsultedScope, { page }: { page?: number } = {}): Promise<Paged<LogRow>> =>
    logOf(await database(), scope, scope.consultationId, page, PLACE),
);
