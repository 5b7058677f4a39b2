import fs from "node:fs";
import path from "node:path";
import { and, asc, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database, rowsOf } from "@/db/client";
import { fingerprint, sha256 } from "@/db/hash";
import {
  answer,
  bulkRow,
  coding as codingTable,
  declaration,
  explanationPicture,
  invitation,
  mail,
  onlineConsultation,
  passage,
  reaction,
  requirementVersion,
  roomMeeting,
  signInLink,
  source,
  sourcePart,
  sourceVersion,
} from "@/db/schema";
import {
  addAccount,
  disableAccount,
  enableAccount,
  endAllSessions,
  endSession,
  makeSignInLink,
  redeemSignInLink,
  renameAccount,
  setPreferences,
} from "@/domain/accounts/commands";
import { administer, ownChoices } from "@/domain/accounts/gate";
import { verifyAudit } from "@/domain/audit/queries";
import { addConsultation, changeConsultation } from "@/domain/consultations/commands";
import {
  addCoreValue,
  changeCoreValue,
  codeWith,
  removeCoding,
  restoreCoding,
  setExample,
} from "@/domain/core-values/commands";
import {
  agree,
  changeRound,
  decideCorrection,
  endRound,
  makeVersion,
  renewLink,
  revokeLink,
  undecideCorrection,
  withdrawCorrection,
} from "@/domain/corrections/commands";
import { declare } from "@/domain/declarations/commands";
import { recordDisposition, takeBackDispositions } from "@/domain/dispositions/commands";
import {
  addMember,
  appointAuthor,
  archiveDossier,
  bringBackDossier,
  changeDetails,
  removeMember,
  setApprovals,
  setMember,
  setOriginals,
} from "@/domain/dossiers/commands";
import { openDossierForJob } from "@/domain/dossiers/gate";
import { publishEdition, withdrawEdition } from "@/domain/editions/commands";
import {
  ignoreRequirementFinding,
  ignoreStatementFinding,
  showFindingAgain,
} from "@/domain/findings/commands";
import { requirementFindings, statementFindings } from "@/domain/findings/queries";
import { addGroup, changeGroup, moveGroup, removeGroup } from "@/domain/groups/commands";
import {
  printLetters,
  remindInvited,
  sendInvitations,
  tendInvited,
  withdrawInvited,
} from "@/domain/invitations/commands";
import { inDays } from "@/domain/kernel/dates";
import type { AttendeeScope, Person } from "@/domain/kernel/scope";
import { retryMail, sendTestMail } from "@/domain/mail/commands";
import {
  divideReaction,
  flagReaction,
  keepApart,
  keepReaction,
  linkSame,
  placeReactions,
  refuseReaction,
  reopenSame,
  undoModeration,
  uniteReaction,
} from "@/domain/moderation/commands";
import {
  attachFile,
  closeStakeholderPage,
  copyOnline,
  endOnline,
  mailReceipt,
  openStakeholderPage,
  removeFile,
  removeParticipant,
  sendAnswers,
  thankOnline,
  viewParticipant,
  wipeConsultation,
  withdrawAnswers,
} from "@/domain/participation/commands";
import { openConsultation } from "@/domain/participation/gate";
import { searchWrittenJob } from "@/domain/participation/jobs";
import type { OnlineFacts } from "@/domain/participation/model";
import {
  addSubject,
  decideSubject,
  keepFinds,
  mergeSubjects,
  noteNamesShown,
  partForm,
  reopenSubject,
  searchLeaving,
} from "@/domain/personal-data/commands";
import { getSubject } from "@/domain/personal-data/queries";
import { removeFinds } from "@/domain/personal-data/rows";
import { addMilestone, changeMilestone, removeMilestone } from "@/domain/planning/commands";
import {
  passOver,
  releasePersonalData,
  withdrawPassing,
  withdrawRelease,
} from "@/domain/publication/commands";
import { heldBack, readiness } from "@/domain/publication/queries";
import { addReaction, changeReaction, changeReactions } from "@/domain/reactions/commands";
import { removeSource } from "@/domain/removal/commands";
import {
  addChapter,
  addRequirement,
  addStandardChapters,
  carryWords,
  changeChapter,
  dropRequirement,
  linkRequirement,
  moveChapter,
  moveRequirement,
  moveRequirements,
  removeChapter,
  renumberRequirements,
  restoreRequirement,
  saveRequirement,
  setNoSourceReason,
  uncarryWords,
  unlinkRequirement,
} from "@/domain/requirements/commands";
import { getRequirement, listChapters } from "@/domain/requirements/queries";
import { STANDARD_CHAPTERS } from "@/domain/requirements/rules/chapters";
import {
  approveRequirement,
  checkOrigin,
  returnRequirement,
  sendToReview,
  takeBackReview,
} from "@/domain/review/commands";
import { correctNote, endMeeting, showInRoom, takeBackNote } from "@/domain/room/commands";
import {
  adoptVersion,
  decideLocation,
  destroyOriginal,
  keepOriginal,
  readAgain,
  reviseSource,
  undecideLocation,
} from "@/domain/sources/commands";
import { reviseSourceJob } from "@/domain/sources/jobs";
import { versionsOf } from "@/domain/sources/queries";
import {
  confirmPart,
  dismissReactions,
  editPart,
  recutReactions,
  reopenPart,
  undoChange,
} from "@/domain/splitting/commands";
import {
  addStatement,
  changeStatement,
  explainStatement,
  moveStatement,
  putStatement,
  removePicture,
  showOutside,
  takeOutStatement,
} from "@/domain/statements/commands";
import { outsideView } from "@/domain/statements/queries";
import { bodyOfLines } from "@/domain/text/rich-text";
import { subjectsIn } from "@/tests/factories/personal-data";
import { auditedActions, expectAudit } from "../audit";
import { freshDatabase } from "../database";
import { pdfFile } from "../factories/answer-files";
import { csvOf, importedInto, NEW_CONSULTATION, SMALL_SURVEY } from "../factories/bulk";
import { OPEN_UNTIL, proposalsOf, proposed, roundIn } from "../factories/corrections";
import { adopted } from "../factories/editions";
import { CODES, invitedIn } from "../factories/invitations";
import { mailThat } from "../factories/mail";
import { seenIn, waitingIn } from "../factories/moderation";
import { onlineIn, participantIn, sentIn, typed } from "../factories/participation";
import { approverOf, dossierOf, person, SYSTEM } from "../factories/people";
import { pictureIn } from "../factories/pictures";
import { consultationIn, reactionIn, statementIn } from "../factories/reactions";
import { requirementOf } from "../factories/requirements";
import { notedIn, roomIn } from "../factories/room";
import { passageOf, revised, SMALL_MINUTES, sourceOf, unreadSourceIn } from "../factories/sources";
import { changed, confirmed, partOf, segmentsOf, segmentWith } from "../factories/splitting";

freshDatabase();

test("accounts", async () => {
  const input = { email: "an@voorbeeld.example", name: "An", kind: "staff" as const };
  const { id } = await addAccount(administer(SYSTEM), input);
  await expectAudit(null, "account.add", { entity: "account", entityId: id, after: input });
  await renameAccount(administer(SYSTEM), { accountId: id, name: "An Post" });
  await expectAudit(null, "account.rename", {
    entity: "account",
    entityId: id,
    before: { name: "An" },
    after: { name: "An Post" },
  });
  const { token } = await makeSignInLink(administer(SYSTEM), { accountId: id });
  const [link] = await (await database())
    .select({ id: signInLink.id, hash: signInLink.tokenSha256 })
    .from(signInLink)
    .where(eq(signInLink.accountId, id));
  expect(link?.hash).toBe(sha256(token));
  const made = { entity: "signInLink", entityId: link?.id ?? "" };
  await expectAudit(null, "signInLink.make", { ...made, after: { accountId: id } });
  const { sessionId } = await redeemSignInLink(token);
  await expectAudit(null, "session.start", made);
  const own = ownChoices({ type: "account", id, name: "An Post", kind: "staff" });
  await endSession(own, { sessionId });
  await expectAudit(null, "session.end", { entity: "session", entityId: sessionId });
  await endAllSessions(own, {});
  const none = { sessions: 0 };
  await expectAudit(null, "session.endAll", { entity: "account", entityId: id, before: none });
  await disableAccount(administer(SYSTEM), { accountId: id });
  const switched = (disabled: boolean) => ({
    entity: "account",
    entityId: id,
    after: { disabled },
  });
  await expectAudit(null, "account.disable", switched(true));
  await enableAccount(administer(SYSTEM), { accountId: id });
  await expectAudit(null, "account.enable", switched(false));
});

