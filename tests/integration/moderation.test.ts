import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { answer, flag, moderation, reaction, sourceVersion } from "@/db/schema";
import { administer } from "@/domain/accounts/gate";
import { verifyAudit } from "@/domain/audit/queries";
import { addCoreValue, codeWith } from "@/domain/core-values/commands";
import { listCoreValues } from "@/domain/core-values/queries";
import { dispositionNumbers, gaps, numbers } from "@/domain/coverage/queries";
import { recordDisposition, takeBackDispositions } from "@/domain/dispositions/commands";
import { answeredReaction, besideIn, lastRecorded, workList } from "@/domain/dispositions/queries";
import { Conflict, Forbidden, Invalid, NotFound } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import {
  flagReaction,
  keepReaction,
  placeReactions,
  refuseReaction,
  undoModeration,
} from "@/domain/moderation/commands";
import { MAX_OPEN_FLAGS } from "@/domain/moderation/model";
import {
  heldReaction,
  moderatedReaction,
  moderationLog,
  moderationQueue,
  publishedLog,
} from "@/domain/moderation/queries";
import { saveDrafts, sendAnswers, withdrawAnswers } from "@/domain/participation/commands";
import { openConsultation } from "@/domain/participation/gate";
import { searchWrittenJob } from "@/domain/participation/jobs";
import { OTHERS_SHOWN_AT_ONCE } from "@/domain/participation/model";
import { consultationOverview, othersReactions, ownAnswers } from "@/domain/participation/queries";
import { documentToLeave } from "@/domain/publication/commands";
import { heldBack } from "@/domain/publication/queries";
import { getReaction, searchReactions } from "@/domain/reactions/queries";
import { linkRequirement } from "@/domain/requirements/commands";
import { getRequirement } from "@/domain/requirements/queries";
import { searchEverything } from "@/domain/search/queries";
import { listBlocks } from "@/domain/sources/queries";
import { freshDatabase } from "../database";
import { placeAll, refuseIn, waitingIn } from "../factories/moderation";
import { onlineIn, participantIn, sentIn, typed } from "../factories/participation";
import { dossierOf, memberOf, SYSTEM } from "../factories/people";
import { requirementOf } from "../factories/requirements";
import { sourceOf } from "../factories/sources";

freshDatabase();

const SECRET = "kwartelnest";
const BEFORE = { moderation: "before", others: "afterOwn" };

const whole = async () => (await verifyAudit(administer(SYSTEM))).faults;
const searched = ({ dossierId }: ReaderScope) =>
  searchWrittenJob.run({ dossierId }, new AbortController().signal);

/** Every number of the dossier, and how many reactions its list and its searches give. */
async function counted(scope: ReaderScope) {
  return {
    numbers: await numbers(scope),
    list: (await searchReactions(scope)).total,
    found: (await searchEverything(scope, SECRET)).groups.map(({ total }) => total),
  };
}

async function idOf(words: string): Promise<string> {
  const [found] = await (await database())
    .select({ id: reaction.id })
    .from(reaction)
    .where(eq(reaction.text, words));
  return found?.id ?? "";
}

