import type { AuditEntry } from "@/db/audit";
import type { Database } from "@/db/client";
import { command } from "../../kernel/command";
import { Conflict, Invalid, NotFound } from "../../kernel/errors";
import { actorAccountId, type MemberScope, member } from "../../kernel/scope";
import { lockedReactions } from "../../reactions/rows";
import { pairInput } from "../model";
import { mayModerate } from "../policy";
import type { Seen } from "../rows";
import { keepVerdict, kinOf, MOST_SAME, saidApart, verdictOf } from "../rows/same";

type Pair = readonly [one: string, other: string];

/** The two that were read, locked. @throws NotFound; Conflict for one that was changed since. */
async function lockPair(
  tx: Database,
  { dossierId }: MemberScope,
  { one, other }: { one: Seen; other: Seen },
): Promise<Pair> {
  const rows = await lockedReactions(tx, dossierId, [one.reactionId, other.reactionId]);
  const version = new Map(rows.map(({ id, lockVersion }) => [id, lockVersion]));
  for (const { reactionId, lockVersion } of [one, other]) {
    if (version.get(reactionId) !== lockVersion) throw new Conflict("moderation.errors.changed");
  }
  return [one.reactionId, other.reactionId];
}

const WORDS = new Map([
  [true, "same"],
  [false, "apart"],
  [null, null],
]);

/** Keeps what is said of two reactions. @returns what was said before, and what the log of each says. */
async function say(tx: Database, scope: MemberScope, pair: Pair, same: boolean | null) {
  const before = await verdictOf(tx, ...pair);
  const { dossierId } = scope;
  if (before !== same) {
    await keepVerdict(tx, { dossierId, decidedBy: actorAccountId(scope.actor) }, pair, same);
  }
  const entry = (entityId: string, beside: string): AuditEntry => ({
    entity: "reaction",
    entityId,
    before: { beside, said: WORDS.get(before) },
    after: { beside, said: WORDS.get(same) },
  });
  const [one, other] = pair;
  return { before, audit: before === same ? [] : [entry(one, other), entry(other, one)] };
}

/**
 * Says of two reactions that they say the same. Each keeps its sender, its group, its number and its place, and counts as it
 * did: a link moves no position and is read by nobody outside the dossier.
 *
 * @throws Forbidden; NotFound; Conflict when one was changed since they were read; Invalid when that would make one say the
 *   same as a reaction of which somebody said that it does not, or as too many.
 */
export const linkSame = command({
  scope: member,
  action: "reaction.same",
  input: pairInput,
  allow: mayModerate,
  find: lockPair,
  run: async (tx, scope, _input, pair) => {
    const [one, other] = pair;
    const { before, audit } = await say(tx, scope, pair, true);
    const kin = await kinOf(tx, one);
    if (kin.length > MOST_SAME) {
      throw new Invalid("moderation.errors.tooManySame", { count: MOST_SAME });
    }
    const apart = await saidApart(tx, kin, kin);
    if (apart) throw new Invalid("moderation.errors.saidApart", apart);
    return { result: { one, other, before }, audit };
  },
});

/**
 * Says of two reactions that they do not say the same: they are not proposed beside each other any more.
 *
 * @throws Forbidden; NotFound; Conflict; Invalid when both say the same as a third.
 */
export const keepApart = command({
  scope: member,
  action: "reaction.apart",
  input: pairInput,
  allow: mayModerate,
  find: lockPair,
  run: async (tx, scope, _input, pair) => {
    const [one, other] = pair;
    const { before, audit } = await say(tx, scope, pair, false);
    if ((await kinOf(tx, one)).includes(other)) throw new Invalid("moderation.errors.saidSame");
    return { result: { one, other, before }, audit };
  },
});

/**
 * Takes back what was said of two reactions: they are asked about again.
 *
 * @throws Forbidden; NotFound when nothing is said of them; Conflict.
 */
export const reopenSame = command({
  scope: member,
  action: "reaction.reopenSame",
  input: pairInput,
  allow: mayModerate,
  find: lockPair,
  run: async (tx, scope, _input, pair) => {
    const [one, other] = pair;
    const { before, audit } = await say(tx, scope, pair, null);
    if (before === null) throw new NotFound();
    return { result: { one, other, before }, audit };
  },
});
