import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { headOf } from "../dossiers/rows";
import { apart } from "../kernel/apart";
import { NotFound, TooLarge } from "../kernel/errors";
import { uuid } from "../kernel/fields";
import { query } from "../kernel/query";
import { type ConsultedScope, consulted, type ReaderScope, reader } from "../kernel/scope";
import type { PaperText } from "../papers/model";
import type { PaperTask } from "../papers/task";
import {
  addressesOf,
  askedTexts,
  consultationPageOf,
  countsIn,
  groupsOf,
  onlineIn,
} from "../participation/rows";
import { stateAt } from "../participation/rules";
import { outsideOf } from "../statements/rows";
import {
  type Meeting,
  NOTES_SHOWN,
  type Note,
  type Report,
  type ReportPart,
  type RoomScreen,
} from "./model";
import {
  groupsAndNone,
  lastMeeting,
  leftOutIn,
  meetingNow,
  meetingsOf,
  positionsByGroup,
} from "./rows";
import { resultsOf } from "./rules";
import { paperOfReport } from "./rules/report";

const held = ({ id, startedAt, endedAt }: Meeting): Meeting => ({ id, startedAt, endedAt });

/** What the screen in the room shows now; null for a consultation that nobody prepares to hold online. */
export const roomScreen = query(
  reader,
  async (scope: ReaderScope, consultationId: string): Promise<RoomScreen | null> => {
    if (!uuid.safeParse(consultationId).success) return null;
    const db = await database();
    const { dossierId } = scope;
    const online = await onlineIn(db, dossierId, consultationId);
    if (!online) return null;
    const at = new Date();
    const { title, contractingAuthority } = await consultationPageOf(
      db,
      dossierId,
      consultationId,
      null,
    );
    const asked = await askedTexts(db, consultationId);
    const last = await lastMeeting(db, dossierId, consultationId);
    const meeting = last?.endedAt === null ? last : null;
    const found = asked.findIndex(({ id }) => id === last?.statementId);
    const shown = Math.max(0, found);
    const all = await positionsByGroup(db, consultationId);
    const counts = all.filter(({ statementId }) => statementId === (asked[shown]?.id ?? ""));
    const everybody = (await addressesOf(db, consultationId)).find((one) => one.groupId === null);
    const { asksPosition, positionWords } = online;
    return {
      ...{ consultationId, title, contractingAuthority, asksPosition, positionWords, shown },
      at: at.toISOString(),
      open: stateAt(online, at.getTime()) === "open",
      code: online.admits === "anyone" ? (everybody?.code ?? null) : null,
      meeting: meeting && held(meeting),
      last: last && held(last),
      statements: asked.map((one, i) => ({ ...one, number: i + 1 })),
      resultShown: meeting?.resultShown ?? false,
      voted: counts.reduce((sum, { n }) => sum + n, 0),
      earlier: counts.reduce((sum, { earlier }) => sum + earlier, 0),
      results: resultsOf(await groupsAndNone(db, dossierId), counts),
    };
  },
);

/** The number of the stelling that is on the screen in a room now; null while none is. */
export const shownInRoom = query(
  consulted,
  async ({ dossierId, consultationId }: ConsultedScope): Promise<number | null> => {
    const db = await database();
    const meeting = await meetingNow(db, dossierId, consultationId);
    if (!meeting) return null;
    const asked = await askedTexts(db, consultationId);
    return (
      Math.max(
        0,
        asked.findIndex(({ id }) => id === meeting.statementId),
      ) + 1
    );
  },
);

/** Whether a meeting is going on about an online consultation: its screen is followed also when nobody reacts any more. */
export const meetingGoesOn = query(
  reader,
  async ({ dossierId, archived }: ReaderScope, consultationId: string): Promise<boolean> => {
    if (archived || !uuid.safeParse(consultationId).success) return false;
    return (await meetingNow(await database(), dossierId, consultationId)) !== null;
  },
);

/** The groups that somebody can speak for, in their order. */
export const groupsInRoom = query(
  reader,
  async ({ dossierId }: ReaderScope): Promise<{ id: string; name: string }[]> =>
    groupsOf(await database(), dossierId),
);

