import type { Position } from "@/db/vocabulary";
import { codePointLength } from "../../text/rules";
import type { Lacking, OnlineFacts, OnlineState, OwnFile, Thought, Typed } from "../model";

/** The last minute counts to its end: 23:59 means 23:59. */
const MINUTE_MS = 60_000;

/** From when on nobody can react any more, ISO; null when that is not known. */
export function closedFrom({
  closesAt,
  endedAt,
}: Pick<OnlineFacts, "closesAt" | "endedAt">): string | null {
  const closes = closesAt && new Date(Date.parse(closesAt) + MINUTE_MS).toISOString();
  if (!endedAt || !closes) return endedAt ?? closes;
  return Date.parse(endedAt) < Date.parse(closes) ? new Date(endedAt).toISOString() : closes;
}

/** Whether one can react at a moment (milliseconds). */
export function stateAt(
  online: Pick<OnlineFacts, "opensAt" | "closesAt" | "openedAt" | "endedAt">,
  now: number,
): OnlineState {
  if (online.openedAt === null) return "preparing";
  const closed = closedFrom(online);
  if (closed !== null && now >= Date.parse(closed)) return "closed";
  return online.opensAt !== null && now < Date.parse(online.opensAt) ? "planned" : "open";
}

const DAY_MS = 24 * 60 * MINUTE_MS;

/** Whether the term is over in which drafts and addresses are kept, and they were not wiped yet. */
export function isToWipe(
  online: Pick<OnlineFacts, "openedAt" | "closesAt" | "endedAt" | "keepDays" | "wipedAt">,
  now: number,
): boolean {
  if (online.openedAt === null || online.wipedAt !== null) return false;
  const closed = closedFrom(online);
  return closed !== null && now >= Date.parse(closed) + online.keepDays * DAY_MS;
}

/** What must be filled in before it can be opened, in the order of the screen. */
export function lackingIn(
  online: Pick<OnlineFacts, "introduction" | "closesAt" | "privacy" | "contact">,
  statements: number,
  now: number,
): Lacking[] {
  const { introduction, closesAt, privacy, contact } = online;
  const lacks: Record<Lacking, boolean> = {
    introduction: introduction === "",
    statements: statements === 0,
    closing: closesAt === null || Date.parse(closesAt) + MINUTE_MS <= now,
    privacy: privacy === "",
    contact: contact === "",
  };
  return (Object.keys(lacks) as Lacking[]).filter((one) => lacks[one]);
}

/** Without I, O, 0 and 1: read aloud over the telephone. */
const NUMBER_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** The number on a receipt, "7K4M-Q2", from 6 random bytes. */
export function receiptNumber(bytes: Uint8Array): string {
  const signs = Array.from(bytes.slice(0, 6), (byte) => NUMBER_SIGNS[byte % NUMBER_SIGNS.length]);
  return signs.join("").replace(/^(.{4})/, "$1-");
}

/** The number of a receipt as somebody reads it out, in capitals or not; null for what cannot be one. */
export function readNumber(typed: string): string | null {
  const signs = typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const known = signs.length === 6 && [...signs].every((sign) => NUMBER_SIGNS.includes(sign));
  return known ? signs.replace(/^(.{4})/, "$1-") : null;
}

/** Minutes that so many stellingen take: half a minute for reading each, and half for writing. */
export const minutesFor = (count: number): number => Math.max(1, count);

/** Whether something was typed or chosen at all. */
export const isEmpty = ({ position, text }: Pick<Typed, "position" | "text">): boolean =>
  position === null && text === "";

/** How many signs too long it is; 0 for what may be sent. */
export const tooLongBy = (text: string, maxLength: number): number =>
  Math.max(0, codePointLength(text) - maxLength);

/** Whether two say the same. */
export const isSame = (
  a: { position: Position | null; text: string },
  b: { position: Position | null; text: string },
): boolean => a.position === b.position && a.text === b.text;

/** What of a participant stands at a stelling (null: the question after them): the draft, else what was sent. */
export function standing<Kept extends Typed>(
  statementId: string | null,
  drafts: readonly Kept[],
  answers: readonly (Typed & { state: string })[],
): Typed {
  const draft = drafts.find((one) => one.statementId === statementId);
  const sent = answers.find((one) => one.statementId === statementId && one.state !== "withdrawn");
  return draft ?? sent ?? { statementId, position: null, text: "" };
}

/** Of the files those that are to be sent and come with nothing that was said: a file alone is no reaction. */
export const filesAlone = (
  files: readonly OwnFile[],
  drafts: readonly Typed[],
  answers: readonly (Typed & { state: string })[],
): OwnFile[] =>
  files.filter(({ sent, statementId }) => !sent && isEmpty(standing(statementId, drafts, answers)));

/** The file at a stelling as who sends it sees it: the one that is to be sent, else the one that was. */
export const fileAt = (files: readonly OwnFile[], statementId: string | null): OwnFile | null =>
  files.find((file) => file.statementId === statementId && !file.sent) ??
  files.find((file) => file.statementId === statementId) ??
  null;

/** How many hold each position on one stelling, and how many do together. @param positions of all stellingen. */
export function thoughtOf(
  positions: readonly {
    statementId: string | null;
    position: Position;
    n: number;
    earlier: number;
  }[],
  statementId: string,
): Thought {
  const own = { agree: 0, partly: 0, disagree: 0, none: 0 };
  let earlier = 0;
  for (const one of positions) {
    if (one.statementId !== statementId) continue;
    own[one.position] += one.n;
    earlier += one.earlier;
  }
  return { positions: own, total: own.agree + own.partly + own.disagree + own.none, earlier };
}
