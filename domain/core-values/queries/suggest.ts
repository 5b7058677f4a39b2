import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import type { CoreValueSuggestion } from "../model";
import { hadByAll, optionsIn, rankCoreValues } from "../rows";

/** Kernwaarden that are proposed. */
const SUGGESTED = 3;
/** Words with a proposal that say why. */
const WORDS_SAID = 5;
/**
 * The kernwaarden that chosen words resemble most, of those they do not have yet, with the words that made it so. A proposal: a
 * person chooses.
 */
export const suggestedCoreValues = query(
  reader,
  async (
    scope: ReaderScope,
    reactionIds: readonly string[],
    texts: readonly string[],
  ): Promise<CoreValueSuggestion[]> => {
    const db = await database();
    const { dossierId } = scope;
    const ranked = await rankCoreValues(db, dossierId, texts, reactionIds);
    const had = await hadByAll(db, dossierId, reactionIds);
    const first = ranked.filter(({ id }) => !had.has(id)).slice(0, SUGGESTED);
    if (first.length === 0) return [];
    const options = await optionsIn(db, dossierId, sql`v.id in ${first.map(({ id }) => id)}`);
    return first.flatMap(({ id, because }) => {
      const option = options.find((one) => one.id === id);
      return option ? [{ ...option, because: because.slice(0, WORDS_SAID) }] : [];
    });
  },
);
