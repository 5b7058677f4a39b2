import { type SQL, sql } from "drizzle-orm";
import { type Database, database, rowsOf } from "@/db/client";
import { anyStemOf, dutchOrder } from "@/db/search";
import { NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { query } from "../../kernel/query";
import { type AuthorizedDossierId, type ReaderScope, reader } from "../../kernel/scope";
import { contextThrough } from "../../redaction/rows";
import { paperOf } from "../../sources/queries";
import { paperRange } from "../../sources/rules";
import { CONTEXT_LENGTH } from "../../text/context";
import {
  PROPOSED,
  type RequirementTrace,
  type TraceBranch,
  type TracedRequirement,
  type TracePassage,
  type TraceSource,
  type TraceTotals,
  type TraceWords,
  WORDS_PER_BRANCH,
  WORDS_PER_PAGE,
} from "../model";

/** `via` of what a requirement rests on without a kernwaarde in between. */
export const DIRECT = "rechtstreeks";

type Within = Partial<Record<"statementId" | "groupId" | "consultationId", string>>;

interface TraceOptions {
  /** Show one branch on its own (`K-3` or `rechtstreeks`), page by page. */
  via?: string;
  /** Page of that branch, from 1. */
  page?: number;
  /** Words per branch. */
  perBranch?: number;
  /** Only words of this; then the totals are of all words still. */
  within?: Within;
  /** Also propose words that may carry the requirement, at most three of each kernwaarde. */
  propose?: boolean;
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
    const only = options.via ?? null;
    const perPage = options.perBranch ?? (only ? WORDS_PER_PAGE : WORDS_PER_BRANCH);
    const page = only ? Math.max(1, options.page ?? 1) : 1;
    const resting = await restingWords(db, scope.dossierId, requirementId, {
      only,
      within: options.within ?? {},
      from: (page - 1) * perPage,
      to: page * perPage,
      proposed: options.propose ? await proposedWords(db, scope.dossierId, requirementId) : [],
    });
    const branches = resting.branches.map(toBranch);
    const totals = {
      ...resting.totals,
      coreValues: branches.filter((branch) => branch.coreValue).length,
    };
    const shown = only ? branches.filter((branch) => branch.via === only) : branches;
    if (only && shown.length === 0) throw new NotFound();
    const shownWords = resting.words;
    const sources = sourcesIn(shownWords);
    const paper = await paperOf(
      scope,
      sources.map(({ versionId }) => versionId),
    );
    for (const branch of shown) {
      branch.page = page;
      branch.pages = Math.max(1, Math.ceil(branch.total / perPage));
      branch.words = shownWords
        .filter((row) => row.coreValueId === (branch.coreValue?.id ?? null))
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

interface Proposed {
  core_value_id: string;
  reaction_id: string;
  /** Its rank, from 1. */
  n: number;
}

/** Words of each kernwaarde that are looked at to propose some of them: ranking reads each. */
const RANKED = 2_000;
/** Stems that words must share with a requirement before they are proposed: one is chance. */
const SHARED_STEMS = 2;

/**
 * The reactions of each kernwaarde that share most with what the requirement says, by their stems as the search has them, at
 * most `PROPOSED` each. What was chosen already is not proposed.
 */
function proposedWords(
  db: Database,
  dossierId: AuthorizedDossierId,
  requirementId: string,
): Promise<Proposed[]> {
  return rowsOf<Proposed>(
    db,
    sql`with asked as materialized (
        select tsvector_to_array(v.words) as stems, ${anyStemOf(sql`v.words`)} as query
        from requirement r
        join requirement_version v on v.requirement_id = r.id and v.n = r.lock_version
        where r.id = ${requirementId} and r.dossier_id = ${dossierId}
      ),
      beside as materialized (
        select l.core_value_id, w.reaction_id
        from live_link l cross join lateral (
          select * from core_value_word w
          where w.dossier_id = ${dossierId} and w.core_value_id = l.core_value_id
            and w.reaction_id is not null
          order by w.number limit ${RANKED}
        ) w
        where l.dossier_id = ${dossierId} and l.requirement_id = ${requirementId}
          and l.core_value_id is not null
      ),
      ranked as (
        select b.core_value_id, b.reaction_id, r.number, ts_rank(r.words, asked.query, 1) as rank
        from beside b join live_reaction r on r.id = b.reaction_id cross join asked
        where not exists (select from carrying c
            where c.dossier_id = ${dossierId} and c.requirement_id = ${requirementId} and c.word = r.id)
          and r.words @@ asked.query and cardinality(array(
          select unnest(tsvector_to_array(r.words)) intersect select unnest(asked.stems))) >= ${SHARED_STEMS}
      ),
      placed as (
        select core_value_id, reaction_id,
          (row_number() over (partition by core_value_id order by rank desc, number))::int as n
        from ranked
      )
      select core_value_id, reaction_id, n from placed where n <= ${PROPOSED}`,
  );
}

interface BranchRow {
  core_value_id: string | null;
  words: number;
  carrying: number;
  consultations: number;
  groups: number;
  number: number | null;
  name: string | null;
  definition: string | null;
}

function toBranch(row: BranchRow): TraceBranch {
  return {
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
    carrying: row.carrying,
    consultations: row.consultations,
    groups: row.groups,
    page: 1,
    pages: 1,
    words: [],
  };
}

/** A passage as it is stored, with what stands around it. */
interface PassageRow
  extends Pick<
    TracePassage,
    "id" | "start" | "end" | "exact" | "firstBlock" | "lastBlock" | "newest" | "suspect" | "removed"
  > {
  characters: number;
  before: string | null;
  after: string | null;
}

interface WordsRow extends Omit<TraceWords, "passage"> {
  coreValueId: string | null;
  passage: PassageRow | null;
  source: TraceSource | null;
}

/** Which branch `only` is; all when null. */
function branchIs(dossierId: AuthorizedDossierId, only: string | null): SQL {
  if (only === null) return sql`true`;
  const number = /^K-(\d{1,9})$/.exec(only)?.[1];
  if (number === undefined) return sql`w.core_value_id is null`;
  return sql`w.core_value_id = (select id from core_value
    where dossier_id = ${dossierId} and number = ${Number(number)}::int)`;
}

/** Which words `w` are of what is asked. */
function isWithin({ statementId, groupId, consultationId }: Within): SQL {
  const parts = [sql`true`];
  if (statementId) parts.push(sql`w.statement_id = ${statementId}`);
  if (groupId) parts.push(sql`w.stakeholder_group_id = ${groupId}`);
  if (consultationId) parts.push(sql`w.consultation_id = ${consultationId}`);
  return sql.join(parts, sql` and `);
}

interface Resting {
  branches: BranchRow[];
  totals: TraceTotals & { carrying: number };
  words: WordsRow[];
}

/**
 * What a requirement rests on: its branches with how much is in them, the totals, and of each branch the words `from`
 * up to `to` with what stands around them. In one statement: there may be thousands of words, to be read once.
 */
async function restingWords(
  db: Database,
  dossierId: AuthorizedDossierId,
  requirementId: string,
  shown: {
    only: string | null;
    within: Within;
    from: number;
    to: number;
    proposed: readonly Proposed[];
  },
): Promise<Resting> {
  const [row] = await rowsOf<{
    branches: BranchRow[] | null;
    totals: Resting["totals"];
    words: WordsRow[] | null;
  }>(
    db,
    sql`with carried as materialized (
        select coalesce(reaction_id, passage_id) as word from live_carrying
        where dossier_id = ${dossierId} and requirement_id = ${requirementId}
      ),
      resting as materialized (
        select w.*, coalesce(w.reaction_id, w.passage_id) as word
        from ${branchWords(dossierId, requirementId)} w
      ),
      word as materialized (
        -- What it is linked to itself carries it, whichever way it is read; of the other words of a kernwaarde what was chosen.
        select r.*, r.linked or r.word in (select word from carried) as carries
        from (
          select w.*, w.word in (select word from resting where core_value_id is null) as linked from resting w
        ) r
      ),
      proposed as (
        select * from jsonb_to_recordset(${JSON.stringify(shown.proposed)}::text::jsonb)
          as p(core_value_id uuid, reaction_id uuid, n int)
      ),
      -- Put in order once: there are far fewer consultations than words.
      held as (
        select id, kind, row_number() over (
          order by held_on nulls last, ${dutchOrder(sql`title`)}, id) as place
        from consultation where dossier_id = ${dossierId}
      ),
      -- And brought together before they are told apart.
      cell as (
        select core_value_id, consultation_id, stakeholder_group_id, count(*) as words,
          count(*) filter (where carries) as carrying,
          count(*) filter (where reaction_id is not null) as reactions
        from word group by core_value_id, consultation_id, stakeholder_group_id
      ),
      branch as (
        select cell.core_value_id, sum(cell.words)::int as words, sum(cell.carrying)::int as carrying,
          (count(distinct cell.consultation_id) filter (where held.kind <> 'information'))::int as consultations,
          count(distinct cell.stakeholder_group_id)::int as groups
        from cell left join held on held.id = cell.consultation_id
        group by cell.core_value_id
      ),
      branches as (
        select b.core_value_id, b.words, b.carrying, b.consultations, b.groups,
          null::int as number, null as name, null as definition
        from branch b where b.core_value_id is null
        union all
        -- A kernwaarde without any words yet is still a branch.
        select k.id, coalesce(b.words, 0), coalesce(b.carrying, 0), coalesce(b.consultations, 0), coalesce(b.groups, 0),
          k.number, k.name, k.definition
        from live_link l join core_value k on k.id = l.core_value_id
        left join branch b on b.core_value_id = k.id
        where l.dossier_id = ${dossierId} and l.requirement_id = ${requirementId}
      ),
      loose as (
        select passage_id, consultation_id, fresh from requirement_loose
        where dossier_id = ${dossierId} and requirement_id = ${requirementId}
      ),
      carrying_loose as (
        select distinct p.id, p.source_version_id, p.start_cp, p.end_cp
        from word w join passage p on p.id = w.passage_id where w.carries and w.reaction_id is null
      ),
      ranked as (
        select w.core_value_id, w.reaction_id, w.statement_id, w.consultation_id, w.passage_id, w.carries, w.linked,
          proposed.n is not null as proposed,
          row_number() over (
            partition by w.core_value_id
            order by w.carries desc, proposed.n nulls last, held.place nulls last, put.number nulls last,
              w.statement_id nulls last, w.number nulls last, p.source_version_id, p.start_cp
          ) as rank
        from word w
        left join proposed
          on proposed.core_value_id = w.core_value_id and proposed.reaction_id = w.reaction_id and not w.carries
        left join held on held.id = w.consultation_id
        left join statement_occurrence put
          on put.statement_id = w.statement_id and put.consultation_id = w.consultation_id
        -- Only loose words are told apart by where they stand.
        left join (
          select distinct loose.passage_id, passage.source_version_id, passage.start_cp
          from loose join passage on passage.id = loose.passage_id
        ) p on p.passage_id = w.passage_id and w.reaction_id is null
        where ${branchIs(dossierId, shown.only)} and ${isWithin(shown.within)}
      )
      select (select json_agg(b order by b.number nulls last) from branches b) as branches,
        json_build_object(
          'words', (select count(distinct reaction_id) from word) +
            (select count(*) from loose where fresh),
          'consultations', (select count(distinct held.id) from (
            select consultation_id from cell where reactions > 0
            union select consultation_id from loose
          ) at join held on held.id = at.consultation_id and held.kind <> 'information'),
          'groups', (select count(distinct stakeholder_group_id) from cell),
          'carrying', (select count(distinct reaction_id) from word where carries) +
            (select count(*) from carrying_loose a where not exists (
              select from carrying_loose b
              where b.source_version_id = a.source_version_id and b.id <> a.id
                and b.start_cp <= a.start_cp and b.end_cp >= a.end_cp
                and (b.end_cp - b.start_cp > a.end_cp - a.start_cp or b.id < a.id)))) as totals,
        (select json_agg(${SHOWN_WORDS} order by s.core_value_id, s.rank)
          from ranked s where s.rank > ${shown.from} and s.rank <= ${shown.to}) as words`,
  );
  if (!row) throw new Error("a trace gave no row");
  return { branches: row.branches ?? [], totals: row.totals, words: row.words ?? [] };
}

/**
 * Words of a row `s` of `ranked`: who said them, and where they stand with what is around them. Each part is looked up
 * by itself: one join of all would take longer to plan than to do.
 */
const SHOWN_WORDS = sql`json_build_object(
  'coreValueId', s.core_value_id, 'carries', s.carries, 'linked', s.linked, 'proposed', s.proposed,
  'reaction', (
    select json_build_object('id', r.id, 'number', r.number, 'kind', r.kind, 'position', r.position,
      'text', r.text, 'speaker', r.speaker,
      'group', (select name from stakeholder_group where id = r.stakeholder_group_id))
    from live_reaction r where r.id = s.reaction_id),
  'statement', (
    select json_build_object('id', t.id, 'text', t.text, 'number', (
      select number from statement_occurrence
      where statement_id = t.id and consultation_id = s.consultation_id))
    from statement t where t.id = s.statement_id),
  'consultation', (
    select json_build_object('id', c.id, 'title', c.title, 'kind', c.kind, 'heldOn', c.held_on,
      'sector', c.sector)
    from consultation c where c.id = s.consultation_id),
  'source', (
    select json_build_object('id', o.id, 'versionId', v.id, 'title', o.title,
      'fileName', o.file_name, 'version', v.n, 'sha256', o.sha256, 'textSha256', v.text_sha256,
      'removed', o.state = 'removed', 'kept', o.destroyed_at is null and o.state <> 'removed')
    from passage p join source_version v on v.id = p.source_version_id join source o on o.id = v.source_id
    where p.id = s.passage_id),
  'passage', (
    select json_build_object('id', p.id, 'start', p.start_cp, 'end', p.end_cp, 'exact', p.exact,
      'characters', v.characters, 'firstBlock', t.first_block, 'lastBlock', t.last_block,
      'before', right(substr(t.stretch, 1, p.start_cp - t.stretch_start), ${CONTEXT_LENGTH}),
      'after', substr(t.stretch, p.end_cp - t.stretch_start + 1, ${CONTEXT_LENGTH}),
      'newest', (select max(n) from source_version where source_id = v.source_id),
      'suspect', exists (select from suspect_passage x where x.passage_id = s.passage_id),
      'removed', exists (select from removed_passage x where x.passage_id = s.passage_id))
    from passage p
    join source_version v on v.id = p.source_version_id
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
    where p.id = s.passage_id))`;

function toWords(row: WordsRow, paper: ReadonlyMap<string, readonly number[]>): TraceWords {
  const { reaction, statement, consultation, source, carries, linked, proposed } = row;
  if (row.passage === null || source === null) {
    return { reaction, statement, consultation, passage: null, carries, linked, proposed };
  }
  const { characters, before: said, after: next, ...passage } = row.passage;
  const before = said ?? "";
  const after = next ?? "";
  return {
    reaction,
    statement,
    consultation,
    carries,
    linked,
    proposed,
    passage: {
      ...passage,
      before,
      after,
      moreBefore: passage.start - [...before].length > 0,
      moreAfter: passage.end + [...after].length < characters,
      paper: paperRange(paper.get(source.versionId) ?? null, passage),
      sourceId: source.id,
      sourceVersionId: source.versionId,
      version: source.version,
    },
  };
}

function sourcesIn(rows: WordsRow[]): TraceSource[] {
  const found = new Map<string, TraceSource>();
  for (const { source } of rows) if (source) found.set(source.versionId, source);
  return [...found.values()].sort((a, b) => a.title.localeCompare(b.title, "nl"));
}