/** What was written down in a meeting last, the newest first. */
export const notesOf = query(
  reader,
  async (scope: ReaderScope, meetingId: string): Promise<Note[]> => {
    return rowsOf<Note>(
      await database(),
      sql`select r.id as "reactionId", r.number, r.lock_version as "lockVersion",
          r.statement_id as "statementId", r.kind, r.stakeholder_group_id as "groupId", g.name as "group",
          r.speaker as role, r.text, to_json(n.said_at) #>> '{}' as "saidAt"
        from room_note n
        join room_meeting m on m.id = n.meeting_id
        join live_reaction r on r.id = n.reaction_id
        left join stakeholder_group g on g.id = r.stakeholder_group_id
        where m.dossier_id = ${scope.dossierId} and m.id = ${meetingId}::uuid
        order by n.said_at desc, r.number desc
        limit ${NOTES_SHOWN}`,
    );
  },
);

/** Reactions of which a report can be made: of more nobody reads one. */
const MOST_SAID = 5_000;

/**
 * All of a consultation as its report has it: what people think by group, and what was said in the room and online. Only what
 * counts.
 *
 * @throws NotFound for one that nobody prepares to hold online; TooLarge for one of which no report can be made.
 */
export const consultationReport = query(
  reader,
  async (scope: ReaderScope, consultationId: string): Promise<Report> => {
    if (!uuid.safeParse(consultationId).success) throw new NotFound();
    const db = await database();
    const { dossierId } = scope;
    const online = await onlineIn(db, dossierId, consultationId);
    if (!online) throw new NotFound();
    const { title, contractingAuthority, introduction } = await consultationPageOf(
      db,
      dossierId,
      consultationId,
      null,
    );
    // Also what is not shown any more: people voted on it.
    const { statements: put } = await outsideOf(db, dossierId, consultationId);
    const groups = await groupsAndNone(db, dossierId);
    const counts = await positionsByGroup(db, consultationId);
    const said = await rowsOf<ReportPart["said"][number] & { statementId: string | null }>(
      db,
      sql`select r.statement_id as "statementId", r.number, r.kind, g.name as "group", r.speaker as role, r.text,
          n.reaction_id is not null as "inRoom"
        from live_reaction r
        left join answer a on a.reaction_id = coalesce(r.part_of_id, r.id)
        left join room_note n on n.reaction_id = coalesce(r.part_of_id, r.id)
        left join stakeholder_group g on g.id = r.stakeholder_group_id
        where r.dossier_id = ${dossierId} and r.consultation_id = ${consultationId}::uuid
          and (a.id is null or a.worded)
        order by r.number
        limit ${MOST_SAID + 1}`,
    );
    if (said.length > MOST_SAID) throw new TooLarge("room.errors.tooLarge", { limit: MOST_SAID });
    const known = new Set(put.map(({ statementId }) => statementId));
    const partOf = (id: string | null, statement: ReportPart["statement"]): ReportPart => {
      const own = id === null ? [] : counts.filter((one) => one.statementId === id);
      return {
        statement,
        results: resultsOf(groups, own),
        people: own.reduce((sum, { n }) => sum + n, 0),
        earlier: own.reduce((sum, { earlier }) => sum + earlier, 0),
        said: said
          .filter(({ statementId }) =>
            id === null ? !known.has(statementId ?? "") : statementId === id,
          )
          .map(({ statementId: _s, ...one }) => one),
      };
    };
    const { asksPosition, positionWords } = online;
    return {
      ...{ title, contractingAuthority, introduction, asksPosition, positionWords },
      dossier: (await headOf(db, dossierId)).title,
      madeAt: new Date().toISOString(),
      open: stateAt(online, Date.now()) === "open",
      meetings: (await meetingsOf(db, dossierId, consultationId)).toReversed(),
      people: (await countsIn(db, consultationId)).people,
      leftOut: await leftOutIn(db, consultationId),
      parts: [
        ...put
          .map(({ statementId, number, text, shown }) => ({
            shown,
            part: partOf(statementId, { number, text }),
          }))
          .filter(({ shown, part }) => shown !== "nothing" || part.people + part.said.length > 0)
          .map(({ part }) => part),
        partOf(null, null),
      ],
    };
  },
);

const LIMITS = { megabytes: 500, seconds: 60 };

/** The report as a Word document, made in a process of its own. @param text fixed words, in Dutch. */
export async function reportFile(report: Report, text: PaperText): Promise<Uint8Array> {
  const input: PaperTask = { paper: paperOfReport(report, text), format: "docx" };
  return apart<PaperTask, never, Uint8Array>("domain/papers/task.ts", input, () => {}, LIMITS);
}
