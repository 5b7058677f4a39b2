import { addConsultation } from "@/domain/consultations/commands";
import { addGroup } from "@/domain/groups/commands";
import { inDays } from "@/domain/kernel/dates";
import type { ParticipantScope, ReaderScope } from "@/domain/kernel/scope";
import {
  beginReacting,
  changeOnline,
  openOnline,
  prepareOnline,
  saveDrafts,
  sendAnswers,
} from "@/domain/participation/commands";
import { openConsultation, openParticipant } from "@/domain/participation/gate";
import { consultationOverview } from "@/domain/participation/queries";
import { statementIn } from "./reactions";

/** What a consultation is set to, as its form sends it; from now until next week. */
export const SETTINGS = {
  introduction: "Vertel ons wat in de praktijk werkt.",
  opensOn: "",
  opensTime: "",
  closesOn: inDays(7),
  closesTime: "23:59",
  answerBy: inDays(40),
  asksPosition: "yes",
  admits: "anyone" as const,
  others: "never" as const,
  moderation: "after" as const,
  maxLength: "2000",
  keepDays: "30",
  missingQuestion: "Wie of wat missen wij nog?",
  privacy: "Medewerkers lezen uw woorden.",
  contact: "Team Jeugd, 0999 12 34 56",
};

export interface Online {
  consultationId: string;
  statements: string[];
  groupId: string;
  /** The address of everybody, and that of the group. */
  code: string;
  groupCode: string;
}

/** An online consultation that is open, with stellingen and a group; `settings` in place of the usual. */
export async function onlineIn(
  scope: ReaderScope,
  settings: Record<string, string> = {},
  texts: readonly string[] = ["De bus komt op tijd.", "De chauffeur kent ieder kind."],
): Promise<Online> {
  const { id: consultationId } = await addConsultation(scope, {
    title: "Denk mee over het vervoer",
    kind: "online",
    audience: "stakeholder",
    heldOn: "",
    startsAt: "",
    sector: "",
    chair: "",
  });
  const statements: string[] = [];
  for (const text of texts) statements.push(await statementIn(scope, { text, consultationId }));
  const { id: groupId } = await addGroup(scope, { name: `Ouders ${consultationId.slice(0, 4)}` });
  await prepareOnline(scope, { consultationId });
  await changeOnline(scope, { ...SETTINGS, consultationId, lockVersion: 1, ...settings });
  await openOnline(scope, { consultationId });
  const addresses = (await consultationOverview(scope, consultationId))?.addresses ?? [];
  const codeFor = (id: string | null) =>
    addresses.find((address) => address.groupId === id)?.code ?? "";
  return {
    consultationId,
    statements,
    groupId,
    code: codeFor(null),
    groupCode: codeFor(groupId),
  };
}

/** Somebody who begins to react, with the address that only they have. */
export async function participantIn({
  code,
}: Pick<Online, "code">): Promise<{ own: ParticipantScope; address: string }> {
  const { address } = await beginReacting(await openConsultation(code), { groupId: "" });
  return { own: (await openParticipant(address)).own, address };
}

/** Keeps answers in the order of the stellingen; one with text alone has no position. */
export async function typed(
  own: ParticipantScope,
  { statements }: Pick<Online, "statements">,
  texts: readonly (string | null)[],
): Promise<void> {
  const answers = texts.flatMap((text, i) =>
    text === null
      ? []
      : [{ statementId: statements[i] ?? null, position: "agree" as const, text, seen: 0 }],
  );
  await saveDrafts(own, { answers });
}

/** Somebody who sent this. */
export async function sentIn(
  online: Pick<Online, "code" | "statements">,
  texts: readonly (string | null)[],
) {
  const begun = await participantIn(online);
  await typed(begun.own, online, texts);
  const receipt = await sendAnswers(begun.own, {});
  return { ...begun, ...receipt };
}
