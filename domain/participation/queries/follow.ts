import { sql } from "drizzle-orm";
import { type Database, database, rowsOf } from "@/db/client";
import { maySeeNames } from "../../dossiers/policy";
import { NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { query } from "../../kernel/query";
import { type ReaderScope, reader, readerOf } from "../../kernel/scope";
import { outsideOf } from "../../statements/rows";
import {
  type Followed,
  type HeardGroup,
  LATEST,
  LATEST_CHARACTERS,
  type LatestReaction,
  type OnlineState,
} from "../model";
import { answersIn, countsIn, onlineIn, positionsIn } from "../rows";
import { closedFrom, stateAt, thoughtOf } from "../rules";
import { heardTogether } from "../rules/heard";

/** Consultations in which something can come in. */
const LIVE: readonly OnlineState[] = ["open", "planned"];

/**
 * What came in in an online consultation until now: people by group, positions by stelling, and the latest reactions. Only
 * what counts: what waits for who keeps order, or was not placed, is in none of it.
 *
 * @returns null for one that nobody prepares to hold online. Who may not see names reads the words through the layer.
 */
export const followed = query(
  reader,
  async (scope: ReaderScope, consultationId: string): Promise<Followed | null> => {
    if (!uuid.safeParse(consultationId).success) return null;
    const db = await database();
    const at = new Date();
    const { dossierId } = scope;
    const online = await onlineIn(db, dossierId, consultationId);
    if (!online) return null;
    const { statements } = await outsideOf(db, dossierId, consultationId);
    const positions = await positionsIn(db, consultationId);
    const counted = await answersIn(db, consultationId);
    const answersTo = (statementId: string | null) =>
      counted.find((one) => one.statementId === statementId)?.n ?? 0;
    const answers = counted.reduce((sum, { n }) => sum + n, 0);
    const { lockVersion, closesAt, answerBy, asksPosition, positionWords } = online;
    return {
      ...{ consultationId, lockVersion, closesAt, answerBy, asksPosition, positionWords, answers },
      at: at.toISOString(),
      state: stateAt(online, at.getTime()),
      closedFrom: closedFrom(online),
      ...(await countsIn(db, consultationId)),
      heard: heardTogether(await groupsHeard(db, scope, consultationId)),
      statements: statements.map(({ statementId, number, text }) => {
        return {
          ...{ statementId, number, text, answers: answersTo(statementId) },
          ...thoughtOf(positions, statementId),
        };
      }),
      missing: online.missingQuestion
        ? { question: online.missingQuestion, count: answersTo(null) }
        : null,
      latest: await latestIn(db, scope, consultationId),
    };
  },
);

/**
 * Whether something can come in that this reader may follow: it is open, or opens later, in a dossier that is not archived.
 *
 * @throws NotFound
 */
export const mayFollow = query(
  reader,
  async (scope: ReaderScope, consultationId: string): Promise<boolean> => {
    if (!uuid.safeParse(consultationId).success) throw new NotFound();
    const online = await onlineIn(await database(), scope.dossierId, consultationId);
    if (!online) throw new NotFound();
    return !scope.archived && LIVE.includes(stateAt(online, Date.now()));
  },
);

/** The groups of the dossier in their order, with the people of each of whom something counts; who is of none last. */
async function groupsHeard(
  db: Database,
  { dossierId }: ReaderScope,
  consultationId: string,
): Promise<HeardGroup[]> {
  return rowsOf<HeardGroup>(
    db,
    sql`with heard as (
        select r.stakeholder_group_id as id, count(distinct a.participant_id)::int as people
        from answer a join voiced_reaction r on r.id = a.reaction_id
        where a.consultation_id = ${consultationId}::uuid and a.state = 'placed'
        group by r.stakeholder_group_id)
      select g.id, g.name, g.expected, coalesce(h.people, 0) as people, g.position
        from stakeholder_group g left join heard h on h.id = g.id where g.dossier_id = ${dossierId}
      union all select null, null, false, people, null from heard where id is null
      order by position nulls last, id`,
  ).then((rows) => rows.map(({ id, name, expected, people }) => ({ id, name, expected, people })));
}

/** That all words of an answer `a` were searched: until then nobody reads them who may not see names. */
const SEARCHED = sql`and not exists (select from source_version v where v.source_id = a.source_id
  and not exists (select from personal_search p where p.source_version_id = v.id))`;

async function latestIn(
  db: Database,
  scope: ReaderScope,
  consultationId: string,
): Promise<LatestReaction[]> {
  const rows = await rowsOf<LatestReaction>(
    db,
    sql`select r.id as "reactionId", r.number, g.name as group,
        o.number as statement, case when a.chosen then r.position end as position,
        case when a.worded then r.text else '' end as text,
        to_json(coalesce(a.changed_at, a.sent_at)) #>> '{}' as "sentAt"
      from answer a
      join voiced_reaction r on r.id = a.reaction_id
      left join stakeholder_group g on g.id = r.stakeholder_group_id
      left join statement_occurrence o
        on o.statement_id = a.statement_id and o.consultation_id = a.consultation_id
      where a.dossier_id = ${scope.dossierId} and a.consultation_id = ${consultationId}::uuid
        and a.state = 'placed' ${maySeeNames(scope) ? sql`` : SEARCHED}
      order by coalesce(a.changed_at, a.sent_at) desc, a.id
      limit ${LATEST}`,
  );
  // Before it is cut off: half a name would not be known as one.
  const read = await readerOf(scope);
  return rows.map((row) => ({ ...row, text: clipped(read(row.text)) }));
}

function clipped(text: string): string {
  const signs = Array.from(text.slice(0, 2 * LATEST_CHARACTERS));
  if (text.length <= LATEST_CHARACTERS) return text;
  return `${signs.slice(0, LATEST_CHARACTERS).join("").trimEnd()}…`;
}
