import { eq } from "drizzle-orm";
import { sourcePart } from "@/db/schema";
import { command } from "../../kernel/command";
import { Invalid } from "../../kernel/errors";
import { member } from "../../kernel/scope";
import { answersMoved, lockedReactions, removeReactions } from "../../reactions/rows";
import { takeOutStatements } from "../../statements/rows/places";
import { reopenInput } from "../model";
import { maySplit } from "../policy";
import { forgetSteps } from "../rows";
import { bringBackChanges, hasSegments, reactionsIn, takeConfirmed } from "../rows/confirmed";

/**
 * Opens a confirmed part again, to be split anew: its reactions and stellingen are no more until it is
 * confirmed once more, which gives them other codes; a stelling that another document put there too stays. Its
 * consultation stays, and what a person made of a reaction since (kind, speaker, group, position) goes back to
 * the workbench. When there was such a change, undo begins anew.
 *
 * @returns how many reactions and stellingen went.
 * @throws Conflict when it is not confirmed or was changed meanwhile; Invalid `reactions.errors.restedOn` when
 *   a kernwaarde or a requirement rests on one of its reactions, or `splitting.errors.neverSplit` of one that
 *   came from a spreadsheet.
 */
export const reopenPart = command({
  scope: member,
  action: "splitting.reopen",
  input: reopenInput,
  allow: maySplit,
  run: async (tx, scope, { partId, lockVersion }) => {
    const part = await takeConfirmed(tx, scope, partId, lockVersion);
    // There would be nothing to make its reactions of again.
    if (!(await hasSegments(tx, part.id))) throw new Invalid("splitting.errors.neverSplit");
    const rows = await lockedReactions(tx, scope.dossierId, await reactionsIn(tx, part));
    const changed = await bringBackChanges(tx, part);
    const { audit, answers } = await removeReactions(tx, rows);
    const statements = await takeOutStatements(tx, part);
    // What was brought back is no step: an older one must not take it away again.
    if (changed > 0) await forgetSteps(tx, part.id);
    await tx
      .update(sourcePart)
      .set({ confirmedAt: null, confirmedBy: null, lockVersion: part.lockVersion + 1 })
      .where(eq(sourcePart.id, part.id));
    const result = { reactions: rows.length, statements: statements.length };
    return {
      result,
      audit: [
        {
          entity: "part",
          entityId: part.id,
          before: { confirmedAt: part.confirmedAt, confirmedBy: part.confirmedBy },
          after: { confirmedAt: null, ...result },
        },
        ...audit,
        ...answersMoved(answers, () => null),
        ...statements,
      ],
    };
  },
});
