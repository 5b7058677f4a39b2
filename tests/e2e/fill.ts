import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { sha256 } from "@/db/hash";
import { adoption } from "@/db/schema";
import type { AccountKind } from "@/db/vocabulary";
import { addAccount, makeSignInLink } from "@/domain/accounts/commands";
import { administer, workHere } from "@/domain/accounts/gate";
import { accountByEmail } from "@/domain/accounts/queries";
import { addConsultation } from "@/domain/consultations/commands";
import { codeWith, removeCoding } from "@/domain/core-values/commands";
import { decideCorrection } from "@/domain/corrections/commands";
import { ownPage } from "@/domain/corrections/queries";
import { recordDisposition } from "@/domain/dispositions/commands";
import { setApprovals, startDossier } from "@/domain/dossiers/commands";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { openEditionOfDossier } from "@/domain/editions/gate";
import {
  editionBodies,
  editionPreview,
  listEditions,
  publicEdition,
  sitePages,
  siteView,
} from "@/domain/editions/queries";
import { siteZip } from "@/domain/editions/render/site/folder";
import { ignoreRequirementFinding } from "@/domain/findings/commands";
import { addGroup } from "@/domain/groups/commands";
import type { Actor, AttendeeScope, ReaderScope } from "@/domain/kernel/scope";
import { divideReaction, placeReactions } from "@/domain/moderation/commands";
import { prepareOnline } from "@/domain/participation/commands";
import { searchWrittenJob } from "@/domain/participation/jobs";
import { searchLeaving } from "@/domain/personal-data/commands";
import { getSubject } from "@/domain/personal-data/queries";
import { addMilestone } from "@/domain/planning/commands";
import { addChapter, dropRequirement, setNoSourceReason } from "@/domain/requirements/commands";
import { checkOrigin, sendToReview } from "@/domain/review/commands";
import { startMeeting } from "@/domain/room/commands";
import { importSource } from "@/domain/sources/commands";
import { outsideView } from "@/domain/statements/queries";
import { proposeChange } from "@/domain/table/commands";
import { sentencesIn } from "@/i18n/sentence";
import { inviteInExample, loadExample, PEOPLE } from "@/tests/example/load";
import { proposalsOf, proposed, roundIn } from "@/tests/factories/corrections";
import {
  adopted,
  DECISION,
  nothingInTheWay,
  publicDossier,
  published,
  revisedDossier,
} from "@/tests/factories/editions";
import { invitedIn } from "@/tests/factories/invitations";
import { mailThat } from "@/tests/factories/mail";
import { flaggedIn, refuseIn, seenIn, waitingIn } from "@/tests/factories/moderation";
import { type Online, onlineIn, sentIn } from "@/tests/factories/participation";
import { enlist } from "@/tests/factories/people";
import { subjectsIn } from "@/tests/factories/personal-data";
import { pictureIn } from "@/tests/factories/pictures";
import { consultationIn, reactionIn, statementIn } from "@/tests/factories/reactions";
import { notedIn } from "@/tests/factories/room";
import { fileOf, unreadSourceIn } from "@/tests/factories/sources";
import { confirmed, partOf, segmentWith } from "@/tests/factories/splitting";
import { coreValueOf, requirementOf, tracedDossier } from "@/tests/factories/trace";
import { draftOf } from "@/tests/factories/uploads";
import {
  E2E_ADDRESS,
  EDITION_ZIP,
  type Place,
  type Spare,
  VISITORS,
  type Visitor,
  type World,
} from "./world";

const SYSTEM: Actor = { type: "system", name: "test" };

type Person = Extract<Actor, { type: "account" }>;