test("declarations", async () => {
  const first = {
    ...{ organisation: "Gemeente Proefstad", contact: "digitaal@proefstad.example" },
    ...{ accessibility: "unknown" as const, examinedOn: null, register: "", shortcomings: "" },
    ...{ officer: "", privacy: "" },
  };
  await declare(administer(SYSTEM), { ...first, lockVersion: 0 });
  const [row] = await (await database()).select({ id: declaration.id }).from(declaration);
  const about = { entity: "declaration", entityId: row?.id ?? "" };
  await expectAudit(null, "declaration.change", { ...about, after: first });
  const second = { ...first, accessibility: "full" as const, examinedOn: "2026-05-01" };
  await declare(administer(SYSTEM), { ...second, lockVersion: 1 });
  await expectAudit(null, "declaration.change", { ...about, before: first, after: second });
});

test("mail", async () => {
  const { id } = await sendTestMail(administer(SYSTEM), { to: "a@b.example", language: "nl" });
  // A hash of an address can be guessed: the log has none.
  const about = { entity: "mail", entityId: id };
  await expectAudit(null, "mail.test", { ...about, after: { template: "test" } });
  const failed = await mailThat("failed", "a@b.example", "address", "550");
  await retryMail(administer(SYSTEM), { mailId: failed });
  await expectAudit(null, "mail.retry", {
    ...about,
    entityId: failed,
    before: { state: "failed", attempts: 1 },
    after: { state: "waiting", attempts: 0 },
  });
});

test("a dossier, its members and its page", async () => {
  const details = {
    title: "Leerlingenvervoer",
    contractingAuthority: "Gemeente Waterbroek",
    subject: "Vervoer",
  };
  const scope = await dossierOf(undefined, details);
  const own = { entity: "dossier", entityId: scope.dossierId };
  const started = { ...details, slug: scope.slug };
  await expectAudit(scope, "dossier.start", { ...own, after: started });
  const after = { ...details, subject: "Vervoer naar school" };
  await changeDetails(scope, { ...after, lockVersion: 1 });
  await expectAudit(scope, "dossier.change", { ...own, before: details, after });

  const page = { entity: "stakeholderPage", entityId: scope.dossierId };
  await openStakeholderPage(scope, {});
  const [closed, open] = [{ open: false }, { open: true }];
  await expectAudit(scope, "stakeholderPage.open", { ...page, before: closed, after: open });
  await closeStakeholderPage(scope, {});
  await expectAudit(scope, "stakeholderPage.close", { ...page, before: open, after: closed });

  const email = "lid@voorbeeld.example";
  const { id } = await person({ email });
  const member = { entity: "member", entityId: id };
  await addMember(scope, { email, role: "reviewer" });
  await expectAudit(scope, "member.add", { ...member, after: { role: "reviewer" } });
  await setMember(scope, { accountId: id, role: "author" });
  await expectAudit(scope, "member.set", {
    ...member,
    before: { role: "reviewer" },
    after: { role: "author" },
  });
  await setApprovals(scope, { accountId: id, approves: ["legal"] });
  await expectAudit(scope, "member.approvals", {
    entity: "member",
    entityId: id,
    before: { approves: [] },
    after: { approves: ["legal"] },
  });
  await setApprovals(scope, { accountId: id, approves: [] });
  await removeMember(scope, { accountId: id });
  await expectAudit(scope, "member.remove", { ...member, before: { role: "author" } });
});

test("what reaches into a dossier from outside stands in its log", async () => {
  const scope = await dossierOf();
  const { id } = scope.actor as Person;
  const { dossierId } = scope;
  await makeSignInLink(administer(SYSTEM), { accountId: id });
  const [link] = await (await database())
    .select({ id: signInLink.id })
    .from(signInLink)
    .where(eq(signInLink.accountId, id));
  const member = { entity: "member", entityId: id };
  await expectAudit(scope, "signInLink.make", { ...member, after: { signInLink: link?.id } });

  const email = "opvolger@voorbeeld.example";
  const next = await person({ email });
  await appointAuthor(administer(SYSTEM), { accountId: id, email });
  await expectAudit(null, "member.handOver", {
    entity: "account",
    entityId: next.id,
    after: { insteadOf: id },
  });
  await expectAudit({ dossierId }, "member.handOver", {
    entity: "member",
    entityId: next.id,
    after: { role: "author" },
  });
});

test("groups and planning", async () => {
  const scope = await dossierOf();
  const first = { name: "Ouders", expected: true };
  const { id } = await addGroup(scope, first);
  const { id: other } = await addGroup(scope, { name: "Scholen", expected: false });
  const group = { entity: "stakeholderGroup", entityId: id };
  await expectAudit(scope, "stakeholderGroup.add", { ...group, after: first });
  const second = { name: "Ouders en voogden", expected: false };
  await changeGroup(scope, { groupId: id, ...second });
  await expectAudit(scope, "stakeholderGroup.change", { ...group, before: first, after: second });
  await moveGroup(scope, { groupId: id, direction: "down" });
  await expectAudit(scope, "stakeholderGroup.move", {
    ...group,
    before: { order: [id, other] },
    after: { order: [other, id] },
  });
  await removeGroup(scope, { groupId: id });
  await expectAudit(scope, "stakeholderGroup.remove", { ...group, before: second });

  const step = { title: "Publicatie", onDate: "2027-01-15" };
  const { id: milestoneId } = await addMilestone(scope, step);
  const milestone = { entity: "milestone", entityId: milestoneId };
  await expectAudit(scope, "milestone.add", { ...milestone, after: step });
  const later = { title: "Gunning", onDate: "2027-04-01" };
  await changeMilestone(scope, { milestoneId, ...later });
  await expectAudit(scope, "milestone.change", { ...milestone, before: step, after: later });
  await removeMilestone(scope, { milestoneId });
  await expectAudit(scope, "milestone.remove", { ...milestone, before: later });
});

test("consultations, stellingen and reactions", async () => {
  const scope = await dossierOf();
  const held = {
    title: "Avond in de wijk",
    kind: "meeting" as const,
    audience: "stakeholder" as const,
    heldOn: "2026-03-12",
    startsAt: "19:30",
    sector: null,
    chair: "Mevrouw Bos",
  };
  const { id: consultationId } = await addConsultation(scope, held);
  const consultation = { entity: "consultation", entityId: consultationId };
  await expectAudit(scope, "consultation.add", { ...consultation, after: held });
  const moved = { ...held, heldOn: "2026-03-19", sector: "PO" };
  await changeConsultation(scope, { ...moved, id: consultationId, lockVersion: 1 });
  await expectAudit(scope, "consultation.change", { ...consultation, before: held, after: moved });

  const wording = { text: "Eén begeleider per school.", explanation: "Nu wisselt het." };
  const { id: statementId } = await addStatement(scope, { ...wording, consultationId, number: "" });
  const statement = { entity: "statement", entityId: statementId };
  await expectAudit(scope, "statement.add", {
    ...statement,
    after: { ...wording, place: { consultationId, number: 1 } },
  });
  const { seen } = await outsideView(scope, consultationId);
  await showOutside(scope, { consultationId, shown: "statement", seen });
  await expectAudit(scope, "consultation.show", {
    ...consultation,
    before: { shownOutside: { 1: "nothing" } },
    after: { shownOutside: { 1: "statement" } },
  });
  const other = { text: "Eén vaste begeleider per school.", explanation: null };
  await changeStatement(scope, { ...other, id: statementId, lockVersion: 1 });
  await expectAudit(scope, "statement.change", { ...statement, before: wording, after: other });

  const said = {
    kind: "reaction" as const,
    position: "agree" as const,
    text: "Dat geeft rust.",
    speaker: "Een ouder",
    statementId,
    consultationId,
  };
  const { id, number } = await addReaction(scope, { ...said, groupId: null, replyToId: null });
  const row = { entity: "reaction", entityId: id };
  await expectAudit(scope, "reaction.add", {
    ...row,
    after: { ...said, stakeholderGroupId: null, replyToId: null, number },
  });
  const { id: groupId } = await addGroup(scope, { name: "Ouders", expected: true });
  const { consultationId: _, ...asked } = {
    ...said,
    kind: "concern" as const,
    position: "disagree" as const,
    text: "Dat geeft onrust.",
  };
  await changeReaction(scope, { ...asked, id, lockVersion: 1, groupId });
  await expectAudit(scope, "reaction.change", {
    ...row,
    before: { ...said, stakeholderGroupId: null },
    after: { ...asked, consultationId, stakeholderGroupId: groupId },
  });
  await changeReactions(scope, { reactionIds: [id], groupId: null });
  await expectAudit(scope, "reaction.changeMany", {
    ...row,
    before: { stakeholderGroupId: groupId },
    after: { stakeholderGroupId: null },
  });
});

