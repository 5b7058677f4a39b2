import fs from "node:fs";
import path from "node:path";
import { and, eq, isNull } from "drizzle-orm";
import { database } from "@/db/client";
import { account, consultationAddress, dossier } from "@/db/schema";
import type { AccountKind } from "@/db/vocabulary";
import { addAccount, makeSignInLink } from "@/domain/accounts/commands";
import { administer, workHere } from "@/domain/accounts/gate";
import { addConsultation } from "@/domain/consultations/commands";
import { addCoreValue } from "@/domain/core-values/commands";
import { recordDisposition } from "@/domain/dispositions/commands";
import { addMember, startDossier } from "@/domain/dossiers/commands";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { slugOf } from "@/domain/dossiers/rules";
import { addGroup } from "@/domain/groups/commands";
import { addInvited, sendInvitations } from "@/domain/invitations/commands";
import { listInvitations } from "@/domain/invitations/queries";
import { inDays } from "@/domain/kernel/dates";
import type { Actor, ReaderScope } from "@/domain/kernel/scope";
import {
  changeOnline,
  openOnline,
  openStakeholderPage,
  prepareOnline,
} from "@/domain/participation/commands";
import { decideSubject } from "@/domain/personal-data/commands";
import { addMilestone } from "@/domain/planning/commands";
import { changeReactions } from "@/domain/reactions/commands";
import { searchReactions } from "@/domain/reactions/queries";
import {
  addChapter,
  addRequirement,
  linkRequirement,
  setNoSourceReason,
} from "@/domain/requirements/commands";
import { importSource } from "@/domain/sources/commands";
import { changeSegments } from "@/domain/splitting/commands";
import { confirmPart } from "@/domain/splitting/commands/confirm";
import type { SegmentChange, SegmentRow } from "@/domain/splitting/model";
import { openWorkbench, previewConfirmation } from "@/domain/splitting/queries";
import { addStatement, setPicture } from "@/domain/statements/commands";
import { bodyOfLines } from "@/domain/text/rich-text";
import { subjectsIn } from "@/tests/factories/personal-data";
import {
  ANSWERS,
  CHAPTERS,
  CORE_VALUES,
  CORRECTIONS,
  DECIDED,
  DOSSIER,
  FILES,
  GROUP_OF,
  GROUPS,
  MILESTONES,
  ONLINE,
} from "./content";

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
  await personOf("reviewer");
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
  await answerSome(scope, requirements, reactions);
  await decideOnNames(scope);
  await holdOnline(scope);
  await openStakeholderPage(scope, {});
  return { slug, made: true };
}

/** An online consultation on some of the stellingen, open for three weeks from now. */
async function holdOnline(scope: ReaderScope): Promise<void> {
  const { title, texts, ...settings } = ONLINE;
  const nothing = { heldOn: "", startsAt: "", sector: "", chair: "" };
  const { id: consultationId } = await addConsultation(scope, {
    ...nothing,
    title,
    kind: "online",
    audience: "stakeholder",
  });
  for (const { text, explanation, ...more } of texts) {
    const put = { text, explanation, consultationId, number: "" };
    const { id: statementId } = await addStatement(scope, put);
    if (!("picture" in more)) continue;
    const { file, alternative } = more.picture;
    const bytes = new Uint8Array(fs.readFileSync(path.resolve("tests", "example", file)));
    await setPicture(scope, { statementId, consultationId, alternative, bytes });
  }
  await prepareOnline(scope, { consultationId });
  const closesOn = inDays(21);
  await changeOnline(scope, {
    ...settings,
    consultationId,
    lockVersion: 1,
    closesOn,
    closesTime: "23:59",
    answerBy: inDays(60),
  });
  await openOnline(scope, { consultationId });
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
  const links: { role: keyof typeof PEOPLE | "stakeholder" | "participant"; link: string }[] = [];
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
  return links;
}

async function completeExample() {
  const db = await database();
  const rows = await db
    .select({
      slug: dossier.slug,
      stakeholderCode: dossier.stakeholderCode,
      online: consultationAddress.code,
      consultationId: consultationAddress.consultationId,
    })
    .from(dossier)
    .leftJoin(
      consultationAddress,
      and(
        eq(consultationAddress.dossierId, dossier.id),
        isNull(consultationAddress.stakeholderGroupId),
      ),
    )
    .where(eq(dossier.title, DOSSIER.title));
  const wanted = slugOf(DOSSIER.title);
  return rows.find((row) => row.slug.startsWith(wanted) && row.stakeholderCode);
}

async function personOf(role: keyof typeof PEOPLE) {
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
async function reactionsByWords(scope: ReaderScope): Promise<(start: string) => string> {
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

/** Answers some of the reactions, and leaves the others to who looks. */
async function answerSome(
  scope: ReaderScope,
  requirements: Map<string, string>,
  reactions: (start: string) => string,
): Promise<void> {
  for (const { words, requirements: titles = [], ...answer } of ANSWERS) {
    const requirementIds = titles.map((title) => {
      const id = requirements.get(title);
      if (!id) throw new Error(`no requirement is called "${title}"`);
      return id;
    });
    const reactionId = reactions(words);
    await recordDisposition(scope, { ...answer, reactionId, lockVersion: 0, requirementIds });
  }
}
