import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { sha256 } from "@/db/hash";
import { NotFound } from "../kernel/errors";
import { type AttendeeScope, type AuthorizedDossierId, attendee, mint } from "../kernel/scope";
import { READABLE_DAYS } from "./model";
import { isReadable, ROUNDS } from "./rows";

/** Longest secret that is looked at: ours are 43 signs. */
const MAX_TOKEN = 200;

/**
 * The gate for somebody who was there: the secret in their link is the proof.
 *
 * @throws NotFound for a link that never was, was taken back, or is too old; they look the same.
 */
export async function openByLink(token: string): Promise<AttendeeScope> {
  const [found] = await rowsOf<{ attendeeId: string; roundId: string; dossierId: string }>(
    await database(),
    sql`
    select a.id as "attendeeId", r.id as "roundId", r.dossier_id as "dossierId"
    from attendee a
    join (${ROUNDS}) on r.id = a.round_id
    join dossier d on d.id = r.dossier_id
    where a.token_sha256 = ${sha256(token.slice(0, MAX_TOKEN))} and a.revoked_at is null
      and d.archived_at is null and ${isReadable(READABLE_DAYS)}`,
  );
  if (!found) throw new NotFound();
  return mint(attendee, {
    actor: { type: "participant" },
    attendeeId: found.attendeeId,
    roundId: found.roundId,
    dossierId: found.dossierId as AuthorizedDossierId,
  });
}