test("kernwaarden and what is coded with them", async () => {
  const scope = await dossierOf();
  const source = await sourceOf(scope);
  const { sourceVersionId } = source;
  const exact = "Een bekend gezicht geeft rust";
  const passageId = await passageOf(scope, source, exact);
  const start = SMALL_MINUTES.indexOf(exact);
  await expectAudit(scope, "passage.quote", {
    entity: "passage",
    entityId: passageId,
    after: { sourceVersionId, start, end: start + exact.length, exact },
  });
  await expectAudit(scope, "source.import", {
    entity: "source",
    entityId: source.sourceId,
    after: {
      title: source.title,
      fileName: "notulen.md",
      sha256: sha256(SMALL_MINUTES),
    },
  });
  const read = { entity: "source", entityId: source.sourceId };
  await expectAudit(scope, "source.read", {
    ...read,
    before: { state: "reading" },
    after: { state: "read", textSha256: sha256(SMALL_MINUTES), normaliserVersion: 1 },
  });
  const unread = { entity: "source", entityId: (await unreadSourceIn(scope)).sourceId };
  await expectAudit(scope, "source.readFailed", {
    ...unread,
    after: { state: "failed", failure: "sources.failed.tooHeavy" },
  });
  await readAgain(scope, { sourceId: unread.entityId });
  await expectAudit(scope, "source.readAgain", {
    ...unread,
    before: { state: "failed" },
    after: { state: "waiting" },
  });

  const wording = { name: "Vast gezicht", definition: "Steeds dezelfde.", rule: "" };
  const { id } = await addCoreValue(scope, { ...wording, passageIds: [passageId] });
  const value = { entity: "coreValue", entityId: id };
  await expectAudit(scope, "coreValue.add", { ...value, after: { ...wording, number: 1 } });
  const [coded] = await codingsOf(id);
  const loose = { coreValueId: id, reactionId: null, passageId };
  const coding = { entity: "coding", entityId: coded ?? "" };
  await expectAudit(scope, "coreValue.add", { ...coding, after: loose });

  const { id: reactionId } = await reactionIn(scope);
  await codeWith(scope, { coreValueId: id, reactionIds: [reactionId] });
  const second = (await codingsOf(id)).find((one) => one !== coded);
  const said = { coreValueId: id, reactionId, passageId: null };
  await expectAudit(scope, "coreValue.code", {
    entity: "coding",
    entityId: second ?? "",
    after: said,
  });

  const renamed = { ...wording, name: "Eén gezicht", rule: "Alleen op school." };
  await changeCoreValue(scope, { ...renamed, id, lockVersion: 1, reason: "Duidelijker." });
  await expectAudit(scope, "coreValue.change", {
    ...value,
    before: wording,
    after: { ...renamed, reason: "Duidelijker." },
  });
  await setExample(scope, { id, passageId });
  const [none, example] = [{ examplePassageId: null }, { examplePassageId: passageId }];
  await expectAudit(scope, "coreValue.setExample", { ...value, before: none, after: example });

  await removeCoding(scope, { codingId: coded ?? "", reason: "Past niet." });
  await expectAudit(scope, "coding.remove", {
    ...coding,
    before: loose,
    after: { ...loose, removed: "Past niet." },
  });
  await expectAudit(scope, "coding.remove", { ...value, before: example, after: none });
  await restoreCoding(scope, { codingId: coded ?? "" });
  const third = (await codingsOf(id)).find((one) => one !== coded && one !== second);
  await expectAudit(scope, "coding.restore", {
    entity: "coding",
    entityId: third ?? "",
    after: loose,
  });

  /** All that were ever made, also those taken away. */
  async function codingsOf(coreValueId: string): Promise<string[]> {
    const rows = await (await database())
      .select({ id: codingTable.id })
      .from(codingTable)
      .where(eq(codingTable.coreValueId, coreValueId));
    return rows.map((one) => one.id);
  }
});

test("chapters", async () => {
  const scope = await dossierOf();
  await addStandardChapters(scope, {});
  const chapters = await listChapters(scope);
  const [first] = chapters;
  if (!first) throw new Error("no chapters");
  for (const [i, standard] of STANDARD_CHAPTERS.entries()) {
    await expectAudit(scope, "chapter.addStandard", {
      entity: "chapter",
      entityId: chapters[i]?.id ?? "",
      after: { ...standard, position: i + 1 },
    });
  }
  const position = STANDARD_CHAPTERS.length + 1;
  const input = { title: "Overgang", introduction: "Van oud naar nieuw." };
  const { id } = await addChapter(scope, input);
  const chapter = { entity: "chapter", entityId: id };
  await expectAudit(scope, "chapter.add", { ...chapter, after: { ...input, position } });
  const other = { title: "Overgangsperiode", introduction: "" };
  await changeChapter(scope, { ...other, chapterId: id, lockVersion: 1 });
  await expectAudit(scope, "chapter.change", { ...chapter, before: input, after: other });
  await moveChapter(scope, { chapterId: id, beforeId: first.id });
  await expectAudit(scope, "chapter.move", {
    ...chapter,
    before: { position },
    after: { position: 1 },
  });
  await removeChapter(scope, { chapterId: id });
  await expectAudit(scope, "chapter.remove", { ...chapter, before: { ...other, position: 1 } });
});

