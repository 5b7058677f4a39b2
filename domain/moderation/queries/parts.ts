import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import type { ModeratedState } from "@/db/vocabulary";
import { maySeeNames } from "../../dossiers/policy";
import { Forbidden } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import { boundParts, restingNow } from "../../reactions/rows/parts";
import { piecesOf, type Stretch } from "../../reactions/rules";
import { sliceCodePoints } from "../../text/rules";
import type { DividedReaction, DivisibleReaction, PartRow } from "../model";
import { DECIDED, personalPlaces, seenOf } from "../rows";
import { isWithin } from "../rules";

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
      decided: number;
      versionId: string | null;
    }>(
      db,
      sql`select r.consultation_id as "consultationId", r.number, r.text, r.lock_version as "lockVersion", ${DECIDED} as decided, a.state,
          (select v.id from source_version v where v.source_id = a.source_id order by v.n desc limit 1) as "versionId"
        from reaction r join answer a on a.reaction_id = r.id
        where r.dossier_id = ${scope.dossierId} and r.id = ${reactionId}
          and r.divided is null and a.state in ('waiting', 'placed')`,
    );
    if (!found) return null;
    const { lockVersion, decided, versionId, ...reaction } = found;
    const personal = versionId ? await personalPlaces(db, versionId) : [];
    return {
      ...reaction,
      reactionId,
      seen: seenOf({ reactionId, lockVersion, decided }),
      pieces: joined(found.text, piecesOf(found.text), personal),
      resting: await restingNow(db, reactionId),
    };
  },
);

/** The pieces of a text, of which none begins within one of these places: it goes with the piece before. */
function joined(
  text: string,
  pieces: readonly Stretch[],
  places: readonly { start: number; end: number }[],
): Stretch[] {
  const whole: Stretch[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (!last || !isWithin(piece.start, places)) whole.push(piece);
    else {
      const exact = sliceCodePoints(text, last.start, piece.end);
      whole[whole.length - 1] = { start: last.start, end: piece.end, exact };
    }
  }
  return whole;
}
