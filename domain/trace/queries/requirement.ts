import { type SQL, sql } from "drizzle-orm";
import { type Database, database, rowsOf } from "@/db/client";
import { dutchOrder } from "@/db/search";
import { NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { query } from "../../kernel/query";
import { type AuthorizedDossierId, type ReaderScope, reader } from "../../kernel/scope";
import { contextThrough } from "../../redaction/rows";
import { paperOf } from "../../sources/queries";
import { paperRange } from "../../sources/rules";
import { CONTEXT_LENGTH } from "../../text/context";
import {
  type RequirementTrace,
  type TraceBranch,
  type TraceConsultation,
  type TracedRequirement,
  type TraceReaction,
  type TraceSource,
  type TraceWords,
  WORDS_PER_BRANCH,
  WORDS_PER_PAGE,
} from "../model";
import { NO_WORDS, traceTotals } from "./totals";

/** `via` of what a requirement rests on without a kernwaarde in between. */
export const DIRECT = "rechtstreeks";

interface TraceOptions {
  /** Show one branch on its own (`K-3` or `rechtstreeks`), page by page. */
  via?: string;
  /** Page of that branch, from 1. */
  page?: number;
  /** Words per branch when all are shown. */
  perBranch?: number;
}

/**
 * The whole way from a requirement down to the quoted words, in a few statements whatever its
 * size. Links and codings that were taken away do not count.
 *
 * @throws NotFound when the requirement, or the branch asked for, is not in this dossier.
 */
export const traceOfRequirement = query(
  reader,
  async (
    scope: ReaderScope,
    requirementId: string,
    options: TraceOptions = {},
  ): Promise<RequirementTrace> => {
    const db = await database();
    const requirement = await tracedRequirement(db, scope.dossierId, requirementId);
    const branches = await branchesOf(db, scope.dossierId, requirementId);
    const words = (await traceTotals(scope, requirementId)).get(requirementId) ?? NO_WORDS;
    const totals = { ...words, coreValues: branches.filter((branch) => branch.coreValue).length };
    const only = options.via ?? null;
    const shown = only ? branches.filter((branch) => branch.via === only) : branches;
    if (only && shown.length === 0) throw new NotFound();
    const perPage = only ? WORDS_PER_PAGE : (options.perBranch ?? WORDS_PER_BRANCH);
    const page = only ? Math.max(1, options.page ?? 1) : 1;
    const shownWords = await wordsOf(db, scope.dossierId, requirementId, {
      coreValueId: only ? (shown[0]?.coreValue?.id ?? DIRECT) : null,
      from: (page - 1) * perPage,
      to: page * perPage,
    });
    const sources = sourcesIn(shownWords);
    const paper = await paperOf(
      scope,
      sources.map(({ versionId }) => versionId),
    );
    for (const branch of shown) {
      branch.page = page;
      branch.pages = Math.max(1, Math.ceil(branch.total / perPage));
      branch.words = shownWords
        .filter((row) => row.core_value_id === (branch.coreValue?.id ?? null))
        .map((row) => toWords(row, paper));
    }
    const passages = shown.flatMap(({ words }) => words.flatMap(({ passage }) => passage ?? []));
    const read = await contextThrough(db, scope, passages);
    for (const [i, passage] of passages.entries()) Object.assign(passage, read[i]);
    return { requirement, totals, branches: shown, only, sources };
  },
);

async function tracedRequirement(
  db: Database,
  dossierId: AuthorizedDossierId,
  requirementId: string,
): Promise<TracedRequirement> {
  if (!uuid.safeParse(requirementId).success) throw new NotFound();
  const [row] = await rowsOf<TracedRequirement>(
    db,
    sql`select r.id, r.code, v.title, v.kind, v.body, c.title as chapter,
          v.n as version, v.fingerprint, to_json(v.created_at) #>> '{}' as "changedAt",
          r.no_source_reason as "noSourceReason", r.dropped_at is not null as dropped
        from requirement r
        join requirement_version v on v.requirement_id = r.id and v.n = r.lock_version
        join chapter c on c.id = r.chapter_id
        where r.id = ${requirementId} and r.dossier_id = ${dossierId}`,
  );
  if (!row) throw new NotFound();
  return row;
}

/** The words of each way to a requirement, one row a word; `core_value_id` null is directly. */
function branchWords(dossierId: AuthorizedDossierId, requirementId: string): SQL {
  return sql`(
    select l.core_value_id, w.reaction_id, w.passage_id, w.consultation_id, w.stakeholder_group_id,
      w.statement_id, w.number
    from live_link l
    -- Kernwaarde by kernwaarde (offset 0), or the words of all kernwaarden would be read.
    cross join lateral (
      select * from core_value_word w
      where w.dossier_id = ${dossierId} and w.core_value_id = l.core_value_id offset 0
    ) w
    where l.dossier_id = ${dossierId} and l.requirement_id = ${requirementId}
      and l.core_value_id is not null
    union all
    select null, reaction_id, passage_id, consultation_id, stakeholder_group_id, statement_id, number
    from direct_word where dossier_id = ${dossierId} and requirement_id = ${requirementId})`;
}

interface BranchRow {
  core_value_id: string | null;
  words: number;
  consultations: number;
  groups: number;
  number: number | null;
  name: string | null;
  definition: string | null;
}

async function branchesOf(
  db: Database,
  dossierId: AuthorizedDossierId,
  requirementId: string,
): Promise<TraceBranch[]> {
  const rows = await rowsOf<BranchRow>(
    db,
    sql`with branch as (
        select w.core_value_id, count(*)::int as words,
          (count(distinct w.consultation_id) filter (where c.kind <> 'information'))::int as consultations,
          count(distinct w.stakeholder_group_id)::int as groups
        from ${branchWords(dossierId, requirementId)} w
        left join consultation c on c.id = w.consultation_id
        group by w.core_value_id
      )
      select b.core_value_id, b.words, b.consultations, b.groups,
        null::int as number, null as name, null as definition
      from branch b where b.core_value_id is null
      union all
      -- A kernwaarde without any words yet is still a branch.
      select k.id, coalesce(b.words, 0), coalesce(b.consultations, 0), coalesce(b.groups, 0),
        k.number, k.name, k.definition
      from live_link l join core_value k on k.id = l.core_value_id
      left join branch b on b.core_value_id = k.id
      where l.dossier_id = ${dossierId} and l.requirement_id = ${requirementId}
      order by number nulls last`,
  );
  const branches = rows.map(
    (row): TraceBranch => ({
      via: row.number === null ? DIRECT : `K-${row.number}`,
      coreValue:
        row.core_value_id === null || row.number === null
          ? null
          : {
              id: row.core_value_id,
              number: row.number,
              name: row.name ?? "",
              definition: row.definition ?? "",
            },
      total: row.words,
      consultations: row.consultations,
      groups: row.groups,
      page: 1,
      pages: 1,
      words: [],
    }),
  );
  return branches;
}

interface WordsRow {
  core_value_id: string | null;
  reaction: TraceReaction | null;
  statement_id: string | null;
  statement_text: string | null;
  statement_number: number | null;
  consultation: TraceConsultation | null;
  passage_id: string | null;
  start_cp: number;
  end_cp: number;
  exact: string;
  characters: number;
  first_block: number;
  last_block: number;
  context_before: string;
  context_after: string;
  source: TraceSource | null;
  newest: number;
  suspect: boolean;
}

/** The words of the branches, `from` up to `to` in each, with what stands around them. */
async function wordsOf(
  db: Database,
  dossierId: AuthorizedDossierId,
  requirementId: string,
  shown: { coreValueId: string | null; from: number; to: number },
): Promise<WordsRow[]> {
  const branch =
    shown.coreValueId === null
      ? sql`true`
      : shown.coreValueId === DIRECT
        ? sql`w.core_value_id is null`
        : sql`w.core_value_id = ${shown.coreValueId}`;
  return rowsOf<WordsRow>(
    db,
    sql`with ranked as (
        select w.core_value_id, w.reaction_id, w.consultation_id, w.passage_id,
          row_number() over (
            partition by w.core_value_id
            order by c.held_on nulls last, ${dutchOrder(sql`c.title`)}, c.id, put.number nulls last,
              w.statement_id nulls last, w.number nulls last, p.source_version_id, p.start_cp
          ) as rank
        from ${branchWords(dossierId, requirementId)} w
        -- Lateral, so that the few loose words are looked up and not all of the dossier read.
        left join lateral (
          select source_version_id, start_cp from passage
          where id = w.passage_id and w.reaction_id is null limit 1
        ) p on true
        left join consultation c on c.id = w.consultation_id
        left join statement_occurrence put
          on put.statement_id = w.statement_id and put.consultation_id = w.consultation_id
        where ${branch}
      ),
      shown as (select * from ranked where rank > ${shown.from} and rank <= ${shown.to})
      select s.core_value_id,
        case when r.id is not null then json_build_object(
          'id', r.id, 'number', r.number, 'kind', r.kind, 'position', r.position,
          'text', r.text, 'speaker', r.speaker, 'group', g.name) end as reaction,
        st.id as statement_id, st.text as statement_text, o.number as statement_number,
        case when c.id is not null then json_build_object(
          'id', c.id, 'title', c.title, 'kind', c.kind, 'heldOn', c.held_on,
          'sector', c.sector) end as consultation,
        p.id as passage_id, p.start_cp, p.end_cp, p.exact, v.characters,
        t.first_block, t.last_block,
        right(substr(t.stretch, 1, p.start_cp - t.stretch_start), ${CONTEXT_LENGTH}) as context_before,
        substr(t.stretch, p.end_cp - t.stretch_start + 1, ${CONTEXT_LENGTH}) as context_after,
        case when so.id is not null then json_build_object(
          'id', so.id, 'versionId', v.id, 'title', so.title, 'fileName', so.file_name,
          'version', v.n, 'sha256', so.sha256, 'textSha256', v.text_sha256) end as source,
        (select max(w.n) from source_version w where w.source_id = so.id) as newest,
        exists (select from suspect_passage x where x.passage_id = p.id) as suspect
      from shown s
      left join reaction r on r.id = s.reaction_id
      left join stakeholder_group g on g.id = r.stakeholder_group_id
      left join statement st on st.id = r.statement_id
      left join consultation c on c.id = s.consultation_id
      left join statement_occurrence o
        on o.statement_id = r.statement_id and o.consultation_id = r.consultation_id
      left join lateral (
        select * from passage where id = s.passage_id limit 1
      ) p on true
      left join source_version v on v.id = p.source_version_id
      left join source so on so.id = v.source_id
      left join lateral (
        select string_agg(b.before || b.text, '' order by b.n) as stretch,
          min(b.start_cp - char_length(b.before)) as stretch_start,
          min(b.n) filter (where b.end_cp > p.start_cp and b.start_cp < p.end_cp) as first_block,
          max(b.n) filter (where b.end_cp > p.start_cp and b.start_cp < p.end_cp) as last_block
        from source_block b
        where b.source_version_id = p.source_version_id
          -- From the block the context begins in: without this bound every block before the
          -- quote would be read.
          and b.start_cp >= coalesce((
            select f.start_cp from source_block f
            where f.source_version_id = p.source_version_id
              and f.start_cp <= greatest(p.start_cp - ${CONTEXT_LENGTH}::int, 0)
            order by f.start_cp desc limit 1), 0)
          and b.start_cp < p.end_cp + ${CONTEXT_LENGTH}::int
      ) t on true
      order by s.core_value_id, s.rank`,
  );
}

function toWords(row: WordsRow, paper: ReadonlyMap<string, readonly number[]>): TraceWords {
  const before = row.context_before ?? "";
  const after = row.context_after ?? "";
  return {
    reaction: row.reaction,
    statement:
      row.statement_id === null
        ? null
        : {
            id: row.statement_id,
            text: row.statement_text ?? "",
            number: row.statement_number,
          },
    consultation: row.consultation,
    passage:
      row.passage_id === null || row.source === null
        ? null
        : {
            id: row.passage_id,
            start: row.start_cp,
            end: row.end_cp,
            exact: row.exact,
            before,
            after,
            moreBefore: row.start_cp - [...before].length > 0,
            moreAfter: row.end_cp + [...after].length < row.characters,
            firstBlock: row.first_block,
            lastBlock: row.last_block,
            paper: paperRange(paper.get(row.source.versionId) ?? null, {
              start: row.start_cp,
              end: row.end_cp,
            }),
            sourceId: row.source.id,
            sourceVersionId: row.source.versionId,
            version: row.source.version,
            newest: row.newest,
            suspect: row.suspect,
          },
  };
}

function sourcesIn(rows: WordsRow[]): TraceSource[] {
  const found = new Map<string, TraceSource>();
  for (const { source } of rows) if (source) found.set(source.versionId, source);
  return [...found.values()].sort((a, b) => a.title.localeCompare(b.title, "nl"));
}
