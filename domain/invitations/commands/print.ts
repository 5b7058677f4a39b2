import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { consultationAddress, invitation } from "@/db/schema";
import { mayWrite } from "../../dossiers/policy";
import { command } from "../../kernel/command";
import { Invalid, NotFound } from "../../kernel/errors";
import { member } from "../../kernel/scope";
import { groupsOf, wordsOutside } from "../../participation/rows";
import { lettersInput, MAX_LETTERS } from "../model";
import {
  codeIn,
  lockInvitations,
  lockInviting,
  personOf,
  reachable,
  refuseUnopened,
  wordsFor,
} from "../rows";
import { keptUntil, linesTo } from "../rules";

/**
 * Gives the letters of people who are invited, each with their code: of those who were chosen, or of all who have no e-mail
 * address. Who reacted and is not shown to have gets one as everybody does. With a group it is one letter with the open address of that group. Whoever prints letters can read the codes
 * in them, so it is in the log. Not to be asked with a key: what is kept by it would be kept here too.
 *
 * @throws NotFound; Invalid when it is not open, when there is nobody, and when there are too many for one file.
 */
export const printLetters = command({
  scope: member,
  action: "invitation.print",
  input: lettersInput,
  allow: mayWrite,
  first: async ({ dossierId }, { consultationId, groupId }) => {
    const db = await database();
    const words = await wordsFor(db, dossierId, consultationId);
    const group = (await groupsOf(db, dossierId)).find(({ id }) => id === groupId);
    return { words, group: group && (await wordsOutside(db, dossierId, { name: group.name })) };
  },
  find: lockInviting,
  run: async (tx, { dossierId }, { consultationId, ids, groupId }, online, { words, group }) => {
    refuseUnopened(online);
    const entry = { entity: "consultation" as const, entityId: consultationId };
    if (groupId) {
      if (online.admits === "invited") throw new NotFound();
      const [found] = await tx
        .select({ code: consultationAddress.code })
        .from(consultationAddress)
        .where(
          and(
            eq(consultationAddress.consultationId, consultationId),
            eq(consultationAddress.stakeholderGroupId, groupId),
          ),
        );
      if (!found || !group) throw new NotFound();
      const letter = { to: [group.name], name: "", code: found.code, keptUntil: null };
      return {
        result: { words, letters: [letter] },
        audit: { ...entry, after: { letters: 1, groupId } },
      };
    }
    const chosen = await lockInvitations(
      tx,
      dossierId,
      consultationId,
      and(
        reachable,
        isNotNull(invitation.sealedCode),
        ids ? undefined : eq(invitation.byMail, false),
      ),
      ids,
    );
    const letters = chosen.flatMap((row) => {
      const [person, code] = [personOf(row), codeIn(row)];
      if (!person || !code) return [];
      const { name, email, address } = person;
      const to = linesTo({ name: name || email, address });
      const until = keptUntil(online, row.keptUntil);
      return [{ id: row.id, to, name, code, keptUntil: until, order: [name, email].join(" ") }];
    });
    if (letters.length === 0) throw new Invalid("invitations.errors.noLetters");
    if (letters.length > MAX_LETTERS) {
      throw new Invalid("invitations.errors.manyLetters", { limit: MAX_LETTERS });
    }
    await tx
      .update(invitation)
      .set({
        letterAt: sql`coalesce(${invitation.letterAt}, now())`,
        keptUntil: sql`coalesce(${invitation.keptUntil}, ${keptUntil(online)}::date)`,
      })
      .where(
        inArray(
          invitation.id,
          letters.map(({ id }) => id),
        ),
      );
    letters.sort((a, b) => (a.order < b.order ? -1 : 1));
    return {
      result: { words, letters: letters.map(({ id: _id, order: _order, ...letter }) => letter) },
      audit: { ...entry, after: { letters: letters.length } },
    };
  },
});
