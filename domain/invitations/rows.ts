import { and, asc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { sha256 } from "@/db/hash";
import { dossier, invitation, mail, participant, stakeholderGroup } from "@/db/schema";
import type { PendingMail } from "@/db/schema/invitations";
import { keyed, seal, unseal } from "@/db/seal";
import { MAIL_LANGUAGES, type MailLanguage } from "@/db/vocabulary";
import { Invalid, NotFound } from "../kernel/errors";
import { batches } from "../kernel/rows";
import type { AuthorizedDossierId } from "../kernel/scope";
import type { Told } from "../mail/model";
import {
  askedTexts,
  groupsOf,
  lockOnline,
  type OnlineRow,
  onlineIn,
  outsideWords,
  wordsOutside,
} from "../participation/rows";
import { minutesFor, stateAt } from "../participation/rules";
import { readList, sameness } from "./formats";
import {
  CODE_PLACE,
  type InvitationWords,
  type Invited,
  type InvitedShown,
  invited,
  type ListedPerson,
  MAX_INVITED,
} from "./model";
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

/** That somebody can be written to: they were not withdrawn, and the term is not over. */
export const reachable = and(isNull(invitation.withdrawnAt), isNotNull(invitation.sealed));

/** How far the mail of an invitation is, as its row says or said. */
const mailState = sql<InvitationRecord["mailState"]>`coalesce(
  (select m.state from ${mail} m where m.id = ${invitation.mailId}), ${invitation.mailState})`;

const unsent = and(isNull(invitation.askedAt), isNull(invitation.letterAt));

/** Who can be written to by mail now. Of who is known to have reacted the code is gone. */
const mailable = and(
  reachable,
  eq(invitation.byMail, true),
  isNull(invitation.pending),
  eq(invitation.reacted, false),
);

/**
 * Who may be mailed: to be invited, or to be reminded, once, of a mail that went.
 *
 * @param ids who was chosen: those get an invitation as well when a letter was made, or their address was refused.
 */
export function mayBeMailed(
  template: "invitation" | "reminder",
  ids?: readonly string[],
): SQL | undefined {
  const among = ids ? inArray(invitation.id, [...ids]) : undefined;
  if (template === "reminder") {
    const went = sql`${mailState} in ('sent', 'perhaps')`;
    return and(mailable, among, isNotNull(invitation.askedAt), isNull(invitation.remindedAt), went);
  }
  const again = or(isNull(invitation.askedAt), sql`${mailState} = 'failed'`);
  return and(mailable, among, ids ? again : unsent);
}

/** Which invitations belong to what one looks at. */
export const SHOWN: Record<InvitedShown, SQL | undefined> = {
  all: undefined,
  unsent: and(isNull(invitation.withdrawnAt), unsent),
  failed: and(isNull(invitation.withdrawnAt), sql`${mailState} in ('failed', 'perhaps')`),
  silent: and(
    isNull(invitation.withdrawnAt),
    or(isNotNull(invitation.askedAt), isNotNull(invitation.letterAt)),
    eq(invitation.reacted, false),
  ),
  withdrawn: isNotNull(invitation.withdrawnAt),
};

/** Whether an address of it leads somewhere where one can react, now or later. */
export const isReachable = (online: OnlineRow): boolean =>
  ["open", "planned"].includes(stateAt(online, Date.now()));

/** @throws Invalid while nobody can come in by an invitation: it was not opened, or is closed. */
export function refuseUnopened(online: OnlineRow): void {
  if (!isReachable(online)) throw new Invalid("invitations.errors.notOpen");
}

/** What all letters and mails of a consultation say. Not in a transaction. @throws NotFound */
export async function wordsFor(
  db: Database,
  dossierId: AuthorizedDossierId,
  consultationId: string,
): Promise<InvitationWords> {
  const online = await onlineIn(db, dossierId, consultationId);
  if (!online) throw new NotFound();
  const { introduction, opensAt, privacy } = online;
  const count = (await askedTexts(db, consultationId)).length;
  return {
    ...(await outsideWords(db, dossierId, consultationId)),
    ...(await wordsOutside(db, dossierId, { introduction })),
    count,
    minutes: minutesFor(count),
    opensAt: opensAt && new Date(opensAt).toISOString(),
    // Like whom one can ask it is meant to be read as it is.
    privacy,
  };
}

/**
 * What an invitation, or its reminder, says of its mail just before that goes. Nobody is reminded who reacted, and who that
 * is shows nowhere: their mail is forgotten.
 *
 * @param mailId of that row. @param page the full address of which the code is the last part.
 */
export async function tellMail(
  db: Database,
  dossierId: AuthorizedDossierId,
  mailId: string,
  page: string,
): Promise<Told> {
  const [found] = await db
    .select({ row: invitation, archivedAt: dossier.archivedAt })
    .from(invitation)
    .innerJoin(dossier, eq(dossier.id, invitation.dossierId))
    .where(
      and(
        eq(invitation.dossierId, dossierId),
        or(eq(invitation.mailId, mailId), eq(invitation.reminderId, mailId)),
      ),
    );
  if (!found) return "forget";
  const { row, archivedAt } = found;
  const [person, code] = [personOf(row), codeIn(row)];
  if (row.withdrawnAt || !person?.email || !code) return "forget";
  const online = await onlineIn(db, dossierId, row.consultationId);
  if (!online || archivedAt !== null || !isReachable(online)) return "tooLate";
  if (row.reminderId === mailId && (await reactedAmong(db, [row])).size > 0) return "forget";
  const values = {
    ...(await wordsFor(db, dossierId, row.consultationId)),
    name: person.name,
    keptUntil: keptUntil(online, row.keptUntil),
    address: `${page}${code}`,
  };
  return { to: person.email, values };
}

/**
 * What the mail with the outcome says just before it goes. It goes to all who were told of the consultation, for who reacted
 * is known of nobody; of whom the code is still kept it names their own address.
 *
 * @param where the full addresses of one's own reactions (with `CODE_PLACE` for the code) and of the edition, and its number.
 */
export async function tellOutcome(
  db: Database,
  dossierId: AuthorizedDossierId,
  mailId: string,
  { page, edition, number }: { page: string; edition: string; number: string },
): Promise<Told> {
  const [row] = await db
    .select()
    .from(invitation)
    .where(and(eq(invitation.dossierId, dossierId), eq(invitation.outcomeId, mailId)));
  const person = row && personOf(row);
  if (!row || row.withdrawnAt || !person?.email) return "forget";
  const online = await onlineIn(db, dossierId, row.consultationId);
  if (!online) return "forget";
  const { sender, title, contact } = await outsideWords(db, dossierId, row.consultationId);
  const code = codeIn(row);
  const parts = page.split("/");
  const values = {
    ...{ sender, title, contact, name: person.name, number, edition },
    // As a part by itself: a host may have it in its name.
    own: code ? parts.map((part) => (part === CODE_PLACE ? code : part)).join("/") : null,
    keptUntil: keptUntil(online, row.keptUntil),
  };
  return { to: person.email, values };
}

/** Who is told of an outcome: whoever was written to about the consultation, has an address, and was not told before. */
const toldOfOutcome = and(
  reachable,
  eq(invitation.byMail, true),
  isNull(invitation.pending),
  isNull(invitation.outcomeAt),
  or(isNotNull(invitation.askedAt), isNotNull(invitation.letterAt)),
);

/** How many are told of an outcome in these consultations. */
export async function countOutcomes(
  db: Database,
  dossierId: AuthorizedDossierId,
  consultationIds: readonly string[],
): Promise<number> {
  if (consultationIds.length === 0) return 0;
  return db.$count(invitation, inConsultations(dossierId, consultationIds));
}

/**
 * Asks, once, to tell who was invited that it stands in an edition what was done with what people said.
 *
 * @returns in which consultations somebody is told, and how many in all.
 */
export async function askOutcomes(
  tx: Database,
  dossierId: AuthorizedDossierId,
  consultationIds: readonly string[],
  { page, edition }: { page: string; edition: { address: string; number: string } },
): Promise<{ consultationIds: string[]; count: number }> {
  if (consultationIds.length === 0) return { consultationIds: [], count: 0 };
  const pending = (language: MailLanguage): PendingMail => ({
    ...{ what: "outcome", language, page, edition },
  });
  const asked: { consultationId: string }[] = [];
  for (const language of MAIL_LANGUAGES) {
    const rows = await tx
      .update(invitation)
      .set({ pending: pending(language), outcomeAt: sql`now()` })
      .where(
        and(
          inConsultations(dossierId, consultationIds),
          sql`coalesce(${invitation.language}, ${MAIL_LANGUAGES[0]}) = ${language}`,
        ),
      )
      .returning({ consultationId: invitation.consultationId });
    asked.push(...rows);
  }
  const ids = new Set(asked.map(({ consultationId }) => consultationId));
  return { consultationIds: [...ids], count: asked.length };
}

const inConsultations = (dossierId: AuthorizedDossierId, ids: readonly string[]) =>
  and(
    eq(invitation.dossierId, dossierId),
    inArray(invitation.consultationId, [...ids]),
    toldOfOutcome,
  );

/**
 * Who of these sent something, and of which group that is, by the codes that are still kept: without those nobody can say.
 *
 * @returns the group (null: none) by the id of the invitation.
 */
export async function reactedAmong(
  db: Database,
  rows: readonly InvitationRecord[],
): Promise<Map<string, string | null>> {
  const byHash = new Map<string, string>();
  for (const row of rows) {
    const code = codeIn(row);
    if (code) byHash.set(sha256(code), row.id);
  }
  const reacted = new Map<string, string | null>();
  for (const hashes of batches([...byHash.keys()])) {
    const found = await db
      .select({ hash: participant.addressSha256, groupId: participant.stakeholderGroupId })
      .from(participant)
      .where(and(inArray(participant.addressSha256, hashes), isNotNull(participant.sentAt)));
    for (const { hash, groupId } of found) reacted.set(byHash.get(hash) ?? "", groupId);
  }
  return reacted;
}

interface Listed extends ListedPerson {
  personKey: string;
}

/**
 * What a list would do to who is invited already: looked at, and done, by the same rule.
 *
 * @returns `moved` with the id of their invitation, and `seen`, by which the same is known again.
 * @throws Invalid after closing, when nobody is named, and when there are too many. Of a list with faults nothing may be done.
 */
export async function readInvited(
  db: Database,
  dossierId: AuthorizedDossierId,
  {
    consultationId,
    list,
    groupId,
  }: { consultationId: string; list: string; groupId: string | null },
  online: OnlineRow,
) {
  if (stateAt(online, Date.now()) === "closed") throw new Invalid("invitations.errors.closed");
  const groups = await groupsOf(db, dossierId);
  const usual = groups.find(({ id }) => id === groupId)?.id ?? null;
  const { people, faults } = readList(list, groups, null);
  if (faults.length === 0 && people.length === 0) throw wrongList("invitations.errors.empty");
  const there = await db
    .select({
      id: invitation.id,
      personKey: invitation.personKey,
      groupId: invitation.stakeholderGroupId,
    })
    .from(invitation)
    .where(and(eq(invitation.dossierId, dossierId), eq(invitation.consultationId, consultationId)));
  const known = new Map(there.map((row) => [row.personKey, row]));
  const fresh: Listed[] = [];
  const moved: (ListedPerson & { id: string })[] = [];
  for (const person of people) {
    const personKey = personKeyOf(consultationId, person);
    const row = known.get(personKey);
    const own = person.groupId ?? row?.groupId ?? usual;
    if (!row) fresh.push({ ...person, groupId: own, personKey });
    else if (own !== row.groupId) moved.push({ ...person, groupId: own, id: row.id });
  }
  if (there.length + fresh.length > MAX_INVITED) {
    throw wrongList("invitations.errors.tooMany", MAX_INVITED);
  }
  const seen = sha256(JSON.stringify([fresh, moved]));
  return { faults, fresh, moved, known: people.length - fresh.length, groups, seen };
}

/** A refusal of a list, at the list. */
export function wrongList(list: `invitations.errors.${ListRefusal}`, count = 0): Invalid {
  return new Invalid("errors.fields", { count }, { list });
}

type ListRefusal = "lines" | "empty" | "tooMany" | "listChanged";

/** Invitations of a consultation with how far their mails are, in the order in which they were added. */
export async function invitationsIn(
  db: Database,
  dossierId: AuthorizedDossierId,
  consultationId: string,
  where: SQL | undefined,
  { limit = MAX_INVITED, offset = 0 } = {},
) {
  return db
    .select({
      id: invitation.id,
      sealed: invitation.sealed,
      group: stakeholderGroup.name,
      byMail: invitation.byMail,
      askedAt: invitation.askedAt,
      letterAt: invitation.letterAt,
      mail: mailState,
      reason: mail.reason,
      remindedAt: invitation.remindedAt,
      reacted: invitation.reacted,
      withdrawnAt: invitation.withdrawnAt,
    })
    .from(invitation)
    .leftJoin(stakeholderGroup, eq(stakeholderGroup.id, invitation.stakeholderGroupId))
    .leftJoin(mail, eq(mail.id, invitation.mailId))
    .where(
      and(
        eq(invitation.dossierId, dossierId),
        eq(invitation.consultationId, consultationId),
        where,
      ),
    )
    .orderBy(asc(invitation.createdAt), asc(invitation.id))
    .limit(limit)
    .offset(offset);
}
