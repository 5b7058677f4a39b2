import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database, rowsOf } from "@/db/client";
import { sha256 } from "@/db/hash";
import { attendee, correctionRound } from "@/db/schema";
import { administer } from "@/domain/accounts/gate";
import { verifyAudit } from "@/domain/audit/queries";
import {
  agree,
  changeRound,
  decideCorrection,
  endRound,
  inviteAttendees,
  makeVersion,
  proposeCorrection,
  renewLink,
  revokeLink,
  startRound,
  undecideCorrection,
  withdrawCorrection,
} from "@/domain/corrections/commands";
import { openByLink } from "@/domain/corrections/gate";
import { MAX_SENDS_PER_HOUR, READABLE_DAYS } from "@/domain/corrections/model";
import { correctedBlocks, ownPage, roundOf } from "@/domain/corrections/queries";
import { archiveDossier } from "@/domain/dossiers/commands";
import { today } from "@/domain/kernel/dates";
import { Conflict, Forbidden, Invalid, NotFound } from "@/domain/kernel/errors";
import type { AttendeeScope, ReaderScope } from "@/domain/kernel/scope";
import { removeSource } from "@/domain/removal/commands";
import { adoptVersion } from "@/domain/sources/commands";
import { locateSourceJob, reviseSourceJob } from "@/domain/sources/jobs";
import { placesIn, versionsOf, versionText } from "@/domain/sources/queries";
import { freshDatabase } from "../database";
import { blockWith, OPEN_UNTIL, proposalsOf, proposed, roundIn } from "../factories/corrections";
import { dossierOf, memberOf, person, SYSTEM } from "../factories/people";
import { passageOf, revised, sourceOf } from "../factories/sources";

freshDatabase();

const FACE = "Een bekend gezicht geeft rust aan ouders.";
const { signal } = new AbortController();

async function round(names?: string[]) {
  const scope = await dossierOf();
  const { sourceId, sourceVersionId, text } = await sourceOf(scope);
  const made = await roundIn(scope, sourceId, names);
  const [anna, bram] = made.people as [AttendeeScope, AttendeeScope];
  return { scope, sourceVersionId, text, anna, bram, ...made };
}

const decide = async (
  scope: ReaderScope,
  { id, lockVersion }: { id: string; lockVersion: number },
  decision: "accepted" | "rejected",
  reply = "",
) => decideCorrection(scope, { correctionId: id, lockVersion, decision, reply });

async function only(scope: ReaderScope, sourceId: string) {
  const [first, ...rest] = await proposalsOf(scope, sourceId);
  if (!first || rest.length > 0) throw new Error("not one proposal");
  return first;
}

/** Reads the version that was made, and looks for its passages, as the jobs do. */
async function runRevision(scope: ReaderScope, sourceId: string) {
  const { dossierId } = scope;
  const { revision } = await versionsOf(scope, sourceId);
  await reviseSourceJob.run({ dossierId, sourceId, revisionId: revision?.id ?? "" }, signal);
  await locateSourceJob.run({ dossierId, sourceId }, signal);
}

const shift = (roundId: string, days: number) =>
  database().then((db) =>
    db
      .update(correctionRound)
      .set({ closesOn: sql`${today()}::date + ${days}::int` })
      .where(eq(correctionRound.id, roundId)),
  );