/** Fills an empty database with the example and what the tests aim at, through the ordinary commands. */
export async function fill(): Promise<World> {
  const { slug } = await loadExample();
  await inviteInExample(E2E_ADDRESS);
  const people: Record<Visitor, Person> = {
    author: await known("author"),
    reviewer: await known("reviewer"),
    // The example has none: only the demo gives everybody who looks one of those.
    administrator: await account(PEOPLE.administrator.name, "administrator"),
    stakeholder: await account("Sam Hoekstra", "guest"),
    stranger: await account("Vera van Elders", "staff"),
  };
  const example = await openDossierToRead(people.author, slug);
  await enlist(example.slug, people.stakeholder.id, "stakeholder");

  const target = await dossier(people.author, "Doelwit van de proeven");
  await enlist(target.slug, people.reviewer.id, "reviewer");
  await enlist(target.slug, people.stakeholder.id, "stakeholder");
  // Before there is anything in them that must be decided on.
  const moderated = await moderatedIn(target);
  await furnish(target);
  const work = await dossier(people.author, "Leerlingenvervoer, tweede ronde");
  await enlist(work.slug, people.reviewer.id, "reviewer");
  await enlist(work.slug, people.stakeholder.id, "stakeholder");
  await furnish(work);
  const withoutLetters = await account("Lot Letterloos", "staff");
  await enlist(work.slug, withoutLetters.id, "author");
  const minutes = await unsplitMinutes(work);
  // Somebody whom nobody decided on: nothing goes out of this one.
  await searchLeaving(work, { text: "Mevrouw Ottens belt." });
  const writing = await dossier(people.author, "Om in te schrijven");
  await furnish(writing);
  await preparedIn(writing);
  const other = await dossier(people.stranger, "Dossier van een ander");
  await furnish(other);
  await preparedIn(other);
  const keeper = await account("Fien Formulier", "administrator");
  const forms = await dossier(keeper, "Voor de formulieren");
  const kept = await moderatedIn(forms);
  await furnish(forms);
  const scriptless = await account("Zora Scriptloos", "staff");
  await enlist(forms.slug, scriptless.id, "author");
  const empty = await dossier(people.author, "Nog niets gedaan");
  const bare = await dossier(people.author, "Ook nog niets gedaan");
  const intake = await dossier(people.author, "Om bestanden naar te sturen");
  for (const scope of [empty, bare, intake]) {
    await enlist(scope.slug, people.reviewer.id, "reviewer");
    await enlist(scope.slug, people.stakeholder.id, "stakeholder");
  }

  const reviewing = await toReviewIn(await dossier(people.author, "Na te kijken"), people);

  const closing = await dossier(people.author, "Wat sluit terwijl iemand schrijft");
  const closes = async () => {
    const { code, consultationId } = await onlineIn(closing, {
      moderation: "before",
      others: "afterOwn",
    });
    return { slug: closing.slug, code, consultation: consultationId };
  };

  const alone = await account("Alma Alleen", "staff");
  await dossier(alone, "Van één opsteller");

  const toRead = await publishedIn(await dossier(people.author, "Openbaar te lezen"));

  const twice = await dossier(people.author, "Twee keer vastgesteld");
  const { first, second } = await revisedDossier(twice);

  const links = {} as World["links"];
  for (const visitor of VISITORS) {
    const { id } = people[visitor];
    links[visitor] = [await linkFor(id), await linkFor(id)];
  }
  const [code] = await rowsOf<{ stakeholder_code: string; online: string }>(
    await database(),
    sql`select stakeholder_code, (select a.code from consultation_address a
        where a.dossier_id = d.id and a.stakeholder_group_id is null) as online
      from dossier d where slug = ${slug}`,
  );
  const world: Omit<World, "dossierIds"> = {
    links,
    names: Object.fromEntries(
      VISITORS.map((visitor) => [visitor, people[visitor].name]),
    ) as World["names"],
    example: await placeOf(example),
    published: toRead,
    revised: { slug: twice.slug, first, second },
    target: {
      ...(await placeOf(target)),
      spare: await spareIn(target, people.reviewer, moderated),
    },
    work: { ...(await placeOf(work)), ...minutes },
    writing: await placeOf(writing),
    other: await placeOf(other),
    forms: {
      ...(await placeOf(forms)),
      spare: await spareIn(forms, keeper, kept, "Fred Formulier", "Frits Formulier"),
      account: keeper.id,
      name: keeper.name,
    },
    scriptless: { account: scriptless.id, name: scriptless.name },
    empty: empty.slug,
    bare: bare.slug,
    intake: { slug: intake.slug, unreadSource: (await unreadSourceIn(intake)).sourceId },
    answering: [
      await toAnswerIn(await dossier(people.author, "Te beantwoorden met toetsen")),
      await toAnswerIn(await dossier(people.author, "Te beantwoorden met de hand")),
    ],
    publishing: await toAnswerIn(await dossier(people.author, "Te publiceren")),
    adopting: await toAdoptIn(await dossier(people.author, "Vast te stellen"), people.reviewer),
    beingAdopted: [
      await beingAdoptedIn(await dossier(people.author, "Wordt vastgesteld"), people.reviewer),
      await beingAdoptedIn(await dossier(people.author, "Wordt ook vastgesteld"), people.reviewer),
    ],
    reviewing,
    heavy: await heavySources(people.author),
    stakeholderCode: code?.stakeholder_code ?? "",
    onlineCode: code?.online ?? "",
    closing: [await closes(), await closes()],
    table: await inTable(await dossier(people.author, "In een tabel")),
    following: [await closes(), await closes()],
    room: [await closes(), await closes()],
    moderating: [await moderating(closes, closing), await moderating(closes, closing)],
    account: (await account("Ida Reserve", "staff")).id,
    mailed: emailOf((await account("Mia Mailt", "staff")).name),
    failedMail: await mails(),
    handsOver: alone.id,
    comesAndGoes: (await account("Bo Binnenkort", "staff")).id,
    withoutLetters: withoutLetters.id,
    withoutScript: (await account("Noor Zonder", "staff")).id,
  };
  const dossiers = await rowsOf<{ slug: string; id: string }>(
    await database(),
    sql`select slug, id from dossier`,
  );
  return { ...world, dossierIds: Object.fromEntries(dossiers.map(({ slug, id }) => [slug, id])) };
}

