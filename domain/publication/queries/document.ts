import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { type Database, database, rowsOf } from "@/db/client";
import { chapter, requirement, requirementVersion, source } from "@/db/schema";
import { dutchOrder } from "@/db/search";
import { asOutsider } from "../../dossiers/gate";
import { headOf } from "../../dossiers/rows";
import { placedThrough } from "../../kernel/layer";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import { heldBackIn } from "../../personal-data/rows";
import { contextThrough } from "../../redaction/rows";
import { paperOf } from "../../sources/queries";
import { paperRange } from "../../sources/rules";
import { cellsAsText } from "../../text/cells";
import { bodyProblem } from "../../text/rich-body";
import type { Body } from "../../text/rich-text";
import { plainWords } from "../../text/rules";
import { suspectAmong } from "../../trace/queries";
import {
  type BrokenRequirement,
  type DocumentCoreValue,
  type DocumentRequirement,
  type DocumentWords,
  type HeldBackList,
  type SpecificationDocument,
  WORDS_PER_CORE_VALUE,
} from "../model";

/**
 * Everything that a document of the Programma van Eisen shows, in a fixed number of queries
 * whatever its size, and as others read it: whoever makes it, names are replaced. Who spoke is only in it when
 * that was chosen: it goes to tenderers.
 *
 * @throws Forbidden for who may not read the dossier.
 */
export async function specificationDocument(
  scope: ReaderScope,
  options: { withNames?: boolean } = {},
): Promise<SpecificationDocument> {
  return documentOf(asOutsider(scope), options);
}

/** What is not decided on yet and so keeps things from going out, with the first of it; null when nothing does. */
export const heldBack = query(reader, async (scope: ReaderScope): Promise<HeldBackList | null> => {
  const db = await database();
  const held = await heldBackIn(db, scope.dossierId);
  if (!held) return null;
  const subjects = await rowsOf<HeldBackList["subjects"][number]>(
    db,
    sql`select id, kind, name from withholding_subject
      where dossier_id = ${scope.dossierId}
      order by kind, ${dutchOrder(sql`name`)}, id limit ${HELD_SHOWN}`,
  );
  return { ...held, subjects };
});

/** Open finds that are named where something is kept from going out. */
const HELD_SHOWN = 20;

const documentOf = query(
  reader,
  async (
    scope: ReaderScope,
    { withNames = false }: { withNames?: boolean },
  ): Promise<SpecificationDocument> => {
    const db = await database();
    const details = await headOf(db, scope.dossierId);

    const chapters = await db
      .select({ id: chapter.id, title: chapter.title, introduction: chapter.introduction })
      .from(chapter)
      .where(eq(chapter.dossierId, scope.dossierId))
      .orderBy(asc(chapter.position), asc(chapter.id));
    const { perChapter: requirements, broken } = await requirementsOf(db, scope, withNames);
    const sources = await db
      .select({
        title: source.title,
        fileName: source.fileName,
        sha256: source.sha256,
        removedAt: source.removedAt,
      })
      .from(source)
      // What people wrote online is thousands of lines: their reactions are in the document itself.
      .where(and(eq(source.dossierId, scope.dossierId), isNull(source.writtenIn)))
      .orderBy(asc(source.createdAt), asc(source.id));

    return {
      ...details,
      madeAt: new Date().toISOString(),
      withNames,
      chapters: chapters.map((one, index) => ({
        number: index + 1,
        title: one.title,
        introduction: one.introduction,
        requirements: requirements.get(one.id) ?? [],
      })),
      sources,
      broken,
    };
  },
);

/** The requirements whose stored text cannot be shown as it is, in the order of the document. */
export const brokenRequirements = query(
  reader,
  async (scope: ReaderScope): Promise<BrokenRequirement[]> => {
    const rows = await rowsOf<{ id: string; code: string; title: string; body: unknown }>(
      await database(),
      sql`select r.id, r.code, v.title, v.body from requirement r
        join chapter c on c.id = r.chapter_id
        join requirement_version v on v.requirement_id = r.id and v.n = r.lock_version
        where r.dossier_id = ${scope.dossierId} order by c.position, r.position, r.id`,
    );
    return rows.flatMap(({ body, ...row }) => {
      const problem = bodyProblem(body);
      return problem ? [{ ...row, problem }] : [];
    });
  },
);

