import { and, asc, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database, rowsOf } from "@/db/client";
import { answer, audit, draftAnswer, mail, participant, reaction, source } from "@/db/schema";
import { administer } from "@/domain/accounts/gate";
import { verifyAudit } from "@/domain/audit/queries";
import { addConsultation, changeConsultation } from "@/domain/consultations/commands";
import { consultationContents } from "@/domain/consultations/queries";
import { addCoreValue } from "@/domain/core-values/commands";
import { inDays } from "@/domain/kernel/dates";
import { NotFound } from "@/domain/kernel/errors";
import type { ParticipantScope } from "@/domain/kernel/scope";
import { MAIL_VALUES } from "@/domain/mail/model";
import { listMails } from "@/domain/mail/queries";
import { contentsOf } from "@/domain/mail/rows";
import { letterOf } from "@/domain/mail/rules/letters";
import {
  beginReacting,
  changeOnline,
  copyOnline,
  endOnline,
  mailReceipt,
  openOnline,
  openStakeholderPage,
  prepareOnline,
  saveDrafts,
  sendAnswers,
  withdrawAnswers,
} from "@/domain/participation/commands";
import { openConsultation, openParticipant } from "@/domain/participation/gate";
import { searchWrittenJob, wipeConsultationJob } from "@/domain/participation/jobs";
import { MAX_RECEIPTS, MAX_RECEIPTS_AN_HOUR } from "@/domain/participation/model";
import {
  closedResults,
  consultationOverview,
  consultationPage,
  consultationPreview,
  othersReactions,
  ownAnswers,
  ownRestedOn,
} from "@/domain/participation/queries";
import { changeReactions } from "@/domain/reactions/commands";
import { getReaction } from "@/domain/reactions/queries";
import { addChapter, linkWords } from "@/domain/requirements/commands";
import { locateSourceJob } from "@/domain/sources/jobs";
import { getSource, listBlocks, listSources, versionsOf } from "@/domain/sources/queries";
import { partsOfSource } from "@/domain/splitting/queries";
import { changeStatement, explainStatement, putStatement } from "@/domain/statements/commands";
import { getStatement } from "@/domain/statements/queries";
import { suspectAmong, traceOfRequirement } from "@/domain/trace/queries";
import { sentencesIn } from "@/i18n/sentence";
import { freshDatabase } from "../database";
import { onlineIn, participantIn, SETTINGS, sentIn, typed } from "../factories/participation";
import { dossierOf, SYSTEM } from "../factories/people";
import { requirementOf } from "../factories/requirements";

freshDatabase();

const SETTINGS_OF_A_MEETING = {
  title: "",
  kind: "online" as const,
  audience: "stakeholder" as const,
  heldOn: "",
  startsAt: "",
  sector: "",
  chair: "",
};

const whole = async () => (await verifyAudit(administer(SYSTEM))).faults;

async function reactionsOf(own: ParticipantScope) {
  return (await database())
    .select({
      id: reaction.id,
      text: reaction.text,
      position: reaction.position,
      number: reaction.number,
      sourceId: answer.sourceId,
      statementId: reaction.statementId,
    })
    .from(answer)
    .innerJoin(reaction, eq(reaction.id, answer.reactionId))
    .where(eq(answer.participantId, own.participantId))
    .orderBy(asc(reaction.number));
}

