import { type SQL, sql } from "drizzle-orm";
import { type Database, database, rowsOf } from "@/db/client";
import { passagesWithContext } from "@/domain/sources/queries";
import type { DossierScope } from "../../kernel/actor";
import { NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { type Paged, pageOf } from "../../kernel/paging";
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
import { codedWords, SPREAD } from "./words";

/** Most of each list that stands on the page of one kernwaarde beside its coded words. */
const MOST = 100;

/**
 * One kernwaarde with its spread, versions, requirements and what was taken away.
 *
 * @throws NotFound when it is not in this dossier.
 */
export async function getCoreValue(scope: DossierScope, id: string): Promise<CoreValueDetail> {
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
      sql`select q.id, q.code, v.title from requirement_link l
        join requirement q on q.id = l.requirement_id
        join requirement_version v on v.requirement_id = q.id and v.n = q.lock_version
        where l.dossier_id = ${scope.dossierId} and l.core_value_id = ${id}
          and l.removed_at is null and q.dropped_at is null
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
}

/** One page of the words that were given this kernwaarde, by consultation. */
export async function codingsOf(
  scope: DossierScope,
  coreValueId: string,
  wanted = 1,
): Promise<Paged<CodingRow>> {
  const db = await database();
  const now = activeOf(scope, coreValueId);
  const [counted] = await rowsOf<{ total: number }>(
    db,
    sql`select count(*)::int as total from coding d where ${now}`,
  );
  const total = counted?.total ?? 0;
  const { page, pages } = pageOf(total, CODINGS_PER_PAGE, wanted);
  const rows = await rowsOf<CodingRow>(
    db,
    sql`select ${CODING_FIELDS} ${codingsFrom(now)}
      order by c.held_on nulls last, c.title nulls last, c.id,
        w.reaction_number nulls last, w.created_at, w.id
      limit ${CODINGS_PER_PAGE} offset ${(page - 1) * CODINGS_PER_PAGE}`,
  );
  return { rows, total, page, pages };
}

function activeOf(scope: DossierScope, coreValueId: string): SQL {
  return sql`d.dossier_id = ${scope.dossierId} and d.core_value_id = ${coreValueId}
    and d.removed_at is null`;
}

const CODING_FIELDS = sql`w.id, w.reaction_id as "reactionId",
  w.reaction_number as "reactionNumber", w.text, w.speaker, g.name as "groupName",
  w.consultation_id as "consultationId", c.title as "consultationTitle", c.held_on as "heldOn",
  w.place_id as "passageId", s.id as "sourceId", s.title as "sourceTitle",
  (select b.n from source_block b
    where b.source_version_id = pl.source_version_id and b.start_cp <= pl.start_cp
    order by b.start_cp desc limit 1) as "blockNumber",
  coder.name as "codedBy", w.created_at as "codedAt"`;

function codingsFrom(where: SQL): SQL {
  return sql`from ${codedWords(where)} w
    left join consultation c on c.id = w.consultation_id
    left join stakeholder_group g on g.id = w.group_id
    left join passage pl on pl.id = w.place_id
    left join source_version sv on sv.id = pl.source_version_id
    left join source s on s.id = sv.source_id
    left join account coder on coder.id = w.created_by`;
}

/** What was taken away and not put back since; of each reaction or passage the last time. */
function removedWords(scope: DossierScope, coreValueId: string): SQL {
  const gone = sql`d.dossier_id = ${scope.dossierId} and d.core_value_id = ${coreValueId}
    and d.removed_at is not null
    and not exists (select from coding later
      where later.core_value_id = d.core_value_id
        and coalesce(later.reaction_id, later.passage_id) = coalesce(d.reaction_id, d.passage_id)
        and (later.removed_at is null or later.removed_at > d.removed_at))`;
  return sql`select ${CODING_FIELDS}, w.removed_at as "removedAt",
      coalesce(w.removed_reason, '') as "removedReason", remover.name as "removedBy"
    ${codingsFrom(gone)}
    left join account remover on remover.id = w.removed_by
    order by w.removed_at desc, w.id limit ${MOST}`;
}

async function spreadOf(db: Database, scope: DossierScope, id: string) {
  const words = codedWords(activeOf(scope, id));
  const [spread] = await rowsOf<Spread>(db, sql`select ${SPREAD} from ${words} w`);
  const byConsultation = await rowsOf<SpreadLine>(
    db,
    sql`select c.id, c.title as name, count(*)::int as codings, false as expected
      from ${words} w left join consultation c on c.id = w.consultation_id
      group by c.id order by c.held_on nulls last, c.title nulls last limit ${MOST}`,
  );
  const byGroup = await rowsOf<SpreadLine>(
    db,
    sql`select g.id, g.name, count(w.id)::int as codings, coalesce(g.expected, false) as expected
      from (select * from stakeholder_group where dossier_id = ${scope.dossierId}) g
      full join ${words} w on w.group_id = g.id
      group by g.id, g.name, g.expected, g.position
      order by count(w.id) desc, g.position nulls last limit ${MOST}`,
  );
  return {
    codings: spread?.codings ?? 0,
    consultations: spread?.consultations ?? 0,
    groups: spread?.groups ?? 0,
    byConsultation,
    byGroup,
  };
}
