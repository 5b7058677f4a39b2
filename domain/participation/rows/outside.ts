import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { consultation } from "@/db/schema";
import { headOf } from "../../dossiers/rows";
import { NotFound } from "../../kernel/errors";
import { changeWords } from "../../kernel/layer";
import type { AuthorizedDossierId } from "../../kernel/scope";
import { withoutUnknown } from "../../personal-data/rows";
import { layerOver } from "../../redaction/rows";
import { onlineIn } from "./online";

/** Words of a dossier as somebody outside reads them, without what nobody decided on yet. Not in a transaction. */
export async function wordsOutside<Words extends object>(
  db: Database,
  dossierId: AuthorizedDossierId,
  words: Words,
): Promise<Words> {
  const { shown } = await layerOver(dossierId)();
  return withoutUnknown(db, dossierId, changeWords(words, shown));
}

/**
 * What a mail to who reacts says of the consultation. Whom one can ask is meant to be read. Not in a transaction.
 *
 * @throws NotFound
 */
export async function outsideWords(
  db: Database,
  dossierId: AuthorizedDossierId,
  consultationId: string,
): Promise<{
  sender: string;
  title: string;
  closesAt: string | null;
  answerBy: string | null;
  contact: string;
}> {
  const online = await onlineIn(db, dossierId, consultationId);
  const [found] = await db
    .select({ title: consultation.title })
    .from(consultation)
    .where(and(eq(consultation.id, consultationId), eq(consultation.dossierId, dossierId)));
  if (!online || !found) throw new NotFound();
  const { contractingAuthority: sender } = await headOf(db, dossierId);
  const { closesAt, answerBy, contact } = online;
  return {
    ...(await wordsOutside(db, dossierId, { sender, title: found.title })),
    closesAt: closesAt && new Date(closesAt).toISOString(),
    answerBy,
    contact,
  };
}