describe("by a page from before", () => {
  test("nothing is decided over what a colleague decided since", async () => {
    const scope = await dossierOf();
    const colleague = await memberOf(scope, "author");
    const online = await onlineIn(scope, BEFORE);
    const { own } = await sentIn(online, ["De bus is te laat."]);
    const { consultationId } = online;
    const [row] = await waitingIn(scope, consultationId);
    const { seen = "", reactionId = "" } = row ?? {};
    const refusal = {
      consultationId,
      seen,
      reason: "offensive",
      note: "Zonder schelden.",
    } as const;
    await refuseReaction(colleague, refusal);
    const decided = { key: "moderation.errors.decided" };
    await expect(placeReactions(scope, { consultationId, seen: [seen] })).rejects.toMatchObject(
      decided,
    );
    const other = { ...refusal, reason: "double", note: "Al gelezen." } as const;
    await expect(refuseReaction(scope, other)).rejects.toMatchObject(decided);
    expect((await ownAnswers(own)).answers[0]).toMatchObject({
      refusal: { reason: "offensive", note: "Zonder schelden." },
    });
    expect((await moderationLog(scope, consultationId)).total).toBe(1);
    // Who read that may decide otherwise; what is placed already is no reason to stop a whole list.
    const now = await moderatedReaction(scope, consultationId, reactionId);
    await placeReactions(colleague, { consultationId, seen: [now?.seen ?? ""] });
    expect(await placeReactions(scope, { consultationId, seen: [seen] })).toMatchObject({
      count: 0,
    });
    await expect(refuseReaction(scope, refusal)).rejects.toMatchObject(decided);
    expect(await whole()).toEqual([]);
  });

  test("of which one was taken back with its words none is placed", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope, BEFORE);
    const { consultationId } = online;
    const { own } = await sentIn(online, ["Deze gaat weg."]);
    await sentIn(online, ["Deze blijft."]);
    const seen = (await waitingIn(scope, consultationId)).map((one) => one.seen);
    await withdrawAnswers(own, {});
    await expect(placeReactions(scope, { consultationId, seen })).rejects.toMatchObject({
      key: "moderation.errors.changed",
    });
    expect(await waitingIn(scope, consultationId)).toHaveLength(1);
  });
});

describe("what waits counts nowhere", () => {
  test("until somebody places it; only its sender and who keeps order read it", async () => {
    const scope = await dossierOf();
    const reviewer = await memberOf(scope, "reviewer");
    const online = await onlineIn(scope, BEFORE);
    const none = await counted(scope);
    const { own } = await sentIn(online, [`Het ${SECRET} is stuk.`]);
    await searched(scope);
    expect(await counted(scope)).toEqual(none);
    const id = await idOf(`Het ${SECRET} is stuk.`);
    await expect(getReaction(scope, id)).rejects.toBeInstanceOf(NotFound);
    // At its own address, for who reads here: that it waits, and no words.
    const held = await heldReaction(reviewer, id);
    expect(held).toMatchObject({ waits: true, reason: null });
    const versionId = await versionOf(id);
    const blocks = await listBlocks(reviewer, { versionId }, 1);
    expect(JSON.stringify([held, blocks])).not.toContain(SECRET);
    await expect(moderationQueue(reviewer, online.consultationId)).rejects.toBeInstanceOf(
      Forbidden,
    );
    expect((await ownAnswers(own)).answers[0]).toMatchObject({
      state: "waiting",
      text: `Het ${SECRET} is stuk.`,
      refusal: null,
    });
    const [row] = await waitingIn(scope, online.consultationId);
    expect(row).toMatchObject({ text: `Het ${SECRET} is stuk.`, signs: [], statement: 1 });
    expect(await consultationOverview(scope, online.consultationId)).toMatchObject({
      answers: 0,
      participants: 0,
      toModerate: 1,
    });
    await placeAll(scope, online.consultationId);
    expect(await consultationOverview(scope, online.consultationId)).toMatchObject({
      answers: 1,
      participants: 1,
      toModerate: 0,
    });
    expect((await ownAnswers(own)).answers[0]?.state).toBe("placed");
    const now = await counted(scope);
    expect(now.list).toBe(1);
    // Once as a reaction and once in its source.
    expect(now.found.reduce((sum, n) => sum + n, 0)).toBe(2);
    expect((await getReaction(scope, id)).text).toContain(SECRET);
    expect(await heldReaction(reviewer, id)).toBeNull();
    expect(await whole()).toEqual([]);
  });

  test("a position without words waits for nobody", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope, BEFORE);
    const { own } = await participantIn(online);
    const [statementId = ""] = online.statements;
    const answers = [{ statementId, position: "agree" as const, text: "", seen: 0 }];
    await saveDrafts(own, { answers });
    await sendAnswers(own, {});
    expect((await ownAnswers(own)).answers[0]?.state).toBe("placed");
    expect(await waitingIn(scope, online.consultationId)).toEqual([]);
    // Nor is it one of those that others read.
    expect((await moderationQueue(scope, online.consultationId, { show: "placed" })).total).toBe(0);
  });

  test("nobody codes or links what waits", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope, BEFORE);
    await sentIn(online, ["Wacht nog."]);
    const reactionId = await idOf("Wacht nog.");
    const { id: coreValueId } = await addCoreValue(scope, { name: "Rust" });
    const { id: requirementId } = await requirementOf(scope);
    await expect(
      codeWith(scope, { coreValueId, reactionIds: [reactionId] }),
    ).rejects.toBeInstanceOf(NotFound);
    await expect(linkRequirement(scope, { requirementId, reactionId })).rejects.toBeInstanceOf(
      NotFound,
    );
  });
});