describe("what is sent is a source like any other", () => {
  test("its words are a text, one passage over all of it, and a reaction", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope);
    const words = "De bus komt vaak te laat.\nOuders wachten dan.\n\nDat moet anders. 🙂";
    const { own, number } = await sentIn(online, [words, null, "De buurt ontbreekt."]);
    const [first, second] = await reactionsOf(own);
    expect(first).toMatchObject({ text: words, position: "agree", number: 1 });
    expect(second).toMatchObject({ text: "De buurt ontbreekt.", statementId: null });
    expect(number).toMatch(/^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{2}$/);
    const [stored] = await rowsOf<{ exact: string; blocks: number; own: boolean; said: string }>(
      await database(),
      sql`select p.exact, m.own, (select count(*)::int from source_block b
          where b.source_version_id = p.source_version_id) as blocks,
          convert_from((select content from source_file f where f.source_id = ${first?.sourceId}), 'UTF8') as said
        from reaction r join passage p on p.id = r.passage_id
        join passage_reaction m on m.passage_id = p.id and m.reaction_id = r.id
        where r.id = ${first?.id}`,
    );
    expect(stored).toEqual({ exact: words, blocks: 2, own: true, said: words });
    // And the list of sources does not drown in them.
    expect((await listSources(scope)).rows).toEqual([]);
    expect(await whole()).toEqual([]);
  });

  test("a few of its words are read, linked and traced like those in minutes", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope);
    const { own } = await sentIn(online, ["Ouders wachten te lang.\n\nDe bus komt te laat."]);
    const [first] = await reactionsOf(own);
    const sourceId = first?.sourceId ?? "";
    const source = await getSource(scope, sourceId);
    expect(source).toMatchObject({ title: "Reactie R-1", parts: [], newest: 1 });
    const { rows } = await listBlocks(scope, source, 1);
    expect(rows.map(({ text }) => text)).toEqual([
      "Ouders wachten te lang.",
      "De bus komt te laat.",
    ]);
    expect(await partsOfSource(scope, sourceId)).toMatchObject({ parts: [] });
    const chapter = await addChapter(scope, { title: "Vervoer" });
    const { id: requirementId } = await requirementOf(scope, {
      chapterId: chapter.id,
      title: "Op tijd",
    });
    const [start, end] = [25, 45];
    await linkWords(scope, {
      requirementId,
      sourceVersionId: source.versionId,
      start,
      end,
      exact: "De bus komt te laat.",
    });
    const trace = JSON.stringify(await traceOfRequirement(scope, requirementId));
    expect(trace).toContain("Denk mee over het vervoer");
    expect(trace).toContain("De bus komt te laat.");
    const held = await rowsOf<{ n: number }>(
      await database(),
      sql`select r.number as n from requirement_reaction w join reaction r on r.id = w.reaction_id
        where w.requirement_id = ${requirementId}`,
    );
    expect(held).toEqual([{ n: 1 }]);
    expect((await consultationContents(scope, online.consultationId)).statements).toMatchObject([
      { reactions: 1 },
      { reactions: 0 },
    ]);
  });

  test("two people may write the same, and a position alone says what it is called", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope, { agree: "Helemaal mee eens" });
    const one = await sentIn(online, ["Ja.", ""]);
    const other = await sentIn(online, ["Ja.", ""]);
    for (const { own } of [one, other]) {
      const texts = (await reactionsOf(own)).map(({ text }) => text);
      expect(texts).toEqual(["Ja.", "Helemaal mee eens"]);
      const { answers } = await ownAnswers(own);
      expect(answers.map(({ text }) => text)).toEqual(["Ja.", ""]);
    }
  });

  test("who chose no position has chosen none when they come back, and changes nothing by sending that again", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope, { others: "afterOwn", moderation: "after" });
    const [first = "", second = ""] = online.statements;
    const { own } = await participantIn(online);
    const none = { statementId: first, position: null, text: "Alleen woorden.", seen: 0 };
    const chosen = { statementId: second, position: "none" as const, text: "Weet niet.", seen: 0 };
    await saveDrafts(own, { answers: [none, chosen] });
    await sendAnswers(own, {});
    const positions = async () => (await ownAnswers(own)).answers.map(({ position }) => position);
    expect(await positions()).toEqual([null, "none"]);
    expect((await reactionsOf(own)).map(({ position }) => position)).toEqual(["none", "none"]);
    await saveDrafts(own, { answers: [none] });
    await sendAnswers(own, {});
    const { answers } = await ownAnswers(own);
    expect(answers.map(({ changedAt }) => changedAt)).toEqual([null, null]);
    await saveDrafts(own, { answers: [{ ...none, position: "agree" }] });
    await sendAnswers(own, {});
    expect(await positions()).toEqual(["agree", "none"]);
    await saveDrafts(own, { answers: [none] });
    await sendAnswers(own, {});
    expect(await positions()).toEqual([null, "none"]);
    // Nor do others read that it was no opinion.
    const reader = await sentIn(online, ["Ja."]);
    await searchWrittenJob.run({ dossierId: scope.dossierId }, new AbortController().signal);
    const read = await othersReactions(await openConsultation(online.code), reader.own);
    expect(read?.byStatement.get(first)).toMatchObject([
      { position: null, text: "Alleen woorden." },
    ]);
    expect(read?.byStatement.get(second)).toMatchObject([{ position: "none", text: "Weet niet." }]);
  });

  test("another opinion is a next version, and what rested on the first says so", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope);
    const { own, number, sentAt } = await sentIn(online, ["De bus komt te laat op school.", "Ja."]);
    const [first] = await reactionsOf(own);
    const { id: coreValueId } = await addCoreValue(scope, {
      name: "Op tijd",
      reactionIds: [first?.id ?? ""],
    });
    await saveDrafts(own, {
      answers: [
        {
          statementId: online.statements[0] ?? "",
          position: "disagree",
          text: "Nu de route korter is gaat het goed.",
          seen: 0,
        },
      ],
    });
    expect(await sendAnswers(own, {})).toEqual({ number, sentAt });
    const [now] = await reactionsOf(own);
    expect(now).toMatchObject({
      id: first?.id,
      number: first?.number,
      position: "disagree",
      text: "Nu de route korter is gaat het goed.",
    });
    const sourceId = first?.sourceId ?? "";
    expect((await versionsOf(scope, sourceId)).versions.rows.map(({ n }) => n)).toEqual([2, 1]);
    await locateSourceJob.run(
      { dossierId: scope.dossierId, sourceId },
      new AbortController().signal,
    );
    expect([...(await suspectAmong(scope, "coreValue", [coreValueId])).keys()]).toEqual([
      coreValueId,
    ]);
    // Whoever quotes the new words quotes that reaction.
    const held = await rowsOf<{ reactionId: string }>(
      await database(),
      sql`select m.reaction_id as "reactionId" from passage_reaction m
        join source_version v on v.id = m.source_version_id
        where v.source_id = ${sourceId} and v.n = 2 and m.own`,
    );
    expect(held).toEqual([{ reactionId: first?.id }]);
    expect((await getReaction(scope, first?.id ?? "")).text).toContain("route korter");
    expect(await whole()).toEqual([]);
  });

  test("a stelling that gets other words is never silent: who answered keeps theirs, and its author is told how many did", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope);
    const [id = ""] = online.statements;
    const { own } = await sentIn(online, ["Ja."]);
    await searchWrittenJob.run({ dossierId: scope.dossierId }, new AbortController().signal);
    await changeStatement(scope, {
      id,
      lockVersion: 1,
      text: "De bus is er om acht uur.",
      explanation: null,
    });
    const late = await sentIn(online, ["Ook goed."]);
    const asked = async (of: ParticipantScope) => (await ownAnswers(of)).answers[0]?.asked;
    expect(await asked(own)).toBe("De bus komt op tijd.");
    expect(await asked(late.own)).toBe("De bus is er om acht uur.");
    const page = await consultationPage(await openConsultation(online.code));
    expect(page.statements[0]?.text).toBe("De bus is er om acht uur.");
    const overview = await consultationOverview(scope, online.consultationId);
    expect(overview?.statements.map(({ answers }) => answers)).toEqual([2, 0]);
  });

  test("who works in the dossier may change what was sent, and the check tells who was last", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope);
    const { own } = await sentIn(online, ["Ja.", "Nee."]);
    const [first] = await reactionsOf(own);
    await changeReactions(scope, { reactionIds: [first?.id ?? ""], kind: "concern" });
    await typed(own, online, ["Toch niet."]);
    await sendAnswers(own, {});
    await changeReactions(scope, { reactionIds: [first?.id ?? ""], kind: "advice" });
    expect(await whole()).toEqual([]);
    const put = async (kind: "concern" | "advice") =>
      (await database())
        .update(reaction)
        .set({ kind })
        .where(eq(reaction.id, first?.id ?? ""));
    await put("concern");
    const [fault] = await whole();
    expect(fault).toMatchObject({ why: "changed", chain: scope.dossierId });
    await put("advice");
  });
});

