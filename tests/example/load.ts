import fs from "node:fs";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { account, dossier } from "@/db/schema";
import type { AccountKind, ApprovalRole } from "@/db/vocabulary";
import { addAccount, makeSignInLink } from "@/domain/accounts/commands";
import { administer, workHere } from "@/domain/accounts/gate";
import { addCoreValue } from "@/domain/core-values/commands";
import { recordDisposition } from "@/domain/dispositions/commands";
import { addMember, setApprovals, startDossier } from "@/domain/dossiers/commands";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { slugOf } from "@/domain/dossiers/rules";
import { adoptEdition, publishEdition } from "@/domain/editions/commands";
import { editionPreview } from "@/domain/editions/queries";
import { type EditionPlace, numberOf } from "@/domain/editions/rules";
import { editionFolder, sitePath } from "@/domain/editions/rules/site";
import { addGroup } from "@/domain/groups/commands";
import { addInvited, sendInvitations } from "@/domain/invitations/commands";
import { listInvitations } from "@/domain/invitations/queries";
import type { Actor, ReaderScope } from "@/domain/kernel/scope";
import { openStakeholderPage } from "@/domain/participation/commands";
import { searchWrittenJob } from "@/domain/participation/jobs";
import { decideSubject } from "@/domain/personal-data/commands";
import { addMilestone } from "@/domain/planning/commands";
import { changeReactions } from "@/domain/reactions/commands";
import { searchReactions } from "@/domain/reactions/queries";
import {
  addChapter,
  addRequirement,
  carryWords,
  linkRequirement,
  saveRequirement,
  setNoSourceReason,
} from "@/domain/requirements/commands";
import { getRequirement } from "@/domain/requirements/queries";
import {
  approveRequirement,
  checkOrigin,
  returnRequirement,
  sendToReview,
} from "@/domain/review/commands";
import { importSource } from "@/domain/sources/commands";
import { changeSegments } from "@/domain/splitting/commands";
import { confirmPart } from "@/domain/splitting/commands/confirm";
import type { SegmentChange, SegmentRow } from "@/domain/splitting/model";
import { openWorkbench, previewConfirmation } from "@/domain/splitting/queries";
import { bodyOfLines } from "@/domain/text/rich-text";
import { subjectsIn } from "@/tests/factories/personal-data";
import {
  ANSWERS,
  CHAPTERS,
  CONCEPT,
  CORE_VALUES,
  CORRECTIONS,
  DECIDED,
  DOSSIER,
  FILES,
  GROUP_OF,
  GROUPS,
  MILESTONES,
  ONLINE,
  REVIEWED,
  REVIEWED_WORDS,
  WAITING,
} from "./content";
import { openRound, takePart } from "./online";
import { ROUND } from "./round";

const SYSTEM: Actor = { type: "system", name: "voorbeeld" };

export const PEOPLE = {
  author: { name: "Anouk de Vries", email: "anouk@waterbroek.example", kind: "staff" },
  reviewer: { name: "Ruben Bakker", email: "ruben@waterbroek.example", kind: "staff" },
  administrator: {
    name: "Fatima el Amrani",
    email: "fatima@waterbroek.example",
    kind: "administrator",
  },
} satisfies Record<string, { name: string; email: string; kind: AccountKind }>;

/**
 * Makes the example dossier through the ordinary commands, unless it is there. The page for
 * stakeholders is opened last, so an example without it was cut off half-way and is made again
 * beside it.
 */