/** All that is read of the answers to reactions, but for one reaction by its id. */
async function answering(scope: ReaderScope) {
  const lists = [{ show: "todo" }, { show: "all" }, { outcome: "adopted" }, { outcome: "noted" }];
  return {
    numbers: await dispositionNumbers(scope),
    lists: await Promise.all(lists.map((asked) => workList(scope, asked as never, null))),
    beside: await besideIn(scope, { show: "all" }, null),
    gaps: await gaps(scope, "reacties-zonder-afweging"),
    last: await lastRecorded(scope),
  };
}

describe("what is held is not to be answered", () => {
  test("what waits stands in no list or number, and gets no answer until it is placed", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope, BEFORE);
    const none = await answering(scope);
    await sentIn(online, [`Het ${SECRET} wacht.`]);
    await searched(scope);
    const reactionId = await idOf(`Het ${SECRET} wacht.`);
    expect(await answering(scope)).toEqual(none);
    // Nor beside others that are listed, when somebody names it.
    const named = [
      await workList(scope, { show: "todo", just: [reactionId] }, reactionId),
      await besideIn(scope, { show: "all" }, reactionId),
    ];
    expect(JSON.stringify(named)).not.toMatch(new RegExp(`${SECRET}|${reactionId}`));
    await expect(answeredReaction(scope, reactionId)).rejects.toBeInstanceOf(NotFound);
    const input = { reactionId, lockVersion: 0, outcome: "noted" as const, reason: "" };
    await expect(recordDisposition(scope, input)).rejects.toBeInstanceOf(NotFound);

    await placeAll(scope, online.consultationId);
    const now = await answering(scope);
    expect(now.numbers).toMatchObject({ total: 1, withoutAnswer: 1 });
    expect(now.beside.first).toBe(reactionId);
    expect(JSON.stringify(now.lists)).toContain(SECRET);
    await recordDisposition(scope, input);
    expect((await answering(scope)).numbers).toMatchObject({ withoutAnswer: 0, noted: 1 });
    expect(await whole()).toEqual([]);
  });

  test.each(["adopted", "noted"] as const)(
    "what was answered %s and taken away is neither answered nor to be answered, and is so again",
    async (outcome) => {
      const scope = await dossierOf();
      const online = await onlineIn(scope, { ...BEFORE, moderation: "after" });
      const { consultationId } = online;
      const { own } = await sentIn(online, [`Het ${SECRET} blijft.`]);
      await sentIn(online, [null, "Een ander woord."]);
      await searched(scope);
      const reactionId = await idOf(`Het ${SECRET} blijft.`);
      const { id } = await requirementOf(scope);
      const reason = `Wij eisen het ${SECRET}.`;
      const input = { reactionId, outcome, reason, requirementIds: [id] };
      await recordDisposition(scope, { ...input, lockVersion: 0 });
      const standing = { ...(await counted(scope)), answering: await answering(scope) };
      expect(standing.answering.numbers).toMatchObject({ total: 2, [outcome]: 1 });

      const actId = await refuseIn(scope, consultationId, SECRET, { reason: "offensive" });
      const away = await answering(scope);
      expect(away.numbers).toMatchObject({ total: 1, withoutAnswer: 1, [outcome]: 0, proposed: 0 });
      expect(away.last).toBeNull();
      expect(JSON.stringify(away)).not.toMatch(new RegExp(`${SECRET}|${reactionId}`));
      // Nobody reads what was answered by asking for more.
      const stale = await recordDisposition(scope, { ...input, lockVersion: 0 }).catch((e) => e);
      expect(stale).toBeInstanceOf(NotFound);
      const dispositions = [{ reactionId, lockVersion: 1 }];
      await expect(takeBackDispositions(scope, { dispositions })).rejects.toBeInstanceOf(NotFound);

      await undoModeration(scope, { consultationId, actId });
      expect({ ...(await counted(scope)), answering: await answering(scope) }).toEqual(standing);
      // What was answered keeps it, as what rests on it does.
      await refuseIn(scope, consultationId, SECRET, { reason: "offensive" });
      await withdrawAnswers(own, {});
      const held = await heldReaction(scope, reactionId);
      expect(held).toMatchObject({ waits: false, reason: null });
      expect((await answering(scope)).numbers).toMatchObject({ total: 1, [outcome]: 0 });
      expect(await whole()).toEqual([]);
    },
  );
});

