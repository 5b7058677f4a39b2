import { and, eq, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
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
 *   invited, and for an invitation that was withdrawn before something was sent. They look the same.
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

/** Who has the code of an invitation. Of one that was withdrawn only who sent something: it is theirs to take back. */
async function invitedBy(db: Database, code: string): Promise<ConsultedScope | undefined> {
  const sent = sql`exists (select from ${participant}
    where ${participant.addressSha256} = ${sha256(code)} and ${participant.sentAt} is not null)`;
  const [found] = await db
    .select({
      dossierId: invitation.dossierId,
      consultationId: invitation.consultationId,
      groupId: invitation.stakeholderGroupId,
      keptUntil: invitation.keptUntil,
      withdrawn: sql<boolean>`${invitation.withdrawnAt} is not null`,
    })
    .from(invitation)
    .innerJoin(onlineConsultation, eq(onlineConsultation.consultationId, invitation.consultationId))
    .innerJoin(dossier, eq(dossier.id, invitation.dossierId))
    .where(
      and(
        eq(invitation.codeSha256, codeHash(code)),
        or(isNull(invitation.withdrawnAt), sent),
        opened,
      ),
    );
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
  const open = { invited: false, withdrawn: false, keptUntil: null };
  return mint(consulted, { ...visitorOf(dossierId), ...at, ...open });
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
 *   withdrawn, but for what they sent at their own address.
 */
export async function openParticipant(
  typed: string,
  within?: ConsultedScope,
  arrivedAt = Date.now(),
): Promise<TakesPart> {
  const address = readCode(typed, OWN_ADDRESS_SIGNS);
  if (!address) throw new NotFound();
  const db = await database();
  const [found] = await db
    .select({
      participantId: participant.id,
      dossierId: participant.dossierId,
      consultationId: participant.consultationId,
      invitedAs: invitation.stakeholderGroupId,
      withdrawnAt: invitation.withdrawnAt,
    })
    .from(participant)
    .leftJoin(invitation, eq(invitation.codeSha256, codeHash(address)))
    .where(eq(participant.addressSha256, sha256(address)));
  if (!found) throw new NotFound();
  const { participantId, dossierId, consultationId, invitedAs } = found;
  const withdrawn = found.withdrawnAt !== null;
  if (within && within.consultationId !== consultationId) throw new NotFound();
  // At an open address nothing is theirs any more.
  if (withdrawn && within && !within.withdrawn) throw new NotFound();
  const general = and(
    eq(consultationAddress.consultationId, consultationId),
    isNull(consultationAddress.stakeholderGroupId),
  );
  const at =
    within ??
    (await invitedBy(db, address)) ??
    (withdrawn ? undefined : general && (await consultedBy(db, general)));
  if (!at) throw new NotFound();
  const own = mint(participantKind, {
    participantId,
    consultationId,
    groupId: invitedAs ?? at.groupId,
    withdrawn,
    arrivedAt,
    actor: { type: "participant" },
    dossierId: dossierId as AuthorizedDossierId,
  });
  return { own, at };
}