/** Requirements that nobody else changes. */
async function inTable(scope: ReaderScope): Promise<World["table"]> {
  const { id } = await addChapter(scope, { title: "Vervoer" });
  for (const title of ["Op tijd", "Vaste chauffeur", "Bereikbaar"]) {
    await requirementOf(scope, id, title);
  }
  return { slug: scope.slug };
}

/** Reactions that wait, with the addresses of who sent them. */
async function moderating(
  made: () => Promise<World["closing"][number]>,
  { dossierId }: ReaderScope,
): Promise<World["moderating"][number]> {
  const here = await made();
  const statements = await rowsOf<{ id: string }>(
    await database(),
    sql`select statement_id as id from statement_occurrence
      where consultation_id = ${here.consultation} order by number`,
  );
  const online = { code: here.code, statements: statements.map(({ id }) => id) };
  const senders: string[] = [];
  for (const text of [
    "Kijk op www.reclame.example voor betere bussen.",
    "De bus komt vaak te laat.",
    "De chauffeur zwaait altijd.",
    "Dit is een kutzooi.",
    "Vaste chauffeurs zijn goed. De bus komt te laat. Wie betaalt dat?",
    "Bij ons komt de bus vaak veel te laat.",
  ]) {
    senders.push((await sentIn(online, [text])).address);
  }
  await searchWrittenJob.run({ dossierId }, new AbortController().signal);
  return { ...here, senders };
}

/** Mails of which each says something else. @returns the one that may be sent again. */
async function mails(): Promise<string> {
  await mailThat("sent", "bo@proef.example");
  await mailThat("perhaps", "noor.zonder@proef.example", "interrupted");
  await mailThat("failed", "ida.reserfe@proef.example", "tooLate");
  return mailThat("failed", "ida.reserfe@proef.example", "address", "550");
}

async function known(role: "author" | "reviewer"): Promise<Person> {
  const { id } = await accountByEmail(administer(SYSTEM), PEOPLE[role].email);
  return { type: "account", id, name: PEOPLE[role].name, kind: PEOPLE[role].kind };
}

async function account(name: string, kind: AccountKind): Promise<Person> {
  const { id } = await addAccount(administer(SYSTEM), { name, email: emailOf(name), kind });
  return { type: "account", id, name, kind };
}

function emailOf(name: string): string {
  return `${name.toLowerCase().replaceAll(" ", ".")}@proef.example`;
}

async function dossier(author: Person, title: string): Promise<ReaderScope> {
  const { slug } = await startDossier(workHere(author), {
    title,
    contractingAuthority: "Gemeente Proefstad",
    subject: "",
  });
  return openDossierToRead(author, slug);
}

/** One of everything. */
async function furnish(scope: ReaderScope): Promise<void> {
  await tracedDossier(scope);
  await published(scope);
  await adopted(scope);
  await addMilestone(scope, { title: "Gunning", onDate: "2027-04-12" });
}

