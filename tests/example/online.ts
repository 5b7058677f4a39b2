import fs from "node:fs";
import path from "node:path";
import type { Position } from "@/db/vocabulary";
import { addConsultation } from "@/domain/consultations/commands";
import { inDays } from "@/domain/kernel/dates";
import type { ReaderScope } from "@/domain/kernel/scope";
import { refuseReaction } from "@/domain/moderation/commands";
import { moderationQueue } from "@/domain/moderation/queries";
import {
  beginReacting,
  changeOnline,
  endOnline,
  openOnline,
  prepareOnline,
  saveDrafts,
  sendAnswers,
  thankOnline,
} from "@/domain/participation/commands";
import { openConsultation, openParticipant } from "@/domain/participation/gate";
import { searchWrittenJob } from "@/domain/participation/jobs";
import { consultationOverview } from "@/domain/participation/queries";
import { endMeeting, noteInRoom, showInRoom, startMeeting } from "@/domain/room/commands";
import { addStatement, setPicture } from "@/domain/statements/commands";
import type { ONLINE } from "./content";
import { NOT_PLACED, NOTES, ROUND, ROUND_STATEMENTS, TAKING, THANKS } from "./round";

interface Put {
  text: string;
  explanation: string;
  picture?: { file: string; alternative: string };
}

/** Puts stellingen online, for three weeks from now. @returns the id of the consultation. */
export async function openRound(
  scope: ReaderScope,
  { title, ...settings }: Omit<typeof ONLINE, "texts"> | typeof ROUND,
  statements: readonly Put[],
): Promise<string> {
  const { id: consultationId } = await addConsultation(scope, {
    ...{ heldOn: "", startsAt: "", sector: "", chair: "" },
    title,
    kind: "online",
    audience: "stakeholder",
  });
  for (const { text, explanation, picture } of statements) {
    const put = { text, explanation, consultationId, number: "" };
    const { id: statementId } = await addStatement(scope, put);
    if (!picture) continue;
    const { file, alternative } = picture;
    const bytes = new Uint8Array(fs.readFileSync(path.resolve("tests", "example", file)));
    await setPicture(scope, { statementId, consultationId, alternative, bytes });
  }
  await prepareOnline(scope, { consultationId });
  await changeOnline(scope, {
    ...settings,
    consultationId,
    lockVersion: 1,
    closesOn: inDays(21),
    closesTime: "23:59",
    answerBy: inDays(60),
  });
  await openOnline(scope, { consultationId });
  return consultationId;
}

/** Somebody reacts and sends it. @param said to each stelling in its order; null for nothing. */
export async function takePart(
  scope: ReaderScope,
  consultationId: string,
  group: string | null,
  said: readonly ({ position: Position | null; text: string } | null)[],
): Promise<void> {
  const online = await consultationOverview(scope, consultationId);
  const code = online?.addresses.find(({ groupId }) => groupId === null)?.code ?? "";
  const groupId = online?.addresses.find((one) => one.group === group)?.groupId ?? "";
  const begin = await openConsultation(code);
  const { address } = await beginReacting(begin, { groupId: group === null ? "" : groupId });
  const { own } = await openParticipant(address);
  const answers = said.flatMap((one, i) =>
    one ? [{ statementId: online?.statements[i]?.statementId ?? "", ...one, seen: 0 }] : [],
  );
  await saveDrafts(own, { answers });
  await sendAnswers(own, {});
}

/** A round that was held and is over: a meeting in a room, results for anybody, one reaction that was not placed. */
export async function holdRound(scope: ReaderScope): Promise<void> {
  const consultationId = await openRound(scope, ROUND, ROUND_STATEMENTS);
  for (const { group, positions, texts } of TAKING) {
    const said = positions.map((position, i) =>
      position || texts?.[i] ? { position, text: texts?.[i] ?? "" } : null,
    );
    await takePart(scope, consultationId, group, said);
  }
  await meet(scope, consultationId);
  await searchWrittenJob.run({ dossierId: scope.dossierId }, new AbortController().signal);
  const { words, reason, note } = NOT_PLACED;
  const { rows } = await moderationQueue(scope, consultationId, { show: "placed" });
  const seen = rows.find(({ text }) => text.startsWith(words))?.seen;
  if (!seen) throw new Error(`nothing was placed that begins with "${words}"`);
  await refuseReaction(scope, { consultationId, seen, reason, note });
  const lockVersion = async () => (await consultationOverview(scope, consultationId))?.lockVersion;
  await endOnline(scope, { consultationId, lockVersion: await lockVersion() });
  await thankOnline(scope, {
    ...{ consultationId, thanks: THANKS, answerBy: inDays(60) },
    lockVersion: await lockVersion(),
  });
}

async function meet(scope: ReaderScope, consultationId: string): Promise<void> {
  const { meetingId } = await startMeeting(scope, { consultationId });
  const online = await consultationOverview(scope, consultationId);
  const statementId = online?.statements[0]?.statementId ?? "";
  for (const { group, role, kind, text } of NOTES) {
    const groupId = online?.addresses.find((one) => one.group === group)?.groupId ?? "";
    const saidAt = new Date().toISOString();
    await noteInRoom(scope, { meetingId, statementId, saidAt, kind, groupId, role, text });
  }
  await showInRoom(scope, { consultationId, statementId, result: "yes" });
  await endMeeting(scope, { consultationId });
}