/** The requirements per chapter id, in order, each with its words; and those that are broken. */
async function requirementsOf(
  db: Database,
  scope: ReaderScope,
  withNames: boolean,
): Promise<{ perChapter: Map<string, DocumentRequirement[]>; broken: BrokenRequirement[] }> {
  const rows = await db
    .select({
      id: requirement.id,
      chapterId: requirement.chapterId,
      code: requirement.code,
      droppedAt: requirement.droppedAt,
      noSourceReason: requirement.noSourceReason,
      version: requirementVersion.n,
      title: requirementVersion.title,
      kind: requirementVersion.kind,
      body: requirementVersion.body,
      bodyText: requirementVersion.bodyText,
      explanation: requirementVersion.explanation,
      evidence: requirementVersion.evidence,
      verification: requirementVersion.verification,
      score: requirementVersion.score,
      weight: requirementVersion.weight,
    })
    .from(requirement)
    .innerJoin(
      requirementVersion,
      and(
        eq(requirementVersion.requirementId, requirement.id),
        eq(requirementVersion.n, requirement.lockVersion),
      ),
    )
    .where(eq(requirement.dossierId, scope.dossierId))
    .orderBy(asc(requirement.position), asc(requirement.id));
  const coreValues = await coreValuesOf(db, scope);
  const words = await wordsOf(db, scope, withNames);
  const ids = rows.map(({ id }) => id);
  const suspect = await suspectAmong(scope, "requirement", ids);

  const perChapter = new Map<string, DocumentRequirement[]>();
  const broken: BrokenRequirement[] = [];
  for (const { id, chapterId, droppedAt, body, ...row } of rows) {
    const list = perChapter.get(chapterId) ?? [];
    const problem = bodyProblem(body);
    if (problem) broken.push({ id, code: row.code, title: row.title, problem });
    list.push({
      ...row,
      id,
      body: problem ? null : (body as Body),
      dropped: droppedAt !== null,
      suspect: suspect.get(id)?.changed ?? false,
      sourceRemoved: suspect.get(id)?.removed ?? false,
      coreValues: (coreValues.get(id) ?? []).map(({ id: coreValueId, ...value }) => {
        const own = words.get(`coreValue:${coreValueId}`);
        const carrying = words.get(`carrying:${id}:${coreValueId}`)?.words ?? [];
        const chosen = new Set(carrying.map((one) => one.key));
        return {
          ...value,
          carrying: carrying.map((one) => own?.words.find(({ key }) => key === one.key) ?? one),
          words: (own?.words ?? []).filter(({ key }) => !chosen.has(key)),
          wordsTotal: own?.total ?? 0,
        };
      }),
      words: words.get(`requirement:${id}`)?.words ?? [],
    });
    perChapter.set(chapterId, list);
  }
  return { perChapter, broken };
}

type LinkedCoreValue = Omit<DocumentCoreValue, "carrying" | "words" | "wordsTotal"> & {
  id: string;
};

async function coreValuesOf(
  db: Database,
  scope: ReaderScope,
): Promise<Map<string, LinkedCoreValue[]>> {
  const rows = await rowsOf<LinkedCoreValue & { requirementId: string }>(
    db,
    sql`select l.requirement_id as "requirementId", k.id, k.number, k.name, k.definition
      from live_link l join core_value k on k.id = l.core_value_id
      where l.dossier_id = ${scope.dossierId} order by k.number`,
  );
  const perRequirement = new Map<string, LinkedCoreValue[]>();
  for (const { requirementId, ...value } of rows) {
    perRequirement.set(requirementId, [...(perRequirement.get(requirementId) ?? []), value]);
  }
  return perRequirement;
}

/** Words with what tells them from others: the id of the reaction, or of the passage of loose words. */
type KeyedWords = DocumentWords & { key: string };

interface WordsRow extends Omit<KeyedWords, "paper"> {
  owner: string;
  total: number;
  version: string | null;
  start: number;
  end: number;
}

/**
 * Quoted words per owner: `coreValue:<id>` through its codings, `requirement:<id>` linked directly, and
 * `carrying:<requirement>:<coreValue>` those that carry it.
 */
