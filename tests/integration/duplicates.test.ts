import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { reaction, sameVerdict } from "@/db/schema";
import { administer } from "@/domain/accounts/gate";
import { verifyAudit } from "@/domain/audit/queries";
import { addCoreValue, codeWith } from "@/domain/core-values/commands";
import { listCoreValues } from "@/domain/core-values/queries";
import { dispositionNumbers, gaps, numbers } from "@/domain/coverage/queries";
import { recordDisposition } from "@/domain/dispositions/commands";
import { similarReactions, workList } from "@/domain/dispositions/queries";
import { Conflict, Forbidden, Invalid, NotFound } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import {
  keepApart,
  linkSame,
  placeReactions,
  refuseReaction,
  reopenSame,
} from "@/domain/moderation/commands";
import { moderatedReaction, moderationQueue, samenessOf } from "@/domain/moderation/queries";
import { saveDrafts, sendAnswers, withdrawAnswers } from "@/domain/participation/commands";
import { openConsultation } from "@/domain/participation/gate";
import { searchWrittenJob } from "@/domain/participation/jobs";
import {
  consultationOverview,
  followed,
  othersReactions,
  ownAnswers,
} from "@/domain/participation/queries";
import { getReaction, searchReactions } from "@/domain/reactions/queries";
import { listStatements } from "@/domain/statements/queries";
import { freshDatabase } from "../database";
import { placeAll, seenIn, waitingIn } from "../factories/moderation";
import { onlineIn, participantIn, sentIn } from "../factories/participation";
import { dossierOf, memberOf, SYSTEM } from "../factories/people";
import { reactionIn } from "../factories/reactions";

freshDatabase();

const ONE = "De schoolbus komt elke ochtend veel te laat bij de school.";
const ALIKE = "Elke ochtend komt de schoolbus te laat bij onze school!";
const OTHER = "Het tarief voor begeleiding is voor ouders onbetaalbaar geworden.";

const whole = async () => (await verifyAudit(administer(SYSTEM))).faults;
const searched = ({ dossierId }: ReaderScope) =>
  searchWrittenJob.run({ dossierId }, new AbortController().signal);

async function pairIn(settings: Record<string, string> = {}, texts = [ONE, ALIKE, OTHER]) {
  const scope = await dossierOf();
  const online = await onlineIn(scope, { others: "afterOwn", ...settings });
  const senders = [];
  for (const text of texts) senders.push(await sentIn(online, [text]));
  await searched(scope);
  return { scope, online, senders };
}

/** A reaction by its words, as it was read. */
async function readAs({ dossierId }: ReaderScope, words: string) {
  const rows = await (await database())
    .select()
    .from(reaction)
    .where(eq(reaction.dossierId, dossierId));
  const found = rows.find(({ text }) => text === words);
  if (!found) throw new Error(`nobody says ${words}`);
  return { id: found.id, number: found.number, seen: `${found.id}@${found.lockVersion}.0` };
}

const saidIn = async ({ dossierId }: ReaderScope) =>
  (await database()).select().from(sameVerdict).where(eq(sameVerdict.dossierId, dossierId));

const numbersOf = (rows: readonly { number: number }[] = []) => rows.map(({ number }) => number);

test("the same words are proposed first and then those most alike, whatever the order of asking", async () => {
  const { scope, online } = await pairIn({ moderation: "before" }, [
    OTHER,
    ALIKE,
    ONE,
    "de SCHOOLBUS komt élke ochtend, veel te laat — bij de school",
    "Bus.",
  ]);
  const [, alike, one, same, short] = await Promise.all(
    [OTHER, ALIKE, ONE, "de SCHOOLBUS komt élke ochtend, veel te laat — bij de school", "Bus."].map(
      (words) => readAs(scope, words),
    ),
  );
  const shown = async (id = "") =>
    (await moderatedReaction(scope, online.consultationId, id))?.sameness;
  expect(await shown(one?.id)).toMatchObject({
    proposed: [
      { number: same?.number, exact: true, consultation: "Denk mee over het vervoer" },
      { number: alike?.number, exact: false },
    ],
    same: [],
    apart: [],
  });
  expect(numbersOf((await shown(alike?.id))?.proposed)).toEqual([one?.number, same?.number]);
  expect((await shown(short?.id))?.proposed).toEqual([]);
  // In the queue the later of two asks, and says of which it is a double, or like which.
  const signs = new Map(
    (await waitingIn(scope, online.consultationId)).map((row) => [row.number, row]),
  );
  expect(signs.get(alike?.number ?? 0)?.signs).toEqual([]);
  expect(signs.get(one?.number ?? 0)).toMatchObject({ signs: ["alike"], likeTo: alike?.number });
  expect(signs.get(same?.number ?? 0)).toMatchObject({ signs: ["double"], sameAs: one?.number });
});

