import { sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import type { Outcome } from "@/db/vocabulary";
import { type ReaderScope, readerOf } from "../../kernel/scope";
import type {
  Answer,
  ConsultationThing,
  EditionContent,
  GroupThing,
  Place,
  QuotedWordsThing,
  ReactionThing,
  StatementThing,
} from "../model";
import { quotedIn } from "../rules";
import { requirementsOf } from "./requirements";
import { type ReadSources, readSources } from "./sources";

/**
 * Everything of a dossier that is frozen in an edition, as outsiders read it: things that refer to each other by their keys.
 * What refers to something that is not in it (it came meanwhile) is left out, so all that it says holds within itself.
 *
 * @param scope the dossier as an outsider reads it (`asOutsider`).
 */
export async function contentOf(tx: Database, scope: ReaderScope): Promise<EditionContent> {
  const shown = await readerOf(scope);
  const { dossierId } = scope;
  const groups = await groupsOf(tx, dossierId, shown);
  const consultations = await consultationsOf(tx, dossierId, shown);
  const keys = {
    group: new Map(groups.map(({ id, key }) => [id, key])),
    consultation: new Map(consultations.map(({ id, key }) => [id, key])),
  };
  const statements = await statementsOf(tx, dossierId, keys.consultation, shown);
  const reactions = await reactionRows(tx, dossierId);
  const own = await wordRows(tx, dossierId);
  const sources = await readSources(
    tx,
    scope,
    [...reactions, ...own.coreValues, ...own.requirements].flatMap(({ version }) => version ?? []),
  );
  const reactionKeys = new Map(reactions.map(({ id, number }) => [id, `R-${number}`]));
  const known: Known = {
    ...keys,
    statement: new Map(statements.map(({ id, key }) => [id, key])),
    reaction: reactionKeys,
    sources,
    shown,
  };

  const { chapters, requirements, codes } = await requirementsOf(tx, dossierId, shown);
  const coreValues = await coreValuesOf(tx, dossierId, codes, shown);
  const coreValueKeys = new Map(coreValues.map(({ id, key }) => [id, key]));
  const byCode = new Map(requirements.map((one) => [one.key, one]));
  for (const { key, requirements } of coreValues) {
    for (const code of requirements) byCode.get(code)?.coreValues.push(key);
  }
  const answers = await answersOf(tx, dossierId, codes, shown);
  const things = reactions.map((row) => reactionThing(row, known, answers.get(row.id) ?? null));
  const byKey = new Map(things.map((thing) => [thing.key, thing]));

  const carried = await carriedRequirements(tx, dossierId);
  const words: EditionContent["words"] = [];
  const totals = new Map<string, number>();
  for (const row of own.coreValues) {
    const coreValue = coreValueKeys.get(row.owner);
    const quoted = coreValue && quotedWords(row, known, byKey);
    if (!coreValue || !quoted) continue;
    const n = (totals.get(coreValue) ?? 0) + 1;
    totals.set(coreValue, n);
    const key = `${coreValue}/${n}`;
    words.push({ key, coreValue, ...quoted });
    for (const requirementId of carried.get(row.reactionId ?? row.passageId ?? "") ?? []) {
      const one = byCode.get(codes.get(requirementId) ?? "");
      if (one?.coreValues.includes(coreValue)) one.carriedBy?.push(key);
    }
    if (quoted.reaction) byKey.get(quoted.reaction)?.coreValues.push(coreValue);
  }
  for (const row of own.requirements) {
    const one = byCode.get(codes.get(row.owner) ?? "");
    const quoted = one && quotedWords(row, known, byKey);
    if (!one || !quoted) continue;
    one.words.push(quoted);
    if (quoted.reaction) byKey.get(quoted.reaction)?.requirements.push(one.key);
  }
  const blocks = sources.blocks;
  quotedIn(blocks, { reactions: things, words, requirements });
  return {
    blocks,
    chapters: chapters.map(({ id: _id, ...thing }) => thing),
    consultations: consultations.map(({ id: _id, ...thing }) => thing),
    coreValues: coreValues.map(({ id: _id, ...thing }) => ({
      ...thing,
      total: totals.get(thing.key) ?? 0,
    })),
    groups: groups.map(({ id: _id, ...thing }) => thing),
    reactions: things,
    requirements,
    sources: sources.things,
    statements: statements.map(({ id: _id, ...thing }) => thing),
    words,
  };
}

type Shown = (text: string) => string;
type WithId<T> = T & { id: string };
type DossierId = ReaderScope["dossierId"];

/** What has a key by now, by its id. */
interface Known {
  group: ReadonlyMap<string, string>;
  consultation: ReadonlyMap<string, string>;
  statement: ReadonlyMap<string, string>;
  reaction: ReadonlyMap<string, string>;
  sources: ReadSources;
  shown: Shown;
}

const keyed = <T extends object>(rows: readonly T[], letter: string): (T & { key: string })[] =>
  rows.map((row, i) => ({ ...row, key: `${letter}-${i + 1}` }));

async function groupsOf(
  tx: Database,
  dossierId: DossierId,
  shown: Shown,
): Promise<WithId<GroupThing>[]> {
  const rows = await rowsOf<{ id: string; name: string; expected: boolean }>(
    tx,
    sql`select id, name, expected from stakeholder_group where dossier_id = ${dossierId} order by position, id`,
  );
  return keyed(rows, "G").map((row) => ({ ...row, name: shown(row.name) }));
}

async function consultationsOf(
  tx: Database,
  dossierId: DossierId,
  shown: Shown,
): Promise<WithId<ConsultationThing>[]> {
  const rows = await rowsOf<WithId<Omit<ConsultationThing, "key">>>(
    tx,
    sql`select id, title, kind, held_on::text as "heldOn", sector from consultation
      where dossier_id = ${dossierId} order by held_on nulls last, created_at, id`,
  );
  return keyed(rows, "C").map((row) => ({
    ...row,
    title: shown(row.title),
    sector: row.sector === null ? null : shown(row.sector),
  }));
}

async function statementsOf(
  tx: Database,
  dossierId: DossierId,
  consultations: ReadonlyMap<string, string>,
  shown: Shown,
): Promise<WithId<StatementThing>[]> {
  const rows = await rowsOf<{
    id: string;
    text: string;
    puts: { consultation: string; number: number; explanation: string | null }[];
  }>(
    tx,
    sql`select s.id, s.text, coalesce((
        select jsonb_agg(jsonb_build_object('consultation', o.consultation_id, 'number', o.number,
          'explanation', o.explanation) order by c.held_on nulls last, c.created_at, c.id)
        from statement_occurrence o join consultation c on c.id = o.consultation_id
        where o.statement_id = s.id), '[]') as puts
      from statement s where s.dossier_id = ${dossierId} order by s.created_at, s.id`,
  );
  return keyed(rows, "S").map(({ puts, ...row }) => ({
    ...row,
    text: shown(row.text),
    puts: puts.flatMap(({ consultation, number, explanation }) => {
      const key = consultations.get(consultation);
      const told = explanation === null ? null : shown(explanation);
      return key ? [{ consultation: key, number, explanation: told }] : [];
    }),
  }));
}

interface Stretch {
  /** Of a source that was brought in; null for what was written here. */
  version: string | null;
  start: number | null;
  end: number | null;
}

interface ReactionRow extends Stretch {
  id: string;
  number: number;
  consultationId: string;
  statementId: string | null;
  groupId: string | null;
  kind: ReactionThing["kind"];
  position: ReactionThing["position"];
  partOf: string | null;
  text: string;
  replyToId: string | null;
}

function reactionRows(tx: Database, dossierId: DossierId): Promise<ReactionRow[]> {
  return rowsOf(
    tx,
    sql`select r.id, r.number, r.consultation_id as "consultationId", r.statement_id as "statementId",
        r.stakeholder_group_id as "groupId", r.kind, coalesce(w.position, r.position) as position,
        'R-' || w.number as "partOf", r.text, r.reply_to_id as "replyToId", v.id as version, p.start_cp as start, p.end_cp as "end"
      from live_reaction r
      left join reaction w on w.id = r.part_of_id
      left join (passage p join source_version v on v.id = p.source_version_id
        join source s on s.id = v.source_id and s.written_in is null and s.state <> 'removed') on p.id = r.passage_id
      where r.dossier_id = ${dossierId} order by r.number`,
  );
}

function reactionThing(row: ReactionRow, known: Known, answer: Answer | null): ReactionThing {
  const place = known.sources.placeOf(row);
  return {
    key: `R-${row.number}`,
    consultation: known.consultation.get(row.consultationId) ?? "",
    statement: (row.statementId && known.statement.get(row.statementId)) || null,
    group: (row.groupId && known.group.get(row.groupId)) || null,
    kind: row.kind,
    position: row.position,
    ...(row.partOf === null ? {} : { partOf: row.partOf }),
    text: place ? known.sources.textAt(place) : known.shown(row.text),
    place,
    replyTo: (row.replyToId && known.reaction.get(row.replyToId)) || null,
    coreValues: [],
    requirements: [],
    answer,
  };
}

interface WordRow extends Stretch {
  /** The kernwaarde or the requirement, by its id. */
  owner: string;
  reactionId: string | null;
  consultationId: string | null;
  passageId: string | null;
  /** Whether they are all of the reaction. */
  whole: boolean;
  exact: string | null;
}

/** The words of all kernwaarden, and those that were linked to requirements themselves, in the order of their sources. */
async function wordRows(tx: Database, dossierId: DossierId) {
  const read = (
    view: "core_value_word" | "direct_word",
    owner: "core_value_id" | "requirement_id",
  ) =>
    rowsOf<WordRow>(
      tx,
      sql`select w.${sql.raw(owner)} as owner, w.reaction_id as "reactionId", w.consultation_id as "consultationId",
          w.passage_id as "passageId", v.id as version, p.start_cp as start, p.end_cp as "end",
          w.reaction_id is not null and w.passage_id is not distinct from r.passage_id as whole,
          case when w.reaction_id is null or w.passage_id is distinct from r.passage_id then p.exact end as exact
        from ${sql.raw(view)} w
        left join live_reaction r on r.id = w.reaction_id
        left join passage p on p.id = w.passage_id
        left join (source_version v join source s on s.id = v.source_id and s.written_in is null and s.state <> 'removed')
          on v.id = p.source_version_id
        left join consultation c on c.id = w.consultation_id
        where w.dossier_id = ${dossierId}
        order by owner, c.held_on nulls last, c.created_at, c.id, r.number nulls last, p.source_version_id, p.start_cp`,
    );
  return {
    coreValues: await read("core_value_word", "core_value_id"),
    requirements: await read("direct_word", "requirement_id"),
  };
}

/** The requirements that each reaction, or loose passage, carries, by its id. */
async function carriedRequirements(
  tx: Database,
  dossierId: DossierId,
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await rowsOf<{ words: string; requirements: string[] }>(
    tx,
    sql`select word as words, array_agg(requirement_id::text) as requirements
      from carrying where dossier_id = ${dossierId} group by 1`,
  );
  return new Map(rows.map(({ words, requirements }) => [words, requirements]));
}

/** Null when what they are of is not in the edition. */
function quotedWords(
  row: WordRow,
  known: Known,
  reactions: ReadonlyMap<string, ReactionThing>,
): QuotedWordsThing | null {
  const reaction = row.reactionId === null ? null : known.reaction.get(row.reactionId);
  if (reaction === undefined) return null;
  const consultation = (row.consultationId && known.consultation.get(row.consultationId)) || null;
  const whole = { reaction, consultation, place: null, text: null };
  if (row.whole) return whole;
  const place: Place | null = known.sources.placeOf(row);
  if (place) return { reaction, consultation, place, text: known.sources.textAt(place) };
  // Of words that were written here: a part of what somebody wrote, as it is read there.
  const text = known.shown(row.exact ?? "");
  if (reaction === null) return { ...whole, text };
  return reactions.get(reaction)?.text.includes(text) ? { ...whole, text } : whole;
}

async function answersOf(
  tx: Database,
  dossierId: DossierId,
  codes: ReadonlyMap<string, string>,
  shown: Shown,
): Promise<Map<string, Answer>> {
  const rows = await rowsOf<{
    reactionId: string;
    outcome: Outcome;
    reason: string;
    place: string;
    requirements: string[];
  }>(
    tx,
    sql`select d.reaction_id as "reactionId", v.outcome, v.reason, v.place, coalesce((
        select array_agg(q.requirement_id::text) from disposition_requirement q
        where q.disposition_id = v.disposition_id and q.n = v.n), '{}') as requirements
      from answered_reaction a
      join disposition d on d.reaction_id = a.reaction_id
      join disposition_version v on v.disposition_id = d.id and v.n = d.lock_version
      where a.dossier_id = ${dossierId}`,
  );
  return new Map(
    rows.map(({ reactionId, outcome, reason, place, requirements }) => [
      reactionId,
      {
        ...{ outcome, reason: shown(reason), where: shown(place) },
        requirements: requirements.flatMap((id) => codes.get(id) ?? []).sort(),
      },
    ]),
  );
}

async function coreValuesOf(
  tx: Database,
  dossierId: DossierId,
  codes: ReadonlyMap<string, string>,
  shown: Shown,
) {
  const rows = await rowsOf<{
    id: string;
    number: number;
    name: string;
    definition: string;
    rule: string;
    requirements: string[];
  }>(
    tx,
    sql`select k.id, k.number, k.name, k.definition, k.rule, coalesce((
        select array_agg(l.requirement_id::text order by h.position, r.position, r.id)
        from live_link l join requirement r on r.id = l.requirement_id join chapter h on h.id = r.chapter_id
        where l.core_value_id = k.id), '{}') as requirements
      from core_value k where k.dossier_id = ${dossierId} order by k.number`,
  );
  return rows.map(({ number, requirements, ...row }) => ({
    ...{ id: row.id, key: `K-${number}`, name: shown(row.name) },
    ...{ definition: shown(row.definition), rule: shown(row.rule) },
    requirements: requirements.flatMap((id) => codes.get(id) ?? []),
  }));
}