/** An edition for anybody, on a page and as a zip. */
async function publishedIn(scope: ReaderScope): Promise<World["published"]> {
  const { edition } = await publicDossier(scope);
  const reader = await openEditionOfDossier(scope, edition.number);
  await pipeline(
    siteZip({
      ...{
        scope: reader,
        edition: await publicEdition(reader),
        base: null,
        pages: await sitePages(reader),
      },
      ...{ view: siteView, bodies: editionBodies, text: sentencesIn("nl") },
    }),
    fs.createWriteStream(EDITION_ZIP),
  );
  return { slug: scope.slug, number: edition.number };
}

/** Five reactions: one that a requirement names, one by a kernwaarde, a question, and two that say the same. */
async function toAnswerIn(scope: ReaderScope): Promise<string> {
  const consultationId = await consultationIn(scope);
  const statementId = await statementIn(scope, { consultationId, number: "1" });
  const said = async (text: string, kind: "reaction" | "question" = "reaction") =>
    (await reactionIn(scope, { text, kind, consultationId, statementId })).id;
  const named = await said("Een vast gezicht geeft rust.");
  const valued = await said("Elke dag dezelfde is niet haalbaar.");
  await said("Kan de vervoerder een foto sturen?", "question");
  await said("Gebeurt niet veel.");
  await said("Er gebeurt echt niet veel.");
  const value = await coreValueOf(scope, "Vertrouwd", { reactionIds: [valued] });
  const chapter = await addChapter(scope, { title: "Chauffeurs" });
  await requirementOf(scope, chapter.id, "Vast team per route", {
    coreValueIds: [value.id],
    reactionIds: [named],
  });
  await requirementOf(scope, chapter.id, "Vervanger aangekondigd");
  return scope.slug;
}

/** One of everything, without anything in the way, with somebody who may adopt it. */
async function toAdoptIn(scope: ReaderScope, reviewer: Person): Promise<string> {
  const { face, friday } = await tracedDossier(scope);
  for (const { id: reactionId } of [face, friday]) {
    await recordDisposition(scope, {
      ...{ reactionId, lockVersion: 0, outcome: "noted", place: "", requirementIds: [] },
      reason: "Dank u wel.",
    });
  }
  await enlist(scope.slug, reviewer.id, "reviewer");
  await nothingInTheWay(scope);
  return scope.slug;
}

/** Half-way being adopted by its reviewer, as a large dossier is for a minute. */
async function beingAdoptedIn(scope: ReaderScope, reviewer: Person): Promise<string> {
  const slug = await toAdoptIn(scope, reviewer);
  const { contentSha256 } = await editionPreview(scope);
  await (await database()).insert(adoption).values({
    ...{ dossierId: scope.dossierId, attempt: randomUUID(), accountId: reviewer.id },
    asked: { ...DECISION, kind: "concept", contentSha256, decidedBy: "De raad van Proefstad" },
    ...{ state: "adopting", step: "keeping", progress: { done: 94_000, total: 235_000 } },
  });
  return slug;
}

/** Minutes of the example that nobody has looked at yet. */
async function unsplitMinutes(scope: ReaderScope) {
  const fileName = "notulen-ouders-en-scholen.md";
  const bytes = new Uint8Array(fs.readFileSync(path.resolve("tests", "example", fileName)));
  const { sourceId, sourceVersionId } = await importSource(scope, { fileName, bytes });
  const [part] = await rowsOf<{ id: string }>(
    await database(),
    sql`select id from source_part where source_version_id = ${sourceVersionId} order by n limit 1`,
  );
  return { source: sourceId, sourceVersion: sourceVersionId, part: part?.id ?? "" };
}

