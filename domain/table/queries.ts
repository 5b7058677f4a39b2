import { type SQL, sql } from "drizzle-orm";
import { type Database, database, rowsOf } from "@/db/client";
import { dutchOrder, dutchQuery } from "@/db/search";
import { REQUIREMENT_KINDS, REVIEW_STATES } from "@/db/vocabulary";
import { checkedIn } from "../findings/rows/checked";
import { isAsked } from "../findings/rules";
import { NotFound } from "../kernel/errors";
import { uuid } from "../kernel/fields";
import { pageOf } from "../kernel/paging";
import { query } from "../kernel/query";
import {
  type AuthorizedDossierId,
  actorAccountId,
  type ReaderScope,
  reader,
} from "../kernel/scope";
import { searchWords } from "../text/hits";
import {
  type ChangePlan,
  type ChosenRequirement,
  LONGEST_IN_CELL,
  PLAN_PAGE_SIZE,
  TABLE_PAGE_SIZE,
  type TableFilter,
  type TablePage,
  type TableRow,
  type TableSort,
} from "./model";
import { changeSetOf, plannedRows } from "./rows";

/** So much of its text stands below the title. */
const SHOWN_TEXT = 160;

/** A page of the requirements as a table. An unknown chapter simply holds nothing. */
export const requirementTable = query(
  reader,
  async (scope: ReaderScope, filter: TableFilter = {}): Promise<TablePage> => {
    const db = await database();
    const { dossierId } = scope;
    const from = await chosen(db, dossierId, filter);
    const [counted] = await rowsOf<{ total: number; all: number }>(
      db,
      sql`select count(*)::int as total,
          (select count(*)::int from requirement where dossier_id = ${dossierId}) as "all" ${from}`,
    );
    const total = counted?.total ?? 0;
    const { page, pages } = pageOf(total, TABLE_PAGE_SIZE, filter.page);
    const rows = await rowsOf<
      Omit<TableRow, "links" | "review"> & { [key in keyof TableRow["links"]]: number } & {
        review: TableRow["review"];
      }
    >(
      db,
      sql`with shown as (
          select r.id, r.code, r.position, r.chapter_id, r.lock_version, r.dropped_at, r.no_source_reason,
            c.position as chapter, c.title as chapter_title,
            row_number() over (${orderOf(filter)}) as place
          ${from}
          order by place
          limit ${TABLE_PAGE_SIZE}::int offset ${(page - 1) * TABLE_PAGE_SIZE}::int
        )
        select s.id, s.code, s.chapter_id as "chapterId", s.chapter as "chapterNumber",
          s.chapter_title as "chapterTitle", s.lock_version as n, v.title, v.kind,
          left(v.body_text, ${SHOWN_TEXT}::int) as text,
          left(v.explanation, ${LONGEST_IN_CELL + 1}::int) as explanation,
          left(v.evidence, ${LONGEST_IN_CELL + 1}::int) as evidence,
          left(v.verification, ${LONGEST_IN_CELL + 1}::int) as verification,
          v.score, v.weight, s.dropped_at is not null as dropped, s.no_source_reason as "noSourceReason",
          v.created_at as "changedAt", a.name as "changedBy", l.*, w.review
        from shown s
        join requirement_version v on v.requirement_id = s.id and v.n = s.lock_version
        left join account a on a.id = v.created_by
        cross join lateral (
          select count(core_value_id)::int as "coreValues", count(reaction_id)::int as reactions,
            count(passage_id)::int as passages
          from live_link where requirement_id = s.id
        ) l
        left join lateral (
          select jsonb_build_object('state', q.state, 'returned', q.returned, 'approved', q.approved,
            'lapsed', q.lapsed) as review
          from requirement_review q where q.requirement_id = s.id
        ) w on true
        order by s.place`,
    );
    return {
      rows: rows.map(({ coreValues, reactions, passages, changedAt, ...row }) => ({
        ...row,
        changedAt: new Date(changedAt).toISOString(),
        links: { coreValues, reactions, passages },
      })),
      total,
      all: counted?.all ?? 0,
      page,
      pages,
    };
  },
);

