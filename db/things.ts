import { getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { type Database, rowsOf } from "./client";
import * as schema from "./schema";
import type { AuditWords } from "./schema/audit";
import type { AuditEntity } from "./vocabulary";

/**
 * How the things that the log is about are found: all that they are, as one hash, and what they are
 * called. The database itself makes the hash, so that no text leaves it.
 *
 * A column that is added to these tables later must be null where it says nothing, or the check finds
 * every thing from before changed.
 */
interface Thing {
  /** The table, called `t`, and what is joined to it. */
  from: SQL;
  /** What the log calls it by: an id. */
  key: SQL;
  /** Of which dossier it is; null for what belongs to the installation. */
  dossier: SQL | null;
  /** All that it is, as jsonb. */
  state: SQL;
  /** What it is called, as jsonb. */
  words: SQL;
  /** They also come to be in the course of something else, without a row of their own. */
  unlisted?: true;
}

/** What a thing was when it was no more. */
export const GONE = "gone";

const s = schema;

export const THINGS: Partial<Record<AuditEntity, Thing>> = {
  account: thing(s.account, {
    dossier: null,
    words: { name: sql`t.name` },
  }),
  dossier: thing(s.dossier, {
    dossier: sql`t.id`,
    // The page for stakeholders is a thing of its own.
    left: [s.dossier.stakeholderCode, s.dossier.lockVersion],
    words: { name: sql`t.title` },
  }),
  stakeholderPage: {
    ...thing(s.dossier, { dossier: sql`t.id`, words: {} }),
    from: sql`(select * from dossier where stakeholder_code is not null) t`,
    state: sql`jsonb_build_object('code', t.stakeholder_code)`,
  },
  member: {
    ...thing(s.dossierMember, {
      join: sql`join account a on a.id = t.account_id`,
      words: { name: sql`a.name`, to: sql`t.role` },
    }),
    key: sql`t.account_id`,
  },
  stakeholderGroup: thing(s.stakeholderGroup, {
    left: [s.stakeholderGroup.position],
    words: { name: sql`t.name` },
  }),
  milestone: thing(s.milestone, { words: { name: sql`t.title` } }),
  consultation: thing(s.consultation, {
    left: [s.consultation.lockVersion],
    words: { name: sql`t.title` },
  }),
  source: thing(s.source, {
    // How far the reading is; what comes of it is a version.
    left: [s.source.state, s.source.failure, s.source.failureParams],
    parts: {
      versions: all(s.sourceVersion, sql`x.source_id = t.id`, sql`x.n`),
      // Where its passages stand in newer versions, and what was decided of it.
      located: all(
        s.passageLocation,
        sql`x.source_version_id in (select id from source_version v where v.source_id = t.id)`,
        sql`x.source_version_id, x.passage_id`,
      ),
    },
    words: { name: sql`t.title` },
  }),
  // Who they are stands in no log: that can never be taken out again.
  correctionRound: thing(s.correctionRound, {
    join: sql`join source o on o.id = t.source_id`,
    words: { name: sql`o.title` },
  }),
  attendee: thing(s.attendee, {
    left: [s.attendee.tokenSha256, s.attendee.sends, s.attendee.sendsSince],
    join: sql`join correction_round c on c.id = t.round_id join source o on o.id = c.source_id`,
    words: { name: sql`o.title` },
  }),
  correction: thing(s.correction, {
    join: sql`join correction_round c on c.id = t.round_id join source o on o.id = c.source_id`,
    words: { code: sql`t.block::text`, name: sql`o.title` },
  }),
  passage: {
    ...thing(s.passage, {
      join: sql`join source_version v on v.id = t.source_version_id
        join source o on o.id = v.source_id`,
      words: { name: sql`o.title` },
    }),
    unlisted: true,
  },
  personalSubject: {
    // Never by name: who reads the log need not know who it is.
    ...thing(s.personalSubject, { words: { code: sql`'P-' || t.code` } }),
    unlisted: true,
  },
  part: {
    ...thing(s.sourcePart, {
      join: sql`join source_version v on v.id = t.source_version_id
        join source o on o.id = v.source_id`,
      words: { code: sql`t.n::text`, name: sql`o.title` },
    }),
    // The workbench is where work is still under way; what is confirmed has rows of its own.
    state: sql`null::jsonb`,
    unlisted: true,
  },
  statement: thing(s.statement, {
    left: [s.statement.lockVersion, s.statement.words],
    parts: {
      put: all(s.statementOccurrence, sql`x.statement_id = t.id`, sql`x.id`, [], {
        passage_id: onlyPlace(sql`passage_id`),
        explanation_passage_id: onlyPlace(sql`explanation_passage_id`),
        places: sql`(select jsonb_agg(${object(fields(s.statementPlace, "p", []))} order by p.id)
          from statement_place p where p.occurrence_id = x.id and p.label is not null)`,
        picture: sql`(select ${object(fields(s.explanationPicture, "i", [s.explanationPicture.content]))}
          from explanation_picture i where i.occurrence_id = x.id)`,
      }),
    },
    words: { name: sql`left(t.text, 80)` },
  }),
  reaction: thing(s.reaction, {
    // Whether it is held follows from what was decided on it.
    left: [s.reaction.lockVersion, s.reaction.words, s.reaction.held],
    parts: { moderated: all(s.moderation, sql`x.reaction_id = t.id`, sql`x.n`) },
    words: { code: sql`'R-' || t.number` },
  }),
  disposition: thing(s.disposition, {
    parts: {
      versions: all(s.dispositionVersion, sql`x.disposition_id = t.id`, sql`x.n`, [], {
        requirements: sql`(select jsonb_agg(q.requirement_id order by q.requirement_id)
          from disposition_requirement q where q.disposition_id = x.disposition_id and q.n = x.n)`,
      }),
    },
    join: sql`join reaction r on r.id = t.reaction_id`,
    words: { code: sql`'R-' || r.number` },
  }),
  // What it holds is told by its kenmerk, which is computed of all of it: see `verify`.
  edition: thing(s.edition, {
    parts: { acts: all(s.editionAct, sql`x.edition_id = t.id`, sql`x.act`) },
    words: { code: sql`t.major || case when t.minor > 0 then '.' || t.minor else '' end` },
  }),
  coreValue: thing(s.coreValue, {
    left: [s.coreValue.words],
    parts: { versions: all(s.coreValueVersion, sql`x.core_value_id = t.id`, sql`x.n`) },
    words: { code: sql`'K-' || t.number`, name: sql`t.name` },
  }),
  coding: thing(s.coding, {
    join: sql`join core_value k on k.id = t.core_value_id
      left join reaction r on r.id = t.reaction_id`,
    words: {
      code: sql`'K-' || k.number`,
      name: sql`k.name`,
      to: sql`'R-' || r.number`,
    },
  }),
  chapter: thing(s.chapter, {
    left: [s.chapter.position, s.chapter.lockVersion],
    words: { code: sql`t.position::text`, name: sql`t.title` },
  }),
  requirement: thing(s.requirement, {
    // Moves when another is moved.
    left: [s.requirement.position],
    parts: {
      versions: all(s.requirementVersion, sql`x.requirement_id = t.id`, sql`x.n`, [
        s.requirementVersion.words,
      ]),
      reviewed: all(s.reviewStep, sql`x.requirement_id = t.id`, sql`x.step`),
    },
    join: sql`left join requirement_version v on v.requirement_id = t.id and v.n = t.lock_version`,
    words: { code: sql`t.code`, name: sql`v.title` },
  }),
  requirementLink: thing(s.requirementLink, {
    join: sql`join requirement q on q.id = t.requirement_id
      left join core_value k on k.id = t.core_value_id
      left join reaction r on r.id = t.reaction_id`,
    words: {
      code: sql`q.code`,
      to: sql`coalesce('K-' || k.number, 'R-' || r.number)`,
      toName: sql`k.name`,
    },
  }),
  carryingWord: thing(s.carryingWord, {
    join: sql`join requirement q on q.id = t.requirement_id
      left join reaction r on r.id = t.reaction_id`,
    words: { code: sql`q.code`, to: sql`'R-' || r.number` },
  }),
  signInLink: {
    ...thing(s.signInLink, {
      dossier: null,
      join: sql`join account a on a.id = t.account_id`,
      words: { name: sql`a.name` },
    }),
    // Used once and then of no more use.
    state: sql`null::jsonb`,
    unlisted: true,
  },
};

function thing(
  table: PgTable,
  {
    dossier = sql`t.dossier_id`,
    left = [],
    parts = {},
    join = sql``,
    words,
  }: {
    dossier?: SQL | null;
    /** Columns that say nothing of what it is, or change in the course of something else. */
    left?: readonly PgColumn[];
    /** What belongs to it in other tables. */
    parts?: Record<string, SQL>;
    join?: SQL;
    words: { [Key in keyof AuditWords]: SQL };
  },
): Thing {
  return {
    from: sql`${sql.identifier(getTableName(table))} t ${join}`,
    key: sql`t.id`,
    dossier,
    state: object({ ...fields(table, "t", left), ...parts }),
    words: object(words),
  };
}

/** All rows of another table that belong to a thing, called `x`, and what belongs to those. */
function all(
  table: PgTable,
  where: SQL,
  order: SQL,
  left: readonly PgColumn[] = [],
  parts: Record<string, SQL> = {},
): SQL {
  return sql`(select jsonb_agg(${object({ ...fields(table, "x", left), ...parts })} order by ${order})
    from ${sql.identifier(getTableName(table))} x where ${where})`;
}

/**
 * Of an occurrence `x` that stood in one document when it could stand in no more: its row in the log says
 * this of it. A place without a label is of that time.
 */
function onlyPlace(column: SQL): SQL {
  return sql`(select p.${column} from statement_place p left join source_part d on d.id = p.part_id
    where p.occurrence_id = x.id and p.label is null
    order by d.confirmed_at nulls first, d.n, p.number limit 1)`;
}

function fields(table: PgTable, alias: string, left: readonly PgColumn[]): Record<string, SQL> {
  return Object.fromEntries(
    Object.values(getTableColumns(table))
      .filter((column) => !left.includes(column))
      .map((column) => {
        const value = sql`${sql.raw(alias)}.${sql.identifier(column.name)}`;
        // As text a moment depends on the clock of who asks.
        const moment = column.getSQLType().startsWith("timestamp");
        return [column.name, moment ? sql`extract(epoch from ${value})` : value];
      }),
  );
}

function object(of: Record<string, SQL | undefined>): SQL {
  const pairs = Object.entries(of).map(([name, value]) => sql`${sql.raw(`'${name}'`)}, ${value}`);
  return sql`jsonb_strip_nulls(jsonb_build_object(${sql.join(pairs, sql`, `)}))`;
}

/** The hash of all that a thing is. */
const hashed = (state: SQL) => sql`encode(sha256(convert_to((${state})::text, 'UTF8')), 'hex')`;

const within = ({ dossier }: Thing, dossierId: string | null) =>
  dossier && dossierId ? sql`${dossier} = ${dossierId}::uuid` : sql`true`;

export interface Found {
  id: string;
  /** Null for what is not held against anything. */
  sha256: string | null;
  words: AuditWords;
}

/** Things as they are now, inside the caller's transaction; what is not there is left out. */
export async function thingsNow(
  tx: Database,
  entity: AuditEntity,
  dossierId: string | null,
  ids: readonly string[],
): Promise<Found[]> {
  const known = THINGS[entity];
  if (!known || ids.length === 0) return [];
  // One is the common case, and the planner knows what to do with it.
  const wanted =
    ids.length === 1
      ? sql`= ${ids[0]}::uuid`
      : sql`in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`;
  return rowsOf<Found>(
    tx,
    sql`select ${known.key}::text as id, ${hashed(known.state)} as sha256, ${known.words} as words
      from ${known.from} where ${known.key} ${wanted} and ${within(known, dossierId)}`,
  );
}

/** The things that each have a row, so that one without was not made here. */
export const LISTED = (Object.keys(THINGS) as AuditEntity[]).filter(
  (entity) => !THINGS[entity]?.unlisted,
);

/** What of the name of a chain is the id of its dossier, of whichever of its chains. */
const dossierOf = (alias: string) => sql`left(${sql.raw(alias)}.chain, 36)`;

export interface Compared {
  id: string;
  /** The chain it belongs in; its last row, and the chain of that; null when it has none. */
  chain: string;
  lastChain: string | null;
  n: number | null;
  code: string | null;
  is: "same" | "changed" | "unlisted" | "unknown";
}

/**
 * A page of things beside the last row about them, in order of their ids. `unknown` when that row is
 * of before rows said what a thing became. Those with one id come together, however long the page.
 */
export async function comparedThings(
  db: Database,
  entity: AuditEntity,
  after: string | null,
  size: number,
): Promise<Compared[]> {
  const known = THINGS[entity];
  if (!known) return [];
  return rowsOf<Compared>(
    db,
    sql`
      select now.id, now.chain, last.chain as "lastChain", last.n::int as n, now.words ->> 'code' as code,
        case when last.n is null then 'unlisted'
          when last.state_sha256 is null then 'unknown'
          when last.state_sha256 = now.sha256 then 'same' else 'changed' end as is
      from (
        select ${known.key}::text as id, ${hashed(known.state)} as sha256, ${known.words} as words,
          ${known.dossier ? sql`${known.dossier}::text` : sql`'installation'`} as chain
        from ${known.from}
        where ${after === null ? sql`true` : sql`${known.key} > ${after}::uuid`}
        order by ${known.key} fetch first ${size} rows with ties
      ) now
      left join lateral (
        select a.chain, a.n, a.state_sha256 from audit a
        where a.entity = ${entity} and a.entity_id = now.id and ${dossierOf("a")} = now.chain
        -- In one chain by its number; of two, the later (\`momentFor\`).
        order by a.at desc, a.n desc limit 1
      ) last on true
      order by now.id::uuid`,
  );
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Of the rows that say a thing is there, those after which nothing says it went, and it is not there. */
export async function lostThings(
  db: Database,
  entity: AuditEntity,
  rows: readonly { chain: string; n: number; entityId: string; dossierId: string | null }[],
): Promise<{ chain: string; n: number; id: string; code: string | null }[]> {
  const known = THINGS[entity];
  const asked = rows
    .filter(({ entityId }) => UUID.test(entityId))
    .map(({ chain, n, entityId }) => ({ chain, n, id: entityId }));
  if (!known || asked.length === 0) return [];
  return rowsOf(
    db,
    sql`
      select said.chain, said.n, said.id::text, a.words ->> 'code' as code
      from jsonb_to_recordset(${JSON.stringify(asked)}::text::jsonb)
        as said(chain text, n int, id uuid)
      join audit a on a.chain = said.chain and a.n = said.n
      where not exists (select from ${known.from} where ${known.key} = said.id
          and ${known.dossier ? sql`${known.dossier}::text = ${dossierOf("said")}` : sql`true`})
        and not exists (select from audit b where b.entity = ${entity}
          and b.entity_id = said.id::text and ${dossierOf("b")} = ${dossierOf("said")}
          and case when b.chain = said.chain then b.n > said.n else b.at > a.at end)`,
  );
}