test("requirements, their places and what they rest on", async () => {
  const scope = await dossierOf();
  const { id: chapterId } = await addChapter(scope, { title: "Begeleiding" });
  const { id: otherChapter } = await addChapter(scope, { title: "Overgang" });
  const { id: coreValueId } = await addCoreValue(scope, { name: "Rust", definition: "Kalm." });
  const content = {
    title: "Eén begeleider",
    kind: "mandatory" as const,
    body: bodyOfLines("Eén begeleider per school."),
    explanation: "",
    evidence: "",
    verification: "",
  };
  const { id, code } = await addRequirement(scope, { ...content, chapterId, coreValueId });
  const requirement = { entity: "requirement", entityId: id };
  const hash = fingerprint(content);
  await expectAudit(scope, "requirement.add", {
    ...requirement,
    after: { code, chapterId, position: 1, fingerprint: hash, coreValueId },
  });
  const saved = { ...content, title: "Eén vaste begeleider" };
  const reason = "Zo bedoelden wij het.";
  await saveRequirement(scope, { ...saved, requirementId: id, lockVersion: 1, reason });
  await expectAudit(scope, "requirement.save", {
    ...requirement,
    before: { n: 1, fingerprint: hash },
    after: { n: 2, fingerprint: fingerprint(saved), reason },
  });
  const versions = await (await database())
    .select({ fingerprint: requirementVersion.fingerprint })
    .from(requirementVersion)
    .where(eq(requirementVersion.requirementId, id))
    .orderBy(asc(requirementVersion.n));
  expect(versions.map((one) => one.fingerprint)).toEqual([hash, fingerprint(saved)]);
  await dropRequirement(scope, { requirementId: id, reason: "Dubbel." });
  await expectAudit(scope, "requirement.drop", {
    ...requirement,
    before: { dropped: false },
    after: { dropped: true, reason: "Dubbel.", n: 3 },
  });
  await restoreRequirement(scope, { requirementId: id, reason: "Toch niet." });
  await expectAudit(scope, "requirement.restore", {
    ...requirement,
    before: { dropped: true },
    after: { dropped: false, reason: "Toch niet.", n: 4 },
  });

  const { id: reactionId } = await reactionIn(scope);
  const end = { requirementId: id, coreValueId: null, reactionId, passageId: null };
  const { id: linkId } = await linkRequirement(scope, end);
  const link = { entity: "requirementLink", entityId: linkId };
  await expectAudit(scope, "requirement.link", { ...link, after: end });
  await unlinkRequirement(scope, { linkId });
  await expectAudit(scope, "requirement.unlink", { ...link, before: end });

  const valued = await addCoreValue(scope, { name: "Draagt", reactionIds: [reactionId] });
  const none = { reactionId: null, passageId: null };
  await linkRequirement(scope, { ...none, requirementId: id, coreValueId: valued.id });
  const carried = { requirementId: id, reactionId, passageId: null };
  await carryWords(scope, carried);
  const [chosen] = await rowsOf<{ id: string }>(
    await database(),
    sql`select id from carrying_word where requirement_id = ${id}`,
  );
  const carrying = { entity: "carryingWord", entityId: chosen?.id ?? "" };
  await expectAudit(scope, "requirement.carry", { ...carrying, after: carried });
  await uncarryWords(scope, carried);
  await expectAudit(scope, "requirement.uncarry", { ...carrying, before: carried });

  const nothing = { outcome: null, reason: "", place: "", requirements: [] };
  const said = { ...nothing, outcome: "adopted", requirements: [id] };
  const seen = { reactionId, lockVersion: 0, requirementIds: [id] };
  await recordDisposition(scope, { ...seen, outcome: "adopted" });
  const [answered] = await rowsOf<{ id: string; linkId: string }>(
    await database(),
    sql`select disposition_id as id, link_id as "linkId" from disposition_requirement
      where requirement_id = ${id}`,
  );
  const answer = { entity: "disposition", entityId: answered?.id ?? "" };
  await expectAudit(scope, "disposition.record", {
    ...answer,
    before: nothing,
    after: { reactionId, ...said },
  });
  // Linking is an act of its own, in the same words as ever.
  const { linkId: made = "" } = answered ?? {};
  await expectAudit(scope, "requirement.link", { ...link, entityId: made, after: end });
  await takeBackDispositions(scope, { dispositions: [{ reactionId, lockVersion: 1 }] });
  await expectAudit(scope, "disposition.takeBack", {
    ...answer,
    before: said,
    after: { reactionId, ...nothing },
  });
  await expectAudit(scope, "requirement.unlink", { ...link, entityId: made, before: end });
  await setNoSourceReason(scope, { requirementId: id, reason: "Volgt uit de wet." });
  await expectAudit(scope, "requirement.noSource", {
    ...requirement,
    before: { noSourceReason: null },
    after: { noSourceReason: "Volgt uit de wet." },
  });

  const [found] = (await requirementFindings(scope, id)).findings;
  const finding = found?.sha256 ?? "";
  const ignore = { requirementId: id, finding, reason: "Volgt nog." };
  const { ignoredId } = await ignoreRequirementFinding(scope, ignore);
  const words = { rule: found?.rule, words: found?.params.words };
  await expectAudit(scope, "finding.ignore", { ...requirement, after: words });
  await showFindingAgain(scope, { ignoredId });
  await expectAudit(scope, "finding.show", { ...requirement, before: words });
  const statementId = await statementIn(scope, { text: "Het is laat en het is duur." });
  const [other] = (await statementFindings(scope, statementId)).findings;
  await ignoreStatementFinding(scope, { statementId, finding: other?.sha256 ?? "", reason: "Ja." });
  await expectAudit(scope, "finding.ignore", {
    entity: "statement",
    entityId: statementId,
    after: { rule: other?.rule, words: other?.params.words },
  });

  await sendToReview(scope, { requirementId: id });
  const now = (await getRequirement(scope, id)).lockVersion;
  const inReview = { state: "review", n: now, step: 1 };
  await expectAudit(scope, "review.send", {
    ...requirement,
    before: { state: "draft" },
    after: inReview,
  });
  const approver = await approverOf(scope, ["legal"]);
  const judged = { requirementId: id, n: now, note: "Gelezen." };
  await checkOrigin(approver, judged);
  const [{ origin } = { origin: "" }] = await rowsOf<{ origin: string }>(
    await database(),
    sql`select origin from requirement_origin where requirement_id = ${id}`,
  );
  await expectAudit(scope, "review.check", {
    ...requirement,
    before: {},
    after: { n: now, step: 2, note: "Gelezen.", origin },
  });
  await approveRequirement(approver, judged);
  const approved = { step: 3, roles: ["legal"], note: "Gelezen." };
  await expectAudit(scope, "review.approve", {
    ...requirement,
    before: { state: "review" },
    after: { state: "approved", n: now, ...approved },
  });
  await takeBackReview(approver, { requirementId: id, step: 3 });
  await expectAudit(scope, "review.takeBack", {
    ...requirement,
    before: { act: "approved", ...approved },
    after: { step: 4 },
  });
  await returnRequirement(approver, judged);
  await expectAudit(scope, "review.return", {
    ...requirement,
    before: { state: "review" },
    after: { state: "draft", n: now, step: 5, note: "Gelezen." },
  });

  const second = await addRequirement(scope, { ...content, title: "Tweede", chapterId });
  await moveRequirement(scope, { requirementId: id, direction: "down" });
  await expectAudit(scope, "requirement.move", {
    ...requirement,
    before: { chapterId, position: 1 },
    after: { chapterId, position: 2 },
  });
  await moveRequirements(scope, { requirementIds: [id], chapterId: otherChapter });
  await expectAudit(scope, "requirement.move", {
    ...requirement,
    before: { chapterId, position: 2 },
    after: { chapterId: otherChapter, position: 1 },
  });
  await renumberRequirements(scope, {});
  for (const [entityId, before, after] of [
    [id, "E-1.1", "E-2.1"],
    [second.id, "E-1.2", "E-1.1"],
  ] as const) {
    await expectAudit(scope, "requirement.renumber", {
      entity: "requirement",
      entityId,
      before: { code: before },
      after: { code: after },
    });
  }
});

test("the workbench", async () => {
  const scope = await dossierOf();
  const part = await partOf(scope);
  const onBench = { entity: "part", entityId: part.partId };
  const row = await segmentWith(part, "bekend gezicht");
  const { partId } = part;
  const before = { rows: [row] };
  const change = { type: "markIrrelevant" as const, starts: [row.start], reason: "Dubbel." };
  await changed(scope, part, change);
  const after = { rows: [await segmentWith(part, "bekend gezicht")] };
  expect(after).not.toEqual(before);
  await expectAudit(scope, "splitting.change", {
    ...onBench,
    before,
    after: { ...after, action: "markIrrelevant" },
  });
  part.lockVersion = (
    await undoChange(scope, { partId, lockVersion: part.lockVersion })
  ).lockVersion;
  await expectAudit(scope, "splitting.undo", { ...onBench, before: after, after: before });

  const read = {
    title: "Bijeenkomst begeleiding op school",
    kind: "meeting" as const,
    heldOn: "2026-03-12",
    startsAt: null,
    sector: null,
  };
  const edited = { ...read, startsAt: "19:30", sector: "PO" };
  const { lockVersion } = await editPart(scope, { ...edited, ...part });
  await expectAudit(scope, "part.edit", { ...onBench, before: read, after: edited });

  part.lockVersion = lockVersion;
  const starts = (await segmentsOf(part)).map(({ start }) => start);
  await changed(scope, part, { type: "acceptRest" });
  await expectAudit(scope, "splitting.change", {
    ...onBench,
    before: { rows: [], accepted: starts },
    after: { rows: [], accepted: starts, action: "acceptRest" },
  });
  const made = await confirmPart(scope, part);
  const rows = await (await database())
    .select()
    .from(reaction)
    .where(eq(reaction.dossierId, scope.dossierId))
    .orderBy(asc(reaction.number));
  expect(rows.length).toBeGreaterThan(1);
  for (const one of rows) {
    await expectAudit(scope, "splitting.confirm", {
      entity: "reaction",
      entityId: one.id,
      after: {
        id: one.id,
        dossierId: one.dossierId,
        number: one.number,
        consultationId: one.consultationId,
        statementId: one.statementId,
        kind: one.kind,
        text: one.text,
        speaker: one.speaker,
        stakeholderGroupId: one.stakeholderGroupId,
        position: one.position,
        replyToId: one.replyToId,
        passageId: one.passageId,
        createdBy: one.createdBy,
      },
    });
  }
  await expectAudit(scope, "splitting.confirm", { ...onBench, after: made });
});

test("what changes of confirmed minutes", async () => {
  const scope = await dossierOf();
  const text =
    "# Bijeenkomst ouders\n\nStelling 1: *De bus is vol.*\n\n" +
    "Ouder: Het is vol. Het is druk.\n\nSchool: Dat vinden wij ook.\n";
  const part = await partOf(scope, { text });
  const { consultationId } = await confirmed(scope, part);
  part.lockVersion += 1;
  const db = await database();
  const inPart = () =>
    db
      .select()
      .from(reaction)
      .where(eq(reaction.consultationId, consultationId))
      .orderBy(asc(reaction.number));
  const shown = ({ words: _words, ...row }: typeof reaction.$inferSelect) => row;
  const [first, second] = await inPart();
  if (!first || !second) throw new Error("the minutes have two reactions");
  const segment = await segmentWith(part, "Het is vol");
  const offset = String(segment.start + segment.text.indexOf("Het is druk"));
  const { reactionIds } = await recutReactions(scope, {
    ...part,
    change: { type: "split", start: String(segment.start), offset },
  });
  part.lockVersion += 1;
  await expectAudit(scope, "reaction.recut", {
    entity: "reaction",
    entityId: first.id,
    before: shown(first),
    after: { removed: true },
  });
  for (const id of reactionIds) {
    const [row] = await db.select().from(reaction).where(eq(reaction.id, id));
    expect(row?.number).toBeGreaterThan(second.number);
  }
  const reason = "Staat elders ook.";
  await dismissReactions(scope, { reactionIds: [second.id], reason });
  part.lockVersion += 1;
  await expectAudit(scope, "reaction.dismiss", {
    entity: "reaction",
    entityId: second.id,
    before: shown(second),
    after: { removed: true, reason },
  });
  const [done] = await db.select().from(sourcePart).where(eq(sourcePart.id, part.partId));
  const made = await reopenPart(scope, part);
  await expectAudit(scope, "splitting.reopen", {
    entity: "part",
    entityId: part.partId,
    before: { confirmedAt: done?.confirmedAt, confirmedBy: done?.confirmedBy },
    after: { confirmedAt: null, ...made },
  });
  const statementId = await statementIn(scope, { consultationId });
  const elsewhere = await consultationIn(scope);
  const row = { entity: "statement", entityId: statementId } as const;
  const place = { consultationId: elsewhere, number: 7 };
  await putStatement(scope, { ...place, number: "7", statementId });
  await expectAudit(scope, "statement.put", { ...row, after: { place } });
  const explained = { consultationId: elsewhere, explanation: "Daar ging het om de bus." };
  await explainStatement(scope, { ...explained, statementId, lockVersion: 1 });
  await expectAudit(scope, "statement.explain", {
    ...row,
    before: { consultationId: elsewhere, explanation: null },
    after: explained,
  });
  await takeOutStatement(scope, { statementId, consultationId: elsewhere });
  await expectAudit(scope, "statement.takeOut", {
    ...row,
    before: { place },
    after: { place: null },
  });
});