test("what is put at another stelling, taken back, or without words is not proposed", async () => {
  const { scope, online, senders } = await pairIn();
  await sentIn(online, [null, ONE]);
  const { own } = await participantIn(online);
  const [statementId = ""] = online.statements;
  await saveDrafts(own, { answers: [{ statementId, position: "agree", text: "", seen: 0 }] });
  await sendAnswers(own, {});
  const one = await readAs(scope, ONE);
  expect(numbersOf((await samenessOf(scope, one.id))?.proposed)).toHaveLength(1);
  await withdrawAnswers(senders[1]?.own ?? own, {});
  expect((await samenessOf(scope, one.id))?.proposed).toEqual([]);
});

test("linking, leaving apart and taking back are in the log, and two that were changed are read again", async () => {
  const { scope, online } = await pairIn({ moderation: "before" });
  const one = await readAs(scope, ONE);
  const alike = await readAs(scope, ALIKE);
  const pair = { one: one.seen, other: alike.seen };
  const shown = async (id: string) =>
    (await moderatedReaction(scope, online.consultationId, id))?.sameness;
  expect(await linkSame(scope, pair)).toMatchObject({ before: null });
  // Seen from either side, and by the other order too.
  expect(await shown(one.id)).toMatchObject({
    proposed: [],
    same: [{ number: alike.number, direct: true }],
  });
  expect(numbersOf((await shown(alike.id))?.same)).toEqual([one.number]);
  expect((await waitingIn(scope, online.consultationId)).flatMap(({ signs }) => signs)).toEqual([]);
  expect(await linkSame(scope, { one: alike.seen, other: one.seen })).toMatchObject({
    before: true,
  });
  expect(await reopenSame(scope, pair)).toMatchObject({ before: true });
  expect(numbersOf((await shown(one.id))?.proposed)).toEqual([alike.number]);
  await keepApart(scope, pair);
  expect(await shown(one.id)).toMatchObject({
    ...{ proposed: [], same: [], apart: [{ number: alike.number }] },
  });
  expect((await waitingIn(scope, online.consultationId)).flatMap(({ signs }) => signs)).toEqual([]);
  // What was left apart can be put beside it again.
  const beside = await moderatedReaction(scope, online.consultationId, one.id, {
    beside: alike.id,
  });
  expect(numbersOf(beside?.sameness?.proposed)).toEqual([alike.number]);
  await reopenSame(scope, pair);
  await expect(reopenSame(scope, pair)).rejects.toBeInstanceOf(NotFound);
  await expect(linkSame(scope, { one: one.seen, other: one.seen })).rejects.toBeInstanceOf(Invalid);
  const old = { ...pair, other: `${alike.id}@99` };
  await expect(linkSame(scope, old)).rejects.toBeInstanceOf(Conflict);
  expect(await whole()).toEqual([]);
});

test("who says the same as a third says the same, and nobody is both", async () => {
  const { scope } = await pairIn();
  const [one, alike, other] = await Promise.all(
    [ONE, ALIKE, OTHER].map((words) => readAs(scope, words)),
  );
  if (!one || !alike || !other) throw new Error("three were sent");
  await linkSame(scope, { one: one.seen, other: alike.seen });
  await linkSame(scope, { one: alike.seen, other: other.seen });
  expect((await samenessOf(scope, one.id))?.same).toMatchObject([
    { number: alike.number, direct: true },
    { number: other.number, direct: false },
  ]);
  await expect(keepApart(scope, { one: one.seen, other: other.seen })).rejects.toMatchObject({
    key: "moderation.errors.saidSame",
  });
  await reopenSame(scope, { one: alike.seen, other: other.seen });
  await keepApart(scope, { one: one.seen, other: other.seen });
  await expect(linkSame(scope, { one: alike.seen, other: other.seen })).rejects.toMatchObject({
    key: "moderation.errors.saidApart",
    params: { one: one.number, other: other.number },
  });
  expect((await samenessOf(scope, alike.id))?.same).toHaveLength(1);
});

test("of other words nothing is said any more, and what is erased leaves nothing", async () => {
  const { scope, online, senders } = await pairIn();
  const one = await readAs(scope, ONE);
  const alike = await readAs(scope, ALIKE);
  await linkSame(scope, { one: one.seen, other: alike.seen });
  const [statementId = ""] = online.statements;
  const own = senders[0]?.own;
  if (!own) throw new Error("nobody sent");
  await saveDrafts(own, {
    answers: [{ statementId, position: "agree", text: `${ONE} Echt.`, seen: 0 }],
  });
  await sendAnswers(own, {});
  const again = await samenessOf(scope, alike.id);
  expect(again?.same).toEqual([]);
  expect(numbersOf(again?.proposed)).toEqual([one.number]);
  const changed = await readAs(scope, `${ONE} Echt.`);
  await linkSame(scope, { one: changed.seen, other: alike.seen });
  await withdrawAnswers(own, {});
  expect((await samenessOf(scope, alike.id))?.same).toEqual([]);
  expect(await saidIn(scope)).toEqual([]);
  expect(await whole()).toEqual([]);
});