describe("withdrawing", () => {
  test("erases the words, and keeps that and when something was sent", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope);
    const { own, number } = await sentIn(online, ["Mijn geheime kwartelnest.", "Ja."]);
    expect(await withdrawAnswers(own, {})).toEqual({ count: 2 });
    const left = await ownAnswers(own);
    expect(left).toMatchObject({ number, drafts: [] });
    expect(left.answers.map(({ state, text }) => [state, text])).toEqual([
      ["withdrawn", ""],
      ["withdrawn", ""],
    ]);
    const words = await rowsOf<{ n: number }>(
      await database(),
      sql`select (select count(*) from source_block where text like '%kwartelnest%')::int
        + (select count(*) from passage where exact like '%kwartelnest%')::int
        + (select count(*) from reaction where text like '%kwartelnest%')::int as n`,
    );
    expect(words).toEqual([{ n: 0 }]);
    expect(await whole()).toEqual([]);
    // And one may begin again.
    await typed(own, online, ["Toch wel."]);
    await sendAnswers(own, {});
    expect((await reactionsOf(own)).map(({ text }) => text)).toEqual(["Toch wel."]);
  });

  test("says so to who used the words already", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope);
    const { own } = await sentIn(online, ["De bus komt te laat op school.", null]);
    const [first] = await reactionsOf(own);
    await addCoreValue(scope, { name: "Op tijd", reactionIds: [first?.id ?? ""] });
    await withdrawAnswers(own, {});
    const [now] = await rowsOf<{ text: string; position: string }>(
      await database(),
      sql`select text, position from reaction where id = ${first?.id}`,
    );
    expect(now).toEqual({ text: "[ingetrokken]", position: "none" });
    expect(await whole()).toEqual([]);
  });

  test("is asked at one's own address after closing as well, with what rests on it, until that is wiped", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope);
    const { own, address } = await sentIn(online, [
      "Mijn geheime kwartelnest.",
      "De bus is te vol.",
    ]);
    await typed(own, online, [null, null, "Ook mijn kwartelnest."]);
    const second = (await reactionsOf(own))[1];
    await addCoreValue(scope, { name: "Ruimte", reactionIds: [second?.id ?? ""] });
    await endOnline(scope, { consultationId: online.consultationId, lockVersion: 3 });
    const late = (await openParticipant(address)).own;
    expect(await ownRestedOn(late)).toBe(1);
    expect(await withdrawAnswers(late, {})).toEqual({ count: 2 });
    expect(await ownRestedOn(late)).toBe(0);
    const left = await ownAnswers(late);
    expect(JSON.stringify(left)).not.toContain("kwartelnest");
    const kept = await rowsOf<{ all: string }>(
      await database(),
      sql`select coalesce((select string_agg(text, ' ') from reaction), '')
        || coalesce((select string_agg(text, ' ') from source_block), '')
        || coalesce((select string_agg(text, ' ') from draft_answer
          where participant_id = ${late.participantId}), '') as all`,
    );
    expect(kept[0]?.all).toContain("[ingetrokken]");
    expect(kept[0]?.all).not.toContain("geheime kwartelnest");
    expect(kept[0]?.all).not.toContain("Ook mijn kwartelnest");
    expect(await consultationOverview(scope, online.consultationId)).toMatchObject({
      participants: 0,
      answers: 0,
    });
    expect(await whole()).toEqual([]);
  });
});

