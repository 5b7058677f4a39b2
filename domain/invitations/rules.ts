import { clockOf } from "../kernel/dates";
import type { ConsultationPage, OnlineFacts } from "../participation/model";
import { closedFrom } from "../participation/rules";
import { INVITED_KEPT_DAYS, type InvitationRow, type InvitedShown } from "./model";

const DAY_MS = 86_400_000;

/**
 * The last day (YYYY-MM-DD) on which is kept who was invited: some weeks after the end, or after the day on which an
 * answer was promised when that is later. Of one that has no end yet: after they were added.
 */
export function keptUntil(
  online: Pick<OnlineFacts, "closesAt" | "endedAt" | "answerBy">,
  addedAt: string,
): string {
  return keptFrom(closedFrom(online) ?? addedAt, online.answerBy);
}

/** The same as who was invited reads it, of a consultation that was opened and so has an end. */
export const invitedUntil = ({
  closedFrom: end,
  answerBy,
}: Pick<ConsultationPage, "closedFrom" | "answerBy">): string =>
  keptFrom(end ?? new Date().toISOString(), answerBy);

function keptFrom(end: string, answerBy: string | null): string {
  const { day } = clockOf(end);
  const last = answerBy && answerBy > day ? answerBy : day;
  return new Date(Date.parse(last) + INVITED_KEPT_DAYS * DAY_MS).toISOString().slice(0, 10);
}

type Where = Pick<InvitationRow, "askedAt" | "mail" | "reminderFailed" | "reacted" | "withdrawnAt">;

/** Whether a mail to them was refused, or may not have come. */
export const hasFailed = ({ mail, reminderFailed, withdrawnAt }: Where): boolean =>
  withdrawnAt === null && (mail === "failed" || mail === "perhaps" || reminderFailed);

/** Whether an invitation belongs to what one looks at. */
export function isShown(row: Where, show: InvitedShown): boolean {
  switch (show) {
    case "all":
      return true;
    case "unsent":
      return row.withdrawnAt === null && row.askedAt === null;
    case "failed":
      return hasFailed(row);
    case "silent":
      return row.withdrawnAt === null && row.askedAt !== null && !row.reacted;
    case "withdrawn":
      return row.withdrawnAt !== null;
  }
}

/** Whether a reminder may be asked for: their mail went, and they were not reminded and are not known to have reacted. */
export const mayBeReminded = ({
  mail,
  remindedAt,
  reacted,
}: Pick<InvitationRow, "mail" | "remindedAt" | "reacted">): boolean =>
  (mail === "sent" || mail === "perhaps") && remindedAt === null && !reacted;

/** The lines above a letter: who it is for, and where it goes. */
export const linesTo = ({ name, address }: { name: string; address: string }): string[] =>
  [name, ...address.split(/[\n,]/)].map((line) => line.trim()).filter((line) => line !== "");

/** Minutes that a consultation takes: half a minute for reading each stelling and half for writing. */
export const minutesFor = (count: number): number => Math.max(1, count);
