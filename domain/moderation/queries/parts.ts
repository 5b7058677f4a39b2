import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import type { ModeratedState } from "@/db/vocabulary";
import { maySeeNames } from "../../dossiers/policy";
import { Forbidden } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import { boundParts, restingNow } from "../../reactions/rows/parts";
import { piecesOf } from "../../reactions/rules";
import type { DividedReaction, DivisibleReaction, PartRow } from "../model";

/** At its own address: a reaction that counts by its parts, with those; null for any other. */
export const dividedReaction = query(
  reader,
  async (scope: ReaderScope, reactionId: string): Promise<DividedReaction | null> => {
    if (!uuid.safeParse(reactionId).success) return null;
    const db = await database();
    const [whole] = await rowsOf<Omit<DividedReaction, "parts" | "bound">>(
      db,
      sql`select w.id, w.number, w.consultation_id as "consultationId", w.text, w.position, g.name as group
        from voiced_reaction w left join stakeholder_group g on g.id = w.stakeholder_group_id
        where w.dossier_id = ${scope.dossierId} and w.id = ${reactionId} and w.divided`,
    );
    if (!whole) return null;
    const parts = await rowsOf<PartRow>(
      db,
      sql`select r.id, r.number, r.text, a.outcome from live_reaction r
        left join answered_reaction a on a.reaction_id = r.id
        where r.part_of_id = ${reactionId} order by r.number`,
    );
    const bound = await boundParts(db, parts, { told: true });
    return {
      ...whole,
      parts,
      bound: parts.filter(({ id }) => bound.has(id)).map(({ number }) => number),
    };
  },
);

/**
 * A reaction that was sent online, to divide: also one that waits.
 *
 * @returns null for one that was not sent online, is divided, was not placed or was taken back. @throws Forbidden
 */
export const divisibleReaction = query(
  reader,
  async (scope: ReaderScope, reactionId: string): Promise<DivisibleReaction | null> => {
    if (!maySeeNames(scope)) throw new Forbidden();
    if (!uuid.safeParse(reactionId).success) return null;
    const db = await database();
    const [found] = await rowsOf<{
      consultationId: string;
      number: number;
      text: string;
      lockVersion: number;
      state: ModeratedState;
    }>(
      db,
      sql`select r.consultation_id as "consultationId", r.number, r.text, r.lock_version as "lockVersion", a.state
        from reaction r join answer a on a.reaction_id = r.id
        where r.dossier_id = ${scope.dossierId} and r.id = ${reactionId}
          and r.divided is null and a.state in ('waiting', 'placed')`,
    );
    if (!found) return null;
    const { lockVersion, ...reaction } = found;
    return {
      ...reaction,
      reactionId,
      seen: `${reactionId}@${lockVersion}`,
      pieces: piecesOf(found.text),
      resting: await restingNow(db, reactionId),
    };
  },
);