export async function loadExample(onStart: () => void = () => {}) {
  const present = await completeExample();
  if (present) return { slug: present.slug, made: false };
  onStart();
  const author = await personOf("author");
  const reviewer = await personOf("reviewer");
  const { slug } = await startDossier(workHere(author), DOSSIER);
  const scope = await openDossierToRead(author, slug);
  await addMember(scope, { email: PEOPLE.reviewer.email, role: "reviewer" });
  for (const milestone of MILESTONES) await addMilestone(scope, milestone);
  const groups = new Map<string, string>();
  for (const group of GROUPS) groups.set(group.name, (await addGroup(scope, group)).id);

  for (const file of FILES) await importAndConfirm(scope, file);
  const reactions = await reactionsByWords(scope);
  for (const [name, words] of Object.entries(GROUP_OF)) {
    await changeReactions(scope, {
      reactionIds: words.map((start) => reactions(start)),
      groupId: groups.get(name) ?? null,
    });
  }
  const coreValues = new Map<string, string>();
  for (const { key, words, ...value } of CORE_VALUES) {
    const { id } = await addCoreValue(scope, {
      ...value,
      reactionIds: words.map((start) => reactions(start)),
    });
    coreValues.set(key, id);
  }
  const requirements = await writeRequirements(scope, coreValues, reactions);
  // The others are left to who looks.
  await answerSome(scope, requirements, reactions, ANSWERS);
  await reviewSome(scope, reviewer, requirements);
  await decideOnNames(scope);
  await holdOnline(scope);
  await adoptConcept(scope);
  await openStakeholderPage(scope, {});
  return { slug, made: true };
}

/** A concept that anybody reads: there are gaps in it, and it says so. */
async function adoptConcept(scope: ReaderScope): Promise<void> {
  const { contentSha256 } = await editionPreview(scope);
  const { id: editionId } = await adoptEdition(scope, {
    ...CONCEPT,
    kind: "concept",
    contentSha256,
  });
  await publishEdition(scope, { editionId });
}

/** An online consultation on some of the stellingen, open for three weeks from now; what came in waits until somebody looks at it. */
async function holdOnline(scope: ReaderScope): Promise<void> {
  const { texts, ...settings } = ONLINE;
  const consultationId = await openRound(scope, settings, texts);
  for (const { group, texts } of WAITING) {
    const said = texts.map((text) =>
      text === null ? null : { position: "partly" as const, text },
    );
    await takePart(scope, consultationId, group, said);
  }
  await searchWrittenJob.run({ dossierId: scope.dossierId }, new AbortController().signal);
}

/** People who are invited to the online consultation of the example; one of them gets a letter. */
const INVITED = `jamila.haddou@voorbeeld.example;Jamila Haddou;Ouders
p.willems@voorbeeld.example;Piet Willems;Ouders
noor@school.example;Noor de Haan;Scholen
;mevrouw T. van Rijn;Ouders;Dorpsstraat 4, 0000 AA Waterbroek`;

/** Invites people in the example, once. Their mails go out when a worker runs. @param address of the installation. */
export async function inviteInExample(address: string): Promise<void> {
  const example = await completeExample();
  if (!example?.consultationId) return;
  const scope = await openDossierToRead(await personOf("author"), example.slug);
  const { consultationId } = example;
  const { totals } = await listInvitations(scope, consultationId);
  if (totals.total > 0) return;
  await addInvited(scope, { consultationId, list: INVITED, groupId: "" });
  const page = `${address}/inbreng/`;
  await sendInvitations(scope, { consultationId, language: "nl", page });
}

/** Fresh one-time links for the three people of the example, and the address for stakeholders. */
export async function demoLinks(address: string) {
  const links: {
    role: keyof typeof PEOPLE | "stakeholder" | "participant" | "results" | "edition" | "concept";
    link: string;
  }[] = [];
  for (const role of ["author", "reviewer", "administrator"] as const) {
    const { id } = await personOf(role);
    const { token } = await makeSignInLink(administer(SYSTEM), { accountId: id });
    links.push({ role, link: `${address}/aanmelden/${token}` });
  }
  const example = await completeExample();
  links.push({ role: "stakeholder", link: `${address}/inbreng/${example?.stakeholderCode}` });
  // An example of before there were any has none.
  if (example?.online) {
    links.push({ role: "participant", link: `${address}/inbreng/${example.online}` });
  }
  if (example?.round) {
    links.push({ role: "results", link: `${address}/inbreng/${example.round}/anderen` });
  }
  if (example?.edition)
    links.push({ role: "edition", link: `${address}/openbaar/${example.slug}/` });
  if (example?.concept) {
    const changes = sitePath({ kind: "changes", base: "1", only: null, page: 1 });
    const folder = editionFolder(numberOf(example.concept));
    links.push({
      role: "concept",
      link: `${address}/openbaar/${example.slug}/${folder}/${changes}`,
    });
  }
  return links;
}