test("a picture with an explanation", async () => {
  const scope = await dossierOf();
  const { consultationId } = await onlineIn(scope);
  const explanation = "Zo gaat het nu.";
  const statementId = await statementIn(scope, { consultationId, explanation });
  const id = await pictureIn(scope, { statementId, consultationId });
  const [kept] = await (await database())
    .select({ sha256: explanationPicture.sha256 })
    .from(explanationPicture)
    .where(eq(explanationPicture.id, id));
  const picture = { id, alternative: "Een groen vlak.", sha256: kept?.sha256 };
  const row = { entity: "statement", entityId: statementId } as const;
  await expectAudit(scope, "statement.picture", {
    ...row,
    before: { consultationId, picture: null },
    after: { consultationId, picture },
  });
  await removePicture(scope, { statementId, consultationId });
  await expectAudit(scope, "statement.removePicture", {
    ...row,
    before: { consultationId, picture },
    after: { consultationId, picture: null },
  });
});

test("a file with a reaction", async () => {
  const scope = await dossierOf();
  const online = await onlineIn(scope, { takesFiles: "yes" });
  const { own } = await participantIn(online);
  const [statementId = ""] = online.statements;
  const bytes = pdfFile();
  await typed(own, online, ["Zie de brief."]);
  await attachFile(own, { statementId, fileName: "brief.pdf", bytes });
  await sendAnswers(own, {});
  const [sent] = await (await database())
    .select({ id: answer.reactionId })
    .from(answer)
    .where(eq(answer.participantId, own.participantId));
  const file = { kind: "pdf", byteSize: bytes.length, sha256: sha256(bytes) };
  const row = { entity: "reaction", entityId: sent?.id ?? "" } as const;
  await expectAudit(scope, "answer.send", { ...row, before: { file: null }, after: { file } });
  await removeFile(own, { statementId });
  await expectAudit(scope, "answer.removeFile", {
    ...row,
    before: { file },
    after: { file: null },
  });
});

test("keeping order", async () => {
  const scope = await dossierOf();
  const online = await onlineIn(scope, { moderation: "before", others: "afterOwn" });
  const { consultationId } = online;
  await sentIn(online, ["De bus komt te laat."]);
  const [row] = await waitingIn(scope, consultationId);
  if (!row) throw new Error("nothing waits");
  const { reactionId, seen } = row;
  const of = { entity: "reaction", entityId: reactionId } as const;
  const { actId } = await placeReactions(scope, { consultationId, seen: [seen] });
  await expectAudit(scope, "moderation.place", {
    ...{ ...of, before: { state: "waiting" }, after: { state: "placed" } },
  });
  await undoModeration(scope, { consultationId, actId });
  await expectAudit(scope, "moderation.undo", {
    ...{ ...of, before: { state: "placed" }, after: { state: "waiting" } },
  });
  const again = await seenIn(scope, consultationId, reactionId);
  await placeReactions(scope, { consultationId, seen: [again] });
  const at = await openConsultation(online.code);
  await flagReaction(at, { reactionId, reason: "offensive", words: "Jan de Vries woont hier." });
  // Nor what a reader said of it.
  await expectAudit(scope, "moderation.flag", { ...of, after: { flagged: "offensive" } });
  await keepReaction(scope, { consultationId, seen });
  await expectAudit(scope, "moderation.keep", {
    ...{ ...of, before: { state: "placed" }, after: { state: "placed" } },
  });
  const why = { reason: "offensive" as const, note: "Niet hier." };
  const read = await seenIn(scope, consultationId, reactionId);
  await refuseReaction(scope, { consultationId, seen: read, ...why });
  // What was said to its sender is theirs.
  await expectAudit(scope, "moderation.refuse", {
    ...{ ...of, before: { state: "placed" }, after: { state: "refused", reason: "offensive" } },
  });
});

test("two reactions that say the same, or do not", async () => {
  const scope = await dossierOf();
  const online = await onlineIn(scope, { moderation: "before" });
  await sentIn(online, ["De bus is laat."]);
  await sentIn(online, ["De bus is te laat."]);
  const [first, second] = await waitingIn(scope, online.consultationId);
  if (!first || !second) throw new Error("nothing waits");
  const pair = { one: first.seen, other: second.seen };
  const of = { entity: "reaction", entityId: first.reactionId } as const;
  const beside = second.reactionId;
  await linkSame(scope, pair);
  await expectAudit(scope, "reaction.same", {
    ...{ ...of, before: { beside, said: null }, after: { beside, said: "same" } },
  });
  await keepApart(scope, pair);
  await expectAudit(scope, "reaction.apart", {
    ...{ ...of, before: { beside, said: "same" }, after: { beside, said: "apart" } },
  });
  await reopenSame(scope, pair);
  await expectAudit(scope, "reaction.reopenSame", {
    ...{ ...of, before: { beside, said: "apart" }, after: { beside, said: null } },
  });
});

test("dividing what was sent", async () => {
  const scope = await dossierOf();
  const online = await onlineIn(scope, { moderation: "before" });
  const { consultationId } = online;
  await sentIn(online, ["Eerst dit. Dan dat."]);
  const [row] = await waitingIn(scope, consultationId);
  if (!row) throw new Error("nothing waits");
  const { reactionId, seen } = row;
  const { reactionIds } = await divideReaction(scope, { consultationId, seen, cuts: ["11"] });
  const of = { entity: "reaction", entityId: reactionId } as const;
  await expectAudit(scope, "reaction.divide", {
    ...{ ...of, before: { divided: null }, after: { divided: true } },
  });
  expect(reactionIds).toHaveLength(2);
  await uniteReaction(scope, { reactionId });
  await expectAudit(scope, "reaction.unite", {
    ...{ ...of, before: { divided: true }, after: { divided: null } },
  });
});

test("data on request", async () => {
  const scope = await dossierOf();
  const online = await onlineIn(scope);
  const { consultationId } = online;
  const { own, number } = await sentIn(online, ["De bus komt te laat."]);
  await typed(own, online, [null, "Nog niet verstuurd."]);
  const row = { entity: "consultation", entityId: consultationId } as const;
  await viewParticipant(scope, { consultationId, number });
  await expectAudit(scope, "participant.view", { ...row, after: { viewed: 1 } });
  await removeParticipant(scope, { consultationId, number, reason: "Op verzoek." });
  await expectAudit(scope, "participant.remove", {
    ...row,
    after: { removed: { answers: 1, kept: 0, drafts: 1, files: 0 }, reason: "Op verzoek." },
  });
});

test("what somebody chose for themselves", async () => {
  const actor = await person();
  await setPreferences(ownChoices(actor), { letterKeys: false });
  await expectAudit(null, "account.preferences", {
    entity: "account",
    entityId: actor.id,
    before: { letterKeys: true },
    after: { letterKeys: false },
  });
});