describe("once, and the same receipt", () => {
  test("sent twice at the same moment", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope);
    const { own } = await participantIn(online);
    await typed(own, online, ["Een.", "Twee."]);
    const key = "dezelfde-druk";
    const [one, two, three] = await Promise.all([
      sendAnswers(own, {}, { key }),
      sendAnswers(own, {}, { key }),
      sendAnswers(own, {}, { key: "een ander venster" }),
    ]);
    expect(two).toEqual(one);
    expect(three).toEqual(one);
    expect(await reactionsOf(own)).toHaveLength(2);
  });

  test("a page that comes back for somebody else sends what that one wrote", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope);
    const [one, other] = [await participantIn(online), await participantIn(online)];
    await typed(one.own, online, ["Van de eerste."]);
    await typed(other.own, online, ["Van de tweede."]);
    const key = "dezelfde-sleutel";
    await sendAnswers(one.own, {}, { key });
    await sendAnswers(other.own, {}, { key });
    expect((await reactionsOf(other.own)).map(({ text }) => text)).toEqual(["Van de tweede."]);
  });

  test("two windows that differ: the last stands, the other stays beside it", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope);
    const { own } = await participantIn(online);
    const [statementId = ""] = online.statements;
    const save = async (text: string, seen: number) => {
      const saved = await saveDrafts(own, {
        answers: [{ statementId, position: null, text, seen }],
      });
      // What it says is kept is what is kept.
      const [draft] = (await ownAnswers(own)).drafts;
      const { n = 0, savedAt = null } = draft ?? {};
      const [said] = saved.kept;
      expect(said).toMatchObject({ statementId, n, differs: saved.differs.length > 0 });
      expect(said?.savedAt && Date.parse(said.savedAt)).toBe(savedAt && Date.parse(savedAt));
      return saved;
    };
    expect((await save(" ", 0)).kept).toMatchObject([{ n: 0, savedAt: null }]);
    // With it comes what decides where they go on.
    const page = await consultationPage(await openConsultation(online.code));
    const course = {
      questions: page.statements.length + (page.missingQuestion === null ? 0 : 1),
      chooses: page.group === null && page.groups.length > 0,
    };
    expect(await save("Uit het eerste venster.", 0)).toMatchObject({
      differs: [],
      sentAt: null,
      course,
    });
    expect(await save("Uit het tweede venster.", 0)).toMatchObject({ differs: [statementId] });
    const [draft] = (await ownAnswers(own)).drafts;
    expect(draft).toMatchObject({ text: "Uit het tweede venster.", n: 2 });
    expect(draft?.other?.text).toBe("Uit het eerste venster.");
    await expect(sendAnswers(own, {})).rejects.toMatchObject({
      key: "participation.errors.checkFirst",
    });
    expect(await save("Uit het eerste venster.", 2)).toMatchObject({ differs: [] });
    await sendAnswers(own, {});
    expect((await reactionsOf(own)).map(({ text }) => text)).toEqual(["Uit het eerste venster."]);
  });

  test("too long is kept whole, and not sent", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope, { maxLength: "100" });
    const { own } = await participantIn(online);
    await typed(own, online, ["a".repeat(101)]);
    await expect(sendAnswers(own, {})).rejects.toMatchObject({
      key: "participation.errors.checkFirst",
    });
    expect((await ownAnswers(own)).drafts[0]?.text).toHaveLength(101);
    // What could not be sent used up no number.
    const [next] = await sentIn(online, ["Kort genoeg."]).then(({ own }) => reactionsOf(own));
    expect(next?.number).toBe(1);
  });
});