describe("not placing", () => {
  test("tells its sender the reason and the sentence, and others the reason alone", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope, BEFORE);
    const { own } = await sentIn(online, [`Koop bij ${SECRET}.`]);
    const reader = await sentIn(online, ["Ik lees mee."]);
    await searched(scope);
    await refuseIn(scope, online.consultationId, SECRET, {
      reason: "advertising",
      note: "Dit is een advertentie.",
    });
    await placeAll(scope, online.consultationId);
    expect((await ownAnswers(own)).answers[0]).toMatchObject({
      state: "refused",
      refusal: { reason: "advertising", note: "Dit is een advertentie." },
    });
    const at = await openConsultation(online.code);
    const read = await othersReactions(at, reader.own);
    expect([...(read?.byStatement.values() ?? [])].flat()).toMatchObject([
      { position: null, text: "", refused: "advertising" },
    ]);
    const log = await publishedLog(at);
    expect(log.rows).toMatchObject([{ outcome: "refused", reason: "advertising", statement: 1 }]);
    for (const words of [SECRET, "advertentie."]) {
      expect(JSON.stringify([...(read?.byStatement ?? []), log])).not.toContain(words);
    }
    expect(await whole()).toEqual([]);
  });

  test("what is taken away holds nothing up, put back it does again, and each is undone", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope, { ...BEFORE, moderation: "after" });
    await sentIn(online, [`Het ${SECRET} blijft.`]);
    await searched(scope);
    const reactionId = await idOf(`Het ${SECRET} blijft.`);
    await addCoreValue(scope, { name: "Rust", reactionIds: [reactionId] });
    const { id: requirementId } = await requirementOf(scope);
    await linkRequirement(scope, { requirementId, reactionId });
    const standing = await counted(scope);
    const words = async () => (await listCoreValues(scope)).rows.map((value) => value.words);
    expect(await words()).toEqual([1]);
    expect(await moderatedReaction(scope, online.consultationId, reactionId)).toMatchObject({
      used: 2,
      state: "placed",
    });

    const actId = await refuseIn(scope, online.consultationId, SECRET, { reason: "offensive" });
    expect(await words()).toEqual([0]);
    const away = await counted(scope);
    expect(away.list).toBe(0);
    expect((await getRequirement(scope, requirementId)).links.reactions).toEqual([]);
    expect(JSON.stringify(away)).not.toEqual(JSON.stringify(standing));

    await undoModeration(scope, { consultationId: online.consultationId, actId });
    expect(await counted(scope)).toEqual(standing);
    // Once is once.
    await expect(
      undoModeration(scope, { consultationId: online.consultationId, actId }),
    ).rejects.toBeInstanceOf(Invalid);

    await refuseIn(scope, online.consultationId, SECRET, { reason: "offensive" });
    const { rows } = await moderationQueue(scope, online.consultationId, { show: "refused" });
    expect(rows).toMatchObject([{ reason: "offensive", state: "refused" }]);
    const seen = rows.map((row) => row.seen);
    await placeReactions(scope, { consultationId: online.consultationId, seen });
    expect(await counted(scope)).toEqual(standing);
    const { rows: log } = await moderationLog(scope, online.consultationId);
    expect(log.map(({ outcome }) => outcome)).toEqual([
      ...["putBack", "takenAway", "putBack", "takenAway"],
    ]);
    expect(new Set(log.map(({ reason }) => reason))).toEqual(new Set(["offensive"]));
    expect(await whole()).toEqual([]);
  });

  test("what its sender changes is looked at again, also where others are not", async () => {
    const scope = await dossierOf();
    const before = await onlineIn(scope, BEFORE);
    const online = await onlineIn(scope, { ...BEFORE, moderation: "after" });
    const { own } = await sentIn(online, ["Grof."]);
    await refuseIn(scope, online.consultationId, "Grof.", { reason: "offensive" });
    await typed(own, online, ["Netjes."]);
    await sendAnswers(own, {});
    expect((await ownAnswers(own)).answers[0]).toMatchObject({ state: "waiting", refusal: null });
    expect((await searchReactions(scope)).total).toBe(0);
    // Without words there is nothing to read; words that come after it are read first all the same.
    const [statementId = ""] = online.statements;
    const bare = [{ statementId, position: "agree" as const, text: "", seen: 0 }];
    await refuseIn(scope, online.consultationId, "Netjes.");
    await saveDrafts(own, { answers: bare });
    await sendAnswers(own, {});
    expect((await ownAnswers(own)).answers[0]?.state).toBe("placed");
    await typed(own, online, ["Toch grof."]);
    await sendAnswers(own, {});
    expect((await ownAnswers(own)).answers[0]?.state).toBe("waiting");
    // Placed, it is like any other.
    await placeAll(scope, online.consultationId);
    await typed(own, online, ["Weer netjes."]);
    await sendAnswers(own, {});
    expect((await ownAnswers(own)).answers[0]?.state).toBe("placed");
    const waits = await sentIn(before, ["Wacht alleen."]);
    await saveDrafts(waits.own, {
      answers: [{ ...bare[0], statementId: before.statements[0] ?? "" } as (typeof bare)[0]],
    });
    await sendAnswers(waits.own, {});
    expect((await ownAnswers(waits.own)).answers[0]?.state).toBe("placed");
  });

  test("who takes back what was not placed does not place it, and its words are gone", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope, { ...BEFORE, moderation: "after" });
    const { own } = await sentIn(online, [`Weg met ${SECRET}.`]);
    await addCoreValue(scope, { name: "Rust", reactionIds: [await idOf(`Weg met ${SECRET}.`)] });
    await refuseIn(scope, online.consultationId, SECRET);
    await withdrawAnswers(own, {});
    expect((await ownAnswers(own)).answers[0]?.state).toBe("withdrawn");
    expect((await searchReactions(scope)).total).toBe(0);
    expect((await moderationLog(scope, online.consultationId)).rows).toHaveLength(1);
    expect(await whole()).toEqual([]);
  });

  test("who takes back what was not placed and sends it again does not place it either", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope, { ...BEFORE, moderation: "after" });
    const { own } = await sentIn(online, ["Grof.", "Gewoon."]);
    await refuseIn(scope, online.consultationId, "Grof.", { reason: "offensive" });
    for (const again of ["Grof.", "Nog eens grof."]) {
      await withdrawAnswers(own, {});
      await typed(own, online, [again, "Gewoon."]);
      await sendAnswers(own, {});
      const { answers } = await ownAnswers(own);
      expect(answers.map(({ text, state }) => `${text} ${state}`).sort()).toEqual([
        "Gewoon. placed",
        `${again} waiting`,
      ]);
    }
    expect((await searchReactions(scope)).total).toBe(1);
  });

  test("its place stands beside those that others read, and takes none of theirs", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope, { ...BEFORE, moderation: "after" });
    await sentIn(online, ["De oudste die geplaatst is."]);
    for (let i = 0; i < OTHERS_SHOWN_AT_ONCE + 1; i++) await sentIn(online, [`Reclame ${i}.`]);
    const { consultationId } = online;
    const { rows } = await moderationQueue(scope, consultationId, { show: "placed" });
    for (const { seen, text } of rows) {
      if (!text.startsWith("Reclame")) continue;
      await refuseReaction(scope, { consultationId, seen, reason: "advertising", note: "" });
    }
    await refuseIn(scope, consultationId, "Reclame", { reason: "advertising" });
    const reader = await sentIn(online, [null, "Mijn woorden."]);
    await searched(scope);
    const at = await openConsultation(online.code);
    const [statement = ""] = online.statements;
    const others = await othersReactions(at, reader.own);
    const read = others?.byStatement.get(statement) ?? [];
    expect(read.filter(({ refused }) => !refused).map(({ text }) => text)).toEqual([
      "De oudste die geplaatst is.",
    ]);
    expect(read.filter(({ refused }) => refused)).toHaveLength(OTHERS_SHOWN_AT_ONCE);
    // The one that is left stands on the next page, and each can be asked for by itself.
    expect(others?.older).toBe(true);
    const rest = await othersReactions(at, reader.own, { page: 2 });
    const [oldest, ...more] = rest?.byStatement.get(statement) ?? [];
    expect({ oldest: oldest?.refused, more, older: rest?.older }).toEqual({
      ...{ oldest: "advertising", more: [], older: false },
    });
    expect(read.map(({ id }) => id)).not.toContain(oldest?.id);
    const one = await othersReactions(at, reader.own, { reactionId: oldest?.id ?? "" });
    expect(one?.byStatement.get(statement)).toEqual([oldest]);
  });

  test("what is erased stays in the log, without a place", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope, BEFORE);
    const { own } = await sentIn(online, [`Weg met ${SECRET}.`]);
    const actId = await refuseIn(scope, online.consultationId, SECRET, { note: `Geen ${SECRET}.` });
    await withdrawAnswers(own, {});
    expect(await idOf(`Weg met ${SECRET}.`)).toBe("");
    const kept = await (await database()).select().from(moderation);
    expect(kept.filter(({ actId: of }) => of === actId)).toMatchObject([{ note: null }]);
    const { rows } = await moderationLog(scope, online.consultationId);
    expect(rows).toMatchObject([{ outcome: "refused", reason: "offTopic", statement: null }]);
    await expect(
      undoModeration(scope, { consultationId: online.consultationId, actId }),
    ).rejects.toBeInstanceOf(Invalid);
    expect(await whole()).toEqual([]);
  });
});

