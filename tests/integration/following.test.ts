import { eq } from "drizzle-orm";
import { afterEach, describe, expect, test, vi } from "vitest";
import { liveAnswer } from "@/app/_lib/live";
import { database } from "@/db/client";
import { onlineConsultation } from "@/db/schema";
import { addGroup } from "@/domain/groups/commands";
import { inDays } from "@/domain/kernel/dates";
import { Conflict, Invalid, NotFound } from "@/domain/kernel/errors";
import { LiveHub, liveHub } from "@/domain/kernel/live";
import type { ReaderScope } from "@/domain/kernel/scope";
import { placeReactions } from "@/domain/moderation/commands";
import {
  endOnline,
  saveDrafts,
  sendAnswers,
  thankOnline,
  withdrawAnswers,
} from "@/domain/participation/commands";
import { openConsultation } from "@/domain/participation/gate";
import { searchWrittenJob } from "@/domain/participation/jobs";
import { LATEST_CHARACTERS } from "@/domain/participation/model";
import {
  closedResults,
  consultationOverview,
  consultationPage,
  followed,
  mayFollow,
} from "@/domain/participation/queries";
import { correctNote } from "@/domain/room/commands";
import { consultationReport, roomScreen } from "@/domain/room/queries";
import { paperOfReport } from "@/domain/room/rules/report";
import { changeStatement } from "@/domain/statements/commands";
import { getStatement } from "@/domain/statements/queries";
import { sentencesIn } from "@/i18n/sentence";
import { freshDatabase } from "../database";
import { refuseIn, waitingIn } from "../factories/moderation";
import { type Online, onlineIn, participantIn, sentIn, typed } from "../factories/participation";
import { dossierOf, memberOf } from "../factories/people";
import { notedIn, roomIn } from "../factories/room";
import { expectRefused } from "../refused";

freshDatabase();

const now = async (scope: ReaderScope, online: Pick<Online, "consultationId">) => {
  const found = await followed(scope, online.consultationId);
  if (!found) throw new Error("it was not opened");
  return found;
};
const search = (scope: ReaderScope) =>
  searchWrittenJob.run({ dossierId: scope.dossierId }, new AbortController().signal);
const byGroup = (online: Online) => ({ code: online.groupCode, statements: online.statements });

