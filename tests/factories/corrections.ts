import { inviteAttendees, proposeCorrection, startRound } from "@/domain/corrections/commands";
import { openByLink } from "@/domain/corrections/gate";
import { correctedBlocks, ownPage, roundOf } from "@/domain/corrections/queries";
import { inDays } from "@/domain/kernel/dates";
import type { AttendeeScope, ReaderScope } from "@/domain/kernel/scope";

/** A day on which a round is still open, however long the tests run. */
export const OPEN_UNTIL = inDays(14);

/** A round for the newest version of a source, with a link for each name. */
export async function roundIn(
  scope: ReaderScope,
  sourceId: string,
  names: readonly string[] = ["Anna", "Bram"],
  n = 1,
) {
  const { roundId } = await startRound(scope, { sourceId, n, closesOn: OPEN_UNTIL });
  const links = await inviteAttendees(scope, { roundId, names: names.join("\n") });
  const people = await Promise.all(links.map(({ token }) => openByLink(token)));
  return { roundId, sourceId, links, people };
}

/** The number of the block of a text in which these words stand. */
export async function blockWith(attendee: AttendeeScope, words: string): Promise<number> {
  const { blocks } = await ownPage(attendee, { page: 1 });
  const found = blocks?.rows.find(({ text }) => text.includes(words));
  if (!found) throw new Error(`no block says ${words}`);
  return found.n;
}

/** Somebody proposes to replace words in the block where they stand. @returns the number of the block. */
export async function proposed(
  attendee: AttendeeScope,
  words: string,
  others: string | null,
): Promise<number> {
  const block = await blockWith(attendee, words);
  const { blocks, own } = await ownPage(attendee, { page: 1 });
  const text = blocks?.rows.find(({ n }) => n === block)?.text ?? "";
  const lockVersion = own.find((one) => one.block === block)?.lockVersion ?? 0;
  const said = others === null ? { remove: "yes" as const } : { text: text.replace(words, others) };
  await proposeCorrection(attendee, { block, lockVersion, ...said });
  return block;
}

/** All that is proposed for a source, in order, as its author sees it. */
export async function proposalsOf(scope: ReaderScope, sourceId: string) {
  const round = await roundOf(scope, sourceId);
  if (!round) throw new Error("no round");
  const { rows } = await correctedBlocks(scope, round, 1);
  return rows.flatMap(({ corrections }) => corrections);
}