describe("a round of corrections", () => {
  test("goes from proposals by link to the next version, with its passages located", async () => {
    const { scope, sourceId, sourceVersionId, text, anna, bram, roundId } = await round();
    const passageId = await passageOf(scope, { sourceVersionId, text }, FACE);
    const face = await proposed(anna, "rust aan ouders", "rust aan kinderen");
    await proposed(bram, "**niet** ", "");
    await proposed(bram, "Vraag uit de zaal", null);
    await agree(bram, { agrees: "yes" });
    expect(await roundOf(scope, sourceId)).toMatchObject({
      ...{ n: 1, open: 3, accepted: 0, rejected: 0, changes: 0, closed: null },
      attendees: [
        { name: "Anna", corrections: 1, agreed: false },
        { name: "Bram", corrections: 2, agreed: true },
      ],
    });
    const [one, two, three] = await proposalsOf(scope, sourceId);
    if (!one || !two || !three) throw new Error("not three");
    expect([one.text, two.text, three.text]).toEqual([
      "- Een bekend gezicht geeft rust aan kinderen.",
      "- De vrijdagmiddag is nu bezet.",
      null,
    ]);
    await decide(scope, one, "accepted", "Dank u.");
    await expect(decide(scope, two, "rejected")).rejects.toMatchObject({
      fields: { reply: "corrections.errors.reply" },
    });
    await decide(scope, two, "rejected", "Zo is het gezegd.");
    const make = (changes: number) =>
      makeVersion(scope, { roundId, changes, note: "2 wijzigingen van aanwezigen overgenomen" });
    await expect(make(1)).rejects.toMatchObject({ key: "corrections.errors.undecided" });
    await decide(scope, three, "accepted");
    await expect(make(1)).rejects.toThrow(Conflict);
    await make(2);
    await expect(make(2)).rejects.toMatchObject({ key: "corrections.errors.made" });
    await runRevision(scope, sourceId);
    expect((await versionText(scope, sourceId, 2)).text).toBe(
      text.replace("rust aan ouders", "rust aan kinderen").replace(/\nVraag uit de zaal.*\n/, ""),
    );
    expect((await placesIn(scope, sourceId)).rows).toMatchObject([
      { passageId, status: "proposed" },
    ]);
    // The text is no longer shown; what came of each is.
    expect(await ownPage(anna, { page: 1 })).toMatchObject({
      closed: "made",
      blocks: null,
      own: [{ block: face, decision: "accepted", reply: "Dank u." }],
    });
    await expect(undecideCorrection(scope, { correctionId: one.id })).rejects.toMatchObject({
      key: "corrections.errors.made",
    });
    expect(await verifyAudit(administer(SYSTEM))).toMatchObject({ faults: [], more: 0 });
  });

  test("is made again when the text could not be read", async () => {
    const { scope, sourceId, anna, roundId } = await round();
    await proposed(anna, "ouders", "kinderen");
    await decide(scope, await only(scope, sourceId), "accepted");
    const make = () => makeVersion(scope, { roundId, changes: 1, note: "N" });
    await make();
    await rowsOf(
      await database(),
      sql`update source_revision set state = 'failed', failure = 'sources.failed.gaveUp'
        where source_id = ${sourceId}`,
    );
    await make();
    expect((await versionsOf(scope, sourceId)).revision).toMatchObject({ state: "waiting" });
  });

  test("of one block takes over one wording, and the same of two people", async () => {
    const { scope, sourceId, anna, bram, people } = await round(["Anna", "Bram", "Carla"]);
    const carla = people[2] as AttendeeScope;
    await proposed(anna, "ouders", "kinderen");
    await proposed(bram, "ouders", "iedereen");
    await proposed(carla, "ouders", "kinderen");
    const [one, two, three] = await proposalsOf(scope, sourceId);
    if (!one || !two || !three) throw new Error("not three");
    await decide(scope, one, "accepted");
    await decide(scope, three, "accepted");
    await expect(decide(scope, two, "accepted")).rejects.toMatchObject({
      key: "corrections.errors.otherAccepted",
    });
    expect(await roundOf(scope, sourceId)).toMatchObject({ accepted: 2, changes: 1 });
    for (const { id } of [one, three]) await undecideCorrection(scope, { correctionId: id });
    await decide(scope, two, "accepted");
    await expect(undecideCorrection(scope, { correctionId: one.id })).rejects.toThrow(NotFound);
  });

  test("is begun once, of the newest version that is a concept, until a day to come", async () => {
    const scope = await dossierOf();
    const { sourceId } = await sourceOf(scope);
    const start = (n: number, closesOn = OPEN_UNTIL) =>
      startRound(scope, { sourceId, n, closesOn });
    await expect(start(2)).rejects.toThrow(Conflict);
    await expect(start(1, "2020-01-01")).rejects.toMatchObject({
      fields: { closesOn: "corrections.errors.dayOver" },
    });
    await expect(start(1, "2999-01-01")).rejects.toMatchObject({
      fields: { closesOn: "corrections.errors.dayFar" },
    });
    const { roundId } = await start(1, today());
    await expect(start(1)).rejects.toMatchObject({ key: "corrections.errors.roundThere" });
    await adoptVersion(scope, { sourceId, n: 1, adoptedOn: "2026-03-20", adoptedBy: "Allen" });
    await expect(start(1)).rejects.toMatchObject({ key: "corrections.errors.adopted" });
    await expect(changeRound(scope, { roundId, closesOn: OPEN_UNTIL })).rejects.toThrow(Invalid);
    expect(await roundOf(scope, sourceId)).toMatchObject({ closed: "adopted" });
  });

  test("goes with a source that is removed, and the log says so", async () => {
    const { scope, sourceId, anna } = await round();
    await proposed(anna, "ouders", "kinderen");
    const title = "Notulen";
    await removeSource(administer(SYSTEM), { sourceId, title, reason: "Verkeerd" });
    const left = await rowsOf<{ n: number }>(
      await database(),
      sql`select (select count(*) from correction where dossier_id = ${scope.dossierId})
        + (select count(*) from attendee where dossier_id = ${scope.dossierId}) as n`,
    );
    expect(Number(left[0]?.n)).toBe(0);
    await expect(ownPage(anna, { page: 1 })).rejects.toThrow(NotFound);
    expect(await verifyAudit(administer(SYSTEM))).toMatchObject({ faults: [], more: 0 });
  });
});

