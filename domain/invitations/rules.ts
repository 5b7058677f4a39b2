import { clockOf } from "../kernel/dates";
import type { OnlineFacts } from "../participation/model";
import { closedFrom } from "../participation/rules";
import { INVITED_KEPT_DAYS } from "./model";

const DAY_MS = 86_400_000;

/**
 * The last day (YYYY-MM-DD) on which is kept who was invited: some weeks after the end, or after the day on which an
 * answer was promised when that is later; null while there is no end.
 *
 * @param told the day that a mail or a letter named: never later than that, whatever became of the end since.
 */
export function keptUntil(
  online: Pick<OnlineFacts, "closesAt" | "endedAt" | "answerBy">,
  told: string | null = null,
): string | null {
  return keptFrom(closedFrom(online), online.answerBy, told);
}

/** The same as who was invited reads it. @param closedFrom when one can react no more (ISO). */
export function keptFrom(
  closedFrom: string | null,
  answerBy: string | null,
  told: string | null,
): string | null {
  if (closedFrom === null) return told;
  const { day } = clockOf(closedFrom);
  const last = answerBy && answerBy > day ? answerBy : day;
  const until = new Date(Date.parse(last) + INVITED_KEPT_DAYS * DAY_MS).toISOString().slice(0, 10);
  return told !== null && told < until ? told : until;
}

/** The lines above a letter: who it is for, and where it goes. */
export const linesTo = ({ name, address }: { name: string; address: string }): string[] =>
  [name, ...address.split(/[\n,]/)].map((line) => line.trim()).filter((line) => line !== "");