/** The requirements that a filter leaves: `r` with its chapter `c`, what it says now `v`, and what else is asked. */
async function chosen(
  db: Database,
  dossierId: AuthorizedDossierId,
  filter: TableFilter,
): Promise<SQL> {
  const { chapterId, kind, state, withoutSource, findings, sort } = filter;
  const parts = [sql`r.dossier_id = ${dossierId}`];
  const joins = [
    sql`join chapter c on c.id = r.chapter_id
      join requirement_version v on v.requirement_id = r.id and v.n = r.lock_version`,
  ];
  if ((state && state !== "dropped") || sort === "status" || sort === "approvals") {
    joins.push(
      sql`left join requirement_review w on w.requirement_id = r.id and w.dossier_id = ${dossierId}`,
    );
  }
  if (sort === "sources") {
    joins.push(sql`left join (
      select requirement_id, count(*)::int as links from live_link where dossier_id = ${dossierId} group by 1
    ) n on n.requirement_id = r.id`);
  }
  if (chapterId !== undefined) {
    parts.push(uuid.safeParse(chapterId).success ? sql`r.chapter_id = ${chapterId}` : sql`false`);
  }
  if (kind) parts.push(sql`v.kind = ${kind}`);
  if (state === "dropped") parts.push(sql`r.dropped_at is not null`);
  else if (state) parts.push(sql`w.state = ${state}`);
  if (withoutSource) {
    parts.push(sql`r.id in (select requirement_id from requirement_state
      where dossier_id = ${dossierId} and state = 'withoutSource')`);
  }
  if (findings) {
    const asked = findings === "any" ? {} : { severity: findings };
    const found = (await checkedIn(db, dossierId)).filter((one) =>
      one.findings.some((finding) => isAsked(finding, asked)),
    );
    parts.push(sql`r.id in (select value::uuid from jsonb_array_elements_text(
      ${JSON.stringify(found.map(({ id }) => id))}::text::jsonb))`);
  }
  const words = searchWords(filter.search ?? "");
  if (words) {
    parts.push(
      sql`(v.words @@ ${dutchQuery(words)} or starts_with(lower(r.code), lower(${words})))`,
    );
  }
  return sql`from requirement r ${sql.join(joins, sql` `)} where ${sql.join(parts, sql` and `)}`;
}

/** The place of a word in a list of ours. */
const placeIn = (words: readonly string[], of: SQL): SQL =>
  sql`array_position(array[${sql.raw(words.map((word) => `'${word}'`).join(", "))}], ${of})`;

const ORDERS: Record<TableSort, SQL> = {
  // Letters first, then the chapter and the number in it as numbers: E-2.10 comes after E-2.9.
  code: sql`array[split_part(r.code, '-', 1)], string_to_array(substring(r.code from '[0-9.]+$'), '.')::numeric[]`,
  title: sql`${dutchOrder(sql`v.title`)}`,
  kind: placeIn(REQUIREMENT_KINDS, sql`v.kind`),
  sources: sql`coalesce(n.links, 0)`,
  status: sql`coalesce(${placeIn(REVIEW_STATES, sql`w.state`)}, 9)`,
  approvals: sql`coalesce(w.approved, 0)`,
  changed: sql`v.created_at`,
};

function orderOf({ sort, down }: TableFilter): SQL {
  const way = down ? sql`desc` : sql`asc`;
  const document = sql`c.position, r.position, r.id`;
  if (!sort)
    return down ? sql`order by c.position desc, r.position desc, r.id` : sql`order by ${document}`;
  return sql`order by ${ORDERS[sort]} ${way}, ${document}`;
}

/**
 * What is going to happen with what somebody asked, as all stands now; and of what was done that it was, and what it was.
 *
 * @throws NotFound for what another asked.
 */
export const changePlan = query(
  reader,
  async (scope: ReaderScope, changeId: string, page?: number): Promise<ChangePlan> => {
    if (!uuid.safeParse(changeId).success) throw new NotFound();
    const db = await database();
    const set = await changeSetOf(db, scope, changeId);
    const by = actorAccountId(scope.actor);
    const plan = set.applied
      ? { rows: [], seen: "" }
      : await plannedRows(db, scope.dossierId, set.asked, by);
    const changed = plan.rows.filter(({ changes }) => changes.length > 0);
    // That one of several fields says so already is no news.
    const passed = plan.rows.filter(
      (row) => row.changes.length === 0 || row.passed.some(({ why }) => why !== "same"),
    );
    const at = pageOf(changed.length, PLAN_PAGE_SIZE, page);
    const from = (at.page - 1) * PLAN_PAGE_SIZE;
    return {
      id: set.id,
      reason: set.reason,
      rows: { ...at, rows: changed.slice(from, from + PLAN_PAGE_SIZE) },
      passed: { total: passed.length, rows: passed.slice(0, PLAN_PAGE_SIZE) },
      seen: plan.seen,
      done: set.applied?.length ?? null,
      undone: set.undoneAt !== null,
      sent: set.applied?.some(({ act }) => act === "review") ?? false,
    };
  },
);

/** Of requirements their code and title, in the order of the document; what is not here is left out. */
export const chosenRequirements = query(
  reader,
  async (scope: ReaderScope, ids: readonly string[]): Promise<ChosenRequirement[]> =>
    rowsOf<ChosenRequirement>(
      await database(),
      sql`select r.id, r.code, v.title from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb) x
        join requirement r on r.id = x::uuid and r.dossier_id = ${scope.dossierId}
        join chapter c on c.id = r.chapter_id
        join requirement_version v on v.requirement_id = r.id and v.n = r.lock_version
        order by c.position, r.position`,
    ),
);
