import { database } from "@/db/client";
import { uuid } from "../../kernel/fields";
import { query } from "../../kernel/query";
import { type ReaderScope, reader, readerOf } from "../../kernel/scope";
import type { BesideReaction, Sameness } from "../model";
import { samenessIn } from "../rows/same";

/**
 * What was said of a reaction that counts beside others that count, and which may say the same; as the reader reads them. No
 * participant and nobody outside the dossier reads this.
 *
 * @param beside another that is put beside it, whatever was said of the two.
 * @returns null for one that does not count, or has no words.
 */
export const samenessOf = query(
  reader,
  async (
    scope: ReaderScope,
    reactionId: string,
    { beside = null }: { beside?: string | null } = {},
  ): Promise<Sameness | null> => {
    if (!uuid.safeParse(reactionId).success) return null;
    const other = uuid.safeParse(beside).success ? beside : null;
    const found = await samenessIn(await database(), scope, reactionId, {
      looking: "live",
      beside: other,
    });
    if (!found) return null;
    const read = await readerOf(scope);
    const shown = <Row extends BesideReaction>(row: Row): Row => ({ ...row, text: read(row.text) });
    return {
      own: shown(found.own),
      proposed: found.proposed.map(shown),
      same: found.same.map(shown),
      apart: found.apart.map(shown),
    };
  },
);