describe("a receipt by mail", () => {
  const address = "https://herleid.example/inbreng/abcd-efgh-jkmn-pqrs";
  const to = { email: "Wie.Ook@proef.example", language: "nl" as const, address };
  const waiting = async () => {
    const db = await database();
    const rows = await db.select().from(mail).where(eq(mail.template, "receipt"));
    return rows.map((row) => ({ ...row, contents: contentsOf(row.id, row.sealed) }));
  };

  test("goes to who sent something, a few times; to whom stands nowhere else, and who looks after mail does not see it", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope);
    const begun = await participantIn(online);
    await expect(mailReceipt(begun.own, to)).rejects.toMatchObject({
      key: "participation.errors.nothing",
    });
    const { own, number, sentAt } = await sentIn(online, ["De bus komt te laat."]);
    await expect(mailReceipt(own, { ...to, email: "geen adres" })).rejects.toMatchObject({
      fields: { email: "errors.field.email" },
    });
    const key = "een druk op de knop";
    await Promise.all([mailReceipt(own, to, { key }), mailReceipt(own, to, { key })]);
    const [row, ...more] = await waiting();
    expect(more).toEqual([]);
    expect(row?.contents).toMatchObject({
      to: "wie.ook@proef.example",
      values: { number, sentAt, address, title: "Denk mee over het vervoer" },
    });
    const text = JSON.stringify(
      letterOf(
        { template: "receipt", values: MAIL_VALUES.receipt.parse(row?.contents?.values) },
        "nl",
        sentencesIn("nl"),
      ),
    );
    for (const said of [number, address, "Team Jeugd"]) expect(text).toContain(said);
    const shown = (await listMails(administer(SYSTEM))).rows;
    expect(shown.map((mail) => mail.to)).toContain("w***@proef.example");
    expect(JSON.stringify(shown)).not.toContain("wie.ook");
    const everywhere = await rowsOf<{ all: string }>(
      await database(),
      sql`select (select json_agg(p)::text from participant p) || (select json_agg(a)::text from audit a)
        || (select json_agg(s)::text from submission s) || (select json_agg(m)::text from mail m)
        || (select json_agg(j.data)::text from pgboss.job j) as all`,
    );
    expect(JSON.stringify(everywhere)).not.toMatch(/wie\.ook|abcd-efgh/i);
    for (let again = 1; again < MAX_RECEIPTS; again++) await mailReceipt(own, to);
    await expect(mailReceipt(own, to)).rejects.toMatchObject({
      fields: { email: "participation.errors.receipts" },
    });
    expect(await waiting()).toHaveLength(MAX_RECEIPTS);
    // Nor do many who begin fill somebody's letterbox.
    const other = await sentIn(online, ["Ook ik."]);
    const db = await database();
    await db.execute(sql`insert into mail (id, template, language, state, settled_at)
      select gen_random_uuid(), 'receipt', 'nl', 'sent', now() from generate_series(1, ${MAX_RECEIPTS_AN_HOUR}::int)`);
    await expect(mailReceipt(other.own, to)).rejects.toMatchObject({
      fields: { email: "participation.errors.receiptsBusy" },
    });
    await db.execute(sql`update mail set created_at = created_at - interval '1 hour'`);
    await mailReceipt(other.own, to);
    expect(await whole()).toEqual([]);
  });
});

describe("when one can react", () => {
  test("after the end what was written stays, and is not sent; what was under way counts by its arrival", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope);
    const { own, address } = await participantIn(online);
    await typed(own, online, ["Net te laat."]);
    const inTime = (await openParticipant(address)).own;
    await endOnline(scope, { consultationId: online.consultationId, lockVersion: 3 });
    await new Promise((resolve) => setTimeout(resolve, 5));
    const late = (await openParticipant(address)).own;
    await expect(sendAnswers(late, {})).rejects.toMatchObject({
      key: "participation.errors.closed",
    });
    await typed(late, online, [null, "Ook dit blijft."]);
    expect((await ownAnswers(late)).drafts.map(({ text }) => text)).toEqual([
      "Net te laat.",
      "Ook dit blijft.",
    ]);
    // Kept for who wrote it, and counted nowhere.
    expect(await consultationOverview(scope, online.consultationId)).toMatchObject({
      state: "closed",
      participants: 0,
      answers: 0,
    });
    expect(await reactionsOf(late)).toEqual([]);
    await expect(
      beginReacting(await openConsultation(online.code), { groupId: "" }),
    ).rejects.toMatchObject({ key: "participation.errors.notOpen" });
    expect(await sendAnswers(inTime, {})).toMatchObject({
      sentAt: new Date(inTime.arrivedAt).toISOString(),
    });
  });

  test("a later end lets who was too late send what was kept, once and with the moment it came", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope);
    const { consultationId } = online;
    const { own, address } = await participantIn(online);
    await typed(own, online, ["Net te laat."]);
    await endOnline(scope, { consultationId, lockVersion: 3 });
    const late = (await openParticipant(address)).own;
    await expect(sendAnswers(late, {})).rejects.toMatchObject({
      key: "participation.errors.closed",
    });
    // A telephone number that is put right opens nothing.
    const contact = "Team Jeugd, 0999 65 43 21";
    await changeOnline(scope, { ...SETTINGS, contact, consultationId, lockVersion: 4 });
    expect(await consultationOverview(scope, consultationId)).toMatchObject({
      ...{ state: "closed", contact },
    });
    await changeOnline(scope, { ...SETTINGS, closesOn: inDays(8), consultationId, lockVersion: 5 });
    const again = (await openParticipant(address)).own;
    const receipt = await sendAnswers(again, {});
    expect(receipt.sentAt).toBe(new Date(again.arrivedAt).toISOString());
    expect(await sendAnswers(again, {})).toEqual(receipt);
    expect((await reactionsOf(again)).map(({ text }) => text)).toEqual(["Net te laat."]);
  });
});

