import { and, asc, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import {
  consultation,
  consultationAddress,
  explanationPicture,
  onlineConsultation,
  stakeholderGroup,
  statement,
  statementOccurrence,
} from "@/db/schema";
import { headOf } from "../../dossiers/rows";
import { NotFound } from "../../kernel/errors";
import type { AuthorizedDossierId } from "../../kernel/scope";
import { SHOWN_PICTURE } from "../../statements/rows/pictures";
import { marksOf } from "../../text/rich-body";
import { type AskedStatement, type ConsultationPage, MAX_ASKED, type OnlineFacts } from "../model";
import { closedFrom, stateAt } from "../rules";

const FACTS = {
  introduction: onlineConsultation.introduction,
  opensAt: onlineConsultation.opensAt,
  closesAt: onlineConsultation.closesAt,
  answerBy: onlineConsultation.answerBy,
  asksPosition: onlineConsultation.asksPosition,
  positionWords: onlineConsultation.positionWords,
  admits: onlineConsultation.admits,
  others: onlineConsultation.others,
  moderation: onlineConsultation.moderation,
  maxLength: onlineConsultation.maxLength,
  takesFiles: onlineConsultation.takesFiles,
  missingQuestion: onlineConsultation.missingQuestion,
  thanks: onlineConsultation.thanks,
  privacy: onlineConsultation.privacy,
  contact: onlineConsultation.contact,
  keepDays: onlineConsultation.keepDays,
  wipedAt: onlineConsultation.wipedAt,
  openedAt: onlineConsultation.openedAt,
  endedAt: onlineConsultation.endedAt,
};

export type OnlineRow = OnlineFacts & { consultationId: string; lockVersion: number };

const here = (dossierId: AuthorizedDossierId, consultationId: string) =>
  and(
    eq(onlineConsultation.consultationId, consultationId),
    eq(onlineConsultation.dossierId, dossierId),
  );

const ROW = {
  ...FACTS,
  consultationId: onlineConsultation.consultationId,
  lockVersion: onlineConsultation.lockVersion,
};

/** How a consultation of the dossier is held online; null when it is not prepared. */
export async function onlineIn(
  db: Database,
  dossierId: AuthorizedDossierId,
  consultationId: string,
): Promise<OnlineRow | null> {
  const [found] = await db
    .select(ROW)
    .from(onlineConsultation)
    .where(here(dossierId, consultationId));
  return found ?? null;
}

/** The same, locked against who changes it. Who reacts does not wait for it. @throws NotFound */
export async function lockOnline(
  tx: Database,
  { dossierId }: { dossierId: AuthorizedDossierId },
  { consultationId }: { consultationId: string },
): Promise<OnlineRow> {
  const [found] = await tx
    .select(ROW)
    .from(onlineConsultation)
    .where(here(dossierId, consultationId))
    .for("no key update");
  if (!found) throw new NotFound();
  return found;
}

/** The consultations that were closed longer ago than what was kept of who reacted is kept. */
export async function consultationsToWipe(
  db: Database,
): Promise<{ dossierId: string; consultationId: string }[]> {
  return db
    .select({
      dossierId: onlineConsultation.dossierId,
      consultationId: onlineConsultation.consultationId,
    })
    .from(onlineConsultation)
    .where(
      and(
        isNotNull(onlineConsultation.openedAt),
        isNull(onlineConsultation.wipedAt),
        // The last minute counts to its end, and somebody may have ended it before.
        sql`least(${onlineConsultation.closesAt} + interval '1 minute', ${onlineConsultation.endedAt})
          + ${onlineConsultation.keepDays} * interval '1 day' <= now()`,
      ),
    );
}

const asked = (consultationId: string) =>
  and(
    eq(statementOccurrence.consultationId, consultationId),
    ne(statementOccurrence.shownOutside, "nothing"),
  );

/** The stellingen of a consultation that somebody chose to show, as they are put to participants. */
export async function askedIn(db: Database, consultationId: string): Promise<AskedStatement[]> {
  const rows = await db
    .select({
      id: statementOccurrence.statementId,
      number: statementOccurrence.number,
      text: statement.text,
      explanation: sql<string | null>`case when ${statementOccurrence.shownOutside} = 'explanation'
        then ${statementOccurrence.explanation} end`,
      stored: statementOccurrence.explanationBody,
      picture: SHOWN_PICTURE,
    })
    .from(statementOccurrence)
    .innerJoin(statement, eq(statement.id, statementOccurrence.statementId))
    .leftJoin(explanationPicture, eq(explanationPicture.occurrenceId, statementOccurrence.id))
    .where(asked(consultationId))
    .orderBy(asc(statementOccurrence.number))
    .limit(MAX_ASKED);
  return rows.map(({ stored, picture, ...row }) => ({
    ...row,
    explanationBody: marksOf(row.explanation, stored),
    picture: row.explanation === null ? null : picture,
  }));
}

/** The stellingen that are put in a consultation, by their words alone: for who needs no explanation of them. */
export async function askedTexts(
  db: Database,
  consultationId: string,
): Promise<Pick<AskedStatement, "id" | "text">[]> {
  return db
    .select({ id: statementOccurrence.statementId, text: statement.text })
    .from(statementOccurrence)
    .innerJoin(statement, eq(statement.id, statementOccurrence.statementId))
    .where(asked(consultationId))
    .orderBy(asc(statementOccurrence.number))
    .limit(MAX_ASKED);
}

/**
 * What decides about an answer that is kept, and where who gave it goes on: one read, and no words of the consultation.
 *
 * @returns the stellingen that are put by their ids. @throws NotFound
 */
export async function courseIn(
  db: Database,
  dossierId: AuthorizedDossierId,
  consultationId: string,
): Promise<{
  ids: readonly string[];
  asksMissing: boolean;
  maxLength: number;
  wipedAt: string | null;
  hasGroups: boolean;
}> {
  const [found] = await db
    .select({
      ids: sql<string[]>`coalesce((select jsonb_agg(x.statement_id) from (
        select ${statementOccurrence.statementId} from ${statementOccurrence} where ${asked(consultationId)}
        order by ${statementOccurrence.number} limit ${MAX_ASKED}) x), '[]')`,
      asksMissing: sql<boolean>`${onlineConsultation.missingQuestion} is not null`,
      maxLength: onlineConsultation.maxLength,
      wipedAt: onlineConsultation.wipedAt,
      hasGroups: sql<boolean>`exists (select from ${stakeholderGroup}
        where ${stakeholderGroup.dossierId} = ${dossierId})`,
    })
    .from(onlineConsultation)
    .where(here(dossierId, consultationId));
  if (!found) throw new NotFound();
  return found;
}

/** The groups one can react as, in the order of the dossier. */
export async function groupsOf(db: Database, dossierId: AuthorizedDossierId) {
  return db
    .select({ id: stakeholderGroup.id, name: stakeholderGroup.name })
    .from(stakeholderGroup)
    .where(eq(stakeholderGroup.dossierId, dossierId))
    .orderBy(asc(stakeholderGroup.position), asc(stakeholderGroup.id));
}

/**
 * What an address of an online consultation shows, whoever asks.
 *
 * @param groupId of whom the address is. @throws NotFound
 */
export async function consultationPageOf(
  db: Database,
  dossierId: AuthorizedDossierId,
  consultationId: string,
  groupId: string | null,
): Promise<ConsultationPage> {
  const [found] = await db
    .select({ ...FACTS, title: consultation.title })
    .from(onlineConsultation)
    .innerJoin(consultation, eq(consultation.id, onlineConsultation.consultationId))
    .where(here(dossierId, consultationId));
  if (!found) throw new NotFound();
  const { contractingAuthority } = await headOf(db, dossierId);
  const groups = await groupsOf(db, dossierId);
  const { openedAt: _o, endedAt: _e, wipedAt: _w, privacy, contact, ...facts } = found;
  return {
    ...facts,
    house: { privacy, contact },
    contractingAuthority,
    invited: false,
    withdrawn: false,
    state: stateAt(found, Date.now()),
    closedFrom: closedFrom(found),
    group: groups.find(({ id }) => id === groupId) ?? null,
    groups,
    statements: await askedIn(db, consultationId),
  };
}

/** The addresses of an online consultation: that of everybody first. */
export async function addressesOf(db: Database, consultationId: string) {
  return db
    .select({
      groupId: consultationAddress.stakeholderGroupId,
      group: stakeholderGroup.name,
      code: consultationAddress.code,
    })
    .from(consultationAddress)
    .leftJoin(stakeholderGroup, eq(stakeholderGroup.id, consultationAddress.stakeholderGroupId))
    .where(eq(consultationAddress.consultationId, consultationId))
    .orderBy(sql`${stakeholderGroup.position} nulls first`, asc(consultationAddress.id));
}