/** The example, when it was made to its end. */
export async function completeExample() {
  const db = await database();
  const rows = await db
    .select({
      slug: dossier.slug,
      stakeholderCode: dossier.stakeholderCode,
      online: openAddress(ONLINE.title, "code"),
      consultationId: openAddress(ONLINE.title, "consultation_id"),
      round: openAddress(ROUND.title, "code"),
      edition: sql<boolean>`exists (select from edition e join edition_act a on a.edition_id = e.id
        where e.dossier_id = dossier.id)`,
      // A concept after the first definitive edition; an example that nobody published has none.
      concept: sql<EditionPlace | null>`(select jsonb_build_object('major', e.major, 'minor', e.minor)
        from edition e where e.dossier_id = dossier.id and e.major = 1 and e.kind = 'concept'
        order by e.minor limit 1)`,
    })
    .from(dossier)
    .where(eq(dossier.title, DOSSIER.title));
  const wanted = slugOf(DOSSIER.title);
  return rows.find((row) => row.slug.startsWith(wanted) && row.stakeholderCode);
}

/** Of the address that is for everybody, of a consultation by its title; null when it is not held. */
function openAddress(title: string, column: "code" | "consultation_id") {
  return sql<string | null>`(select a.${sql.identifier(column)}::text from consultation_address a
    join consultation c on c.id = a.consultation_id
    where c.dossier_id = dossier.id and c.title = ${title} and a.stakeholder_group_id is null)`;
}

/** One of the people of the example; made when it is not there. */
export async function personOf(role: keyof typeof PEOPLE) {
  const { name, email, kind } = PEOPLE[role];
  const db = await database();
  const [known] = await db.select({ id: account.id }).from(account).where(eq(account.email, email));
  const { id } = known ?? (await addAccount(administer(SYSTEM), { name, email, kind }));
  return { type: "account" as const, id, name, kind };
}

/** Brings a file in, corrects the proposal as a person would, and confirms it. */
async function importAndConfirm(scope: ReaderScope, file: (typeof FILES)[number]): Promise<void> {
  const bytes = new Uint8Array(fs.readFileSync(path.resolve("tests", "example", file)));
  const { sourceId } = await importSource(scope, { fileName: file, bytes });
  let { part, segments } = await openWorkbench(scope, sourceId, 1);
  const change = async (one: SegmentChange) => {
    const { lockVersion } = await changeSegments(scope, {
      partId: part.id,
      lockVersion: part.lockVersion,
      change: one,
    });
    part = { ...part, lockVersion };
  };
  for (const { words, kind, irrelevant } of CORRECTIONS.filter(
    (correction) => correction.file === file,
  )) {
    const { start } = segmentWith(segments, words);
    if (kind) await change({ type: "changeKind", starts: [start], kind });
    if (irrelevant) await change({ type: "markIrrelevant", starts: [start], reason: irrelevant });
  }
  await change({ type: "acceptRest" });
  const preview = await previewConfirmation(scope, sourceId, 1);
  await confirmPart(scope, {
    partId: part.id,
    lockVersion: preview.part.lockVersion,
    consultationId: null,
    // Its names are invented, and somebody who tries Herleid wants to see what stakeholders see.
    shownOutside: "explanation",
    sameStatements: preview.statements.map(({ number, same }) => ({
      number,
      statementId: same[0]?.id ?? null,
    })),
  });
}

function segmentWith(segments: SegmentRow[], words: string): SegmentRow {
  const found = segments.find((segment) => segment.text.replace(/^[-\s]+/, "").startsWith(words));
  if (!found) throw new Error(`no segment begins with "${words}"`);
  return found;
}

/** Decides on some of whom the minutes name, and leaves the others to who looks. */
async function decideOnNames(scope: ReaderScope): Promise<void> {
  const subjects = await subjectsIn(scope);
  for (const { name, ...decision } of DECIDED) {
    const subject = subjects.find((one) => one.name === name);
    if (!subject) throw new Error(`nothing found is called "${name}"`);
    const { id: subjectId, lockVersion } = subject;
    await decideSubject(scope, { subjectId, lockVersion, ...decision });
  }
}