describe("how a stelling is explained here", () => {
  const rich = (...content: unknown[]) =>
    JSON.stringify({
      type: "doc",
      content: content.map((line) => ({ type: "paragraph", content: [line].flat() })),
    });
  const bold = (text: string) => ({ type: "text", text, marks: [{ type: "bold" }] });

  test("with marks, in this consultation alone; others words take them off, and a copy keeps them", async () => {
    const scope = await dossierOf();
    const one = await onlineIn(scope);
    const [statementId = ""] = one.statements;
    const { id: other } = await addConsultation(scope, {
      ...SETTINGS_OF_A_MEETING,
      title: "Elders",
    });
    await putStatement(scope, { statementId, consultationId: other, number: "" });
    const asked = async () =>
      (await consultationPage(await openConsultation(one.code))).statements[0];
    const explained = (explanation: unknown, lockVersion: number, format?: string) =>
      explainStatement(scope, {
        statementId,
        consultationId: one.consultationId,
        lockVersion,
        explanation,
        explanationFormat: format,
      });
    const body = rich(
      [{ type: "text", text: "Nu spreekt elke school dit " }, bold("zelf")],
      bold("af."),
    );
    await explained(body, 1, "json");
    // Where there was none to show, it is shown only when somebody chooses to.
    expect(await asked()).toMatchObject({ explanation: null, explanationBody: null });
    await openOnline(scope, { consultationId: one.consultationId });
    expect(await asked()).toMatchObject({
      explanation: "Nu spreekt elke school dit zelf\naf.",
      explanationBody: JSON.parse(body),
    });
    const elsewhere = (await getStatement(scope, statementId)).occurrences.find(
      ({ consultationId }) => consultationId === other,
    );
    expect(elsewhere).toMatchObject({ explanation: null, explanationBody: null });
    const { id: copy } = await copyOnline(scope, {
      consultationId: one.consultationId,
      title: "Tweede ronde",
    });
    expect((await consultationPreview(scope, copy)).statements[0]?.explanationBody).toEqual(
      JSON.parse(body),
    );
    // A text box shows no marks: sending back what it said keeps them.
    await explained("Nu spreekt elke school dit zelf\naf.", 2);
    expect((await asked())?.explanationBody).toEqual(JSON.parse(body));
    await explained("Andere woorden.", 3);
    expect(await asked()).toMatchObject({
      explanation: "Andere woorden.",
      explanationBody: null,
    });
    const link = { ...bold("hier"), marks: [{ type: "link", attrs: { href: "javascript:x" } }] };
    await expect(explained(rich(link), 4, "json")).rejects.toMatchObject({
      fields: { explanation: "requirements.errors.bodyLink" },
    });
    await explained(rich([]), 4, "json");
    expect(await asked()).toMatchObject({ explanation: null, explanationBody: null });
  });

  test("a name that is spread over its marks is held back like any other", async () => {
    const scope = await dossierOf();
    const one = await onlineIn(scope);
    const [statementId = ""] = one.statements;
    const spread = rich([bold("Vraag het mevrouw Mar"), { type: "text", text: "leen Ottens." }]);
    const explained = explainStatement(scope, {
      statementId,
      consultationId: one.consultationId,
      lockVersion: 1,
      explanation: spread,
      explanationFormat: "json",
    });
    await expect(explained).rejects.toMatchObject({ key: "dossiers.errors.heldBack" });
    const shown = await consultationPage(await openConsultation(one.code));
    expect(JSON.stringify(shown)).not.toContain("Ottens");
  });
});

describe("what was opened stays what it is", () => {
  test("its kind and audience cannot be changed, what it is called can; one that is prepared must be online to be opened", async () => {
    const scope = await dossierOf();
    const { consultationId: id } = await onlineIn(scope);
    const fields = { ...SETTINGS_OF_A_MEETING, id, title: "Denk mee" };
    for (const [other, name] of [
      [{ kind: "meeting" as const }, "kind"],
      [{ audience: "market" as const }, "audience"],
    ] as const) {
      await expect(
        changeConsultation(scope, { ...fields, ...other, lockVersion: 1 }),
      ).rejects.toMatchObject({ fields: { [name]: "consultations.errors.openedOnline" } });
    }
    await changeConsultation(scope, { ...fields, lockVersion: 1 });
    const { id: later } = await addConsultation(scope, {
      ...SETTINGS_OF_A_MEETING,
      title: "Later",
    });
    await prepareOnline(scope, { consultationId: later });
    const market = { ...SETTINGS_OF_A_MEETING, title: "Later", audience: "market" as const };
    await changeConsultation(scope, { ...market, id: later, lockVersion: 1 });
    await expect(openOnline(scope, { consultationId: later })).rejects.toMatchObject({
      key: "participation.errors.market",
    });
  });

  test("what came in holds back what goes out until it was searched, says so, and that goes by itself", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope);
    await sentIn(online, ["De bus komt te laat."]);
    await expect(openStakeholderPage(scope, {})).rejects.toMatchObject({
      key: "dossiers.errors.beingSearched",
      params: { count: 1 },
    });
    const work = new AbortController();
    await searchWrittenJob.run({ dossierId: scope.dossierId }, work.signal);
    expect((await openStakeholderPage(scope, {})).code).toBeTruthy();
    // The job was asked for by what was sent, and not by this test.
    const asked = await rowsOf<{ n: number }>(
      await database(),
      sql`select count(*)::int as n from pgboss.job where name = 'participation.search'
        and data->>'dossierId' = ${scope.dossierId} and start_after <= created_on + interval '2 seconds'`,
    );
    expect(asked).toEqual([{ n: 1 }]);
  });
});