/** Every number of a dossier that others read too, and all that a sender and who reads others see. */
async function counted(
  scope: ReaderScope,
  { online, senders }: Awaited<ReturnType<typeof pairIn>>,
) {
  return JSON.stringify([
    await numbers(scope),
    await dispositionNumbers(scope),
    await gaps(scope, "reacties-zonder-gebruik"),
    await searchReactions(scope, { sort: "number" }),
    await listStatements(scope, 1),
    await listCoreValues(scope, {}),
    await consultationOverview(scope, online.consultationId),
    { ...(await followed(scope, online.consultationId)), at: null },
    (await moderationQueue(scope, online.consultationId)).counts,
    [
      ...((await othersReactions(await openConsultation(online.code), senders[0]?.own ?? null))
        ?.byStatement ?? []),
    ],
    ...(await Promise.all(senders.map(({ own }) => ownAnswers(own)))),
  ]);
}

test("whatever is linked, nothing is counted or read otherwise by a sender or by others", async () => {
  const made = await pairIn({}, [ONE, ALIKE, OTHER, `${ONE} Ook 's middags.`]);
  const { scope } = made;
  const all = await Promise.all(
    [ONE, ALIKE, OTHER, `${ONE} Ook 's middags.`].map((words) => readAs(scope, words)),
  );
  const { id: coreValueId } = await addCoreValue(scope, { name: "Rust" });
  await codeWith(scope, { coreValueId, reactionIds: [all[0]?.id ?? ""] });
  const before = await counted(scope, made);
  // Each way in which four can be linked two by two, one after the other, and taken back in another order.
  const pairs = all.flatMap((one, i) =>
    all.slice(i + 1).map((other) => ({ one: one.seen, other: other.seen })),
  );
  for (const [i, pair] of pairs.entries()) {
    await (i === 0 ? keepApart(scope, pair) : linkSame(scope, pair)).catch(() => null);
    expect((await counted(scope, made)) === before).toBe(true);
  }
  // Those that would make two say the same of which it was said that they do not, were refused.
  expect((await saidIn(scope)).map(({ same }) => same).toSorted()).toEqual([
    ...[false, true, true, true],
  ]);
  for (const pair of pairs.toReversed()) await reopenSame(scope, pair).catch(() => null);
  expect(await saidIn(scope)).toEqual([]);
  expect((await counted(scope, made)) === before).toBe(true);
  expect(await whole()).toEqual([]);
});

test("what waits or was not placed is linked in the queue alone, and others read of it nothing", async () => {
  const { scope, online } = await pairIn({ moderation: "before" });
  const reviewer = await memberOf(scope, "reviewer");
  const one = await readAs(scope, ONE);
  const alike = await readAs(scope, ALIKE);
  await linkSame(scope, { one: one.seen, other: alike.seen });
  await expect(linkSame(reviewer, { one: one.seen, other: alike.seen })).rejects.toBeInstanceOf(
    Forbidden,
  );
  await placeReactions(scope, { consultationId: online.consultationId, seen: [one.seen] });
  expect((await samenessOf(reviewer, one.id))?.same).toEqual([]);
  expect(await samenessOf(reviewer, alike.id)).toBeNull();
  await placeAll(scope, online.consultationId);
  expect(numbersOf((await samenessOf(reviewer, one.id))?.same)).toEqual([alike.number]);
  const why = { reason: "double" as const, note: "" };
  const { consultationId } = online;
  const seen = await seenIn(scope, consultationId, alike.id);
  await refuseReaction(scope, { consultationId, seen, ...why });
  expect((await samenessOf(reviewer, one.id))?.same).toEqual([]);
  // Of another dossier it is not there.
  expect(await samenessOf(await dossierOf(), one.id)).toBeNull();
});

test("reactions of minutes are put beside each other too, and get one reason together", async () => {
  const { scope, online } = await pairIn();
  const [statementId = ""] = online.statements;
  const minuted = await reactionIn(scope, {
    text: "De schoolbus komt elke ochtend te laat.",
    statementId,
  });
  const one = await readAs(scope, ONE);
  const other = await readAs(scope, OTHER);
  const found = await samenessOf(scope, minuted.id);
  expect(numbersOf(found?.proposed)).toContain(one.number);
  await linkSame(scope, { one: found?.own.seen ?? "", other: one.seen });
  await linkSame(scope, { one: one.seen, other: other.seen });
  const [first, second] = await similarReactions(scope, minuted.id);
  expect([first, second]).toMatchObject([
    { number: one.number, linked: true },
    { number: other.number, linked: true },
  ]);
  const { groups } = await workList(scope, {}, null);
  const rows = new Map(groups.flatMap((group) => group.rows).map((row) => [row.id, row.same]));
  const code = (await getReaction(scope, minuted.id)).number;
  expect(rows.get(minuted.id)).toEqual([one.number, other.number].toSorted((a, b) => a - b));
  expect(rows.get(other.id)).toEqual([one.number, code].toSorted((a, b) => a - b));
  await recordDisposition(scope, {
    ...{ reactionId: minuted.id, lockVersion: 0, outcome: "rejected", place: "" },
    reason: "De tijden staan vast.",
    also: [first, second].map((row) => ({
      reactionId: row?.reactionId ?? "",
      lockVersion: row?.lockVersion ?? 0,
    })),
  });
  expect((await similarReactions(scope, minuted.id)).filter(({ linked }) => linked)).toEqual([]);
  expect((await dispositionNumbers(scope)).rejected).toBe(3);
});
