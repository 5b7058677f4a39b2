import { randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beginChainsAside } from "@/db/audit";
import { type Database, database } from "@/db/client";
import { consultationAddress, onlineConsultation } from "@/db/schema";
import type { Audience, ConsultationKind } from "@/db/vocabulary";
import { insertConsultation, lockedConsultation } from "../../consultations/rows";
import { asOutsider } from "../../dossiers/gate";
import { mayWrite } from "../../dossiers/policy";
import { codeOf } from "../../dossiers/rules";
import { command } from "../../kernel/command";
import { clockOf, today } from "../../kernel/dates";
import { Conflict, Invalid, NotFound } from "../../kernel/errors";
import { changeWords } from "../../kernel/layer";
import {
  type AuthorizedDossierId,
  actorAccountId,
  actorName,
  type MemberScope,
  member,
  proves,
  type ReaderScope,
  reader,
  readerOf,
} from "../../kernel/scope";
import { addedOutside, searchLeaving } from "../../personal-data/commands";
import { refuseHeld } from "../../personal-data/rows";
import { outsideOf, showAll } from "../../statements/rows";
import { copyPictures } from "../../statements/rows/pictures";
import { putByHand } from "../../statements/rows/places";
import {
  consultationInput,
  copyInput,
  endInput,
  type OnlineFacts,
  onlineSettings,
  thankInput,
} from "../model";
import { addressesOf, consultationPageOf, groupsOf, lockOnline, onlineIn } from "../rows";
import { closedFrom, lackingIn, stateAt } from "../rules";

/**
 * Begins to prepare that a consultation is held online, with what mostly fits.
 *
 * @throws NotFound; Invalid for a consultation of another kind, or of the market.
 */
export const prepareOnline = command({
  scope: member,
  action: "consultation.prepareOnline",
  input: consultationInput,
  allow: mayWrite,
  find: (tx, scope, { consultationId }) => lockedConsultation(tx, scope.dossierId, consultationId),
  run: async (tx, { dossierId }, { consultationId }, { kind, audience }) => {
    refuseOtherKind({ kind, audience });
    const made = await tx
      .insert(onlineConsultation)
      .values({ consultationId, dossierId })
      .onConflictDoNothing()
      .returning({ id: onlineConsultation.consultationId });
    return {
      result: { consultationId },
      audit:
        made.length > 0
          ? { entity: "consultation", entityId: consultationId, after: { online: true } }
          : [],
    };
  },
});

/** @throws Invalid once it was wiped: who reacted before could not be known again, and would count twice. */
function refuseWiped({ wipedAt }: OnlineFacts): void {
  if (wipedAt !== null) throw new Invalid("participation.errors.reopen");
}

/** @throws Invalid for a consultation of another kind, or of the market. */
function refuseOtherKind({ kind, audience }: { kind: ConsultationKind; audience: Audience }): void {
  if (kind !== "online") throw new Invalid("participation.errors.otherKind");
  if (audience !== "stakeholder") throw new Invalid("participation.errors.market");
}

/**
 * Sets how a consultation is held online. While it is open, what is added to what others read is searched first.
 *
 * @throws NotFound; Conflict with what stands now; Invalid for an end in the past of one that is open, and once what was
 *   kept of who reacted was wiped.
 */
export const changeOnline = command({
  scope: member,
  action: "consultation.setOnline",
  input: onlineSettings,
  allow: mayWrite,
  first: async (scope, { consultationId, introduction, missingQuestion, positionWords }) => {
    const before = await onlineIn(await database(), scope.dossierId, consultationId);
    if (!before?.openedAt) return;
    await addedOutside(scope, [introduction, missingQuestion, positionWords], before);
  },
  find: lockOnline,
  run: async (tx, scope, { consultationId, lockVersion, ...after }, current) => {
    if (current.lockVersion !== lockVersion) throw new Conflict("errors.stale", {}, current);
    const before = Object.fromEntries(
      Object.keys(after).map((name) => [name, current[name as keyof OnlineFacts]]),
    );
    if (current.openedAt) {
      refuseWiped(current);
      // Whoever began by an open address would be left outside.
      if (current.admits === "anyone" && after.admits === "invited") {
        throw new Invalid("errors.fields", {}, { admits: "participation.errors.narrower" });
      }
      // Of one that is over already its end is no reason to correct nothing else.
      const over =
        stateAt(current, Date.now()) === "closed" && sameMoment(after.closesAt, current.closesAt);
      const lacking = lackingIn(after, 1, Date.now()).filter((one) => !over || one !== "closing");
      if (lacking.length > 0) throw new Invalid("participation.errors.lacking");
      await giveAddresses(tx, scope.dossierId, consultationId);
    }
    // Another end that is still to come opens it again, and nothing else does.
    const { endedAt } = current;
    const another = !sameMoment(after.closesAt, current.closesAt);
    const reopens = endedAt !== null && another && Date.parse(after.closesAt ?? "") > Date.now();
    await tx
      .update(onlineConsultation)
      .set({
        ...after,
        endedAt: reopens ? null : endedAt,
        lockVersion: lockVersion + 1,
      })
      .where(eq(onlineConsultation.consultationId, consultationId));
    return {
      result: { consultationId },
      audit: {
        entity: "consultation",
        entityId: consultationId,
        before: reopens ? { ...before, endedAt } : before,
        after: reopens ? { ...after, endedAt: null } : after,
      },
    };
  },
});

