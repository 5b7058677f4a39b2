import { and, eq, isNull } from "drizzle-orm";
import { database } from "@/db/client";
import { dossier } from "@/db/schema";
import { readCode } from "../dossiers/rules";
import { NotFound } from "../kernel/errors";
import {
  type AuthorizedDossierId,
  mint,
  type ParticipantScope,
  participant,
} from "../kernel/scope";
import { layerOver } from "../redaction/rows";

/**
 * The gate for stakeholders without an account: the code in the address is the proof.
 *
 * @throws NotFound for a wrong code and for a page that was closed; they look the same.
 */
export async function openByCode(typed: string): Promise<ParticipantScope> {
  const code = readCode(typed);
  if (!code) throw new NotFound();
  const [found] = await (await database())
    .select({ id: dossier.id })
    .from(dossier)
    .where(and(eq(dossier.stakeholderCode, code), isNull(dossier.archivedAt)));
  if (!found) throw new NotFound();
  const dossierId = found.id as AuthorizedDossierId;
  return mint(participant, {
    actor: { type: "participant" },
    dossierId,
    layer: layerOver(dossierId),
  });
}