/** Blocks of every kind, and short ones on each of which a reaction, kernwaarden and requirements rest. */
async function heavySources(author: Person): Promise<World["heavy"]> {
  const scope = await dossier(author, "Zware bronnen");
  const list = (count: number, of: (i: number) => string, between = "\n\n") =>
    Array.from({ length: count }, (_, i) => of(i)).join(between);
  const long = [
    list(
      160,
      (i) => `## Kop ${i} over het vervoer van leerlingen\n\n${"Ouders bellen vaak. ".repeat(15)}`,
    ),
    list(250, (i) => `- Punt ${i}`, "\n"),
    `| Groep | Reactie | Oordeel | Wie |\n|---|---|---|---|\n${list(
      250,
      (i) => `| ouders | De bus is te laat ${i} | eens | X |`,
      "\n",
    )}`,
  ].join("\n\n");
  const { sourceId } = await importSource(scope, fileOf(`# Lang\n\n${long}`, "lang.md"));
  const text = list(150, (i) => `Reactie: De bus komt te laat, punt ${i}.`);
  const part = await partOf(scope, { text: `# Zwaar\n\n${text}\n`, fileName: "zwaar.md" });
  await confirmed(scope, part);
  const reactions = await rowsOf<{ id: string }>(
    await database(),
    sql`select id from reaction where dossier_id = ${scope.dossierId} order by number`,
  );
  const ids = reactions.map(({ id }) => id);
  const chapter = await addChapter(scope, { title: "Vervoer" });
  for (let n = 1; n <= 5; n++) {
    const value = await coreValueOf(scope, `Een kernwaarde met een lange naam, nummer ${n}`, {
      reactionIds: ids.slice(0, 100),
    });
    await codeWith(scope, { coreValueId: value.id, reactionIds: ids.slice(100), passageIds: [] });
    await requirementOf(scope, chapter.id, `Een eis over op tijd rijden, nummer ${n}`, {
      coreValueIds: [value.id],
    });
  }
  return { slug: scope.slug, sources: [sourceId, part.sourceId] };
}

async function spareIn(
  scope: ReaderScope,
  approver: Person,
  moderated: Spare["moderated"],
  memberName = "Mees Tijdelijk",
  guestName = "Gijs Gast",
): Promise<Spare> {
  const editions = await listEditions(scope);
  const chapter = await addChapter(scope, { title: "Leeg hoofdstuk" });
  const filled = await addChapter(scope, { title: "Hoofdstuk met eisen" });
  const requirement = await requirementOf(scope, filled.id, "Een eis om te laten vervallen");
  const droppedRequirement = await requirementOf(scope, filled.id, "Een eis die verviel");
  await dropRequirement(scope, { requirementId: droppedRequirement, reason: "Dubbel" });
  const checked = await requirementOf(scope, filled.id, "Een eis die zo snel mogelijk klaar is");
  const { ignoredId } = await ignoreRequirementFinding(scope, {
    requirementId: checked,
    finding: sha256("missingSource\n"),
    reason: "Volgt nog",
  });
  const reviewed = await reviewedIn(scope, filled.id, approver);
  const reaction = await reactionIn(scope);
  const value = await coreValueOf(scope, "Om af te halen", { reactionIds: [reaction.id] });
  const [coding] = await rowsOf<{ id: string }>(
    await database(),
    sql`select id from coding where core_value_id = ${value.id}`,
  );
  await removeCoding(scope, { codingId: coding?.id ?? "", reason: "Hoort er niet bij" });
  const { sourceId } = await unreadSourceIn(scope);
  const loose = await reactionIn(scope, { text: "Hier rust niets op." });
  const member = await account(memberName, "staff");
  await enlist(scope.slug, member.id, "reviewer");
  const guest = await account(guestName, "staff");
  const consultation = await consultationIn(scope, { title: "Om te laten zien" });
  const statement = await statementIn(scope, { consultationId: consultation });
  const { seen } = await outsideView(scope, consultation);
  const mistake = await importSource(scope, fileOf("Dit hoort hier niet.", "per-ongeluk.txt"));
  await importSource(
    scope,
    fileOf(
      "# Overleg\n\nAanwezig: Marleen Ottens, mevrouw De Wit en Sem Bos\n\nMevrouw Ottens belt.\n",
      "overleg.md",
    ),
  );
  const drafts = {
    ready: await draftOf(scope, `Om toe te voegen aan ${scope.slug}.`, "om-toe-te-voegen.txt"),
    other: await draftOf(scope, `Om te kiezen in ${scope.slug}.`, "om-te-kiezen.txt"),
  };
  return {
    drafts,
    people: await peopleIn(scope),
    dossier: scope.dossierId,
    mistake: { id: mistake.sourceId, title: mistake.title },
    ...(await correctedIn(scope)),
    consultation: { id: consultation, seen },
    online: await preparedIn(scope),
    moderated,
    chapter: chapter.id,
    requirement,
    reaction: reaction.id,
    loose: loose.id,
    statement,
    cut: await confirmedIn(scope, "Anders in te delen"),
    reopened: await confirmedIn(scope, "Weer te openen"),
    droppedRequirement,
    checked,
    ignored: ignoredId,
    reviewed,
    removedCoding: coding?.id ?? "",
    editions: {
      adopted: editions.find(({ publishedAt }) => !publishedAt)?.id ?? "",
      published: editions.find(({ publishedAt }) => publishedAt)?.id ?? "",
    },
    unreadSource: sourceId,
    milestone: (await addMilestone(scope, { title: "Vervalt", onDate: "2027-05-12" })).id,
    group: (await addGroup(scope, { name: "Nergens gebruikt", expected: true })).id,
    member: member.id,
    guestEmail: emailOf(guest.name),
  };
}