const sameMoment = (one: string | null, other: string | null): boolean =>
  one === other || Date.parse(one ?? "") === Date.parse(other ?? "");

/**
 * Opens an online consultation: its addresses work from then on, and its stellingen with their explanation are for
 * everybody who has one. What it shows is searched for personal data first.
 *
 * @throws NotFound; Invalid when something is lacking, when it became of another kind, once what was kept of who reacted
 *   was wiped, and while personal data is not decided on and nobody answered for it.
 */
export const openOnline = command({
  scope: member,
  action: "consultation.openOnline",
  input: consultationInput,
  allow: mayWrite,
  first: async (scope, { consultationId }) => {
    if (!proves(reader, scope)) throw new NotFound();
    const db = await database();
    if (!(await onlineIn(db, scope.dossierId, consultationId))) throw new NotFound();
    const { house: _house, ...page } = await consultationPageOf(
      db,
      scope.dossierId,
      consultationId,
      null,
    );
    const { statements } = await outsideOf(db, scope.dossierId, consultationId);
    await searchLeaving(scope, changeWords({ page, statements }, await outsideReader(scope)));
  },
  find: lockOnline,
  run: async (tx, scope, { consultationId }, online) => {
    const { dossierId } = scope;
    refuseWiped(online);
    // It may have become another since it was prepared.
    refuseOtherKind(await lockedConsultation(tx, dossierId, consultationId));
    const { statements } = await outsideOf(tx, dossierId, consultationId);
    if (lackingIn(online, statements.length, Date.now()).length > 0) {
      throw new Invalid("participation.errors.lacking");
    }
    await refuseHeld(tx, dossierId);
    const shown = await showAll(tx, dossierId, consultationId);
    await giveAddresses(tx, dossierId, consultationId);
    await beginChainsAside(tx, {
      dossierId,
      actorId: actorAccountId(scope.actor),
      actorName: actorName(scope.actor),
    });
    const openedAt = online.openedAt ?? new Date().toISOString();
    await tx
      .update(onlineConsultation)
      .set({ openedAt, endedAt: null, lockVersion: online.lockVersion + 1 })
      .where(eq(onlineConsultation.consultationId, consultationId));
    return {
      result: { consultationId },
      audit: [
        {
          entity: "consultation",
          entityId: consultationId,
          before: { openedAt: online.openedAt, endedAt: online.endedAt },
          after: { openedAt, endedAt: null },
        },
        ...shown,
      ],
    };
  },
});

/** How somebody outside reads words of a dossier. */
async function outsideReader(scope: ReaderScope) {
  return readerOf(asOutsider(scope));
}

/** Gives everybody, and each group, an address of a consultation that have none yet. */
async function giveAddresses(
  tx: Database,
  dossierId: AuthorizedDossierId,
  consultationId: string,
): Promise<void> {
  const there = new Set((await addressesOf(tx, consultationId)).map(({ groupId }) => groupId));
  const groups: (string | null)[] = [null];
  for (const { id } of await groupsOf(tx, dossierId)) groups.push(id);
  const rows = groups
    .filter((id) => !there.has(id))
    .map((stakeholderGroupId) => ({
      dossierId,
      consultationId,
      stakeholderGroupId,
      code: codeOf(new Uint8Array(randomBytes(20))),
    }));
  if (rows.length > 0) await tx.insert(consultationAddress).values(rows).onConflictDoNothing();
}

/**
 * Ends an online consultation before its time. Its addresses say so from then on; who had begun reads their own words.
 *
 * @throws NotFound; Invalid when it is not open, and while nobody said when one hears what was done; Conflict when somebody changed it meanwhile.
 */