describe("a link", () => {
  test("is kept as its hash, works until it is taken back, and again when it is renewed", async () => {
    const { scope, links, anna } = await round();
    const [{ token = "" } = {}] = links;
    expect(token).toMatch(/^[\w-]{43}$/);
    const stored = await (await database())
      .select()
      .from(attendee)
      .where(eq(attendee.id, anna.attendeeId));
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(stored[0]?.tokenSha256).toBe(sha256(token));
    const { attendeeId } = anna;
    await proposed(anna, "ouders", "kinderen");
    await revokeLink(scope, { attendeeId });
    await expect(openByLink(token)).rejects.toThrow(NotFound);
    // Also for who opened the page before.
    await expect(ownPage(anna, { page: 1 })).rejects.toThrow(NotFound);
    await expect(proposeCorrection(anna, { block: 1, text: "Anders" })).rejects.toThrow(NotFound);
    await expect(withdrawCorrection(anna, { block: 1 })).rejects.toThrow(NotFound);
    await expect(agree(anna, { agrees: "yes" })).rejects.toThrow(NotFound);
    const [renewed] = await renewLink(scope, { attendeeId });
    await expect(openByLink(token)).rejects.toThrow(NotFound);
    const again = await openByLink(renewed?.token ?? "");
    expect((await ownPage(again, { page: 1 })).own).toHaveLength(1);
  });

  test("that never was, is too old, or is of an archived dossier is the same as one taken back", async () => {
    const { scope, links, roundId } = await round();
    const [{ token = "" } = {}] = links;
    for (const wrong of ["", "x", token.slice(1), `${token}x`, "\u0000", "é".repeat(500)]) {
      await expect(openByLink(wrong)).rejects.toThrow(NotFound);
    }
    await shift(roundId, -READABLE_DAYS);
    await expect(openByLink(token)).resolves.toBeDefined();
    await shift(roundId, -READABLE_DAYS - 1);
    await expect(openByLink(token)).rejects.toThrow(NotFound);
    await shift(roundId, 1);
    const manager = administer(await person({ kind: "administrator" }));
    await archiveDossier(manager, { dossierId: scope.dossierId, reason: "R" });
    await expect(openByLink(token)).rejects.toThrow(NotFound);
  });

  test("is made once for each name, and for no more people than a round has room for", async () => {
    const { scope, roundId, links } = await round(["Anna", " anna ", "", "Bram  de Wit"]);
    expect(links.map(({ name }) => name)).toEqual(["anna", "Bram de Wit"]);
    const invite = (names: string) => inviteAttendees(scope, { roundId, names });
    await expect(invite("Carla\nANNA")).rejects.toMatchObject({
      fields: { names: "corrections.errors.nameThere" },
      params: { name: "ANNA" },
    });
    await expect(invite(" \n ")).rejects.toMatchObject({
      fields: { names: "errors.field.required" },
    });
    const many = Array.from({ length: 59 }, (_, i) => `Nummer ${i}`).join("\n");
    await expect(invite(many)).rejects.toMatchObject({
      fields: { names: "corrections.errors.tooMany" },
    });
    await endRound(scope, { roundId });
    await expect(invite("Carla")).rejects.toMatchObject({ key: "corrections.errors.over" });
    await expect(endRound(scope, { roundId })).rejects.toThrow(Invalid);
  });
});