/** A requirement in review that was written at the terminal, of which `approver` checked the origin. */
async function reviewedIn(scope: ReaderScope, chapterId: string, approver: Person) {
  const terminal = await openDossierToRead(SYSTEM, scope.slug);
  const requirement = await requirementOf(terminal, chapterId, "Een eis om na te kijken");
  await sendToReview(terminal, { requirementId: requirement });
  await setApprovals(scope, { accountId: approver.id, approves: ["legal"] });
  const reviewer = await openDossierToRead(approver, scope.slug);
  const { step } = await checkOrigin(reviewer, { requirementId: requirement, n: 1 });
  return { requirement, step };
}

/** Three requirements of the author that wait for the reviewer; the author approves too, but not these. */
async function toReviewIn(
  scope: ReaderScope,
  { author, reviewer }: Record<"author" | "reviewer", Person>,
) {
  await enlist(scope.slug, reviewer.id, "reviewer");
  await setApprovals(scope, { accountId: reviewer.id, approves: ["content", "legal"] });
  await setApprovals(scope, { accountId: author.id, approves: ["procurement"] });
  const chapter = await addChapter(scope, { title: "Na te kijken eisen" });
  const requirements: string[] = [];
  for (const title of ["Op tijd", "Vaste chauffeur", "Bereikbaar"]) {
    const id = await requirementOf(scope, chapter.id, title);
    await setNoSourceReason(scope, { requirementId: id, reason: "Volgt uit de verordening." });
    await sendToReview(scope, { requirementId: id });
    requirements.push(id);
  }
  return { slug: scope.slug, requirements };
}

/** Whom the minutes of `spareIn` name. */
async function peopleIn(scope: ReaderScope): Promise<Spare["people"]> {
  const subjects = await subjectsIn(scope);
  const idOf = (name: string) => subjects.find((one) => one.name === name)?.id ?? "";
  const first = idOf("Marleen Ottens");
  const { forms } = await getSubject(scope, first);
  const form = forms.find(({ text }) => text === "Mevrouw Ottens")?.id ?? "";
  return { first, form, second: idOf("mevrouw De Wit"), third: idOf("Sem Bos") };
}

/** A consultation that is being prepared to be held online, and one of that kind that is not. */
async function preparedIn(scope: ReaderScope): Promise<Spare["online"]> {
  const add = async (title: string) => {
    const about = { title, kind: "online", audience: "stakeholder" } as const;
    const nothing = { heldOn: "", startsAt: "", sector: "", chair: "" };
    return (await addConsultation(scope, { ...about, ...nothing })).id;
  };
  const prepared = await add("Online in voorbereiding");
  const statement = await statementIn(scope, {
    text: "De bus wacht.",
    consultationId: prepared,
  });
  const pictured = await statementIn(scope, {
    text: "De bus rijdt door.",
    explanation: "Zo rijdt zij nu.",
    consultationId: prepared,
  });
  await pictureIn(scope, { statementId: pictured, consultationId: prepared });
  await prepareOnline(scope, { consultationId: prepared });
  const { ids } = await invitedIn(scope, prepared, "genodigd@proef.example");
  return {
    prepared,
    statement,
    pictured,
    unprepared: await add("Online, nog niets"),
    invitation: ids[0] ?? "",
  };
}

