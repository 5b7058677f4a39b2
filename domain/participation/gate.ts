import { and, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { type Database, database } from "@/db/client";
import { sha256 } from "@/db/hash";
import {
  consultationAddress,
  dossier,
  invitation,
  onlineConsultation,
  participant,
} from "@/db/schema";
import { readCode } from "../dossiers/rules";
import { NotFound } from "../kernel/errors";
import {
  type AuthorizedDossierId,
  type ConsultedScope,
  consulted,
  mint,
  type ParticipantScope,
  participant as participantKind,
  type VisitorScope,
  visitor,
} from "../kernel/scope";
import { layerOver } from "../redaction/rows";
import { codeHash } from "./rows/code";
import { OWN_ADDRESS_SIGNS } from "./rules/address";

/**
 * The gate for stakeholders without an account: the code in the address is the proof.
 *
 * @throws NotFound for a wrong code and for a page that was closed; they look the same.
 */
export async function openByCode(typed: string): Promise<VisitorScope> {
  const code = readCode(typed);
  if (!code) throw new NotFound();
  const [found] = await (await database())
    .select({ id: dossier.id })
    .from(dossier)
    .where(and(eq(dossier.stakeholderCode, code), isNull(dossier.archivedAt)));
  if (!found) throw new NotFound();
  return mint(visitor, visitorOf(found.id));
}

function visitorOf(id: string) {
  const dossierId = id as AuthorizedDossierId;
  return { actor: { type: "participant" }, dossierId, layer: layerOver(dossierId) } as const;
}

/** What an address is the proof of: one that was opened once works on after the end, and says that it is over. */
const opened = and(isNotNull(onlineConsultation.openedAt), isNull(dossier.archivedAt));

/**
 * The gate of an online consultation: an open address of it, of everybody or of a group, or the code of somebody who
 * was invited.
 *
 * @throws NotFound for an address that never was, for one of a consultation that was not opened or admits only who was
 *   invited, and for an invitation that was withdrawn. They look the same.
 */
export async function openConsultation(typed: string): Promise<ConsultedScope> {
  const code = readCode(typed);
  const own = readCode(typed, OWN_ADDRESS_SIGNS);
  const db = await database();
  const scope = code
    ? await consultedBy(db, eq(consultationAddress.code, code))
    : own && (await invitedBy(db, own));
  if (!scope) throw new NotFound();
  return scope;
}

/** Who has the code of an invitation that was not withdrawn. */
async function invitedBy(db: Database, code: string): Promise<ConsultedScope | undefined> {
  const [found] = await db
    .select({
      dossierId: invitation.dossierId,
      consultationId: invitation.consultationId,
      groupId: invitation.stakeholderGroupId,
    })
    .from(invitation)
    .innerJoin(onlineConsultation, eq(onlineConsultation.consultationId, invitation.consultationId))
    .innerJoin(dossier, eq(dossier.id, invitation.dossierId))
    .where(and(eq(invitation.codeSha256, codeHash(code)), isNull(invitation.withdrawnAt), opened));
  if (!found) return undefined;
  const { dossierId, ...at } = found;
  return mint(consulted, { ...visitorOf(dossierId), ...at, code, invited: true });
}

async function consultedBy(
  db: Database,
  where: ReturnType<typeof eq>,
): Promise<ConsultedScope | undefined> {
  const [found] = await db
    .select({
      dossierId: consultationAddress.dossierId,
      consultationId: consultationAddress.consultationId,
      groupId: consultationAddress.stakeholderGroupId,
      code: consultationAddress.code,
    })
    .from(consultationAddress)
    .innerJoin(
      onlineConsultation,
      eq(onlineConsultation.consultationId, consultationAddress.consultationId),
    )
    .innerJoin(dossier, eq(dossier.id, consultationAddress.dossierId))
    .where(and(where, ne(onlineConsultation.admits, "invited"), opened));
  if (!found) return undefined;
  const { dossierId, ...at } = found;
  return mint(consulted, { ...visitorOf(dossierId), ...at, invited: false });
}

/** A participant, and the consultation they take part in. */
export interface TakesPart {
  own: ParticipantScope;
  at: ConsultedScope;
}

/**
 * The gate for somebody who reacts: their own address, that only they have.
 *
 * @param within an open address by which they came: theirs is of that consultation, or it does not count.
 * @param arrivedAt when they asked, where that was before this.
 * @throws NotFound for an address that never was or is of another consultation, and for that of an invitation that was
 *   withdrawn.
 */
export async function openParticipant(
  typed: string,
  within?: ConsultedScope,
  arrivedAt = Date.now(),
): Promise<TakesPart> {
  const address = readCode(typed, OWN_ADDRESS_SIGNS);
  if (!address) throw new NotFound();
  const db = await database();
  const [row] = await db
    .select({
      participantId: participant.id,
      dossierId: participant.dossierId,
      consultationId: participant.consultationId,
      withdrawn: sql<boolean>`exists (select from ${invitation}
        where ${invitation.codeSha256} = ${codeHash(address)} and ${invitation.withdrawnAt} is not null)`,
    })
    .from(participant)
    .where(eq(participant.addressSha256, sha256(address)));
  if (!row || row.withdrawn) throw new NotFound();
  const { withdrawn: _withdrawn, ...found } = row;
  if (within && within.consultationId !== found.consultationId) throw new NotFound();
  const general = and(
    eq(consultationAddress.consultationId, found.consultationId),
    isNull(consultationAddress.stakeholderGroupId),
  );
  const at =
    within ?? (await invitedBy(db, address)) ?? (general && (await consultedBy(db, general)));
  if (!at) throw new NotFound();
  const own = mint(participantKind, {
    ...found,
    arrivedAt,
    actor: { type: "participant" },
    dossierId: found.dossierId as AuthorizedDossierId,
  });
  return { own, at };
}