describe("what an attendee sends", () => {
  test("is one proposal for a block, changed until somebody decided, and taken back", async () => {
    const { scope, sourceId, anna } = await round();
    const block = await blockWith(anna, FACE);
    const propose = (text: string, remark = "", lockVersion = 0) =>
      proposeCorrection(anna, { block, text, remark, lockVersion });
    await propose("Een bekend gezicht geeft rust aan kinderen.");
    await propose("- Een bekend gezicht geeft rust aan iedereen.\r\n", "Zo zei ik het", 1);
    const standing = await only(scope, sourceId);
    expect(standing).toMatchObject({
      text: "- Een bekend gezicht geeft rust aan iedereen.",
      remark: "Zo zei ik het",
      lockVersion: 2,
    });
    // Who decides must have seen what stands.
    await expect(decide(scope, { ...standing, lockVersion: 1 }, "accepted")).rejects.toMatchObject({
      key: "corrections.errors.changed",
    });
    await withdrawCorrection(anna, { block });
    expect(await proposalsOf(scope, sourceId)).toEqual([]);
    await expect(decide(scope, standing, "accepted")).rejects.toThrow(NotFound);
    await expect(withdrawCorrection(anna, { block })).rejects.toThrow(NotFound);
    await propose("Toch dit.");
    await decide(scope, await only(scope, sourceId), "rejected", "Nee, want.");
    await expect(propose("En nu dit.")).rejects.toMatchObject({
      key: "corrections.errors.decided",
    });
    await expect(withdrawCorrection(anna, { block })).rejects.toThrow(Invalid);
  });

  test("is not written over from a second tab, which is shown what stands", async () => {
    const { scope, sourceId, anna } = await round();
    const block = await blockWith(anna, FACE);
    const propose = (text: string, lockVersion: number) =>
      proposeCorrection(anna, { block, text, remark: "Zo was het", lockVersion });
    // Both tabs were opened before anything stood.
    await propose("Uit het ene tabblad.", 0);
    await expect(propose("Uit het andere tabblad.", 0)).rejects.toMatchObject({
      key: "corrections.errors.otherTab",
      current: { text: "Uit het ene tabblad.", remark: "Zo was het", lockVersion: 1 },
    });
    expect((await only(scope, sourceId)).text).toContain("Uit het ene tabblad.");
    await expect(withdrawCorrection(anna, { block, lockVersion: 9 })).rejects.toThrow(Conflict);
    // Having seen it, it is a choice.
    await propose("Uit het andere tabblad.", 1);
    expect((await only(scope, sourceId)).text).toContain("Uit het andere tabblad.");
    // Taken back in one tab, changed in the other: what stands is the text itself.
    await withdrawCorrection(anna, { block, lockVersion: 2 });
    await expect(propose("Nog iets anders.", 2)).rejects.toMatchObject({
      current: { text: expect.stringContaining(FACE.replace(/^- /, "")), lockVersion: 0 },
    });
    expect(await proposalsOf(scope, sourceId)).toEqual([]);
    // To take the block out is no other words: the tab says so by an empty text.
    await proposeCorrection(anna, { block, remove: "yes" });
    await expect(propose("Blijft.", 0)).rejects.toMatchObject({ current: { text: "" } });
  });

  test("is refused when it says nothing else, breaks its block, or is of no block", async () => {
    const { anna } = await round();
    const at = async (words: string, text: string) =>
      proposeCorrection(anna, { block: await blockWith(anna, words), text });
    const refused = (key: string) => ({ fields: { text: `corrections.errors.${key}` } });
    await expect(at(FACE, ` ${FACE} `)).rejects.toMatchObject(refused("same"));
    await expect(at(FACE, " \r\n")).rejects.toMatchObject(refused("empty"));
    await expect(at("# Bijeenkomst", "Een\ntwee")).rejects.toMatchObject(refused("oneLine"));
    await expect(at(FACE, "x".repeat(20_001))).rejects.toThrow(Invalid);
    for (const block of [0, 999, 1.5, Number.NaN]) {
      await expect(proposeCorrection(anna, { block, text: "Anders" })).rejects.toThrow();
    }
    expect((await ownPage(anna, { page: 1 })).own).toEqual([]);
  });

  test("sent twice under one key is stored once", async () => {
    const { scope, sourceId, anna } = await round();
    const block = await blockWith(anna, FACE);
    const send = () => proposeCorrection(anna, { block, text: "Anders." }, { key: "k1" });
    expect(await send()).toEqual(await send());
    expect(await only(scope, sourceId)).toMatchObject({ lockVersion: 1 });
  });

  test("is bounded within an hour, whatever it is", async () => {
    const { anna } = await round();
    await (await database())
      .update(attendee)
      .set({ sends: MAX_SENDS_PER_HOUR - 1, sendsSince: sql`now() - interval '59 minutes'` })
      .where(eq(attendee.id, anna.attendeeId));
    await agree(anna, { agrees: "yes" });
    await expect(agree(anna, { agrees: "no" })).rejects.toMatchObject({
      key: "corrections.errors.tooOften",
    });
    await (await database())
      .update(attendee)
      .set({ sendsSince: sql`now() - interval '61 minutes'` })
      .where(eq(attendee.id, anna.attendeeId));
    await agree(anna, { agrees: "no" });
    expect((await ownPage(anna, { page: 1 })).agreed).toBe(false);
  });

  test.each(["passed", "ended", "adopted", "newer"] as const)(
    "comes too late when the round is over: %s",
    async (why) => {
      const { scope, sourceId, roundId, text, anna } = await round();
      const block = await proposed(anna, "ouders", "kinderen");
      if (why === "passed") await shift(roundId, -1);
      if (why === "ended") await endRound(scope, { roundId });
      if (why === "adopted") {
        await adoptVersion(scope, { sourceId, n: 1, adoptedOn: "2026-03-20", adoptedBy: "Allen" });
      }
      if (why === "newer") await revised(scope, sourceId, `${text}\nNog iets.\n`);
      const late = { key: "corrections.errors.closed" };
      await expect(proposeCorrection(anna, { block, text: "Later" })).rejects.toMatchObject(late);
      await expect(withdrawCorrection(anna, { block })).rejects.toMatchObject(late);
      await expect(agree(anna, { agrees: "yes" })).rejects.toMatchObject(late);
      expect(await ownPage(anna, { page: 1 })).toMatchObject({ closed: why, blocks: null });
      if (why === "newer") {
        const given = await only(scope, sourceId);
        await expect(decide(scope, given, "accepted")).rejects.toThrow(Invalid);
        return;
      }
      // What came in before is decided on all the same.
      await decide(scope, await only(scope, sourceId), "accepted");
      if (why === "adopted") return;
      await changeRound(scope, { roundId, closesOn: today() });
      expect((await ownPage(anna, { page: 1 })).closed).toBeNull();
    },
  );
});