test("deciding on personal data", async () => {
  const scope = await dossierOf();
  await sourceOf(scope, { text: "# Verslag\n\nMevrouw Ottens belt." });
  const subjectId = (await subjectsIn(scope))[0]?.id ?? "";
  const entity = { entity: "personalSubject", entityId: subjectId };
  const open = { redaction: "open", role: null, reason: null, code: null };
  const none = { ...open, redaction: "none" };
  await decideSubject(scope, { subjectId, lockVersion: 1, redaction: "none" });
  await expectAudit(scope, "personalSubject.decide", { ...entity, before: open, after: none });
  await reopenSubject(scope, { subjectId, lockVersion: 2 });
  await expectAudit(scope, "personalSubject.reopen", { ...entity, before: none, after: open });
  const { id } = await addSubject(scope, { kind: "name", text: "Snorrebol" });
  const made = { kind: "name", redaction: "open" };
  await expectAudit(scope, "personalSubject.add", {
    ...entity,
    entityId: id,
    after: { ...made, places: 0 },
  });
  await mergeSubjects(scope, { subjectId: id, lockVersion: 1, intoId: subjectId });
  const merged = { ...entity, before: { ...open, forms: 1 } };
  await expectAudit(scope, "personalSubject.merge", { ...merged, after: { ...open, forms: 2 } });
  await expectAudit(scope, "personalSubject.merge", { ...merged, entityId: id });
  const { lockVersion, forms } = await getSubject(scope, subjectId);
  const formId = forms.find(({ text }) => text === "Snorrebol")?.id ?? "";
  const parted = await partForm(scope, { subjectId, lockVersion, formId });
  await expectAudit(scope, "personalSubject.part", {
    ...entity,
    entityId: parted.id,
    after: { ...made, forms: 1 },
  });
  await noteNamesShown(scope, {});
  await expectAudit(scope, "personalSubject.view", {
    entity: "dossier",
    entityId: scope.dossierId,
    after: { names: "shown" },
  });
});

test("what keeps things from going out, and who answered for it", async () => {
  const scope = await dossierOf();
  const about = { entity: "dossier", entityId: scope.dossierId };
  await searchLeaving(scope, { title: "Mevrouw Ottens belt." });
  await expectAudit(scope, "dossier.notePersonalData", { ...about, after: { personalData: 1 } });
  const held = await heldBack(scope);
  await releasePersonalData(scope, { key: held?.key ?? "", reason: "De raad wacht." });
  await expectAudit(scope, "dossier.releasePersonalData", {
    ...about,
    after: { open: 1, unsearched: 0, reason: "De raad wacht." },
  });
  await withdrawRelease(scope, { key: held?.key ?? "" });
  await expectAudit(scope, "dossier.withdrawRelease", { ...about, before: { releases: 1 } });
  await requirementOf(scope);
  const [{ key = "" } = {}] = (await readiness(scope)).blockers;
  const reason = "Volgt uit de wet.";
  const { passingId } = await passOver(scope, { blocker: "withoutSource", key, reason });
  const passed = { blocker: "withoutSource", count: 1 };
  await expectAudit(scope, "dossier.passOver", { ...about, after: { ...passed, reason } });
  await withdrawPassing(scope, { passingId });
  await expectAudit(scope, "dossier.withdrawPassing", { ...about, before: passed });
  await decideSubject(scope, {
    ...{ subjectId: held?.subjects[0]?.id ?? "", lockVersion: 1, redaction: "none" },
  });
  const edition = await adopted(scope);
  const one = { entity: "edition", entityId: edition.id };
  const { sha256: kenmerk, number } = edition;
  await expectAudit(scope, "edition.adopt", {
    ...{ ...one, after: { number, kind: "concept", sha256: kenmerk } },
  });
  await publishEdition(scope, { editionId: edition.id });
  await expectAudit(scope, "edition.publish", {
    ...{ ...one, after: { published: true, sha256: kenmerk } },
  });
  await withdrawEdition(scope, { editionId: edition.id, reason: "Een fout." });
  await expectAudit(scope, "edition.withdraw", {
    ...{ ...one, after: { withdrawn: "Een fout.", sha256: kenmerk } },
  });
  const { sourceId, sourceVersionId } = await sourceOf(scope, { text: "# Verslag\n\nNiemand." });
  const versions = sql`(select ${sourceVersionId}::uuid)`;
  await (await database()).transaction((tx) => removeFinds(tx, versions));
  const job = await openDossierForJob({ type: "job", name: "proef" }, scope.dossierId);
  await keepFinds(job, { sourceId, sourceVersionId, finds: [] });
  await expectAudit(scope, "source.search", {
    entity: "source",
    entityId: sourceId,
    after: { personalData: 0 },
  });
});

test("until when an original is kept, and that it was destroyed", async () => {
  const scope = await dossierOf();
  const about = { entity: "dossier", entityId: scope.dossierId };
  await setOriginals(scope, { destroy: "yes" });
  await expectAudit(scope, "dossier.originals", {
    ...about,
    before: { destroysOriginals: false },
    after: { destroysOriginals: true },
  });
  const { sourceId, title } = await sourceOf(scope);
  const keepUntil = "2030-01-31";
  await keepOriginal(scope, { sourceId, keepUntil });
  await expectAudit(scope, "source.keep", {
    entity: "source",
    entityId: sourceId,
    before: { keepUntil: null },
    after: { keepUntil },
  });
  const reason = "De opname is uitgewerkt";
  await destroyOriginal(scope, { sourceId, title, reason });
  const [gone] = await (await database()).select().from(source).where(eq(source.id, sourceId));
  await expectAudit(scope, "source.destroyOriginal", {
    entity: "source",
    entityId: sourceId,
    before: { sha256: gone?.sha256, byteSize: gone?.byteSize, keepUntil, destroyedAt: null },
    after: { sha256: gone?.sha256, destroyedAt: gone?.destroyedAt, reason },
  });
});

test("a corrected text, what was decided of its passages, and that it was adopted", async () => {
  const scope = await dossierOf();
  const imported = await sourceOf(scope);
  const { sourceId } = imported;
  const about = { entity: "source", entityId: sourceId };
  const passageId = await passageOf(scope, imported, "De vrijdagmiddag is nu **niet** bezet.");
  const text = SMALL_MINUTES.replace("**niet** ", "");
  const versionId = await revised(scope, sourceId, text);
  await expectAudit(scope, "source.revise", {
    ...about,
    after: {
      n: 2,
      fileName: "verbeterd.md",
      sha256: sha256(text),
      note: "Reactie van de aanwezigen verwerkt",
    },
  });
  await expectAudit(scope, "source.revised", {
    ...about,
    after: { n: 2, state: "read", textSha256: sha256(text) },
  });
  await expectAudit(scope, "source.locate", {
    ...about,
    after: { exact: 0, moved: 0, proposed: 1, orphan: 0 },
  });
  await decideLocation(scope, { sourceId, passageId, versionId, decision: "different" });
  const open = { passageId, decision: null, start: null, end: null };
  const decided = { ...open, decision: "different" };
  await expectAudit(scope, "source.decide", { ...about, before: open, after: decided });
  await undecideLocation(scope, { sourceId, passageId });
  await expectAudit(scope, "source.undecide", { ...about, before: decided, after: open });
  const adopted = { adoptedOn: "2026-03-20", adoptedBy: "De aanwezigen" };
  await adoptVersion(scope, { sourceId, n: 2, ...adopted });
  await expectAudit(scope, "source.adopt", {
    ...about,
    before: { adoptedVersion: null, adoptedOn: null, adoptedBy: null },
    after: { adoptedVersion: 2, ...adopted },
  });
  const better = { adoptedOn: "2026-03-21", adoptedBy: "Het college" };
  await adoptVersion(scope, { sourceId, n: 2, ...better });
  await expectAudit(scope, "source.adopt", {
    ...about,
    before: { adoptedVersion: 2, ...adopted },
    after: { adoptedVersion: 2, ...better },
  });
  const { dossierId } = scope;
  const { revisionId } = await reviseSource(scope, {
    ...{ sourceId, base: 2, fileName: "scan.pdf", note: "Gescand" },
    bytes: new TextEncoder().encode("%PDF-1.4 niets"),
  });
  const { signal } = new AbortController();
  await reviseSourceJob.run({ dossierId, sourceId, revisionId }, signal);
  await expectAudit(scope, "source.reviseFailed", {
    ...about,
    after: { n: 3, failure: "sources.errors.pdfBroken" },
  });
});