describe("what came in", () => {
  test("people by group, positions by stelling and the latest: only what counts, and nobody of a group of a few", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope, { moderation: "before" });
    await addGroup(scope, { name: "Nog stil", expected: "on" });
    expect((await now(scope, online)).people).toBe(0);
    for (let n = 0; n < 6; n++) await sentIn(byGroup(online), [`Groep ${n}.`]);
    for (let n = 0; n < 2; n++) await sentIn(online, [`Iemand ${n}.`, "En nog wat."]);
    // Nobody looked yet.
    const waiting = await now(scope, online);
    expect(waiting).toMatchObject({ people: 0, answers: 0, toModerate: 10, latest: [] });

    const { consultationId } = online;
    await refuseIn(scope, consultationId, "Groep 5");
    const seen = (await waitingIn(scope, consultationId)).map((row) => row.seen);
    await placeReactions(scope, { consultationId, seen });
    const found = await now(scope, online);
    expect(found).toMatchObject({ people: 7, answers: 9, toModerate: 0, asksPosition: true });
    // Two of no group would follow from the total: they are counted with the five.
    const heard = found.heard.map(({ groups, people }) => [groups.map(({ name }) => name), people]);
    expect(heard).toEqual([
      [["Nog stil"], 0],
      [[expect.stringMatching(/^Ouders/), null], 7],
    ]);
    expect(
      found.statements.map(({ number, positions, total }) => [number, positions, total]),
    ).toEqual([
      [1, { agree: 7, partly: 0, disagree: 0, none: 0 }, 7],
      [2, { agree: 2, partly: 0, disagree: 0, none: 0 }, 2],
    ]);
    expect(found.latest).toHaveLength(9);
    expect(found.latest.map(({ text }) => text)).not.toContain("Groep 5.");
    // What was sent at one moment stands in no order: it would tell what is of one person.
    expect(found.latest[0]).toMatchObject({ position: "agree", group: null });
    expect(found.latest.filter(({ statement }) => statement === 2)).toHaveLength(2);
    const overview = await consultationOverview(scope, consultationId);
    expect([overview?.participants, overview?.answers]).toEqual([found.people, found.answers]);
  });

  test("a changed position counts as it is now, what is withdrawn not any more, and a question after them by itself", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope);
    const first = await participantIn(online);
    const [statementId = ""] = online.statements;
    const say = async (position: "agree" | "disagree" | null, text: string, seen: number) => {
      await saveDrafts(first.own, { answers: [{ statementId, position, text, seen }] });
      await sendAnswers(first.own, {});
    };
    await say("agree", "", 0);
    await say("disagree", "Bij nader inzien.", 0);
    const long = `${"De bus komt te laat. ".repeat(20)}`.trim();
    const second = await sentIn(online, [null, null, long]);
    const found = await now(scope, online);
    expect(found.statements[0]).toMatchObject({ positions: { agree: 0, disagree: 1 }, total: 1 });
    expect(found.missing).toMatchObject({ count: 1 });
    expect(found.latest.map(({ statement, position }) => [statement, position])).toEqual([
      [null, "agree"],
      [1, "disagree"],
    ]);
    const shown = found.latest[0]?.text ?? "";
    expect(long.startsWith(shown.slice(0, -1))).toBe(true);
    expect(shown.length).toBeLessThanOrEqual(LATEST_CHARACTERS + 1);
    await withdrawAnswers(second.own, {});
    expect(await now(scope, online)).toMatchObject({
      people: 1,
      answers: 1,
      missing: { count: 0 },
    });
  });

  test("a reviewer reads the latest through the layer, and of an online consultation that was not opened nothing is heard", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope);
    await sentIn(online, ["Bel mij op 06 12 34 56 78 als de bus weer te laat is."]);
    expect((await now(scope, online)).latest[0]?.text).toContain("06 12 34 56 78");
    // It was not searched yet: it counts, and only who may see names reads it.
    const early = await now(await memberOf(scope, "reviewer"), online);
    expect([early.answers, early.latest]).toEqual([1, []]);
    await search(scope);
    const [read] = (await now(await memberOf(scope, "reviewer"), online)).latest;
    expect(read?.text).toMatch(/^Bel mij op .* als de bus/);
    expect(read?.text).not.toContain("12 34 56");
    await (await database())
      .update(onlineConsultation)
      .set({ openedAt: null })
      .where(eq(onlineConsultation.consultationId, online.consultationId));
    expect(await followed(scope, online.consultationId)).toMatchObject({ state: "preparing" });
    expect(await mayFollow(scope, online.consultationId)).toBe(false);
    expect(await followed(scope, "geen-id")).toBeNull();
    await expectRefused(NotFound, [mayFollow(scope, "geen-id")]);
  });
});

