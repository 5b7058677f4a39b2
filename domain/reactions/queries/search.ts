import { type SQL, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { dutchOrder, dutchQuery, headline } from "@/db/search";
import { type Paged, pageOf } from "../../kernel/paging";
import { query } from "../../kernel/query";
import { type ReaderScope, reader, readerOf } from "../../kernel/scope";
import { isAboutCalled } from "../../statements/rows/labels";
import { excerpt, markHits, numberInCode, searchWords } from "../../text/hits";
import {
  type CoreValueTag,
  REACTIONS_PER_PAGE,
  type ReactionFilters,
  type ReactionRow,
} from "../model";

/**
 * One page of the reactions of the dossier, narrowed by `filters`, with how many there are in
 * all. Two statements, whatever the size of the dossier. "R-12" finds that reaction, "stelling 3.1" those to it.
 */
export const searchReactions = query(
  reader,
  async (scope: ReaderScope, filters: ReactionFilters = {}): Promise<Paged<ReactionRow>> => {
    const db = await database();
    const search = searchWords(filters.search ?? "");
    const where = conditionsOf(scope, filters, search);
    const [counted] = await rowsOf<{ total: number }>(
      db,
      sql`select count(*)::int as total from live_reaction r where ${where}`,
    );
    const total = counted?.total ?? 0;
    const { page, pages } = pageOf(total, REACTIONS_PER_PAGE, filters.page);
    if (total === 0) return { rows: [], total, page, pages };

    const words = search && numberInCode(search, "R") === null ? search : "";
    const rows = await rowsOf<
      Omit<ReactionRow, "pieces"> & { text: string; headline: string | null }
    >(
      db,
      // The page is taken first: marking hits is costly and needs only these rows. Ordered twice and
      // not numbered, so that the first page in the order of the numbers reads no more than itself.
      sql`with page as (
        select r.* from live_reaction r join consultation c on c.id = r.consultation_id
        where ${where}
        order by ${orderOf(filters, words)}
        limit ${REACTIONS_PER_PAGE} offset ${(page - 1) * REACTIONS_PER_PAGE}
      )
      select r.id, r.number, r.kind, r.position, r.speaker, r.text,
        g.name as "groupName",
        c.id as "consultationId", c.title as "consultationTitle", c.held_on as "heldOn",
        s.id as "statementId", s.text as "statementText", o.number as "statementNumber",
        r.passage_id as "passageId", answered.number as "replyToNumber",
        ${codedWith(sql`r.id`)} as "coreValues",
        ${words ? headline(sql`r.text`, words) : sql`null`} as headline
      from page r
      join consultation c on c.id = r.consultation_id
      left join stakeholder_group g on g.id = r.stakeholder_group_id
      left join statement s on s.id = r.statement_id
      left join statement_occurrence o
        on o.statement_id = r.statement_id and o.consultation_id = r.consultation_id
      left join live_reaction answered on answered.id = r.reply_to_id
      order by ${orderOf(filters, words)}`,
    );
    const read = await readerOf(scope);
    return {
      rows: rows.map(({ text, headline, ...row }) => ({
        ...row,
        pieces: excerpt(markHits(read(text), headline)),
      })),
      total,
      page,
      pages,
    };
  },
);

/** The kernwaarden that a reaction or some of its words have now, as a JSON array by number. */
export function codedWith(reactionId: SQL): SQL<CoreValueTag[]> {
  return sql`(select coalesce(
      json_agg(json_build_object('id', v.id, 'number', v.number, 'name', v.name) order by v.number),
      '[]'::json)
    from core_value v where v.id in (
      select w.core_value_id from coded_reaction w where w.reaction_id = ${reactionId}))`;
}

function conditionsOf(scope: ReaderScope, filters: ReactionFilters, search: string): SQL {
  const all = [sql`r.dossier_id = ${scope.dossierId}`];
  if (filters.consultationId) all.push(sql`r.consultation_id = ${filters.consultationId}`);
  if (filters.withoutGroup) all.push(sql`r.stakeholder_group_id is null`);
  else if (filters.groupId) all.push(sql`r.stakeholder_group_id = ${filters.groupId}`);
  if (filters.withoutStatement) all.push(sql`r.statement_id is null`);
  else if (filters.statementId) all.push(sql`r.statement_id = ${filters.statementId}`);
  if (filters.kind) all.push(sql`r.kind = ${filters.kind}`);
  if (filters.position) {
    // What was divided is found by its parts.
    all.push(sql`case when r.part_of_id is null then r.position else (
      select w.position from voiced_reaction w where w.id = r.part_of_id) end = ${filters.position}`);
  }
  if (filters.withoutCoreValue) {
    all.push(sql`not exists (select from coded_reaction w where w.reaction_id = r.id)`);
  }
  const answered = sql`select from answered_reaction a where a.reaction_id = r.id`;
  if (filters.withoutAnswer) all.push(sql`not exists (${answered})`);
  else if (filters.outcome) all.push(sql`exists (${answered} and a.outcome = ${filters.outcome})`);
  const number = numberInCode(search, "R");
  if (number !== null) all.push(sql`r.number = ${number}`);
  else if (search) {
    all.push(sql`(r.words @@ ${dutchQuery(search)}
      or ${isAboutCalled(scope.dossierId, search)})`);
  }
  return sql.join(all, sql` and `);
}

function orderOf(filters: ReactionFilters, words: string): SQL {
  const sort = filters.sort ?? (words ? "relevance" : "number");
  if (sort === "relevance" && words) {
    return sql`ts_rank(r.words, ${dutchQuery(words)}) desc, r.number`;
  }
  if (sort === "newest") return sql`r.number desc`;
  if (sort === "consultation") {
    return sql`c.held_on nulls last, ${dutchOrder(sql`c.title`)}, c.id, r.number`;
  }
  return sql`r.number`;
}
