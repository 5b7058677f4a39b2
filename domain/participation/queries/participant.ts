import { and, between, desc, eq, inArray, ne, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { answer, moderation, personalSearch, reaction, sourceVersion } from "@/db/schema";
import type { Position, RefusalReason } from "@/db/vocabulary";
import { NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { changeWords, placedThrough } from "../../kernel/layer";
import { query } from "../../kernel/query";
import {
  type ConsultedScope,
  consulted,
  type ParticipantScope,
  participant,
} from "../../kernel/scope";
import { withoutUnknown } from "../../personal-data/rows";
import { pictureBytes } from "../../statements/rows/pictures";
import {
  type ClosedResult,
  type ConsultationPage,
  FEWEST_SHOWN,
  OTHERS_SHOWN_AT_ONCE,
  type OthersRead,
  type OwnAnswers,
} from "../model";
import {
  answersOf,
  chosenPosition,
  consultationPageOf,
  isRestedOn,
  ownAnswersOf,
  ownReceiptOf,
  positionsIn,
} from "../rows";
import { thoughtOf } from "../rules";

/**
 * An online consultation as who has its address sees it: what somebody chose to show of the stellingen, and
 * nothing that anybody said. What is personal data in it is replaced, whatever brought it there.
 */
export const consultationPage = query(
  consulted,
  async (scope: ConsultedScope): Promise<ConsultationPage> => {
    const db = await database();
    const { dossierId, consultationId, groupId, invited, withdrawn } = scope;
    const page = await consultationPageOf(db, dossierId, consultationId, groupId);
    if (withdrawn) page.state = "closed";
    // Whom one can ask is personal data that is meant to stand there.
    const house = placedThrough(page.house);
    const read = changeWords({ ...page, invited, withdrawn, house }, (await scope.layer()).shown);
    return { ...(await withoutUnknown(db, dossierId, read)), house };
  },
);

/** The bytes (WebP) of a picture with an explanation that is shown in this consultation. @throws NotFound */
export const consultationPicture = query(
  consulted,
  async (scope: ConsultedScope, id: string): Promise<Uint8Array> => {
    const asked = uuid.safeParse(id).success;
    const bytes = asked ? await pictureBytes(await database(), scope, id, { outside: true }) : null;
    if (!bytes) throw new NotFound();
    return bytes;
  },
);

/** What a participant wrote, sent or not; nobody else asks this. */
export const ownAnswers = query(
  participant,
  async (scope: ParticipantScope): Promise<OwnAnswers> => ownAnswersOf(await database(), scope),
);

/** The number of a participant, and when they sent something last (ISO, null for never). */
export const ownReceipt = query(
  participant,
  async (scope: ParticipantScope): Promise<Pick<OwnAnswers, "number" | "sentAt">> =>
    ownReceiptOf(await database(), scope),
);

/**
 * Of what a participant sent, how much others in the house rest something on already: that cannot be erased. Asked before
 * it is taken back.
 */
export const ownRestedOn = query(participant, async (scope: ParticipantScope): Promise<number> => {
  const db = await database();
  let count = 0;
  for (const { state, reactionId, sourceId } of await answersOf(db, scope.participantId)) {
    if (state === "withdrawn" || !reactionId || !sourceId) continue;
    if (await isRestedOn(db, { reactionId, sourceId })) count += 1;
  }
  return count;
});

/**
 * What others wrote, newest first, by stelling, as far as this consultation lets it be read: never, after one sent
 * something oneself, or after closing. Only what may be read without somebody looking at it first, and of which
 * personal data was searched and replaced. Not by whom, and not of which group.
 *
 * @param own the participant who asks, when they take part.
 * @param part which fifty of each stelling, from 1; or one reaction alone.
 * @returns null while nothing of it may be read.
 */
export const othersReactions = query(
  consulted,
  async (
    scope: ConsultedScope,
    own: ParticipantScope | null,
    { page: asked = 1, reactionId }: { page?: number; reactionId?: string } = {},
  ): Promise<OthersRead | null> => {
    const db = await database();
    const { dossierId, consultationId, groupId } = scope;
    const page = await consultationPageOf(db, dossierId, consultationId, groupId);
    if (scope.withdrawn) return null;
    const mine = own?.consultationId === consultationId ? own.participantId : null;
    if (page.others === "never") return null;
    if (page.others === "afterClosing" && page.state !== "closed") return null;
    if (page.others === "afterOwn") {
      const sent = mine ? await answersOf(db, mine) : [];
      if (sent.every(({ state }) => state === "withdrawn")) return null;
    }
    const { shown } = await scope.layer();
    const ids = page.statements.map(({ id }) => id);
    const before = (asked - 1) * OTHERS_SHOWN_AT_ONCE;
    const ranked = db
      .select({
        id: reaction.id,
        statementId: answer.statementId,
        position:
          sql<Position | null>`case when ${answer.state} = 'placed' then ${chosenPosition} end`.as(
            "position",
          ),
        // Of what was not placed its place is read, and why.
        text: sql<string>`case when ${answer.state} = 'placed' then ${reaction.text} else '' end`.as(
          "text",
        ),
        refused: sql<RefusalReason | null>`case when ${answer.state} = 'refused' then (
          select m.reason from ${moderation} m where m.reaction_id = ${reaction.id}
          order by m.n desc limit 1) end`.as("refused"),
        sentAt: answer.sentAt,
        // Those that are not shown take no place of those that are.
        place: sql<number>`row_number() over (
          partition by ${answer.statementId}, ${answer.state} order by ${answer.sentAt} desc, ${answer.id} desc)`.as(
          "place",
        ),
      })
      .from(answer)
      .innerJoin(reaction, eq(reaction.id, answer.reactionId))
      .where(
        and(
          eq(answer.dossierId, dossierId),
          eq(answer.consultationId, consultationId),
          inArray(answer.statementId, ids),
          inArray(answer.state, ["placed", "refused"]),
          eq(answer.worded, true),
          mine ? ne(answer.participantId, mine) : undefined,
          // All of its words were searched.
          sql`not exists (select from ${sourceVersion} v where v.source_id = ${answer.sourceId}
            and not exists (select from ${personalSearch} p where p.source_version_id = v.id))`,
        ),
      )
      .as("ranked");
    const rows = await db
      .select({
        id: ranked.id,
        statementId: ranked.statementId,
        position: ranked.position,
        text: ranked.text,
        refused: ranked.refused,
        place: ranked.place,
      })
      .from(ranked)
      .where(
        reactionId
          ? eq(ranked.id, reactionId)
          : // One more says whether there are older ones.
            between(ranked.place, before + 1, before + OTHERS_SHOWN_AT_ONCE + 1),
      )
      .orderBy(desc(ranked.sentAt), desc(ranked.id));
    const last = before + OTHERS_SHOWN_AT_ONCE;
    const here = reactionId ? rows : rows.filter(({ place }) => place <= last);
    const read = await withoutUnknown(
      db,
      dossierId,
      changeWords(
        here.map(({ place: _at, ...row }) => row),
        shown,
      ),
    );
    return {
      older: here.length < rows.length,
      byStatement: new Map(
        ids.map((id) => [
          id,
          read
            .filter(({ statementId }) => statementId === id)
            .map(({ statementId: _of, ...other }) => other),
        ]),
      ),
    };
  },
);

/**
 * What people thought of each stelling, once the consultation is closed: not before, for who looks on would see whose vote came
 * in. By stelling; of fewer than five people together only how many they are. Who only wrote chose nothing, and is not counted.
 *
 * @returns null while it may not be read, or where no position was asked.
 */
export const closedResults = query(
  consulted,
  async ({
    dossierId,
    consultationId,
    groupId,
    withdrawn,
  }: ConsultedScope): Promise<ReadonlyMap<string, ClosedResult> | null> => {
    const db = await database();
    const page = await consultationPageOf(db, dossierId, consultationId, groupId);
    if (withdrawn || page.others === "never" || page.state !== "closed") return null;
    if (!page.asksPosition) return null;
    const all = await positionsIn(db, consultationId);
    return new Map(
      page.statements.map(({ id }) => {
        const { positions, total, earlier } = thoughtOf(all, id);
        return [id, { total, earlier, positions: total >= FEWEST_SHOWN ? positions : null }];
      }),
    );
  },
);