test("what is found in what goes nowhere holds nothing back, and does once it is placed", async () => {
  const scope = await dossierOf();
  const online = await onlineIn(scope, BEFORE);
  await sentIn(online, ["Mevrouw Noor Veldzicht belde."]);
  // Not searched yet either.
  expect(await heldBack(scope)).toBeNull();
  await searched(scope);
  expect(await heldBack(scope)).toBeNull();
  expect((await documentToLeave(scope, {})).held).toBeNull();
  const actId = await placeAll(scope, online.consultationId);
  const held = { open: 1, subjects: [{ name: "Mevrouw Noor Veldzicht" }] };
  expect(await heldBack(scope)).toMatchObject(held);
  await undoModeration(scope, { consultationId: online.consultationId, actId });
  expect(await heldBack(scope)).toBeNull();
  // The same name in a text that does go out.
  await sourceOf(scope, { text: "Mevrouw Noor Veldzicht sprak ook.", fileName: "gesprek.txt" });
  expect(await heldBack(scope)).toMatchObject(held);
});

describe("who keeps order", () => {
  test("decides on what they read: what was changed since is read again first", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope, BEFORE);
    const { own } = await sentIn(online, ["Eerst dit."]);
    await sentIn(online, ["Dat ook."]);
    const { consultationId } = online;
    const seen = (await waitingIn(scope, consultationId)).map((row) => row.seen);
    await typed(own, online, ["Toen dat."]);
    await sendAnswers(own, {});
    await expect(placeReactions(scope, { consultationId, seen })).rejects.toBeInstanceOf(Conflict);
    // None of them was placed.
    expect((await moderationQueue(scope, consultationId)).counts).toMatchObject({
      waiting: 2,
      placed: 0,
    });
  });

  test("undoes what was placed together, and only while it stands", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope, BEFORE);
    const { consultationId } = online;
    await sentIn(online, ["Een.", "Twee."]);
    const actId = await placeAll(scope, consultationId);
    expect((await moderationQueue(scope, consultationId)).counts).toMatchObject({
      ...{ waiting: 0, placed: 2, placedToday: 2, refusedToday: 0 },
    });
    await undoModeration(scope, { consultationId, actId });
    expect(await waitingIn(scope, consultationId)).toHaveLength(2);
    const again = await placeAll(scope, consultationId);
    await refuseIn(scope, consultationId, "Twee.");
    await expect(undoModeration(scope, { consultationId, actId: again })).rejects.toBeInstanceOf(
      Invalid,
    );
    expect((await moderationQueue(scope, consultationId)).counts).toMatchObject({
      ...{ waiting: 0, placed: 1, refused: 1 },
    });
  });

  test("is told what may ask for a decision, and the same words twice", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope, BEFORE);
    for (const text of [
      "Mevrouw Noor Veldzicht belt op 06 12345678.",
      "Wat een kutzooi.",
      "Kijk op www.rooster.example",
      "De bus komt te laat.",
      "de bus komt te laat.",
      "Lang. ".repeat(120),
    ]) {
      await sentIn(online, [text]);
    }
    const unsearched = await waitingIn(scope, online.consultationId);
    expect(unsearched[3]?.signs).toEqual(["unsearched"]);
    await searched(scope);
    const rows = await waitingIn(scope, online.consultationId);
    expect(rows.map(({ signs }) => signs)).toEqual([
      ["personalData"],
      ["offensive"],
      ["link"],
      [],
      ["double"],
      ["long"],
    ]);
    expect(rows[0]?.read).not.toContain("Veldzicht");
    expect(rows[4]?.sameAs).toBe(rows[3]?.number);
    const one = await moderatedReaction(scope, online.consultationId, rows[0]?.reactionId ?? "");
    expect(one?.found.map(({ kind }) => kind)).toEqual(["name", "phone"]);
  });

  test("decides on nothing of another consultation, and a flag that nobody raised is not followed up", async () => {
    const scope = await dossierOf();
    const [online, other] = [await onlineIn(scope, BEFORE), await onlineIn(scope, BEFORE)];
    await sentIn(other, ["Elders."]);
    const [row] = await waitingIn(scope, other.consultationId);
    const seen = [row?.seen ?? ""];
    const { consultationId } = online;
    await expect(placeReactions(scope, { consultationId, seen })).rejects.toBeInstanceOf(NotFound);
    await placeAll(scope, other.consultationId);
    await expect(
      keepReaction(scope, { consultationId: other.consultationId, seen: row?.seen ?? "" }),
    ).rejects.toBeInstanceOf(Invalid);
    expect((await moderationLog(scope, other.consultationId)).rows).toEqual([]);
    expect(await moderatedReaction(scope, online.consultationId, row?.reactionId ?? "")).toBeNull();
  });
});

