import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { headOf } from "../../dossiers/rows";
import { NotFound } from "../../kernel/errors";
import { query } from "../../kernel/query";
import { type AttendeeScope, attendee } from "../../kernel/scope";
import { pageOfText } from "../../sources/rows";
import type { Closed, CorrectionPage } from "../model";
import { CLOSED, ROUNDS } from "../rows";

/**
 * What somebody who was there sees with their link: a page of the text (or the one with a block) as long as it
 * can be corrected, and always the own proposals with what came of them. Nothing of others, and nothing else of the dossier.
 *
 * @throws NotFound once the link was taken back.
 */
export const ownPage = query(
  attendee,
  async (
    scope: AttendeeScope,
    at: { page: number } | { block: number },
  ): Promise<CorrectionPage> => {
    const db = await database();
    const [found] = await rowsOf<
      Pick<CorrectionPage, "name" | "title" | "closesOn" | "agreed"> & {
        versionId: string;
        closed: Closed;
      }
    >(
      db,
      sql`
      select a.name, s.title, r.closes_on::text as "closesOn", a.agreed_at is not null as agreed,
        v.id as "versionId", ${CLOSED} as closed
      from attendee a join (${ROUNDS}) on r.id = a.round_id
      where a.id = ${scope.attendeeId} and r.id = ${scope.roundId} and r.dossier_id = ${scope.dossierId}
        and a.revoked_at is null`,
    );
    if (!found) throw new NotFound();
    const { versionId, ...about } = found;
    const own = await rowsOf<CorrectionPage["own"][number]>(
      db,
      sql`
      select c.id, c.block, c.text, c.remark, c.decision, c.reply, c.lock_version as "lockVersion",
        b.text as words, b.form
      from correction c
      join source_block b on b.source_version_id = ${versionId} and b.n = c.block
      where c.attendee_id = ${scope.attendeeId} and c.withdrawn_at is null
      order by c.block`,
    );
    const { contractingAuthority } = await headOf(db, scope.dossierId);
    const blocks = about.closed ? null : await pageOfText(db, scope.dossierId, versionId, at);
    return { ...about, attendeeId: scope.attendeeId, contractingAuthority, own, blocks };
  },
);
