import { type SQL, sql } from "drizzle-orm";
import { type Database, database, rowsOf } from "@/db/client";
import { dutchOrder } from "@/db/search";
import { passagesWithContext } from "@/domain/sources/queries";
import { NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { type Paged, pageOf } from "../../kernel/paging";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import type { RequirementTag } from "../../reactions/model";
import {
  CODINGS_PER_PAGE,
  type CodingRow,
  type CoreValueDetail,
  type CoreValueVersion,
  type RemovedCodingRow,
  type Spread,
  type SpreadLine,
} from "../model";
import { SPREAD } from "./spread";

/** Most of each list that stands on the page of one kernwaarde beside its coded words. */
const MOST = 100;

/**
 * One kernwaarde with its spread, versions, requirements and what was taken away.
 *
 * @throws NotFound when it is not in this dossier.
 */
export const getCoreValue = query(
  reader,
  async (scope: ReaderScope, id: string): Promise<CoreValueDetail> => {
    if (!uuid.safeParse(id).success) throw new NotFound();
    const db = await database();
    const [found] = await rowsOf<
      Pick<CoreValueDetail, "id" | "number" | "name" | "definition" | "rule" | "lockVersion"> & {
        exampleId: string | null;
      }
    >(
      db,
      sql`select id, number, name, definition, rule, lock_version as "lockVersion",
        example_passage_id as "exampleId"
      from core_value where dossier_id = ${scope.dossierId} and id = ${id}`,
    );
    if (!found) throw new NotFound();
    const { exampleId, ...coreValue } = found;
    const example = await passagesWithContext(scope, exampleId ? [exampleId] : []);
    return {
      ...coreValue,
      ...(await spreadOf(db, scope, id)),
      example: (exampleId && example.get(exampleId)) || null,
      requirements: await rowsOf<RequirementTag>(
        db,
        sql`select q.id, q.code, v.title, true as direct from standing_link l
        join requirement q on q.id = l.requirement_id
        join requirement_version v on v.requirement_id = q.id and v.n = q.lock_version
        where l.dossier_id = ${scope.dossierId} and l.core_value_id = ${id}
        order by q.code limit ${MOST}`,
      ),
      versions: await rowsOf<CoreValueVersion>(
        db,
        sql`select v.n, v.name, v.definition, v.rule, v.reason,
          v.created_at as "createdAt", a.name as "createdBy"
        from core_value_version v left join account a on a.id = v.created_by
        where v.core_value_id = ${id} order by v.n desc limit ${MOST}`,
      ),
      removed: await rowsOf<RemovedCodingRow>(db, removedWords(scope, id)),
    };
  },
);

/** One page of the words that were given this kernwaarde, by consultation. */
export const codingsOf = query(
  reader,
  async (scope: ReaderScope, coreValueId: string, wanted?: number): Promise<Paged<CodingRow>> => {
    const db = await database();
    const mine = sql`w.dossier_id = ${scope.dossierId} and w.core_value_id = ${coreValueId}`;
    const [counted] = await rowsOf<{ total: number }>(
      db,
      sql`select count(*)::int as total from coded_word w where ${mine}`,
    );
    const total = counted?.total ?? 0;
    const { page, pages } = pageOf(total, CODINGS_PER_PAGE, wanted);
    const rows = await rowsOf<CodingRow>(
      db,
      // The page is taken first; what is said of words is looked up for those of the page alone. The
      // words of a reaction itself count before those of a part of it.
      sql`with page as (
        select w.*, row_number() over () as place from (
          select w.* from coded_word w
          left join consultation c on c.id = w.consultation_id
          where ${mine}
          order by c.held_on nulls last, ${dutchOrder(sql`c.title`)} nulls last, c.id,
            w.number nulls last, w.created_at, w.coding_id
          limit ${CODINGS_PER_PAGE} offset ${(page - 1) * CODINGS_PER_PAGE}) w
      )
      select w.coding_id as id, ${CODING_FIELDS},
        coalesce(w.fresh, not exists (
          select from coded_word o
          where o.core_value_id = w.core_value_id and o.reaction_id = w.reaction_id
            and (not o.whole, o.created_at, o.coding_id) < (not w.whole, w.created_at, w.coding_id)
        )) as counts
      from page w left join live_reaction r on r.id = w.reaction_id
      ${codingPlaces(sql`w.passage_id`)}
      order by w.place`,
    );
    return { rows, total, page, pages };
  },
);

/** What is said of a coding; `w` is the coding, `r` its reaction, the rest as in `codingPlaces`. */
const CODING_FIELDS = sql`r.id as "reactionId", r.number as "reactionNumber", r.speaker,
  case when pl.id is null or pl.id = r.passage_id then r.text else pl.exact end as text,
  g.name as "groupName", c.id as "consultationId", c.title as "consultationTitle",
  c.held_on as "heldOn", pl.id as "passageId", s.id as "sourceId", s.title as "sourceTitle",
  (select b.n from source_block b
    where b.source_version_id = pl.source_version_id and b.start_cp <= pl.start_cp
    order by b.start_cp desc limit 1) as "blockNumber",
  coder.name as "codedBy", w.created_at as "codedAt"`;

function codingPlaces(passageId: SQL): SQL {
  return sql`left join consultation c on c.id = w.consultation_id
    left join stakeholder_group g on g.id = r.stakeholder_group_id
    left join passage pl on pl.id = ${passageId}
    left join source_version sv on sv.id = pl.source_version_id
    left join source s on s.id = sv.source_id
    left join account coder on coder.id = w.created_by`;
}

/** What was taken away and not put back since; of each reaction or passage the last time. */
function removedWords(scope: ReaderScope, coreValueId: string): SQL {
  return sql`select w.id, ${CODING_FIELDS}, false as counts, w.removed_at as "removedAt",
      w.removed_reason as "removedReason", remover.name as "removedBy"
    from (
      select d.*, said.id as said_by, coalesce(said.consultation_id, l.consultation_id) as consultation_id
      from coding d
      left join lateral (
        select reaction_id from passage_reaction where passage_id = d.passage_id
        order by own desc, reaction_id limit 1
      ) m on true
      left join live_reaction said on said.id = coalesce(d.reaction_id, m.reaction_id)
      left join loose_passage l on l.passage_id = d.passage_id
      where d.dossier_id = ${scope.dossierId} and d.core_value_id = ${coreValueId}
        and d.removed_at is not null
        and not exists (select from coding later
          where later.core_value_id = d.core_value_id
            and coalesce(later.reaction_id, later.passage_id) = coalesce(d.reaction_id, d.passage_id)
            and (later.removed_at is null or later.removed_at > d.removed_at))
    ) w
    left join live_reaction r on r.id = w.said_by
    ${codingPlaces(sql`coalesce(w.passage_id, r.passage_id)`)}
    left join account remover on remover.id = w.removed_by
    order by w.removed_at desc, w.id limit ${MOST}`;
}

async function spreadOf(db: Database, scope: ReaderScope, id: string) {
  const [found] = await rowsOf<
    Spread & { byConsultation: SpreadLine[] | null; byGroup: SpreadLine[] | null }
  >(
    db,
    sql`with cell as materialized (
        select consultation_id, stakeholder_group_id, count(*)::int as words
        from core_value_word where dossier_id = ${scope.dossierId} and core_value_id = ${id}
        group by 1, 2
      ),
      consulted as (
        select c.id, c.title as name, sum(cell.words)::int as words, false as expected,
          row_number() over (order by c.held_on nulls last, ${dutchOrder(sql`c.title`)} nulls last) as place
        from cell left join consultation c on c.id = cell.consultation_id
        group by c.id order by place limit ${MOST}
      ),
      heard as (
        select g.id, g.name, coalesce(sum(cell.words), 0)::int as words,
          coalesce(g.expected, false) as expected,
          row_number() over (
            order by coalesce(sum(cell.words), 0) desc, g.position nulls last) as place
        from (select * from stakeholder_group where dossier_id = ${scope.dossierId}) g
        full join cell on cell.stakeholder_group_id = g.id
        group by g.id, g.name, g.expected, g.position order by place limit ${MOST}
      )
      select ${SPREAD},
        (select json_agg(json_build_object('id', id, 'name', name, 'words', words,
          'expected', expected) order by place) from consulted) as "byConsultation",
        (select json_agg(json_build_object('id', id, 'name', name, 'words', words,
          'expected', expected) order by place) from heard) as "byGroup"
      from cell left join consultation c on c.id = cell.consultation_id`,
  );
  if (!found) throw new Error("a count returned no row");
  const { byConsultation, byGroup, ...spread } = found;
  return { ...spread, byConsultation: byConsultation ?? [], byGroup: byGroup ?? [] };
}