test("a round of corrections, who was asked, what they proposed and what came of it", async () => {
  const scope = await dossierOf();
  const { sourceId } = await sourceOf(scope);
  const closesOn = OPEN_UNTIL;
  const { roundId, people } = await roundIn(scope, sourceId, ["Anna"]);
  const anna = people[0] as AttendeeScope;
  const { attendeeId } = anna;
  const round = { entity: "correctionRound", entityId: roundId };
  const who = { entity: "attendee", entityId: attendeeId };
  await expectAudit(scope, "correctionRound.start", {
    ...round,
    after: { sourceId, n: 1, closesOn },
  });
  await expectAudit(scope, "attendee.invite", { ...who, after: { roundId, revoked: false } });
  await agree(anna, { agrees: "yes" });
  await expectAudit(scope, "correction.agree", {
    ...who,
    before: { agreed: false },
    after: { agreed: true },
  });
  const block = await proposed(anna, "ouders", "kinderen");
  const [proposal] = await proposalsOf(scope, sourceId);
  const { id = "", text = "" } = proposal ?? {};
  const it = { entity: "correction", entityId: id };
  const standing = { block, text, remark: "", withdrawn: false };
  const withdrawn = { ...standing, withdrawn: true };
  await expectAudit(scope, "correction.propose", { ...it, after: standing });
  await withdrawCorrection(anna, { block });
  await expectAudit(scope, "correction.withdraw", { ...it, before: standing, after: withdrawn });
  await proposed(anna, "ouders", "kinderen");
  await expectAudit(scope, "correction.propose", { ...it, before: withdrawn, after: standing });
  const open = { decision: null, reply: "" };
  const accepted = { decision: "accepted" as const, reply: "Dank u." };
  const decide = async () => {
    const [{ lockVersion = 0 } = {}] = await proposalsOf(scope, sourceId);
    await decideCorrection(scope, { correctionId: id, lockVersion, ...accepted });
    await expectAudit(scope, "correction.decide", { ...it, before: open, after: accepted });
  };
  await decide();
  await undecideCorrection(scope, { correctionId: id });
  await expectAudit(scope, "correction.undecide", { ...it, before: accepted, after: open });
  await decide();
  await revokeLink(scope, { attendeeId });
  const [valid, revoked] = [{ revoked: false }, { revoked: true }];
  await expectAudit(scope, "attendee.revoke", { ...who, before: valid, after: revoked });
  await renewLink(scope, { attendeeId });
  await expectAudit(scope, "attendee.renew", { ...who, before: revoked, after: valid });
  await endRound(scope, { roundId });
  const [running, ended] = [
    { closesOn, ended: false },
    { closesOn, ended: true },
  ];
  await expectAudit(scope, "correctionRound.end", { ...round, before: running, after: ended });
  await changeRound(scope, { roundId, closesOn });
  await expectAudit(scope, "correctionRound.change", { ...round, before: ended, after: running });
  await makeVersion(scope, { roundId, changes: 1, note: "Eén wijziging" });
  const { revision } = await versionsOf(scope, sourceId);
  await expectAudit(scope, "correctionRound.makeVersion", {
    ...round,
    after: { revisionId: revision?.id, changes: 1 },
  });
});

test("the archive, and a source that was removed", async () => {
  const scope = await dossierOf();
  const { dossierId } = scope;
  const manager = administer(await person({ kind: "administrator" }));
  const reason = "Per ongeluk begonnen";
  const about = { entity: "dossier", entityId: dossierId };
  await archiveDossier(manager, { dossierId, reason });
  await expectAudit(scope, "dossier.archive", {
    ...about,
    before: { archived: false },
    after: { archived: true, reason },
  });
  await bringBackDossier(manager, { dossierId, reason });
  await expectAudit(scope, "dossier.bringBack", {
    ...about,
    before: { archived: true },
    after: { archived: false, reason },
  });
  const { sourceId, title } = await sourceOf(scope);
  const [was] = await (await database()).select().from(source).where(eq(source.id, sourceId));
  const [text] = await (await database())
    .select()
    .from(sourceVersion)
    .where(eq(sourceVersion.sourceId, sourceId));
  await removeSource(manager, { sourceId, title, reason });
  await expectAudit(scope, "source.remove", {
    entity: "source",
    entityId: sourceId,
    before: {
      title,
      fileName: was?.fileName,
      byteSize: was?.byteSize,
      sha256: was?.sha256,
      texts: [text?.textSha256],
      createdAt: was?.createdAt,
      createdBy: was?.createdBy,
    },
    after: { removed: true, reason },
  });
});

test("reactions from a spreadsheet", async () => {
  const scope = await dossierOf();
  const file = csvOf(SMALL_SURVEY);
  const { check, result } = await importedInto(scope, file, NEW_CONSULTATION);
  const { sourceId, consultationId } = result ?? {};
  const [version] = await (await database())
    .select({ textSha256: sourceVersion.textSha256 })
    .from(sourceVersion)
    .where(eq(sourceVersion.sourceId, sourceId ?? ""));
  await expectAudit(scope, "reaction.import", {
    entity: "source",
    entityId: sourceId ?? "",
    after: {
      title: file.title,
      fileName: file.fileName,
      mediaType: "text/csv",
      sha256: sha256(file.bytes),
      ...version,
      sums: check.sums,
      sourceId,
      consultationId,
    },
  });
  const held = { ...NEW_CONSULTATION, heldOn: null, sector: null };
  await expectAudit(scope, "reaction.import", {
    entity: "consultation",
    entityId: consultationId ?? "",
    after: held,
  });
  const rows = await (await database())
    .select()
    .from(bulkRow)
    .innerJoin(reaction, eq(reaction.id, bulkRow.reactionId))
    .innerJoin(passage, eq(passage.id, reaction.passageId))
    .where(eq(bulkRow.dossierId, scope.dossierId))
    .orderBy(asc(bulkRow.row));
  expect(rows).toHaveLength(3);
  for (const { bulk_row: row, reaction: made, passage: words } of rows) {
    await expectAudit(scope, "reaction.import", {
      entity: "reaction",
      entityId: made.id,
      after: {
        id: made.id,
        passageId: words.id,
        start: words.start,
        end: words.end,
        words: made.text,
        kind: "reaction",
        position: "none",
        // The place of the value: ouder, school.
        group: row.row === 3 ? 1 : 0,
        statement: null,
        speaker: null,
        saidOn: row.saidOn,
        replyTo: null,
        row: row.row,
        reference: row.reference,
        contentKey: row.contentKey,
        consultationId,
        groupId: made.stakeholderGroupId,
        statementId: null,
        number: made.number,
      },
    });
  }
});

test("who is invited, and never who it is", async () => {
  const scope = await dossierOf();
  const { consultationId } = await onlineIn(scope);
  const about = { entity: "consultation", entityId: consultationId };
  const asked = { consultationId, language: "nl", page: CODES } as const;
  const list = "a@voorbeeld.example;Ada Bos\n;Bo de Wit";
  const { ids } = await invitedIn(scope, consultationId, list);
  await expectAudit(scope, "invitation.add", { ...about, after: { added: 2, byMail: 1 } });
  await sendInvitations(scope, asked);
  await expectAudit(scope, "invitation.send", { ...about, after: { invited: 1, language: "nl" } });
  await (await database())
    .update(invitation)
    .set({ pending: null, mailState: "sent" })
    .where(eq(invitation.consultationId, consultationId));
  await remindInvited(scope, asked);
  await expectAudit(scope, "invitation.remind", {
    ...about,
    after: { reminded: 1, language: "nl" },
  });
  await printLetters(scope, { consultationId, groupId: "" });
  await expectAudit(scope, "invitation.print", { ...about, after: { letters: 1 } });
  await withdrawInvited(scope, { consultationId, ids });
  await expectAudit(scope, "invitation.withdraw", {
    ...about,
    after: { withdrawnInvitations: 2 },
  });
  await (await database()).execute(sql`update online_consultation
    set opens_at = null, closes_at = now() - interval '1 year', answer_by = null
    where consultation_id = ${consultationId}`);
  await (await database()).update(invitation).set({ tendedOn: null });
  const job = await openDossierForJob({ type: "job", name: "proef" }, scope.dossierId);
  await tendInvited(job, { consultationId });
  await expectAudit(scope, "invitation.forget", {
    ...about,
    before: { invitedKept: 2 },
    after: { invitedKept: 0 },
  });
});

const iso = (moment: string | null) => moment && new Date(moment).toISOString();