describe("after its term", () => {
  test("what was never sent is wiped, and whose address is whose; what was sent stays, and the log says so", async () => {
    const scope = await dossierOf();
    const other = await participantIn(await onlineIn(scope));
    const online = await onlineIn(scope, { keepDays: "2" });
    const { consultationId } = online;
    const sender = await sentIn(online, ["De bus komt te laat."]);
    await typed(sender.own, online, [null, "Nog niet verstuurd."]);
    const begun = await participantIn(online);
    await typed(begun.own, online, ["Nooit verstuurd."]);
    await endOnline(scope, { consultationId, lockVersion: 3 });
    const db = await database();
    const due = async () => (await wipeConsultationJob.due?.(db))?.map(({ data }) => data) ?? [];
    const data = { dossierId: scope.dossierId, consultationId };
    const run = () => wipeConsultationJob.run(data, new AbortController().signal);
    // Asked too early it does nothing.
    expect(await due()).not.toContainEqual(data);
    await run();
    expect((await openParticipant(begun.address)).own).toBeTruthy();
    await db.execute(sql`update online_consultation set ended_at = ended_at - interval '2 days'
      where consultation_id = ${consultationId}`);
    expect(await due()).toContainEqual(data);
    await run();
    await run();
    expect(await due()).not.toContainEqual(data);
    for (const { address } of [sender, begun]) {
      await expect(openParticipant(address)).rejects.toBeInstanceOf(NotFound);
    }
    // Who had a page open saves nothing that nothing would take away again.
    const late = { statementId: online.statements[0] ?? null, position: null, text: "?", seen: 0 };
    await expect(saveDrafts(sender.own, { answers: [late] })).rejects.toMatchObject({
      key: "participation.errors.wiped",
    });
    // It is not opened again: who reacted before would count twice.
    const reopened = { ...SETTINGS, consultationId, lockVersion: 5 };
    await expect(changeOnline(scope, reopened)).rejects.toMatchObject({
      key: "participation.errors.reopen",
    });
    await db.execute(sql`update online_consultation set ended_at = null
      where consultation_id = ${consultationId}`);
    await expect(openOnline(scope, { consultationId })).rejects.toMatchObject({
      key: "participation.errors.reopen",
    });
    expect((await openParticipant(other.address)).own.participantId).toBe(other.own.participantId);
    const left = await db
      .select({ number: participant.number })
      .from(participant)
      .where(eq(participant.consultationId, consultationId));
    expect(left).toEqual([{ number: sender.number }]);
    expect((await reactionsOf(sender.own)).map(({ text }) => text)).toEqual([
      "De bus komt te laat.",
    ]);
    const rows = await db
      .select({ by: audit.actorName })
      .from(audit)
      .where(and(eq(audit.entityId, consultationId), eq(audit.action, "consultation.wipe")));
    expect(rows).toEqual([{ by: "achtergrondtaak: wissen na de termijn" }]);
    expect(await whole()).toEqual([]);
  });
});

