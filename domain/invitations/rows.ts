import { and, asc, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { consultation, invitation, mail, stakeholderGroup } from "@/db/schema";
import { keyed, seal, unseal } from "@/db/seal";
import { headOf } from "../dossiers/rows";
import { Invalid, NotFound } from "../kernel/errors";
import type { AuthorizedDossierId } from "../kernel/scope";
import { askedIn, lockOnline, type OnlineRow, onlineIn } from "../participation/rows";
import { stateAt } from "../participation/rules";
import { sameness } from "./formats";
import { type InvitationWords, type Invited, invited, type ListedPerson } from "./model";
import { keptUntil } from "./rules";

const about = (id: string) => `invitation ${id}`;
const aboutCode = (id: string) => `invitation code ${id}`;

export const sealPerson = (id: string, { name, email, address }: Invited): string =>
  seal(about(id), JSON.stringify({ name, email, address }));

export const sealCode = (id: string, code: string): string => seal(aboutCode(id), code);

/** Who is invited; null when the term is over, or the key is another. */
export function personOf(row: { id: string; sealed: string | null }): Invited | null {
  const words = row.sealed && unseal(about(row.id), row.sealed);
  return words ? invited.parse(JSON.parse(words)) : null;
}

/** The code of an invitation, as long as it is kept. */
export const codeIn = (row: { id: string; sealedCode: string | null }): string | null =>
  row.sealedCode && unseal(aboutCode(row.id), row.sealedCode);

/** By which the same person is known in a list that comes again. */
export const personKeyOf = (
  consultationId: string,
  person: Omit<ListedPerson, "line" | "groupId">,
) => keyed(`invited to ${consultationId}`, sameness(person));

export type InvitationRecord = typeof invitation.$inferSelect;

/** How one consultation is held online, locked against two who invite at the same time. @throws NotFound */
export const lockInviting = lockOnline;

/** Invitations of a consultation, locked, in an order in which nobody waits for another who waits. */
export async function lockInvitations(
  tx: Database,
  dossierId: AuthorizedDossierId,
  consultationId: string,
  where: SQL | undefined,
  ids?: readonly string[],
): Promise<InvitationRecord[]> {
  const rows = await tx
    .select()
    .from(invitation)
    .where(
      and(
        eq(invitation.dossierId, dossierId),
        eq(invitation.consultationId, consultationId),
        ids ? inArray(invitation.id, [...ids]) : undefined,
        where,
      ),
    )
    .orderBy(asc(invitation.id))
    .for("update");
  return rows;
}

/** That nobody can be written to any more: they were withdrawn, or the term is over. */
export const reachable = and(isNull(invitation.withdrawnAt), isNotNull(invitation.sealed));

/** Whether the mail of an invitation was refused, as its row says or said. */
export const mailRefused = sql`coalesce((select m.state from ${mail} m where m.id = ${invitation.mailId}),
  ${invitation.mailState}) = 'failed'`;

/** @throws Invalid while nobody can come in by an invitation: it was not opened, or is closed. */
export function refuseUnopened(online: OnlineRow): void {
  if (!["open", "planned"].includes(stateAt(online, Date.now()))) {
    throw new Invalid("invitations.errors.notOpen");
  }
}

/** What all letters and mails of a consultation say. @throws NotFound */
export async function wordsFor(
  db: Database,
  dossierId: AuthorizedDossierId,
  consultationId: string,
): Promise<InvitationWords> {
  const online = await onlineIn(db, dossierId, consultationId);
  const [found] = await db
    .select({ title: consultation.title })
    .from(consultation)
    .where(and(eq(consultation.id, consultationId), eq(consultation.dossierId, dossierId)));
  if (!online || !found) throw new NotFound();
  const { contractingAuthority } = await headOf(db, dossierId);
  const { introduction, opensAt, answerBy, privacy, contact } = online;
  return {
    sender: contractingAuthority,
    title: found.title,
    introduction,
    count: (await askedIn(db, consultationId)).length,
    opensAt: opensAt && new Date(opensAt).toISOString(),
    closesAt: new Date(online.closesAt ?? Date.now()).toISOString(),
    answerBy,
    privacy,
    contact,
    keptUntil: keptUntil(online, new Date().toISOString()),
  };
}

/** All invitations of a consultation with how far their mails are, in the order in which they were added. */
export async function invitationsIn(
  db: Database,
  dossierId: AuthorizedDossierId,
  consultationId: string,
) {
  const reminder = sql`(select r.state from ${mail} r where r.id = ${invitation.reminderId})`;
  return db
    .select({
      id: invitation.id,
      sealed: invitation.sealed,
      group: stakeholderGroup.name,
      byMail: invitation.byMail,
      askedAt: invitation.askedAt,
      mail: sql<InvitationRecord["mailState"]>`coalesce(${mail.state}, ${invitation.mailState})`,
      reason: mail.reason,
      remindedAt: invitation.remindedAt,
      reminderFailed: sql<boolean>`coalesce(${reminder} = 'failed', false)`,
      reacted: invitation.reactedShown,
      withdrawnAt: invitation.withdrawnAt,
    })
    .from(invitation)
    .leftJoin(stakeholderGroup, eq(stakeholderGroup.id, invitation.stakeholderGroupId))
    .leftJoin(mail, eq(mail.id, invitation.mailId))
    .where(and(eq(invitation.dossierId, dossierId), eq(invitation.consultationId, consultationId)))
    .orderBy(asc(invitation.createdAt), asc(invitation.id));
}