describe("a reader flags a reaction", () => {
  test("it is followed up in the queue, and nobody else reads what they said", async () => {
    const scope = await dossierOf();
    const reviewer = await memberOf(scope, "reviewer");
    const online = await onlineIn(scope, { moderation: "after", others: "afterOwn" });
    const { consultationId } = online;
    const { own } = await sentIn(online, ["Een reactie."]);
    const reader = await sentIn(online, [null, "Mijn woorden."]);
    await searched(scope);
    const at = await openConsultation(online.code);
    const before = await counted(scope);
    const reactionId = await idOf("Een reactie.");
    await flagReaction(at, { reactionId, reason: "offensive", words: `Grof: ${SECRET}.` });
    expect(await counted(scope)).toEqual(before);
    expect((await consultationOverview(scope, consultationId))?.toModerate).toBe(1);
    const [row] = await waitingIn(scope, consultationId);
    expect(row).toMatchObject({ reactionId, state: "placed", signs: ["flagged"] });
    const one = await moderatedReaction(scope, consultationId, reactionId);
    expect(one?.flags).toMatchObject([{ reason: "offensive", words: `Grof: ${SECRET}.` }]);
    const seen = [
      [...((await othersReactions(at, reader.own))?.byStatement ?? [])],
      await ownAnswers(own),
      await publishedLog(at),
      await moderationLog(reviewer, consultationId),
      await heldReaction(reviewer, reactionId),
    ];
    expect(JSON.stringify(seen)).not.toContain(SECRET);

    const { actId } = await keepReaction(scope, { consultationId, seen: row?.seen ?? "" });
    expect(await waitingIn(scope, consultationId)).toEqual([]);
    expect((await publishedLog(at)).rows).toMatchObject([{ outcome: "stays", reason: null }]);
    await undoModeration(scope, { consultationId, actId });
    expect(await waitingIn(scope, consultationId)).toHaveLength(1);
    await refuseIn(scope, consultationId, "Een reactie.", { reason: "offensive" });
    expect(await waitingIn(scope, consultationId)).toEqual([]);
    const [closed] = await (await database())
      .select()
      .from(flag)
      .where(eq(flag.reactionId, reactionId));
    expect(closed).toMatchObject({ outcome: "takenAway" });
    expect(await whole()).toEqual([]);
  });

  test("only one that is placed where others are read, and no more than somebody can look at", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope, BEFORE);
    const quiet = await onlineIn(scope, { moderation: "after", others: "never" });
    await sentIn(online, ["Wacht hier nog."]);
    const at = await openConsultation(online.code);
    const waits = await idOf("Wacht hier nog.");
    await sentIn(quiet, ["Niemand leest dit."]);
    const unread = await idOf("Niemand leest dit.");
    for (const [scopeOf, reactionId] of [
      [at, waits],
      [at, unread],
      [await openConsultation(quiet.code), unread],
    ] as const) {
      await expect(flagReaction(scopeOf, { reactionId, words: "" })).rejects.toBeInstanceOf(
        NotFound,
      );
    }
    await placeAll(scope, online.consultationId);
    for (let i = 0; i < MAX_OPEN_FLAGS + 3; i++) {
      await flagReaction(at, { reactionId: waits, words: `Nummer ${i}` });
    }
    const kept = await (await database()).select().from(flag).where(eq(flag.reactionId, waits));
    expect(kept).toHaveLength(MAX_OPEN_FLAGS);
  });
});

/** The text of a reaction that was written online. */
async function versionOf(reactionId: string): Promise<string> {
  const [found] = await (await database())
    .select({ id: sourceVersion.id })
    .from(answer)
    .innerJoin(sourceVersion, eq(sourceVersion.sourceId, answer.sourceId))
    .where(eq(answer.reactionId, reactionId));
  return found?.id ?? "";
}