/** An online consultation with reactions that wait, one that was flagged, and one that was not placed. */
async function moderatedIn(scope: ReaderScope): Promise<Spare["moderated"]> {
  const online = await onlineIn(scope, { moderation: "before" });
  const { consultationId } = online;
  await sentIn(online, ["De bus komt te laat.", "Dat klopt."]);
  await sentIn(online, ["Hier staat reclame."]);
  const act = await refuseIn(scope, consultationId, "reclame", { reason: "advertising" });
  await sentIn(online, ["Dit is gemeld."]);
  const [flagged] = (await waitingIn(scope, consultationId)).filter(({ text }) =>
    text.includes("gemeld"),
  );
  await placeReactions(scope, { consultationId, seen: [flagged?.seen ?? ""] });
  await flaggedIn(scope, consultationId, flagged?.reactionId ?? "");
  const rows = (await waitingIn(scope, consultationId)).filter(({ state }) => state === "waiting");
  const composite = await placedIn(scope, online, "Eerst dit. Dan dat.");
  const divided = await placedIn(scope, online, "Eerst zus. Dan zo.");
  await divideReaction(scope, { consultationId, seen: divided.seen, cuts: ["11"] });
  const { meetingId } = await startMeeting(scope, { consultationId });
  const room = { ...online, meetingId };
  const note = await notedIn(scope, room, "Dat zegt de zaal.");
  const loose = await notedIn(scope, room, "Dat zegt de zaal ook.");
  await searchWrittenJob.run({ dossierId: scope.dossierId }, new AbortController().signal);
  // As if nothing of this dossier stood outside: what others try in it would be searched first.
  await (await database()).execute(
    sql`update online_consultation set opened_at = null where consultation_id = ${consultationId}`,
  );
  return {
    consultation: consultationId,
    waits: rows.map(({ seen }) => seen),
    reaction: rows[1]?.reactionId ?? "",
    flagged: flagged?.seen ?? "",
    act,
    composite,
    divided: divided.reaction,
    room: {
      meeting: meetingId,
      statement: online.statements[1] ?? "",
      note: note.reactionId,
      loose: loose.reactionId,
    },
  };
}

/** A reaction that somebody sent and that is placed, as it was read. */
async function placedIn(
  scope: ReaderScope,
  online: Pick<Online, "code" | "statements" | "consultationId">,
  words: string,
): Promise<{ reaction: string; seen: string }> {
  const { consultationId } = online;
  await sentIn(online, [words]);
  const row = (await waitingIn(scope, consultationId)).find(({ text }) => text === words);
  if (!row) throw new Error("it does not wait");
  await placeReactions(scope, { consultationId, seen: [row.seen] });
  return { reaction: row.reactionId, seen: await seenIn(scope, consultationId, row.reactionId) };
}

/** A source of which nobody was asked, one that is being corrected, and one of which that is decided on. */
async function correctedIn(scope: ReaderScope) {
  const text = (about: string) => `# Gesprek ${about}\n\nAnna: De bus komt te laat.\n`;
  const fresh = await importSource(scope, fileOf(text("zonder ronde"), "zonder-ronde.md"));
  const asked = await importSource(scope, fileOf(text("met ronde"), "met-ronde.md"));
  const corrected = await roundIn(scope, asked.sourceId, ["Anna", "Bram"]);
  const anna = corrected.people[0] as AttendeeScope;
  const block = await proposed(anna, "te laat", "op tijd");
  const [proposal] = await proposalsOf(scope, asked.sourceId);
  const decided = await importSource(scope, fileOf(text("beslist"), "beslist.md"));
  const settled = await roundIn(scope, decided.sourceId, ["Anna"]);
  await proposed(settled.people[0] as AttendeeScope, "te laat", "op tijd");
  const [accepted] = await proposalsOf(scope, decided.sourceId);
  await decideCorrection(scope, {
    correctionId: accepted?.id ?? "",
    lockVersion: 1,
    decision: "accepted",
  });
  return {
    uncorrected: fresh.sourceId,
    corrected: {
      source: asked.sourceId,
      round: corrected.roundId,
      attendee: anna.attendeeId,
      proposal: proposal?.id ?? "",
      block,
      link: corrected.links[1]?.token ?? "",
    },
    settled: { source: decided.sourceId, round: settled.roundId },
  };
}

/** A confirmed document of two reactions. */
async function confirmedIn(scope: ReaderScope, title: string) {
  const text =
    `# ${title}\n\nStelling 1: *De bus is vol.*\n\n` +
    "Ouder: Het moet rustiger in de bus.\n\nSchool: Wij willen op tijd beginnen.\n";
  const part = await partOf(scope, { text, fileName: `${title}.md` });
  await confirmed(scope, part);
  const start = (await segmentWith(part, "rustiger")).start;
  return { source: part.sourceId, part: part.partId, lockVersion: part.lockVersion + 1, start };
}

