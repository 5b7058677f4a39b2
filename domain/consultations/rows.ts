import { and, eq, ne, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { consultation, statementOccurrence } from "@/db/schema";
import type { Audience } from "@/db/vocabulary";
import { NotFound } from "../kernel/errors";
import type { AuthorizedDossierId } from "../kernel/scope";

/** A consultation as it stands now, for who comes to save on an older version. */
const CURRENT = {
  id: consultation.id,
  title: consultation.title,
  kind: consultation.kind,
  audience: consultation.audience,
  heldOn: consultation.heldOn,
  startsAt: consultation.startsAt,
  sector: consultation.sector,
  chair: consultation.chair,
  lockVersion: consultation.lockVersion,
};

/**
 * A consultation, locked: who puts stellingen in it at the same moment waits, so that two never take
 * the same number. @throws NotFound for one of another dossier.
 */
export async function lockedConsultation(tx: Database, dossierId: AuthorizedDossierId, id: string) {
  const [found] = await tx
    .select(CURRENT)
    .from(consultation)
    .where(and(eq(consultation.id, id), eq(consultation.dossierId, dossierId)))
    .for("no key update");
  if (!found) throw new NotFound();
  return found;
}

/** Adds a consultation. @returns its id. */
export async function insertConsultation(
  tx: Database,
  dossierId: AuthorizedDossierId,
  values: Omit<typeof consultation.$inferInsert, "id" | "dossierId">,
): Promise<{ id: string }> {
  const [added] = await tx
    .insert(consultation)
    .values({ ...values, dossierId })
    .returning({ id: consultation.id });
  if (!added) throw new Error("insert returned no row");
  return added;
}

/** What a consultation is called of which others may read something; null when they may not. */
export async function shownConsultation(
  db: Database,
  dossierId: AuthorizedDossierId,
  consultationId: string,
): Promise<{ title: string; sector: string | null; audience: Audience } | null> {
  const [found] = await db
    .select({
      title: consultation.title,
      sector: consultation.sector,
      audience: consultation.audience,
    })
    .from(consultation)
    .innerJoin(statementOccurrence, eq(statementOccurrence.consultationId, consultation.id))
    .where(
      and(
        eq(consultation.dossierId, dossierId),
        eq(consultation.id, consultationId),
        ne(statementOccurrence.shownOutside, "nothing"),
      ),
    )
    .limit(1);
  return found ?? null;
}

/** Whether somebody opened it to be reacted in online: what it is then, its addresses say to people outside. */
export async function isOpenedOnline(tx: Database, consultationId: string): Promise<boolean> {
  const opened = await rowsOf(
    tx,
    sql`select 1 from online_consultation o
      where o.consultation_id = ${consultationId} and o.opened_at is not null`,
  );
  return opened.length > 0;
}