test("an online consultation, and what is sent in it", async () => {
  const scope = await dossierOf();
  const online = await onlineIn(scope);
  const { consultationId } = online;
  const about = { entity: "consultation", entityId: consultationId };
  await expectAudit(scope, "consultation.prepareOnline", { ...about, after: { online: true } });
  const [row] = await (await database())
    .select()
    .from(onlineConsultation)
    .where(eq(onlineConsultation.consultationId, consultationId));
  const { dossierId: _d, consultationId: _c, createdAt: _m, lockVersion, ...now } = row ?? {};
  const { openedAt, endedAt: _e, wipedAt: _wiped, thanks: _thanks, ...set } = now as OnlineFacts;
  const usual = {
    introduction: "",
    opensAt: null,
    closesAt: null,
    answerBy: null,
    asksPosition: true,
    positionWords: null,
    admits: "anyone",
    others: "never",
    moderation: "before",
    maxLength: 2_000,
    takesFiles: false,
    keepDays: 90,
    missingQuestion: null,
    privacy: "",
    contact: "",
  };
  await expectAudit(scope, "consultation.setOnline", {
    ...about,
    before: usual,
    after: { ...set, closesAt: iso(set.closesAt) },
  });
  await expectAudit(scope, "consultation.openOnline", {
    ...about,
    before: { openedAt: null, endedAt: null },
    after: { openedAt: iso(openedAt), endedAt: null },
  });
  const [first = "", second = ""] = online.statements;
  const shown = (statementId: string, shownOutside: string) => ({
    entity: "statement",
    entityId: statementId,
    before: { consultationId, shownOutside: "nothing" },
    after: { consultationId, shownOutside },
  });
  await expectAudit(scope, "consultation.openOnline", shown(first, "explanation"));
  await moveStatement(scope, { statementId: first, consultationId, direction: "down" });
  for (const [statementId, from, to] of [
    [first, 1, 2],
    [second, 2, 1],
  ] as const) {
    await expectAudit(scope, "statement.move", {
      entity: "statement",
      entityId: statementId,
      before: { consultationId, number: from },
      after: { consultationId, number: to },
    });
  }
  const { own } = await sentIn(online, ["De bus is te vol."]);
  const [sent] = await (await database())
    .select()
    .from(reaction)
    .where(eq(reaction.consultationId, consultationId));
  if (!sent) throw new Error("nothing was sent");
  const { words: _w, lockVersion: _l, createdAt: _at, held: _held, ...whole } = sent;
  const { partOfId: _part, divided: _divided, ...said } = whole;
  await expectAudit(scope, "answer.send", {
    entity: "reaction",
    entityId: sent.id,
    after: said,
  });
  const [written] = await (await database())
    .select()
    .from(source)
    .where(eq(source.writtenIn, consultationId));
  const { title, fileName, mediaType, byteSize, sha256: hash } = written ?? {};
  await expectAudit(scope, "answer.send", {
    entity: "source",
    entityId: written?.id ?? "",
    after: {
      ...{ title, fileName, mediaType, byteSize, sha256: hash },
      textSha256: sha256("De bus is te vol."),
      writtenIn: consultationId,
    },
  });
  const to = { email: "wie@proef.example", language: "nl" as const };
  await mailReceipt(own, { ...to, address: "https://proef.example/inbreng/x" });
  const [mailed] = await (await database())
    .select({ id: mail.id })
    .from(mail)
    .where(eq(mail.template, "receipt"));
  await expectAudit(scope, "answer.mailReceipt", {
    entity: "mail",
    entityId: mailed?.id ?? "",
    after: { template: "receipt" },
  });
  await withdrawAnswers(own, {});
  await expectAudit(scope, "answer.withdraw", {
    entity: "source",
    entityId: written?.id ?? "",
    before: { title, byteSize, sha256: hash, texts: [sha256("De bus is te vol.")] },
    after: { removed: true },
  });
  const { id } = await copyOnline(scope, { consultationId, title: "Nog een keer" });
  const { opensAt: _o, closesAt: _cl, answerBy: _a, ...settings } = set;
  await expectAudit(scope, "consultation.copyOnline", {
    entity: "consultation",
    entityId: id,
    after: {
      ...{ title: "Nog een keer", kind: "online", audience: "stakeholder" },
      ...{ sector: null, chair: null },
      ...settings,
      from: consultationId,
    },
  });
  const answer = { answerBy: inDays(50), thanks: "Bedankt." };
  const search = { dossierId: scope.dossierId };
  await searchWrittenJob.run(search, new AbortController().signal);
  await thankOnline(scope, { consultationId, lockVersion: lockVersion ?? 0, ...answer });
  await expectAudit(scope, "consultation.thankOnline", {
    ...about,
    before: { answerBy: set.answerBy, thanks: "" },
    after: answer,
  });
  await endOnline(scope, { consultationId, lockVersion: (lockVersion ?? 0) + 1 });
  const [ended] = await (await database())
    .select({ endedAt: onlineConsultation.endedAt })
    .from(onlineConsultation)
    .where(eq(onlineConsultation.consultationId, consultationId));
  await expectAudit(scope, "consultation.endOnline", {
    ...about,
    before: { endedAt: null },
    after: { endedAt: iso(ended?.endedAt ?? null) },
  });
  await (await database()).execute(sql`update online_consultation
    set ended_at = ended_at - interval '1 year' where consultation_id = ${consultationId}`);
  const job = await openDossierForJob({ type: "job", name: "proef" }, scope.dossierId);
  await wipeConsultation(job, { consultationId });
  const [wiped] = await (await database())
    .select({ wipedAt: onlineConsultation.wipedAt })
    .from(onlineConsultation)
    .where(eq(onlineConsultation.consultationId, consultationId));
  await expectAudit(scope, "consultation.wipe", {
    ...about,
    before: { wipedAt: null },
    // That it was taken back stays: of who sent it the number is kept.
    after: { wipedAt: iso(wiped?.wipedAt ?? null), drafts: 0, begun: 0, addresses: 1, files: 0 },
  });
});

test("a meeting in a room, and what is written down there", async () => {
  const scope = await dossierOf();
  const room = await roomIn(scope);
  const { consultationId, meetingId } = room;
  const [first = "", second = ""] = room.statements;
  const about = { entity: "consultation" as const, entityId: consultationId };
  const times = async () => {
    const [row] = await (await database())
      .select({ startedAt: roomMeeting.startedAt, endedAt: roomMeeting.endedAt })
      .from(roomMeeting)
      .where(eq(roomMeeting.id, meetingId));
    return { startedAt: iso(row?.startedAt ?? null), endedAt: iso(row?.endedAt ?? null) };
  };
  const { startedAt } = await times();
  await expectAudit(scope, "room.start", {
    ...about,
    after: { meetingId, startedAt, statementId: first },
  });
  await showInRoom(scope, { consultationId, statementId: second, result: "no" });
  await expectAudit(scope, "room.show", {
    ...about,
    before: { statementId: first, resultShown: false },
    after: { statementId: second, resultShown: false },
  });
  const { reactionId, number } = await notedIn(scope, room, "De bus is vol.");
  const noted = { entity: "reaction" as const, entityId: reactionId };
  const [row] = await (await database()).select().from(reaction).where(eq(reaction.id, reactionId));
  await expectAudit(scope, "room.note", {
    ...noted,
    after: {
      ...{ id: reactionId, dossierId: scope.dossierId, number, consultationId, meetingId },
      ...{ statementId: first, kind: "reaction", text: "De bus is vol.", position: "none" },
      ...{ passageId: row?.passageId, stakeholderGroupId: null, speaker: null, replyToId: null },
      createdBy: row?.createdBy,
    },
  });
  const said = { kind: "question", groupId: "", role: "" } as const;
  await correctNote(scope, { ...said, reactionId, lockVersion: 1, text: "Is de bus vol?" });
  await expectAudit(scope, "room.correct", {
    ...noted,
    before: { text: "De bus is vol.", position: "none" },
    after: { text: "Is de bus vol?", position: "none" },
  });
  const loose = await notedIn(scope, room, "Toch niet.");
  const title = `Reactie R-${loose.number}`;
  // Other dossiers count their reactions from one as well.
  const [written] = await (await database())
    .select()
    .from(source)
    .where(and(eq(source.title, title), eq(source.dossierId, scope.dossierId)));
  await takeBackNote(scope, { ...loose, lockVersion: 1 });
  await expectAudit(scope, "room.takeBack", {
    entity: "source",
    entityId: written?.id ?? "",
    before: {
      ...{ title, byteSize: written?.byteSize, sha256: written?.sha256 },
      texts: [sha256("Toch niet.")],
    },
    after: { removed: true },
  });
  await endMeeting(scope, { consultationId });
  await expectAudit(scope, "room.end", {
    ...about,
    before: { endedAt: null },
    after: { meetingId, endedAt: (await times()).endedAt },
  });
});

/** Steps that say nothing of what anybody did: what comes of them has its row. */
const WITHOUT_ROW = [
  ...["answer.draft", "requirement.draft", "source.startReading"],
  // What they change of many requirements has the rows of each.
  ...["table.apply", "table.propose", "table.undo", "upload.draft"],
];

test("no command is left out", () => {
  const files = fs
    .readdirSync("domain", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  const named = files.flatMap((file) =>
    [
      ...fs
        .readFileSync(path.join("domain", file), "utf8")
        .matchAll(/^\s+action: "(\w+\.\w+)",$/gm),
    ].map(([, action]) => action),
  );
  expect(named.length).toBeGreaterThan(40);
  expect([...new Set(named)].filter((action) => !auditedActions.has(action ?? "")).sort()).toEqual(
    WITHOUT_ROW,
  );
});

// Last: after all the acts above. A command that changes a thing and leaves its row out is found here.
test("the check finds everything as the log says", async () => {
  const { faults, unknown, unsigned } = await verifyAudit(administer(SYSTEM));
  expect({ faults, unknown, unsigned }).toEqual({ faults: [], unknown: 0, unsigned: 0 });
});
