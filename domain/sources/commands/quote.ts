import { and, eq } from "drizzle-orm";
import { refusedWith } from "@/db/faults";
import { passage, source, sourceVersion } from "@/db/schema";
import { command } from "../../kernel/command";
import { Invalid, NotFound } from "../../kernel/errors";
import { actorAccountId, member } from "../../kernel/scope";
import { quotedWords } from "../model";
import { mayQuote } from "../policy";
import { locateLater } from "../rows";

/**
 * Makes a passage of words in a source, or finds the one that is there. `start` and `end` are code
 * points in the normalised text, `exact` the words that stand there; the database checks them.
 *
 * @throws NotFound for a version of another dossier; Invalid when the words do not stand there, or
 *   `sources.errors.removed` when the source was removed.
 */
export const quotePassage = command({
  scope: member,
  action: "passage.quote",
  input: quotedWords,
  allow: mayQuote,
  run: async (tx, scope, words) => {
    const [version] = await tx
      .select({ state: source.state })
      .from(sourceVersion)
      .innerJoin(source, eq(source.id, sourceVersion.sourceId))
      .where(
        and(
          eq(sourceVersion.id, words.sourceVersionId),
          eq(sourceVersion.dossierId, scope.dossierId),
        ),
      );
    if (!version) throw new NotFound();
    if (version.state === "removed") throw new Invalid("sources.errors.removed");
    if (words.end <= words.start) throw new Invalid("sources.errors.wordsNotThere");
    const [made] = await tx
      .insert(passage)
      .values({
        ...words,
        dossierId: scope.dossierId,
        createdBy: actorAccountId(scope.actor),
      })
      .onConflictDoNothing({ target: [passage.sourceVersionId, passage.start, passage.end] })
      .returning({ id: passage.id })
      .catch((error: unknown) => {
        if (refusedWith(error, CHECK_VIOLATION)) throw new Invalid("sources.errors.wordsNotThere");
        throw error;
      });
    if (made) {
      await locateLater(tx, scope.dossierId, words.sourceVersionId);
      return {
        result: { passageId: made.id },
        audit: { entity: "passage", entityId: made.id, after: words },
      };
    }
    const [there] = await tx
      .select({ id: passage.id })
      .from(passage)
      .where(
        and(
          eq(passage.sourceVersionId, words.sourceVersionId),
          eq(passage.start, words.start),
          eq(passage.end, words.end),
        ),
      );
    if (!there) throw new Error("passage neither made nor found");
    return { result: { passageId: there.id }, audit: [] };
  },
});

/** PostgreSQL's code for a broken check: what the trigger on `passage` raises. */
const CHECK_VIOLATION = "23514";