async function wordsOf(
  db: Database,
  scope: ReaderScope,
  withNames: boolean,
): Promise<Map<string, { words: KeyedWords[]; total: number }>> {
  const rows = await rowsOf<WordsRow>(
    db,
    sql`
    with valued as materialized (
      select core_value_id, reaction_id, consultation_id, passage_id, coalesce(reaction_id, passage_id) as key
      from core_value_word
      where dossier_id = ${scope.dossierId} and core_value_id in (
        select core_value_id from live_link
        where dossier_id = ${scope.dossierId} and core_value_id is not null)
    ), word as (
      select 'coreValue:' || core_value_id as owner, reaction_id, consultation_id, passage_id from valued
      union all
      select 'requirement:' || requirement_id, reaction_id, consultation_id, passage_id
      from direct_word where dossier_id = ${scope.dossierId}
      union all
      select 'carrying:' || c.requirement_id || ':' || l.core_value_id, w.reaction_id, w.consultation_id, w.passage_id
      from carrying c
      join live_link l on l.requirement_id = c.requirement_id and l.core_value_id is not null
      join valued w on w.core_value_id = l.core_value_id and w.key = c.word
      where c.dossier_id = ${scope.dossierId}
    ), counted as (
      select word.*, count(*) over (partition by owner)::int as total,
        row_number() over (
          partition by owner
          order by c.held_on nulls last, ${dutchOrder(sql`c.title`)}, c.id, r.number nulls last,
            p.source_version_id, p.start_cp) as place
      from word
      left join consultation c on c.id = word.consultation_id
      left join live_reaction r on r.id = word.reaction_id
      left join passage p on p.id = word.passage_id
    )
    select counted.owner, counted.total, coalesce(counted.reaction_id, counted.passage_id) as key,
      coalesce(passage.exact, reaction.text) as quote,
      reaction.number as reaction, ${withNames ? sql`reaction.speaker` : sql`null`} as speaker, stakeholder_group.name as "group",
      consultation.title as consultation, consultation.held_on as "heldOn",
      source.title as source, passage.source_version_id as version,
      passage.start_cp as start, passage.end_cp as "end",
      (select b.n from source_block b
        where b.source_version_id = passage.source_version_id and b.start_cp <= passage.start_cp
        order by b.start_cp desc limit 1) as block
    from counted
    left join live_reaction reaction on reaction.id = counted.reaction_id
    left join passage on passage.id = counted.passage_id
    left join source_version on source_version.id = passage.source_version_id
    left join source on source.id = source_version.source_id
    left join consultation on consultation.id = counted.consultation_id
    left join stakeholder_group on stakeholder_group.id = reaction.stakeholder_group_id
    -- What was chosen stands in it whole.
    where counted.place <= ${WORDS_PER_CORE_VALUE} or counted.owner like 'carrying:%'
    order by counted.owner, counted.place`,
  );
  const papers = await paperOf(
    scope,
    rows.flatMap(({ version }) => version ?? []),
  );
  const read = await quotesThrough(db, scope, rows);
  const perOwner = new Map<string, { words: KeyedWords[]; total: number }>();
  for (const { owner, total, version, start, end, ...words } of read) {
    const entry = perOwner.get(owner) ?? { words: [], total };
    const paper = paperRange((version && papers.get(version)) || null, { start, end });
    const quoted = { ...words, quote: plainWords(cellsAsText(words.quote)), paper };
    entry.words.push(version === null ? quoted : placedThrough(quoted));
    perOwner.set(owner, entry);
  }
  return perOwner;
}

/** Words that stand in a text as others read them there: of a name at the edge of a quotation nothing is left. */
async function quotesThrough(
  db: Database,
  scope: ReaderScope,
  rows: readonly WordsRow[],
): Promise<WordsRow[]> {
  const quoted = rows.flatMap((row) =>
    row.version === null ? [] : [{ ...row, sourceVersionId: row.version, exact: row.quote }],
  );
  const read = (await contextThrough(db, scope, quoted)).values();
  return rows.map((row) => {
    const words = row.version === null ? undefined : read.next().value;
    if (!words) return row;
    const { sourceVersionId: _version, exact, ...rest } = words;
    return { ...rest, quote: exact };
  });
}