describe("who sees and does what", () => {
  const SECRET = "kwartelnest";
  let here: Awaited<ReturnType<typeof round>>;
  beforeAll(async () => {
    here = await round();
    await proposed(here.bram, "ouders", SECRET);
    await decide(here.scope, await only(here.scope, here.sourceId), "rejected", SECRET);
  });

  test("an attendee sees the text and the own proposals, and nothing of others", async () => {
    expect(JSON.stringify(await ownPage(here.bram, { page: 1 }))).toContain(SECRET);
    const seen = await ownPage(here.anna, { page: 1 });
    expect(JSON.stringify(seen)).not.toContain(SECRET);
    expect(JSON.stringify(seen)).not.toContain("Bram");
    expect(Object.keys(seen).sort()).toEqual(
      [
        ...["agreed", "attendeeId", "blocks", "closed", "closesOn", "contractingAuthority"],
        ...["name", "own", "title"],
      ].sort(),
    );
    expect(seen.blocks?.rows.map(({ text }) => text).join()).toContain(FACE);
  });

  test("an attendee of another source, or dossier, reaches nothing of this one", async () => {
    const other = await round(["Anna"]);
    const block = await blockWith(other.anna, FACE);
    await proposeCorrection(other.anna, { block, text: "Van een ander." });
    expect(JSON.stringify(await ownPage(other.anna, { page: 1 }))).not.toContain(SECRET);
    expect(await proposalsOf(here.scope, here.sourceId)).toHaveLength(1);
    // The scope is known by itself: one that says another round proves nothing.
    const { roundId, attendeeId, dossierId } = here.bram;
    const said = { ...other.anna, roundId, attendeeId, dossierId } as AttendeeScope;
    await expect(ownPage(said, { page: 1 })).rejects.toThrow(Forbidden);
    await expect(proposeCorrection(said, { block, text: "X" })).rejects.toThrow(Forbidden);
  });

  test("a reviewer reads what is proposed and decides nothing; others are refused", async () => {
    const reviewer = await memberOf(here.scope, "reviewer");
    expect(await proposalsOf(reviewer, here.sourceId)).toHaveLength(1);
    // Who was invited is for who may see names: it stands in no text that a layer lies over.
    const seen = await roundOf(reviewer, here.sourceId);
    expect(seen?.attendees.map(({ name }) => name)).toContain("[naam verwijderd]");
    const blocks = seen ? await correctedBlocks(reviewer, seen, 1) : null;
    expect(JSON.stringify([seen, blocks])).not.toMatch(/Anna|Bram/);
    expect(JSON.stringify(await roundOf(here.scope, here.sourceId))).toContain("Anna");
    const { id, lockVersion } = await only(here.scope, here.sourceId);
    const stranger = await dossierOf();
    for (const [scope, error] of [
      [reviewer, Forbidden],
      [stranger, NotFound],
    ] as const) {
      const { roundId, sourceId } = here;
      const { attendeeId } = here.anna;
      const doors = [
        () => startRound(scope, { sourceId, n: 1, closesOn: OPEN_UNTIL }),
        () => changeRound(scope, { roundId, closesOn: OPEN_UNTIL }),
        () => endRound(scope, { roundId }),
        () => inviteAttendees(scope, { roundId, names: "Carla" }),
        () => renewLink(scope, { attendeeId }),
        () => revokeLink(scope, { attendeeId }),
        () => decide(scope, { id, lockVersion }, "accepted"),
        () => undecideCorrection(scope, { correctionId: id }),
        () => makeVersion(scope, { roundId, changes: 0, note: "N" }),
      ];
      for (const door of doors) await expect(door()).rejects.toThrow(error);
    }
    expect(await roundOf(stranger, here.sourceId)).toBeNull();
    expect(await only(here.scope, here.sourceId)).toMatchObject({ lockVersion });
  });

  test("who was there stands in no log", async () => {
    const rows = await rowsOf<{ row: string }>(
      await database(),
      sql`select a::text as row from audit a where dossier_id = ${here.scope.dossierId}`,
    );
    const all = rows.map(({ row }) => row).join();
    expect(all).toContain("correction.propose");
    expect(all).not.toContain("Bram");
    expect(all).not.toContain(SECRET);
  });
});