describe("hearing of it", () => {
  const open: AbortController[] = [];
  afterEach(async () => {
    for (const one of open.splice(0)) one.abort();
  });

  /** Follows as a page does. @returns what was heard so far. */
  function follow(topic: string, may: () => Promise<boolean> = async () => true) {
    const leaving = new AbortController();
    open.push(leaving);
    const answer = liveAnswer(topic, "somebody", may, leaving.signal);
    expect(answer.status).toBe(200);
    const heard: string[] = [];
    const state = { heard, ended: false, leaving };
    void (async () => {
      const words = new TextDecoder();
      for await (const part of answer.body ?? []) heard.push(words.decode(part));
      state.ended = true;
    })();
    return state;
  }
  const times = (heard: string[], what: string) => heard.filter((one) => one.includes(what)).length;

  test("what changes in one consultation is told to who follows that, and says nothing of what it is", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope);
    const other = await onlineIn(await dossierOf());
    const here = follow(online.consultationId);
    const there = follow(other.consultationId);
    // Listening has begun: both are told to ask again.
    await vi.waitFor(() => expect(times(there.heard, "changed")).toBe(1), 5_000);
    await vi.waitFor(() => expect(times(here.heard, "changed")).toBe(1), 5_000);
    const sender = await participantIn(online);
    await typed(sender.own, online, ["Nog niet verstuurd."]);
    await sendAnswers(sender.own, {});
    await vi.waitFor(() => expect(times(here.heard, "changed")).toBe(2), 5_000);
    // Who may not see names reads the words once they were searched, and hears of that too.
    await searchWrittenJob.run({ dossierId: scope.dossierId }, new AbortController().signal);
    await vi.waitFor(() => expect(times(here.heard, "changed")).toBe(3), 5_000);
    // Nobody hears of a draft, nor of another consultation.
    expect(times(there.heard, "changed")).toBe(1);
    expect([...here.heard, ...there.heard].join("")).toMatch(
      /^(retry: 3000\n\n|data: changed\n\n)+$/,
    );
  });

  test("votes on other words of a stelling say so, wherever they are counted", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope, { others: "afterClosing" });
    const { consultationId } = online;
    const [id = ""] = online.statements;
    for (let i = 0; i < 5; i++) await sentIn(online, [`Woord ${i}.`]);
    await search(scope);
    const { lockVersion } = await getStatement(scope, id);
    await changeStatement(scope, { id, lockVersion, text: "De bus komt altijd op tijd." });
    await sentIn(online, ["Het laatste woord."]);
    const held = await consultationOverview(scope, consultationId);
    await endOnline(scope, { consultationId, lockVersion: held?.lockVersion ?? 0 });
    const outside = await closedResults(await openConsultation(online.code));
    const report = await consultationReport(scope, consultationId);
    const paper = paperOfReport(report, sentencesIn("nl"));
    expect([
      (await followed(scope, consultationId))?.statements[0],
      outside?.get(id),
      await roomScreen(scope, consultationId),
      report.parts[0],
    ]).toMatchObject([
      { total: 6, earlier: 5 },
      { total: 6, earlier: 5 },
      { voted: 6, earlier: 5 },
      { people: 6, earlier: 5 },
    ]);
    expect(JSON.stringify(paper)).toContain("5 mensen kozen toen de stelling andere woorden had");
  });

  test("who takes notes hears that a colleague corrected a line", async () => {
    const scope = await dossierOf();
    const room = await roomIn(scope);
    const { reactionId } = await notedIn(scope, room, "De buss is te laat.");
    const page = follow(room.consultationId);
    await vi.waitFor(() => expect(times(page.heard, "changed")).toBe(1), 5_000);
    const better = { reactionId, lockVersion: 1, kind: "reaction", groupId: "", role: "" } as const;
    await correctNote(scope, { ...better, text: "De bus is te laat." });
    await vi.waitFor(() => expect(times(page.heard, "changed")).toBe(2), 5_000);
  });

  test("who may not any more hears that it is over, and nothing else; what cannot be asked is asked again", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope);
    let answer: boolean | Error = true;
    const page = follow(online.consultationId, async () => {
      if (answer instanceof Error) throw answer;
      return answer;
    });
    await vi.waitFor(() => expect(times(page.heard, "changed")).toBe(1), 5_000);
    answer = new Error("the database is away");
    await sentIn(online, ["Tijdens een storing."]);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(times(page.heard, "changed")).toBe(1);
    answer = true;
    await sentIn(online, ["Na de storing."]);
    await vi.waitFor(() => expect(times(page.heard, "changed")).toBe(2), 5_000);
    answer = false;
    await sentIn(online, ["Dat hoort een ander."]);
    await vi.waitFor(() => expect(page.ended).toBe(true), 5_000);
    expect(times(page.heard, "changed")).toBe(2);
    expect(page.heard.at(-1)).toBe("event: over\ndata:\n\n");
  });

  test("it may be followed as long as something can come in", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope);
    const { consultationId } = online;
    expect(await mayFollow(scope, consultationId)).toBe(true);
    await expectRefused(NotFound, [mayFollow(await dossierOf(), consultationId)]);
    const page = follow(consultationId, () => mayFollow(scope, consultationId));
    const { lockVersion = 0 } = (await consultationOverview(scope, consultationId)) ?? {};
    await endOnline(scope, { consultationId, lockVersion });
    expect(await mayFollow(scope, consultationId)).toBe(false);
    // Closing is a change as well.
    await vi.waitFor(() => expect(page.ended).toBe(true), 5_000);
    expect(times(page.heard, "over")).toBe(1);
  });

  test("where nothing is heard all are woken now and then, and who is let go of is not", async () => {
    const hub = new LiveHub(50);
    const woken = { here: 0, gone: 0 };
    let beats = 0;
    const follower = (name: keyof typeof woken) => ({
      wake: () => void woken[name]++,
      beat: () => void beats++,
      end: () => {},
    });
    const leave = hub.follow("a", follower("here"), "x");
    hub.follow("a", follower("gone"), "y")?.();
    await vi.waitFor(() => expect(beats).toBeGreaterThan(3));
    // It hears itself: nobody is woken but by the first connection.
    expect(woken.here).toBeLessThanOrEqual(2);
    leave?.();
    const before = { ...woken };
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(woken).toEqual(before);
    await hub.close();
    expect(hub.follow("a", follower("here"), "x")).toBeNull();
  });

  test("one account takes a quarter of what can be followed at most, and others still find room", async () => {
    const hub = new LiveHub(60_000);
    const silent = { wake: () => {}, beat: () => {}, end: () => {} };
    const held = Array.from({ length: 250 }, () => hub.follow("a", silent, "one"));
    expect(held.every((leave) => leave !== null)).toBe(true);
    expect(hub.follow("b", silent, "one")).toBeNull();
    expect(hub.follow("a", silent, "two")).not.toBeNull();
    held[0]?.();
    held[0]?.();
    expect(hub.follow("a", silent, "one")).not.toBeNull();
    expect(hub.follow("a", silent, "one")).toBeNull();
    await hub.close();
  });

  test("when the process stops everybody is let go of", async () => {
    const page = follow("11111111-1111-4111-8111-111111111111");
    const shared = globalThis as { herleidLive?: unknown };
    await liveHub().close();
    await vi.waitFor(() => expect(page.ended).toBe(true));
    expect(liveAnswer("x", "somebody", async () => true, new AbortController().signal).status).toBe(
      503,
    );
    shared.herleidLive = undefined;
  });
});