describe("nobody reads what is not theirs", () => {
  const SECRET = "kwartelnest";

  test("no draft, nothing hidden, nothing of another consultation", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope, { others: "afterOwn", moderation: "after" });
    const other = await onlineIn(scope, {}, [`Het ${SECRET} van de buren.`]);
    const hidden = await participantIn(online);
    await typed(hidden.own, online, [`Nog niet verstuurd: ${SECRET}.`]);
    await sentIn(other, [`Elders: ${SECRET}.`]);
    const { own } = await sentIn(online, ["Zichtbaar voor anderen."]);
    await searchWrittenJob.run({ dossierId: scope.dossierId }, new AbortController().signal);
    const at = await openConsultation(online.code);
    const seen = [
      await consultationPage(at),
      [...((await othersReactions(at, own))?.byStatement ?? [])],
    ];
    expect(JSON.stringify(seen)).not.toContain(SECRET);
    // Who sent nothing reads nothing of others; who did reads what others sent.
    expect(await othersReactions(at, null)).toBeNull();
    expect(await othersReactions(at, hidden.own)).toBeNull();
    const third = await sentIn(online, ["Ook iets."]);
    const read = await othersReactions(at, third.own);
    expect(read?.byStatement.get(online.statements[0] ?? "")).toMatchObject([
      { position: "agree", text: "Zichtbaar voor anderen.", refused: null },
    ]);
  });

  test("one answer is sent, and what else is kept stays kept and stops nothing", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope, { moderation: "after" });
    const [first = "", second = ""] = online.statements;
    const { own } = await participantIn(online);
    const tooLong = "Te lang. ".repeat(300);
    await typed(own, online, ["Dit is mijn stem.", tooLong]);
    await expect(sendAnswers(own, {})).rejects.toMatchObject({
      key: "participation.errors.checkFirst",
    });
    const receipt = await sendAnswers(own, { only: { statementId: first } });
    expect((await sendAnswers(own, { only: { statementId: first } })).number).toBe(receipt.number);
    expect((await reactionsOf(own)).map(({ text }) => text)).toEqual(["Dit is mijn stem."]);
    const { drafts, answers } = await ownAnswers(own);
    expect(answers.map(({ statementId }) => statementId)).toEqual([first]);
    expect(drafts.map(({ statementId, text }) => [statementId, text])).toEqual([
      [second, tooLong.trim()],
    ]);
    // The one that is too long is not sent by itself either.
    await expect(sendAnswers(own, { only: { statementId: second } })).rejects.toMatchObject({
      key: "participation.errors.checkFirst",
    });
  });

  test("what people chose is read once it is closed, of no few, and never where others read nothing", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope, { others: "afterOwn", moderation: "after" });
    const hidden = await onlineIn(scope, { others: "never", moderation: "after" });
    const [first = "", second = ""] = online.statements;
    const sent = [];
    for (let i = 0; i < 5; i++) sent.push(await sentIn(online, ["Ja.", i < 4 ? "Ook ja." : null]));
    // Words without a position are no choice.
    const { own } = await participantIn(online);
    const words = { statementId: first, position: null, text: "Alleen woorden.", seen: 0 };
    await saveDrafts(own, { answers: [words] });
    await sendAnswers(own, {});
    await sentIn(hidden, ["Ja."]);
    const at = () => openConsultation(online.code);
    expect(await closedResults(await at())).toBeNull();
    for (const { consultationId } of [online, hidden]) {
      await endOnline(scope, { consultationId, lockVersion: 3 });
    }
    expect([...((await closedResults(await at())) ?? [])].slice(0, 2)).toEqual([
      [first, { total: 5, earlier: 0, positions: { agree: 5, partly: 0, disagree: 0, none: 0 } }],
      [second, { total: 4, earlier: 0, positions: null }],
    ]);
    expect(await closedResults(await openConsultation(hidden.code))).toBeNull();
    await withdrawAnswers((await openParticipant(sent[0]?.address ?? "")).own, {});
    expect((await closedResults(await at()))?.get(first)?.positions).toBeNull();
  });

  test("with control before, others read nothing", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope, { others: "afterOwn", moderation: "before" });
    await sentIn(online, ["Nog niet nagekeken."]);
    const { own } = await sentIn(online, ["Ja."]);
    await searchWrittenJob.run({ dossierId: scope.dossierId }, new AbortController().signal);
    const read = await othersReactions(await openConsultation(online.code), own);
    expect([...(read?.byStatement.values() ?? [])].flat()).toEqual([]);
  });

  test("an address is of one consultation, and cannot be guessed or made from an id", async () => {
    const scope = await dossierOf();
    const [online, other] = [await onlineIn(scope), await onlineIn(scope)];
    const { own, address } = await participantIn(online);
    const elsewhere = await openConsultation(other.code);
    await expect(openParticipant(address, elsewhere)).rejects.toBeInstanceOf(NotFound);
    for (const guess of ["", "aaaa-aaaa-aaaa-aaaa", own.participantId, online.consultationId]) {
      await expect(openParticipant(guess)).rejects.toBeInstanceOf(NotFound);
      await expect(openConsultation(guess)).rejects.toBeInstanceOf(NotFound);
    }
    // As it is typed over: with spaces and capitals.
    const spoken = address.toUpperCase().replaceAll("-", " ");
    expect((await openParticipant(spoken)).own.participantId).toBe(own.participantId);
    const kept = await rowsOf<{ all: string }>(
      await database(),
      sql`select (select json_agg(p)::text from participant p) || (select json_agg(s)::text from submission s) as all`,
    );
    expect(JSON.stringify(kept)).not.toContain(address);
  });

  test("a stelling of another consultation is not answered here", async () => {
    const scope = await dossierOf();
    const [online, other] = [await onlineIn(scope), await onlineIn(scope)];
    const { own } = await participantIn(online);
    await expect(typed(own, other, ["Verdwaald."])).rejects.toBeInstanceOf(NotFound);
    const db = await database();
    expect(await db.$count(draftAnswer, eq(draftAnswer.participantId, own.participantId))).toBe(0);
  });

  test("the log says nothing of who it was, and is written beside that of the dossier", async () => {
    const scope = await dossierOf();
    const { own } = await sentIn(await onlineIn(scope), ["Ja."]);
    const rows = await (await database())
      .select()
      .from(audit)
      .where(and(eq(audit.dossierId, scope.dossierId), eq(audit.action, "answer.send")));
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(own.participantId);
    for (const { chain, actorId, actorName } of rows) {
      expect(chain).toMatch(new RegExp(`^${scope.dossierId}\\.\\d\\d$`));
      expect([actorId, actorName]).toEqual([null, "iemand zonder account"]);
    }
  });
});

test("what was written here is no document: the same file may still be brought in", async () => {
  const scope = await dossierOf();
  await sentIn(await onlineIn(scope), ["Dezelfde woorden."]);
  const db = await database();
  const [written] = await db.select().from(source).where(eq(source.dossierId, scope.dossierId));
  expect(written).toMatchObject({ textKey: null, state: "read", createdBy: null });
  expect(await db.$count(participant, eq(participant.dossierId, scope.dossierId))).toBe(1);
});
