import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { passagesWithContext } from "@/domain/sources/queries";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import type { ChosenWords } from "../model";

/**
 * The words of a selection, in the order of the reactions and then of the text. What is not in
 * this dossier is left out.
 */
export const chosenWords = query(
  reader,
  async (
    scope: ReaderScope,
    reactionIds: readonly string[],
    passageIds: readonly string[],
  ): Promise<ChosenWords[]> => {
    const db = await database();
    const reactions =
      reactionIds.length === 0
        ? []
        : await rowsOf<Omit<ChosenWords, "type" | "place"> & { passageId: string | null }>(
            db,
            sql`select r.id, r.number as "reactionNumber", r.text, r.speaker,
              c.title as "consultationTitle", r.passage_id as "passageId"
            from live_reaction r join consultation c on c.id = r.consultation_id
            where r.dossier_id = ${scope.dossierId} and r.id in ${reactionIds}
            order by r.number`,
          );
    const places = await passagesWithContext(scope, [
      ...passageIds,
      ...reactions.flatMap((row) => row.passageId ?? []),
    ]);
    return [
      ...reactions.map(({ passageId, ...row }) => ({
        ...row,
        type: "reaction" as const,
        place: (passageId && places.get(passageId)) || null,
      })),
      ...passageIds.flatMap((id) => {
        const place = places.get(id);
        if (!place) return [];
        return {
          type: "passage" as const,
          id,
          reactionNumber: null,
          text: place.exact,
          speaker: null,
          consultationTitle: place.consultationTitle,
          place,
        };
      }),
    ];
  },
);