export const endOnline = command({
  scope: member,
  action: "consultation.endOnline",
  input: endInput,
  allow: mayWrite,
  find: lockOnline,
  run: async (tx, _scope, { consultationId, lockVersion }, online) => {
    if (online.lockVersion !== lockVersion) throw new Conflict("errors.stale", {}, online);
    const now = new Date();
    if (!["open", "planned"].includes(stateAt(online, now.getTime()))) {
      throw new Invalid("participation.errors.notOpen");
    }
    if (online.answerBy === null) throw new Invalid("participation.errors.noAnswerDay");
    const endedAt = now.toISOString();
    await tx
      .update(onlineConsultation)
      .set({ endedAt, lockVersion: lockVersion + 1 })
      .where(eq(onlineConsultation.consultationId, consultationId));
    return {
      result: { consultationId },
      audit: {
        entity: "consultation",
        entityId: consultationId,
        before: { endedAt: online.endedAt },
        after: { endedAt },
      },
    };
  },
});

/**
 * Says what who reacted reads once it is closed: thanks, and the last day on which they hear what was done. Before or after
 * closing. What is added is searched first, for it stands outside.
 *
 * @throws NotFound; Conflict with what stands now; Invalid for a day that is over, or before the last on which one reacts.
 */
export const thankOnline = command({
  scope: member,
  action: "consultation.thankOnline",
  input: thankInput,
  allow: mayWrite,
  first: async (scope, { consultationId, thanks }) => {
    const before = await onlineIn(await database(), scope.dossierId, consultationId);
    if (before?.openedAt) await addedOutside(scope, [thanks], before);
  },
  find: lockOnline,
  run: async (tx, _scope, { consultationId, lockVersion, ...after }, current) => {
    if (current.lockVersion !== lockVersion) throw new Conflict("errors.stale", {}, current);
    if (after.answerBy !== current.answerBy && after.answerBy < firstAnswerDay(current)) {
      throw new Invalid("errors.fields", {}, { answerBy: "participation.errors.answerTooEarly" });
    }
    const before = { answerBy: current.answerBy, thanks: current.thanks };
    await tx
      .update(onlineConsultation)
      .set({ ...after, lockVersion: lockVersion + 1 })
      .where(eq(onlineConsultation.consultationId, consultationId));
    return {
      result: { consultationId },
      audit: { entity: "consultation", entityId: consultationId, before, after },
    };
  },
});

/** The first day that can be promised: not one that is over, nor one before the last on which one reacts. */
function firstAnswerDay(online: OnlineFacts): string {
  const closes = closedFrom(online);
  const last = closes && clockOf(new Date(Date.parse(closes) - 1).toISOString()).day;
  return last && last > today() ? last : today();
}

/**
 * Prepares a new online consultation like one that is there: the same stellingen with their explanations, and the same
 * settings but for the times.
 *
 * @returns the id of the new one. @throws NotFound
 */
export const copyOnline = command({
  scope: member,
  action: "consultation.copyOnline",
  input: copyInput,
  allow: mayWrite,
  find: lockOnline,
  run: async (tx, scope: MemberScope, { consultationId, title }, online) => {
    const { dossierId } = scope;
    const { sector, chair } = await lockedConsultation(tx, dossierId, consultationId);
    const about = { title, kind: "online", audience: "stakeholder", sector, chair } as const;
    const { id } = await insertConsultation(tx, dossierId, about);
    const {
      consultationId: _id,
      lockVersion: _lock,
      opensAt: _opens,
      closesAt: _closes,
      answerBy: _answer,
      thanks: _thanks,
      openedAt: _opened,
      endedAt: _ended,
      wipedAt: _wiped,
      ...settings
    } = online;
    await tx.insert(onlineConsultation).values({ ...settings, consultationId: id, dossierId });
    const { statements } = await outsideOf(tx, dossierId, consultationId);
    const put = statements.map(({ statementId, number, explanation, explanationBody }) => ({
      id: randomUUID(),
      dossierId,
      consultationId: id,
      statementId,
      number,
      explanation,
      explanationBody,
    }));
    if (put.length > 0) await putByHand(tx, put);
    await copyPictures(tx, consultationId, id);
    return {
      result: { id },
      audit: [
        {
          entity: "consultation",
          entityId: id,
          after: { ...about, ...settings, from: consultationId },
        },
        ...put.map(({ statementId, number }) => ({
          entity: "statement" as const,
          entityId: statementId,
          after: { place: { consultationId: id, number } },
        })),
      ],
    };
  },
});