describe("what somebody tries", () => {
  test("odd signs in a proposal come into the next version as they can be stored, and nothing else moves", async () => {
    const { scope, sourceId, roundId, sourceVersionId, text, anna } = await round(["Anna"]);
    const passageId = await passageOf(scope, { sourceVersionId, text }, "De vrijdagmiddag is nu");
    const block = await blockWith(anna, FACE);
    const typed =
      "Cafe\u0301 \u202egniklet\u202c \u200bمرحبا 👩‍👩‍👧‍👦 \ud800 Z\u0351\u036b\u0343\u036a\u0302\u036balgo \u0000einde";
    await proposeCorrection(anna, { block, text: typed });
    const own = await only(scope, sourceId);
    expect(own.text).toBe(
      `- ${"Cafe\u0301 gniklet مرحبا 👩‍👩‍👧‍👦 \ufffd Z\u0351\u036b\u0343\u036a\u0302\u036balgo einde".normalize("NFC")}`,
    );
    await decide(scope, own, "accepted");
    await makeVersion(scope, { roundId, changes: 1, note: "Verbeterd" });
    await runRevision(scope, sourceId);
    const read = await versionText(scope, sourceId, 2);
    expect(read.text).toBe(text.replace(`- ${FACE}`, own.text ?? ""));
    expect((await placesIn(scope, sourceId)).rows.map((row) => row.passageId)).not.toContain(
      passageId,
    );
  });

  test("a name that somebody proposes is for who may see names, from the moment it is sent", async () => {
    const { scope, sourceId, anna } = await round(["Anna"]);
    await proposed(anna, "ouders", "mevrouw Haverkort");
    const block = await blockWith(anna, "vakantie");
    await proposeCorrection(anna, { block, remove: "yes", remark: "Vraag het aan Kees de Boer" });
    const reviewer = await memberOf(scope, "reviewer");
    const read = JSON.stringify(await proposalsOf(reviewer, sourceId));
    expect(read).toContain("rust aan [naam verwijderd]");
    expect(read).not.toMatch(/Haverkort|Boer/);
    expect(JSON.stringify(await proposalsOf(scope, sourceId))).toContain("mevrouw Haverkort");
  });

  test("a whole document pasted in one block is refused, and the longest that fits is decided on", async () => {
    const { scope, sourceId, roundId, anna } = await round(["Anna"]);
    const block = await blockWith(anna, FACE);
    const propose = (text: string) => proposeCorrection(anna, { block, text });
    await expect(propose("a".repeat(1_000_000))).rejects.toMatchObject({
      fields: { text: "errors.field.tooLong" },
    });
    await propose("een halte\n".repeat(1_990));
    await decide(scope, await only(scope, sourceId), "accepted");
    await makeVersion(scope, { roundId, changes: 1, note: "Verbeterd" });
    await runRevision(scope, sourceId);
    expect((await versionText(scope, sourceId, 2)).text).toContain("een halte\neen halte");
  });

  test("pressed twice, or on two tabs, a decision and a version are made once", async () => {
    const { scope, sourceId, roundId, anna } = await round(["Anna"]);
    await proposed(anna, "ouders", "kinderen");
    const { id, lockVersion } = await only(scope, sourceId);
    const both = await Promise.allSettled([
      decide(scope, { id, lockVersion }, "accepted"),
      decide(scope, { id, lockVersion }, "rejected", "Nee."),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    if ((await only(scope, sourceId)).decision === "rejected") {
      await decide(scope, await only(scope, sourceId), "accepted");
    }
    const made = await Promise.allSettled(
      [1, 2].map(() => makeVersion(scope, { roundId, changes: 1, note: "Verbeterd" })),
    );
    expect(made.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("a link that is renewed is void at once, also for who had the page open", async () => {
    const { scope, links, anna } = await round(["Anna"]);
    const old = links[0]?.token ?? "";
    const before = await openByLink(old);
    const [fresh] = await renewLink(scope, { attendeeId: anna.attendeeId });
    await expect(openByLink(old)).rejects.toThrow(NotFound);
    // Who asks again comes through the gate again: only a question under way still counts.
    expect(await openByLink(fresh?.token ?? "")).toMatchObject({ attendeeId: before.attendeeId });
    for (const wrong of [
      "",
      " ",
      "../x",
      "%00",
      "a".repeat(10_000),
      `${fresh?.token}x`,
      "\u0000",
    ]) {
      await expect(openByLink(wrong)).rejects.toThrow(NotFound);
    }
  });
});