/** Reactions in bulk: a group that is there, one that is not, and a date that does not exist. */
const SPREADSHEET = `Nummer;Uw reactie;Ik ben;Datum
1;De bus komt te laat.;ouder;4-3-2026
2;Wij horen niets.;vrijwilliger;31-02-2026
`;

/** One id of each kind, of things that hang together: a requirement on a kernwaarde on quoted words. */
async function placeOf(scope: ReaderScope): Promise<Place> {
  const [row] = await rowsOf<
    Omit<Place, "slug" | "edition" | "secrets" | "upload" | "change" | "correctionLink"> &
      Record<`secret${1 | 2 | 3}`, string>
  >(
    await database(),
    sql`
      select l.id as link, l.requirement_id as requirement, q.chapter_id as chapter,
        c.core_value_id as "coreValue", c.id as coding, r.id as reaction,
        r.statement_id as statement, r.consultation_id as consultation,
        coalesce((select o.consultation_id from online_consultation o where o.dossier_id = l.dossier_id
          limit 1), r.consultation_id) as online,
        coalesce(f.statement_id::text, '') as explained, coalesce(f.id::text, '') as picture, p.id as passage,
        p.start_cp as "passageStart", p.end_cp as "passageEnd",
        p.source_version_id as "sourceVersion", v.source_id as source,
        (select id from source_part sp where sp.source_version_id = v.id order by n limit 1) as part,
        (select s.start_cp from segment s join source_part sp on sp.id = s.part_id
          where sp.source_version_id = v.id and s.kind in ('heading', 'procedural')
          order by sp.n, s.start_cp limit 1) as "leftOut",
        (select id from milestone m where m.dossier_id = q.dossier_id order by id limit 1) as milestone,
        (select id from stakeholder_group g where g.dossier_id = q.dossier_id
          order by position limit 1) as "group",
        rv.title as secret1, r.text as secret2, k.name as secret3
      from requirement_link l
        join requirement q on q.id = l.requirement_id
        join requirement_version rv on rv.requirement_id = q.id and rv.n = q.lock_version
        join core_value k on k.id = l.core_value_id
        join coding c on c.core_value_id = l.core_value_id
        join reaction r on r.id = c.reaction_id
        join passage p on p.id = r.passage_id
        join source_version v on v.id = p.source_version_id
        left join lateral (select i.id, o.statement_id from explanation_picture i
          join statement_occurrence o on o.id = i.occurrence_id
          where o.dossier_id = l.dossier_id limit 1) f on true
      where l.dossier_id = ${scope.dossierId} and l.removed_at is null and c.removed_at is null
        and r.statement_id is not null
      order by q.code, k.number, r.number limit 1`,
  );
  if (!row) throw new Error(`${scope.slug} has no requirement that rests on quoted words`);
  const { secret1, secret2, secret3, ...ids } = row;
  const upload = await draftOf(scope, SPREADSHEET, "uitvraag.csv");
  const { id: change } = await proposeChange(scope, {
    ...{ requirementIds: [ids.requirement], kind: "award", act: null },
  });
  const { links, people } = await roundIn(scope, ids.source, ["Anna Aanwezig"]);
  await proposed(people[0] as AttendeeScope, await wordsIn(people[0] as AttendeeScope), "Anders");
  const [{ token: correctionLink = "" } = {}] = links;
  const edition = (await listEditions(scope)).find(({ publishedAt }) => publishedAt)?.number ?? "";
  return {
    ...{ slug: scope.slug, edition, ...ids, upload, change, correctionLink },
    secrets: [secret1, secret2, secret3],
  };
}

/** A word of the first paragraph that somebody may correct. */
async function wordsIn(attendee: AttendeeScope): Promise<string> {
  const { blocks } = await ownPage(attendee, { page: 1 });
  const text = blocks?.rows.find(({ form }) => form === "paragraph")?.text ?? "";
  return /\p{L}{4,}/u.exec(text)?.[0] ?? "";
}

async function linkFor(accountId: string): Promise<string> {
  const { token } = await makeSignInLink(administer(SYSTEM), { accountId });
  return `${E2E_ADDRESS}/aanmelden/${token}`;
}