/** Finds a reaction by the words it begins with. */
export async function reactionsByWords(scope: ReaderScope): Promise<(start: string) => string> {
  const all: { id: string; text: string }[] = [];
  for (let page = 1, pages = 1; page <= pages; page++) {
    const found = await searchReactions(scope, { page });
    pages = found.pages;
    for (const row of found.rows) {
      all.push({ id: row.id, text: row.pieces.map((piece) => piece.text).join("") });
    }
  }
  return (start) => {
    const found = all.find((reaction) => reaction.text.startsWith(start));
    if (!found) throw new Error(`no reaction begins with "${start}"`);
    return found.id;
  };
}

async function writeRequirements(
  scope: ReaderScope,
  coreValues: Map<string, string>,
  reactions: (start: string) => string,
): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  for (const { requirements, ...chapter } of CHAPTERS) {
    const { id: chapterId } = await addChapter(scope, chapter);
    for (const one of requirements) {
      const { id: requirementId } = await addRequirement(scope, {
        chapterId,
        title: one.title,
        kind: one.kind ?? "mandatory",
        body: bodyOfLines(one.text),
        explanation: one.explanation,
        evidence: one.evidence,
        verification: one.verification,
      });
      made.set(one.title, requirementId);
      for (const key of one.coreValues ?? []) {
        await linkRequirement(scope, { requirementId, coreValueId: coreValues.get(key) });
      }
      for (const start of one.carriedBy ?? []) {
        await carryWords(scope, { requirementId, reactionId: reactions(start) });
      }
      for (const start of one.reactions ?? []) {
        await linkRequirement(scope, { requirementId, reactionId: reactions(start) });
      }
      if (one.noSourceReason) {
        await setNoSourceReason(scope, { requirementId, reason: one.noSourceReason });
      }
    }
  }
  return made;
}

/** Answers reactions, by the words they begin with. @param requirements ids by title. */
export async function answerSome(
  scope: ReaderScope,
  requirements: ReadonlyMap<string, string>,
  reactions: (start: string) => string,
  answers: typeof ANSWERS,
): Promise<void> {
  for (const { words, requirements: titles = [], ...answer } of answers) {
    const requirementIds = titles.map((title) => {
      const id = requirements.get(title);
      if (!id) throw new Error(`no requirement is called "${title}"`);
      return id;
    });
    const reactionId = reactions(words);
    await recordDisposition(scope, { ...answer, reactionId, lockVersion: 0, requirementIds });
  }
}

/** Sends some requirements to review, and has one in each state; the others are concepts. */
async function reviewSome(
  scope: ReaderScope,
  reviewer: Awaited<ReturnType<typeof personOf>>,
  requirements: Map<string, string>,
): Promise<void> {
  const as = async (approves: ApprovalRole[]) => {
    await setApprovals(scope, { accountId: reviewer.id, approves });
    return openDossierToRead(reviewer, scope.slug);
  };
  const judged = (title: string) => ({ requirementId: requirements.get(title) ?? "", n: 1 });
  for (const title of Object.values(REVIEWED)) {
    await sendToReview(scope, { requirementId: judged(title).requirementId });
  }
  await approveRequirement(await as(["content"]), judged(REVIEWED.approved));
  const whole = await as(["content", "procurement", "legal"]);
  for (const title of [REVIEWED.adopted, REVIEWED.lapsed]) {
    await checkOrigin(whole, { ...judged(title), note: "Zo staat het in het verslag." });
    await approveRequirement(whole, judged(title));
  }
  await returnRequirement(whole, { ...judged(REVIEWED.returned), note: REVIEWED_WORDS.remark });
  const { requirementId } = judged(REVIEWED.lapsed);
  const { version } = await getRequirement(scope, requirementId);
  const { title, kind, explanation, evidence, verification } = version;
  const body = bodyOfLines(version.bodyText.replace(...REVIEWED_WORDS.change));
  await saveRequirement(scope, {
    ...{ requirementId, lockVersion: 1, title, kind, body, explanation, evidence, verification },
    reason: REVIEWED_WORDS.reason,
  });
}
