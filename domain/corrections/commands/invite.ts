import { randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { sha256 } from "@/db/hash";
import { nameKey } from "@/db/name-key";
import { attendee } from "@/db/schema";
import { command } from "../../kernel/command";
import { Invalid } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { member } from "../../kernel/scope";
import { attendeeNames, MAX_ATTENDEES } from "../model";
import { mayHaveCorrected } from "../policy";
import { lockAttendee, lockRound } from "../rows";

/** The secret part of a link. Only its hash is kept, so it can be shown this once. */
const newToken = () => randomBytes(32).toString("base64url");

/**
 * Makes a link for each of these people.
 *
 * @returns the secret part of the address of each, which is stored nowhere: so it is not to be sent with a key.
 * @throws NotFound; Invalid when the round takes no corrections any more, or on `names` when one has a link
 *   already or there are too many.
 */
export const inviteAttendees = command({
  scope: member,
  action: "attendee.invite",
  input: z.object({ roundId: uuid, names: attendeeNames }),
  allow: mayHaveCorrected,
  find: lockRound,
  run: async (tx, scope, { roundId, names }, round) => {
    if (round.closed !== null) throw new Invalid("corrections.errors.over");
    const known = await tx
      .select({ nameKey: attendee.nameKey })
      .from(attendee)
      .where(eq(attendee.roundId, roundId));
    if (known.length + names.length > MAX_ATTENDEES) {
      throw new Invalid("errors.fields", {}, { names: "corrections.errors.tooMany" });
    }
    const taken = new Set(known.map((one) => one.nameKey));
    const twice = names.find((name) => taken.has(nameKey(name)));
    if (twice) {
      const fields = { names: "corrections.errors.nameThere" } as const;
      throw new Invalid("errors.fields", { name: twice }, fields);
    }
    const invited = names.map((name) => ({ name, token: newToken() }));
    const made = await tx
      .insert(attendee)
      .values(
        invited.map(({ name, token }) => ({
          dossierId: scope.dossierId,
          roundId,
          name,
          nameKey: nameKey(name),
          tokenSha256: sha256(token),
        })),
      )
      .returning({ id: attendee.id });
    return {
      result: invited,
      audit: made.map(({ id }) => ({
        entity: "attendee",
        entityId: id,
        after: { roundId, revoked: false },
      })),
    };
  },
});

/**
 * Makes a new link for somebody: the one before it is void.
 *
 * @returns as {@link inviteAttendees}.
 * @throws NotFound; Invalid when the round takes no corrections any more.
 */
export const renewLink = command({
  scope: member,
  action: "attendee.renew",
  input: z.object({ attendeeId: uuid }),
  allow: mayHaveCorrected,
  find: lockAttendee,
  run: async (tx, _scope, { attendeeId }, { attendee: found, round }) => {
    if (round.closed !== null) throw new Invalid("corrections.errors.over");
    const token = newToken();
    await tx
      .update(attendee)
      .set({ tokenSha256: sha256(token), revokedAt: null })
      .where(eq(attendee.id, attendeeId));
    return {
      result: [{ name: found.name, token }],
      audit: {
        entity: "attendee",
        entityId: attendeeId,
        before: { revoked: found.revokedAt !== null },
        after: { revoked: false },
      },
    };
  },
});

/** Takes a link back; what was proposed with it stays. @throws NotFound */
export const revokeLink = command({
  scope: member,
  action: "attendee.revoke",
  input: z.object({ attendeeId: uuid }),
  allow: mayHaveCorrected,
  find: lockAttendee,
  run: async (tx, _scope, { attendeeId }, { attendee: found }) => {
    await tx
      .update(attendee)
      .set({ revokedAt: sql`coalesce(${attendee.revokedAt}, now())` })
      .where(eq(attendee.id, attendeeId));
    return {
      result: { attendeeId },
      audit: {
        entity: "attendee",
        entityId: attendeeId,
        before: { revoked: found.revokedAt !== null },
        after: { revoked: true },
      },
    };
  },
});