describe("thanks", () => {
  test("say when one hears what was done, at one's own address, before and after closing", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope);
    const { consultationId } = online;
    const { own } = await sentIn(online, ["De bus komt te laat."]);
    // What stands outside is searched, and nothing goes there while something else was not.
    await search(scope);
    const thank = async (answerBy: string, thanks: string) => {
      const { lockVersion = 0 } = (await consultationOverview(scope, consultationId)) ?? {};
      return thankOnline(scope, { consultationId, lockVersion, answerBy, thanks });
    };
    await thank(inDays(30), "Wij gaan ermee aan de slag.");
    const page = async () => consultationPage(await openConsultation(online.code));
    expect(await page()).toMatchObject({
      thanks: "Wij gaan ermee aan de slag.",
      answerBy: inDays(30),
      state: "open",
    });
    const { lockVersion = 0 } = (await consultationOverview(scope, consultationId)) ?? {};
    await endOnline(scope, { consultationId, lockVersion });
    await thank(inDays(40), "");
    expect(await page()).toMatchObject({ thanks: "", answerBy: inDays(40), state: "closed" });
    expect(own.consultationId).toBe(consultationId);
  });

  test("have a day: not one that is over, nor one on which one still reacts; and it does not close without", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope, { answerBy: "" });
    const { consultationId } = online;
    const { lockVersion = 0 } = (await consultationOverview(scope, consultationId)) ?? {};
    const thank = (answerBy: string, version = lockVersion) =>
      thankOnline(scope, { consultationId, lockVersion: version, answerBy, thanks: "" });
    await expectRefused(Invalid, [thank(""), thank(inDays(-1)), thank(inDays(6))]);
    await expectRefused(Conflict, [thank(inDays(7), lockVersion - 1)]);
    await expectRefused("participation.errors.noAnswerDay", [
      endOnline(scope, { consultationId, lockVersion }),
    ]);
    await thank(inDays(7));
    await endOnline(scope, { consultationId, lockVersion: lockVersion + 1 });
    const [row] = await (await database())
      .select({ endedAt: onlineConsultation.endedAt })
      .from(onlineConsultation)
      .where(eq(onlineConsultation.consultationId, consultationId));
    expect(row?.endedAt).not.toBeNull();
  });
});
