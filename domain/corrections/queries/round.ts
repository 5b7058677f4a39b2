import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { dutchOrder } from "@/db/search";
import { maySeeNames } from "../../dossiers/policy";
import { NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { changeWords, placedThrough } from "../../kernel/layer";
import { type Paged, pageOf } from "../../kernel/paging";
import { query } from "../../kernel/query";
import { type ReaderScope, reader, readerOf } from "../../kernel/scope";
import { withoutUnknown } from "../../personal-data/rows";
import { wordsThrough } from "../../redaction/rows";
import { REMOVED } from "../../redaction/rules";
import type { AttendeeRow, CorrectedBlock, RoundDetail } from "../model";
import { CLOSED, ROUNDS } from "../rows";

/** Blocks with proposals on a page. */
const BLOCKS_SHOWN = 25;

/** The latest round of a source, and who is in it; null when there was none. @throws NotFound for no id */
export const roundOf = query(
  reader,
  async (scope: ReaderScope, sourceId: string): Promise<RoundDetail | null> => {
    if (!uuid.safeParse(sourceId).success) throw new NotFound();
    const db = await database();
    const [found] = await rowsOf<Omit<RoundDetail, "attendees">>(
      db,
      sql`
      select r.id, v.n, v.id as "versionId", r.closes_on::text as "closesOn", ${CLOSED} as closed, sums.*
      from ${ROUNDS}
      cross join lateral (
        select count(*) filter (where c.decision is null)::int as open,
          count(*) filter (where c.decision = 'accepted')::int as accepted,
          count(*) filter (where c.decision = 'rejected')::int as rejected,
          count(distinct c.block) filter (where c.decision = 'accepted')::int as changes
        from correction c where c.round_id = r.id and c.withdrawn_at is null
      ) sums
      where r.source_id = ${sourceId} and r.dossier_id = ${scope.dossierId}
      order by v.n desc limit 1`,
    );
    if (!found) return null;
    const attendees = await rowsOf<AttendeeRow>(
      db,
      sql`
      select a.id, a.name, a.revoked_at is not null as revoked, a.agreed_at is not null as agreed,
        (select count(*)::int from correction c
          where c.attendee_id = a.id and c.withdrawn_at is null) as corrections
      from attendee a where a.round_id = ${found.id}
      order by ${dutchOrder(sql`a.name`)}, a.id`,
    );
    return { ...found, attendees: attendees.map((one) => named(scope, one)) };
  },
);

/** Who was invited stands in no text, so no layer knows of them: their names are for who may see names. */
function named<Row extends { name: string }>(scope: ReaderScope, row: Row): Row {
  return maySeeNames(scope) ? row : { ...row, name: REMOVED.name };
}

/** The blocks of a round for which something is proposed, in the order of the text. */
export const correctedBlocks = query(
  reader,
  async (
    scope: ReaderScope,
    round: Pick<RoundDetail, "id" | "versionId">,
    wanted: number,
  ): Promise<Paged<CorrectedBlock>> => {
    const db = await database();
    const standing = sql`from correction c join correction_round r on r.id = c.round_id
      where r.id = ${round.id} and r.dossier_id = ${scope.dossierId} and c.withdrawn_at is null`;
    const [sum] = await rowsOf<{ blocks: number }>(
      db,
      sql`select count(distinct c.block)::int as blocks ${standing}`,
    );
    const page = pageOf(sum?.blocks ?? 0, BLOCKS_SHOWN, wanted);
    const rows = await rowsOf<CorrectedBlock & { start: number }>(
      db,
      sql`
      select b.n, b.start_cp as start, b.text, b.form, (
        select json_agg(json_build_object('id', c.id, 'block', c.block, 'text', c.text,
            'remark', c.remark, 'decision', c.decision, 'reply', c.reply,
            'lockVersion', c.lock_version, 'name', a.name, 'decidedBy', p.name)
          order by c.created_at, c.id)
        from correction c join attendee a on a.id = c.attendee_id
        left join account p on p.id = c.decided_by
        where c.round_id = ${round.id} and c.block = b.n and c.withdrawn_at is null) as corrections
      from source_block b
      join correction_round r on r.source_version_id = b.source_version_id
      where r.id = ${round.id} and b.n in (select distinct c.block ${standing})
      order by b.n limit ${BLOCKS_SHOWN} offset ${(page.page - 1) * BLOCKS_SHOWN}`,
    );
    const read = await wordsThrough(db, scope, round.versionId, rows);
    const shown = await readerOf(scope);
    // What somebody proposes stands in no text yet, so nobody looked for names in it.
    const proposed = rows.map(({ corrections }) =>
      changeWords(
        corrections.map((one) => named(scope, one)),
        shown,
      ),
    );
    const searched = maySeeNames(scope)
      ? proposed
      : await withoutUnknown(db, scope.dossierId, proposed);
    return {
      ...page,
      rows: rows.map(({ start: _start, ...block }, i) =>
        placedThrough({ ...block, text: read[i] ?? "", corrections: searched[i] ?? [] }),
      ),
    };
  },
);
