import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database, rowsOf } from "@/db/client";
import { sha256 } from "@/db/hash";
import { administer } from "@/domain/accounts/gate";
import { spreadsheetHere } from "@/domain/bulk/commands";
import { removeCoding } from "@/domain/core-values/commands";
import { codingsOf } from "@/domain/core-values/queries";
import { recordDisposition } from "@/domain/dispositions/commands";
import { asOutsider } from "@/domain/dossiers/gate";
import { openEdition } from "@/domain/editions/gate";
import { ignoreRequirementFinding } from "@/domain/findings/commands";
import { addGroup } from "@/domain/groups/commands";
import { inDays } from "@/domain/kernel/dates";
import { DomainError, Forbidden } from "@/domain/kernel/errors";
import {
  type AttendeeScope,
  actorAccountId,
  type ConsultedScope,
  type EditionScope,
  type MemberScope,
  type ParticipantScope,
  type ReaderScope,
  type Scope,
  type VisitorScope,
} from "@/domain/kernel/scope";
import { divideReaction } from "@/domain/moderation/commands";
import { attachFile, openStakeholderPage, sendAnswers } from "@/domain/participation/commands";
import { openByCode, openConsultation } from "@/domain/participation/gate";
import { searchWrittenJob } from "@/domain/participation/jobs";
import { storeForms } from "@/domain/personal-data/rows";
import { addMilestone } from "@/domain/planning/commands";
import { passOver } from "@/domain/publication/commands";
import { readiness } from "@/domain/publication/queries";
import { addChapter } from "@/domain/requirements/commands";
import { returnRequirement, sendToReview } from "@/domain/review/commands";
import { startMeeting } from "@/domain/room/commands";
import { reactionsMade } from "@/domain/splitting/queries";
import { showOutside } from "@/domain/statements/commands";
import { outsideView } from "@/domain/statements/queries";
import { proposeChange } from "@/domain/table/commands";
import { bodyOfLines } from "@/domain/text/rich-text";
import { sentencesIn } from "@/i18n/sentence";
import { subjectsIn } from "@/tests/factories/personal-data";
import { freshDatabase } from "../database";
import { pdfFile } from "../factories/answer-files";
import { csvOf, received } from "../factories/bulk";
import { OPEN_UNTIL, proposalsOf, proposed, roundIn } from "../factories/corrections";
import { DECISION, personalDataReleased, published } from "../factories/editions";
import { CODES, invitedIn } from "../factories/invitations";
import { refuseIn, waitingIn } from "../factories/moderation";
import { onlineIn, participantIn, SETTINGS, sentIn, typed } from "../factories/participation";
import { approverOf, dossierOf, enlist, memberOf, person, SYSTEM } from "../factories/people";
import { pictureIn } from "../factories/pictures";
import { consultationIn, reactionIn, statementIn } from "../factories/reactions";
import { linkOf, requirementOf } from "../factories/requirements";
import { notedIn } from "../factories/room";
import { passageOf, revised, sourceOf, unreadSourceIn } from "../factories/sources";
import { changed, confirmed, partOf, segmentWith } from "../factories/splitting";
import { coreValueOf } from "../factories/trace";
import { arriving, draftOf } from "../factories/uploads";

/*
 * Everybody at every door: each exported query and command, called by who has no right to it. A new
 * one that is not in the table below fails the first test. The words that must never come out are
 * planted in everything of the dossier.
 */
freshDatabase();

const SECRET = "kwartelnest";
/** Finds it without saying it: an answer may repeat what was asked. */
const ASKS = "kwartel";

type Door = (scope: never, ...rest: never[]) => Promise<unknown>;

const queries = import.meta.glob<Record<string, unknown>>(
  ["../../domain/*/queries.ts", "../../domain/*/queries/index.ts"],
  { eager: true },
);
const commands = import.meta.glob<Record<string, unknown>>(
  ["../../domain/*/commands.ts", "../../domain/*/commands/index.ts"],
  { eager: true },
);

/** `feature.name` of everything callable that these files give out. */
function doorsOf(files: Record<string, Record<string, unknown>>): Map<string, Door> {
  return new Map(
    Object.entries(files).flatMap(([file, given]) => {
      const feature = file.split("/")[3] ?? "";
      return Object.entries(given).flatMap(([name, value]): [string, Door][] =>
        typeof value === "function" ? [[`${feature}.${name}`, value as Door]] : [],
      );
    }),
  );
}

const reads = doorsOf(queries);
const writes = doorsOf(commands);

interface Ids {
  dossierId: string;
  slug: string;
  milestoneId: string;
  groupId: string;
  consultationId: string;
  /** An online consultation that is open. */
  onlineId: string;
  /** With an explanation in it. */
  pictureId: string;
  /** A reaction with which a file came. */
  filedId: string;
  /** The number of who sent it. */
  receipt: string;
  /** A reaction that waits, as it was read, and an act by which another was not placed. */
  dividedId: string;
  heldId: string;
  heldSeen: string;
  actId: string;
  /** A meeting in a room, and what was written down there. */
  meetingId: string;
  notedId: string;
  /** Somebody who is invited to it. */
  invitationId: string;
  sourceId: string;
  unreadId: string;
  uploadId: string;
  sourceVersionId: string;
  newVersionId: string;
  roundId: string;
  round: { id: string; versionId: string };
  attendeeId: string;
  correctionId: string;
  partId: string;
  /** A document that is confirmed, and where a block of it begins that became nothing. */
  confirmed: {
    sourceId: string;
    partId: string;
    lockVersion: number;
    leftOut: number;
    reactionId: string;
  };
  lockVersion: number;
  statementId: string;
  reactionId: string;
  passageId: string;
  coreValueId: string;
  codingId: string;
  removedCodingId: string;
  chapterId: string;
  requirementId: string;
  linkId: string;
  /** What was asked of many requirements, and not done yet. */
  changeSetId: string;
  /** What stood in the way of publishing and was passed over. */
  passingId: string;
  /** A concept edition that was published. */
  editionId: string;
  /** Another one, opened by anybody. */
  opened: { base: EditionScope };
  /** One that was sent back with a remark, by the step with which it was. */
  returned: { requirementId: string; step: number };
  /** A finding that was let stand. */
  ignoredId: string;
  accountId: string;
  email: string;
  subjectId: string;
  /** Of the page for stakeholders. */
  code: string;
}

/** What somebody does and sees with a link to correct a text, and nobody else. */
const OF_ATTENDEES = /^corrections\.(ownPage|proposeCorrection|withdrawCorrection|agree)$/;

/** What somebody who reacts does with their own words, and nobody else; it is in participation.test.ts. */
const OF_PARTICIPANTS = [
  "ownAnswers",
  "ownReceipt",
  "ownRestedOn",
  "saveDrafts",
  "chooseGroup",
  "sendAnswers",
  "withdrawAnswers",
  "mailReceipt",
  "attachFile",
  "removeFile",
];

/** What anybody reads of an edition that was published. */
const OF_EDITIONS = ["Bodies", "Changes", "Page", "Things"]
  .map((what) => `editions.edition${what}`)
  .concat(
    ...["editions.changesView", "editions.groupsHeard", "editions.publicEdition"],
    ...["editions.sitePages", "editions.siteView"],
    "papers.paperFile",
  );

/** Doors of who has no account: nobody with one goes through them. */
const OF_OUTSIDERS = new Set(
  [
    ...OF_PARTICIPANTS,
    ...["stakeholderPage", "consultationPage", "consultationPicture"],
    ...["othersReactions", "closedResults", "beginReacting"],
  ]
    .map((name) => `participation.${name}`)
    .concat("room.shownInRoom", "moderation.publishedLog", "moderation.flagReaction")
    .concat(OF_EDITIONS, "editions.feedbackOn"),
);

/** What has no scope because something else is the proof, and reads that hold no data. */
const NO_SCOPE = new Set([
  "accounts.actorOfSession",
  "accounts.accountOfSignInLink",
  "accounts.redeemSignInLink",
  "accounts.requestSignInLink",
  "accounts.signInFromProvider",
  "bulk.checkSpreadsheet",
  "bulk.spreadsheetFacts",
  "bulk.spreadsheetHere",
  "declarations.declarations",
  "dossiers.listMyDossiers",
  "publication.toLeave",
  "requirements.idFromAddress",
  "room.reportFile",
]);

/** What administrators read, and what they know of dossiers: what is where, and not what it says. */
const OF_ADMINISTRATORS =
  /^(accounts|audit|mail|declarations)\.(?!dossier|logToLeave)|\.(listDossiers|managed\w+|sourceToRemove)$/;

const words = (ids: Ids) => ({ sourceVersionId: ids.sourceVersionId, start: 0, end: 200 });
const lock = { lockVersion: 1 };

const bulk = ({ consultationId }: Ids) => ({
  sheet: spreadsheetHere(csvOf("Reactie\nEen.\n")),
  file: { ...received(csvOf("Reactie\nEen.\n")), fileName: "a.csv", mediaType: "text/csv" },
  facts: { columns: [] },
  choices: { roles: [{ index: 0, role: "words" }], consultation: { id: consultationId } },
});
const PREPARED = {
  check: { problemCount: 0, sums: { added: 1 }, remarks: [] },
  text: { characters: 1, textSha256: "a", textKey: "a", normaliserVersion: 1, blocks: 0 },
  columns: [],
  batches: [],
  knownRows: 0,
};

/** Per door what it is asked, with ids of the dossier that is kept. */
const ASKED: Record<string, (ids: Ids) => unknown[]> = {
  "bulk.knownMeanings": (ids) => [[{ name: "Reactie" }], ids.consultationId],
  "bulk.knownRows": (ids) => [ids.consultationId],
  "consultations.countConsultations": () => [],
  "consultations.listConsultations": () => [],
  "consultations.consultationOptions": () => [],
  "consultations.getConsultation": (ids) => [ids.consultationId],
  "consultations.consultationContents": (ids) => [ids.consultationId],
  "corrections.ownPage": () => [{ page: 1 }],
  "corrections.roundOf": (ids) => [ids.sourceId],
  "corrections.correctedBlocks": (ids) => [ids.round, 1],
  "core-values.getCoreValue": (ids) => [ids.coreValueId],
  "core-values.codingsOf": (ids) => [ids.coreValueId],
  "core-values.suggestedCoreValues": () => [[], [ASKS]],
  "core-values.coreValueOptions": () => [ASKS],
  "core-values.listCoreValues": () => [],
  "core-values.chosenWords": (ids) => [[ids.reactionId], [ids.passageId]],
  "coverage.coverage": () => [],
  "coverage.dispositionNumbers": () => [],
  "coverage.groupNumbers": () => [],
  "coverage.reviewNumbers": () => [],
  "coverage.reactionNumbers": () => [],
  "coverage.requirementNumbers": () => [],
  "coverage.numbers": () => [],
  "coverage.gaps": () => ["eisen-zonder-herkomst"],
  "coverage.firstGaps": () => [[{ list: "eisen-zonder-herkomst", total: 1 }], 5],
  "coverage.gapFilters": () => [],
  "dossiers.dossierDetailsOf": () => [],
  "dossiers.fileSlug": () => [],
  "dossiers.listMembers": () => [],
  "groups.listGroups": () => [],
  "matrix.matrix": () => [{}],
  "matrix.matrixCell": (ids) => [ids.requirementId, "kernwaarden", ids.coreValueId],
  "matrix.matrixSheets": () => [],
  "matrix.matrixToLeave": () => [],
  "overview.flowCounts": () => [],
  "overview.lastPlace": () => [],
  "overview.overviewFacts": () => [],
  "invitations.chosenInvitations": (ids) => [ids.onlineId, [ids.invitationId]],
  "invitations.invitationWords": (ids) => [ids.onlineId],
  "invitations.invitationTotals": (ids) => [ids.onlineId],
  "invitations.listInvitations": (ids) => [ids.onlineId],
  "invitations.mailable": (ids) => [ids.onlineId, { template: "invitation", ids: [] }],
  "invitations.previewList": (ids) => [
    { consultationId: ids.onlineId, list: "nieuw@proef.example", groupId: "" },
  ],
  "moderation.dividedReaction": (ids) => [ids.dividedId],
  "moderation.divisibleReaction": (ids) => [ids.heldId],
  "moderation.heldReaction": (ids) => [ids.heldId],
  "moderation.moderatedReaction": (ids) => [ids.onlineId, ids.heldId],
  "moderation.moderationLog": (ids) => [ids.onlineId],
  "moderation.moderationQueue": (ids) => [ids.onlineId],
  "moderation.publishedLog": () => [],
  "moderation.samenessOf": (ids) => [ids.reactionId],
  "room.reportToLeave": (ids) => [ids.onlineId],
  "room.roomScreen": (ids) => [ids.onlineId],
  "room.shownInRoom": () => [],
  "room.groupsInRoom": () => [],
  "room.meetingGoesOn": (ids) => [ids.onlineId],
  "room.notesOf": (ids) => [ids.meetingId],
  "room.consultationReport": (ids) => [ids.onlineId],
  "participation.closedResults": () => [],
  "participation.consultationOverview": (ids) => [ids.onlineId],
  "participation.consultationPage": () => [],
  "participation.consultationPicture": (ids) => [ids.pictureId],
  "participation.consultationPreview": (ids) => [ids.onlineId],
  "participation.followed": (ids) => [ids.onlineId],
  "participation.mayFollow": (ids) => [ids.onlineId],
  "participation.othersReactions": () => [null],
  "participation.ownAnswers": () => [],
  "participation.ownReceipt": () => [],
  "participation.ownRestedOn": () => [],
  "participation.reactionFile": (ids) => [ids.filedId],
  "participation.reactionFileBytes": (ids) => [ids.filedId],
  "participation.stakeholderPage": () => [],
  "planning.listMilestones": () => [],
  "papers.paperFile": ({ opened }) => [
    opened.base,
    { kind: "wijzigingen", format: "html" },
    sentencesIn("nl"),
  ],
  "editions.changesView": ({ opened }) => [opened.base, { only: null, page: 1 }],
  "editions.contentToFreeze": () => [],
  "editions.editionBodies": () => ["reactions", 0, 50],
  "editions.editionChanges": ({ opened }) => [opened.base],
  "editions.editionPage": () => ["requirements", { size: 50, search: ASKS }],
  "editions.editionPreview": () => [],
  "editions.editionToAdopt": () => [],
  "editions.editionThings": () => ["coreValues", ["K-1"]],
  "editions.feedbackOn": () => [],
  "editions.groupsHeard": () => [],
  "editions.listEditions": () => [],
  "editions.publicEdition": () => [],
  "editions.sitePages": () => [],
  "editions.siteView": () => [{ kind: "search", words: ASKS }],
  "editions.toldOfEdition": (ids) => [ids.editionId],
  "editions.adoptEdition": () => [{ kind: "concept", contentSha256: "0".repeat(64), ...DECISION }],
  "editions.adoptionOf": () => [],
  "editions.takesLong": () => [],
  "editions.askAdoption": () => [{ kind: "concept", contentSha256: "0".repeat(64), ...DECISION }],
  "editions.stopAdoption": () => [{ attempt: "6f1c1c5e-7d0a-4f56-9a55-3a1c8a5f1b11" }],
  "editions.publishEdition": (ids) => [{ editionId: ids.editionId }],
  "editions.withdrawEdition": (ids) => [{ editionId: ids.editionId, reason: "R" }],
  "publication.brokenRequirements": () => [],
  "publication.documentToLeave": () => [{}],
  "publication.heldBack": () => [],
  "publication.passOver": () => [
    { blocker: "withoutSource", key: "0".repeat(64), reason: "Het moet." },
  ],
  "publication.readiness": () => [],
  "publication.withdrawPassing": (ids) => [{ passingId: ids.passingId }],
  "publication.withdrawRelease": () => [{ key: "0".repeat(64) }],
  "publication.releasePersonalData": () => [{ key: "0".repeat(64), reason: "Het moet." }],
  "publication.specificationDocument": () => [],
  "personal-data.keepFinds": ({ sourceId, sourceVersionId }) => [
    { sourceId, sourceVersionId, finds: [] },
  ],
  "personal-data.addedOutside": () => [{ title: "Jan Pieterse belt." }],
  "dispositions.answeredReaction": (ids) => [ids.reactionId],
  "dispositions.besideIn": (ids) => [{ show: "all" }, ids.reactionId],
  "dispositions.lastRecorded": () => [],
  "dispositions.ownReasons": () => [],
  "dispositions.similarReactions": (ids) => [ids.reactionId],
  "dispositions.workList": () => [{ show: "all" }, null],
  "dispositions.recordDisposition": (ids) => [
    { reactionId: ids.reactionId, lockVersion: 1, outcome: "noted" },
  ],
  "dispositions.takeBackDispositions": (ids) => [
    { dispositions: [{ reactionId: ids.reactionId, ...lock }] },
  ],
  "personal-data.searchLeaving": () => [{ title: "Jan Pieterse belt." }],
  "personal-data.addSubject": () => [{ kind: "name", text: "Snorrebol" }],
  "personal-data.countOpen": () => [],
  "personal-data.decideSubject": ({ subjectId }) => [{ subjectId, ...lock, redaction: "none" }],
  "personal-data.decideSubjects": ({ subjectId }) => [
    { subjects: [{ subjectId, ...lock }], redaction: "removed" },
  ],
  "personal-data.getSubject": ({ subjectId }) => [subjectId],
  "personal-data.lastDecision": () => [],
  "personal-data.mergeSubjects": ({ subjectId }) => [{ subjectId, ...lock, intoId: subjectId }],
  "personal-data.nextOpen": () => [{ show: "all" }, null],
  "personal-data.noteNamesShown": () => [{}],
  "personal-data.partForm": ({ subjectId }) => [{ subjectId, ...lock, formId: subjectId }],
  "personal-data.placesOfSubject": ({ subjectId }) => [subjectId, 1],
  "personal-data.readByOthers": ({ subjectId }) => [subjectId],
  "personal-data.reopenSubject": ({ subjectId }) => [{ subjectId, ...lock }],
  "personal-data.reopenSubjects": ({ subjectId }) => [{ subjects: [{ subjectId, ...lock }] }],
  "personal-data.subjectList": () => [{ show: "all" }],
  "reactions.getReaction": (ids) => [ids.reactionId],
  "reactions.reactionOptions": () => [],
  "reactions.filterOptions": () => [{}],
  "reactions.searchReactions": () => [{ search: ASKS }],
  "review.missingApprovals": () => [],
  "review.readyForReview": () => [],
  "review.requirementReview": (ids) => [ids.returned.requirementId],
  "review.reviewStandings": (ids) => [[ids.requirementId]],
  "review.rolesOfNobody": () => [],
  "review.waitingList": () => [],
  "review.approveRequirement": (ids) => [{ requirementId: ids.requirementId, n: 1 }],
  "review.checkOrigin": (ids) => [{ requirementId: ids.requirementId, n: 1 }],
  "review.returnRequirement": (ids) => [{ requirementId: ids.requirementId, n: 1, note: "N" }],
  "review.sendToReview": (ids) => [{ requirementId: ids.requirementId }],
  "review.takeBackReview": (ids) => [ids.returned],
  "findings.findingCounts": (ids) => [[ids.requirementId]],
  "findings.findingPage": () => [{ fields: true }],
  "findings.requirementFindings": (ids) => [ids.requirementId],
  "findings.writingFindings": (ids) => [ids.requirementId, "Zo snel mogelijk."],
  "findings.statementFindings": (ids) => [ids.statementId],
  "requirements.codesAreFixed": () => [],
  "requirements.listChapters": () => [],
  "requirements.listRequirements": () => [{ words: ASKS }],
  "requirements.getRequirement": (ids) => [ids.requirementId],
  "requirements.searchForSource": () => [ASKS],
  "requirements.getVersion": (ids) => [ids.requirementId, 1],
  "requirements.ownDrafts": () => [],
  "requirements.listVersions": (ids) => [ids.requirementId],
  "search.searchEverything": () => [ASKS],
  "table.requirementTable": () => [{ search: ASKS }],
  "table.changePlan": (ids) => [ids.changeSetId],
  "table.chosenRequirements": (ids) => [[ids.requirementId]],
  "table.proposeChange": (ids) => [
    { requirementIds: [ids.requirementId], kind: "preference", act: null },
  ],
  "table.applyChange": (ids) => [{ changeId: ids.changeSetId, seen: "x" }],
  "table.undoChange": (ids) => [{ changeId: ids.changeSetId }],
  "search.thingWithCode": () => ["R-1"],
  "sources.blocksToPrint": (ids) => [ids.sourceVersionId, { from: 1, until: 50 }],
  "sources.contentsOf": (ids) => [{ versionId: ids.sourceVersionId, parts: [] }, 0],
  "sources.hitPlace": (ids) => [ids.sourceVersionId, ASKS, 0],
  "sources.hitsOnPage": (ids) => [ids.sourceVersionId, ASKS, { start: 0, end: 200 }],
  "sources.listBlocks": (ids) => [{ versionId: ids.sourceVersionId }, 1],
  "sources.paperOf": (ids) => [[ids.sourceVersionId]],
  "sources.passagesAround": (ids) => [ids.sourceVersionId, { start: 99_999, end: 100_000 }],
  "sources.pageOfPlace": (ids) => [ids.sourceVersionId, 5],
  "sources.searchBlocks": (ids) => [ids.sourceVersionId, ASKS],
  "sources.passagesWithContext": (ids) => [[ids.passageId]],
  "sources.passageWithContext": (ids) => [ids.passageId],
  "sources.wordsInContext": (ids) => [words(ids)],
  "sources.getSource": (ids) => [ids.sourceId],
  "sources.listSources": () => [],
  "sources.originalFile": (ids) => [ids.sourceId],
  "sources.receivedSource": (ids) => [ids.sourceId],
  "sources.changesIn": (ids) => [ids.sourceId, 2],
  "sources.placeBesides": (ids) => [
    { versionId: ids.newVersionId },
    {
      passageId: ids.passageId,
      old: { versionId: ids.sourceVersionId, start: 0, end: 30 },
      now: null,
    },
  ],
  "sources.placeOfPassage": (ids) => [ids.sourceId, ids.passageId, null],
  "sources.placesIn": (ids) => [ids.sourceId],
  "sources.versionsOf": (ids) => [ids.sourceId],
  "sources.versionText": (ids) => [ids.sourceId, 1],
  "splitting.partsOfSource": (ids) => [ids.sourceId],
  "splitting.openWorkbench": (ids) => [ids.sourceId, 1],
  "splitting.previewConfirmation": (ids) => [ids.sourceId, 1],
  "splitting.confirmedPart": (ids) => [ids.sourceId, 1],
  "splitting.chaptersOf": (ids) => [ids.partId, 90],
  "splitting.reopening": (ids) => [ids.confirmed.sourceId, 1],
  "splitting.reactionsMade": (ids) => [ids.confirmed.sourceId, 1],
  "splitting.cutOfReaction": (ids) => [ids.confirmed.reactionId],
  "splitting.segmentLeftOut": (ids) => [ids.confirmed.sourceId, 1, ids.confirmed.leftOut],
  "splitting.neighboursOf": (ids) => [ids.partId, [{ start: 0 }]],
  "statements.listStatements": () => [],
  "statements.getStatement": (ids) => [ids.statementId],
  "statements.earlierStatements": () => [],
  "statements.explanationPicture": (ids) => [ids.onlineId, ids.pictureId],
  "statements.outsideView": (ids) => [ids.consultationId],
  "trace.traceOfRequirement": (ids) => [ids.requirementId],
  "trace.restsOn": (ids) => [words(ids)],
  "trace.requirementsOnSource": (ids) => [ids.sourceId],
  "trace.requirementsOnSources": (ids) => [[ids.sourceId]],
  "trace.traceTotals": () => [],
  "trace.suspectAmong": (ids) => ["requirement", [ids.requirementId]],
  "trace.suspectSums": () => [],
  "trace.suspectRequirements": (ids) => [ids.sourceId],
  "trace.codesOfPassages": (ids) => [[ids.passageId]],
  "trace.quotedStretches": (ids) => [words(ids)],
  // The installation: an administrator's.
  "accounts.ownAccount": () => [],
  "accounts.isLinked": () => ["https://login.example"],
  "accounts.listAccounts": () => [{ search: ASKS }],
  "mail.listMails": () => [1],
  "accounts.accountDetailsOf": (ids) => [ids.accountId],
  "accounts.accountByEmail": (ids) => [ids.email],
  "dossiers.listDossiers": () => [],
  "dossiers.managedDossier": (ids) => [ids.slug],
  "sources.managedSources": (ids) => [ids.dossierId],
  "removal.sourceToRemove": (ids) => [ids.dossierId, ids.sourceId],
  "sources.managedSource": (ids) => [ids.dossierId, ids.sourceId],
  "audit.listAudit": () => [],
  "audit.auditChoices": () => [],
  "audit.auditRows": () => [],
  "audit.verifyAudit": () => [],
  "audit.auditHeads": () => [],
  "audit.dossierAudit": () => [],
  "audit.dossierAuditActions": () => [],
  "audit.dossierAuditRows": () => [],
  "audit.logToLeave": () => [],

  "accounts.addAccount": () => [{ name: "A", email: "a@b.example", kind: "staff" }],
  "mail.sendTestMail": () => [{ to: "a@b.example", language: "nl" }],
  "declarations.declare": () => [
    { lockVersion: 0, organisation: "G", contact: "c", accessibility: "unknown" },
  ],
  "mail.retryMail": (ids) => [{ mailId: ids.accountId }],
  "accounts.renameAccount": (ids) => [{ accountId: ids.accountId, name: "Ander" }],
  "accounts.disableAccount": (ids) => [{ accountId: ids.accountId }],
  "accounts.enableAccount": (ids) => [{ accountId: ids.accountId }],
  "accounts.makeSignInLink": (ids) => [{ accountId: ids.accountId }],
  "accounts.endSession": (ids) => [{ sessionId: ids.accountId }],
  "accounts.endAllSessions": () => [{}],
  "accounts.setPreferences": () => [{ letterKeys: false }],
  "dossiers.appointAuthor": (ids) => [{ accountId: ids.accountId, email: ids.email }],
  "dossiers.startDossier": () => [{ title: "T", contractingAuthority: "G" }],
  "dossiers.changeDetails": () => [{ title: "T", contractingAuthority: "G", ...lock }],
  "dossiers.setOriginals": () => [{ destroy: "yes" }],
  "invitations.addInvited": (ids) => [
    { consultationId: ids.onlineId, list: "nieuw@proef.example", groupId: "" },
  ],
  "invitations.printLetters": (ids) => [
    { consultationId: ids.onlineId, ids: [ids.invitationId], groupId: "" },
  ],
  "invitations.queueInvited": (ids) => [{ consultationId: ids.onlineId }],
  "invitations.remindInvited": (ids) => [
    { consultationId: ids.onlineId, language: "nl", page: CODES },
  ],
  "invitations.sendInvitations": (ids) => [
    { consultationId: ids.onlineId, language: "nl", page: CODES },
  ],
  "invitations.sendTrial": (ids) => [{ consultationId: ids.onlineId, language: "nl", page: CODES }],
  "invitations.tendInvited": (ids) => [{ consultationId: ids.onlineId }],
  "invitations.withdrawInvited": (ids) => [
    { consultationId: ids.onlineId, ids: [ids.invitationId] },
  ],
  "moderation.divideReaction": (ids) => [
    { consultationId: ids.onlineId, seen: ids.heldSeen, cuts: ["5"] },
  ],
  "moderation.linkSame": (ids) => [{ one: `${ids.reactionId}@1`, other: ids.heldSeen }],
  "moderation.keepApart": (ids) => [{ one: `${ids.reactionId}@1`, other: ids.heldSeen }],
  "moderation.reopenSame": (ids) => [{ one: `${ids.reactionId}@1`, other: ids.heldSeen }],
  "moderation.uniteReaction": (ids) => [{ reactionId: ids.dividedId }],
  "moderation.placeReactions": (ids) => [{ consultationId: ids.onlineId, seen: [ids.heldSeen] }],
  "moderation.refuseReaction": (ids) => [
    { consultationId: ids.onlineId, seen: ids.heldSeen, reason: "double", note: "N" },
  ],
  "moderation.flagReaction": (ids) => [{ reactionId: ids.reactionId, words: "W" }],
  "moderation.keepReaction": (ids) => [{ consultationId: ids.onlineId, seen: ids.heldSeen }],
  "moderation.undoModeration": (ids) => [{ consultationId: ids.onlineId, actId: ids.actId }],
  "room.startMeeting": (ids) => [{ consultationId: ids.onlineId }],
  "room.showInRoom": (ids) => [
    { consultationId: ids.onlineId, statementId: ids.statementId, result: "no" },
  ],
  "room.endMeeting": (ids) => [{ consultationId: ids.onlineId }],
  "room.noteInRoom": (ids) => [
    {
      ...{ meetingId: ids.meetingId, statementId: null, kind: "reaction", groupId: "", role: "" },
      ...{ text: "T", saidAt: "2026-03-12T19:00:00.000Z" },
    },
  ],
  "room.correctNote": (ids) => [
    {
      ...{ reactionId: ids.notedId, lockVersion: 1, kind: "reaction", groupId: "", role: "" },
      text: "T",
    },
  ],
  "room.takeBackNote": (ids) => [{ reactionId: ids.notedId, lockVersion: 1 }],
  "participation.beginReacting": () => [{ groupId: "" }],
  "participation.changeOnline": (ids) => [
    { ...SETTINGS, consultationId: ids.onlineId, lockVersion: 3 },
  ],
  "participation.chooseGroup": (ids) => [{ groupId: ids.groupId }],
  "participation.copyOnline": (ids) => [{ consultationId: ids.onlineId, title: "T" }],
  "participation.endOnline": (ids) => [{ consultationId: ids.onlineId, lockVersion: 3 }],
  "participation.openOnline": (ids) => [{ consultationId: ids.onlineId }],
  "participation.thankOnline": (ids) => [
    { consultationId: ids.onlineId, lockVersion: 3, answerBy: inDays(40), thanks: "T" },
  ],
  "participation.prepareOnline": (ids) => [{ consultationId: ids.onlineId }],
  "participation.saveDrafts": (ids) => [
    { answers: [{ statementId: ids.statementId, position: null, text: "T", seen: 0 }] },
  ],
  "participation.attachFile": () => [{ statementId: null, fileName: "a.pdf", bytes: pdfFile() }],
  "participation.removeFile": () => [{ statementId: null }],
  "participation.viewParticipant": (ids) => [{ consultationId: ids.onlineId, number: ids.receipt }],
  "participation.removeParticipant": (ids) => [
    { consultationId: ids.onlineId, number: ids.receipt, reason: "R" },
  ],
  "participation.sendAnswers": () => [{}],
  "participation.withdrawAnswers": () => [{}],
  "participation.mailReceipt": () => [
    { email: "wie@proef.example", language: "nl", address: "https://proef.example/inbreng/x" },
  ],
  "participation.wipeConsultation": (ids) => [{ consultationId: ids.onlineId }],
  "participation.changeShownDetails": () => [new FormData()],
  "participation.openStakeholderPage": () => [{}],
  "participation.closeStakeholderPage": () => [{}],
  "dossiers.archiveDossier": (ids) => [{ dossierId: ids.dossierId, reason: "R" }],
  "dossiers.bringBackDossier": (ids) => [{ dossierId: ids.dossierId, reason: "R" }],
  "dossiers.setMember": (ids) => [{ accountId: ids.accountId, role: "author" }],
  "dossiers.setApprovals": (ids) => [{ accountId: ids.accountId, approves: ["legal"] }],
  "dossiers.addMember": (ids) => [{ email: ids.email, role: "author" }],
  "dossiers.removeMember": (ids) => [{ accountId: ids.accountId }],
  "groups.addGroup": () => [{ name: "G" }],
  "groups.changeGroup": (ids) => [{ groupId: ids.groupId, name: "G" }],
  "groups.moveGroup": (ids) => [{ groupId: ids.groupId, direction: "up" }],
  "groups.removeGroup": (ids) => [{ groupId: ids.groupId }],
  "planning.addMilestone": () => [{ title: "M", onDate: "2027-01-01" }],
  "planning.changeMilestone": (ids) => [
    { milestoneId: ids.milestoneId, title: "M", onDate: "2027-01-01" },
  ],
  "planning.removeMilestone": (ids) => [{ milestoneId: ids.milestoneId }],
  "consultations.addConsultation": () => [{ title: "C", kind: "meeting", audience: "stakeholder" }],
  "consultations.changeConsultation": (ids) => [
    { id: ids.consultationId, title: "C", kind: "meeting", audience: "stakeholder", ...lock },
  ],
  "uploads.listDrafts": () => [],
  "uploads.getDraft": (ids) => [ids.uploadId],
  "uploads.startUpload": () => [{ fileName: "a.txt" }],
  "uploads.addPiece": (ids) => [{ uploadId: ids.uploadId, n: 9, content: new Uint8Array(9) }],
  "uploads.finishUpload": (ids) => [{ uploadId: ids.uploadId, sha256: "0".repeat(64) }],
  "uploads.receiveUpload": () => [{ fileName: "a.txt", bytes: arriving(new Uint8Array(9)) }],
  "uploads.pasteText": () => [{ title: "T", text: "Tekst." }],
  "uploads.chooseReading": (ids) => [{ uploadId: ids.uploadId, encoding: "utf-8" }],
  "uploads.chooseColumns": (ids) => [{ uploadId: ids.uploadId, bulk: {} }],
  "uploads.addReactions": (ids) => [{ uploadId: ids.uploadId, bulk: bulk(ids).choices }],
  "uploads.stopReading": (ids) => [{ uploadId: ids.uploadId }],
  "uploads.readDraftAgain": (ids) => [{ uploadId: ids.uploadId }],
  "uploads.dropUpload": (ids) => [{ uploadId: ids.uploadId }],
  "uploads.dropAll": () => [{}],
  "uploads.addUploads": (ids) => [{ uploadIds: [ids.uploadId] }],

  "sources.importSource": () => [{ fileName: "a.txt", bytes: new TextEncoder().encode("Tekst.") }],
  "sources.receiveSource": () => [
    {
      fileName: "a.txt",
      bytes: new TextEncoder().encode("Tekst."),
      facts: { mediaType: "text/plain", textKey: "0".repeat(64), textSha256: "0".repeat(64) },
    },
  ],
  "sources.readAgain": (ids) => [{ sourceId: ids.unreadId }],
  "sources.reviseSource": (ids) => [
    {
      sourceId: ids.sourceId,
      base: 2,
      fileName: "a.txt",
      bytes: new TextEncoder().encode("Tekst."),
      note: "N",
    },
  ],
  "sources.decideLocation": (ids) => [
    {
      sourceId: ids.sourceId,
      passageId: ids.passageId,
      versionId: ids.newVersionId,
      decision: "same",
    },
  ],
  "sources.undecideLocation": (ids) => [{ sourceId: ids.sourceId, passageId: ids.passageId }],
  "sources.adoptVersion": (ids) => [
    { sourceId: ids.sourceId, n: 2, adoptedOn: "2026-03-20", adoptedBy: "De aanwezigen" },
  ],
  "sources.keepOriginal": (ids) => [{ sourceId: ids.sourceId, keepUntil: "2030-01-01" }],
  "sources.destroyOriginal": (ids) => [{ sourceId: ids.sourceId, title: "T", reason: "R" }],
  "removal.removeSource": (ids) => [{ sourceId: ids.unreadId, title: "Zwaar", reason: "R" }],
  "sources.quotePassage": (ids) => [{ ...words(ids), end: 2, exact: "# " }],
  "corrections.startRound": (ids) => [{ sourceId: ids.sourceId, n: 2, closesOn: OPEN_UNTIL }],
  "corrections.changeRound": (ids) => [{ roundId: ids.roundId, closesOn: OPEN_UNTIL }],
  "corrections.endRound": (ids) => [{ roundId: ids.roundId }],
  "corrections.inviteAttendees": (ids) => [{ roundId: ids.roundId, names: "Iemand" }],
  "corrections.renewLink": (ids) => [{ attendeeId: ids.attendeeId }],
  "corrections.revokeLink": (ids) => [{ attendeeId: ids.attendeeId }],
  "corrections.decideCorrection": (ids) => [
    { correctionId: ids.correctionId, decision: "rejected", reply: "R", ...lock },
  ],
  "corrections.undecideCorrection": (ids) => [{ correctionId: ids.correctionId }],
  "corrections.makeVersion": (ids) => [{ roundId: ids.roundId, changes: 0, note: "N" }],
  "corrections.proposeCorrection": () => [{ block: 1, text: "Andere woorden" }],
  "corrections.withdrawCorrection": () => [{ block: 1 }],
  "corrections.agree": () => [{ agrees: "yes" }],
  "bulk.importReactions": (ids) => [bulk(ids)],
  "bulk.storeReactions": (ids) => [{ ...bulk(ids), prepared: PREPARED }],
  "statements.addStatement": (ids) => [{ text: "S", consultationId: ids.consultationId }],
  "statements.showOutside": (ids) => [
    { consultationId: ids.consultationId, shown: "explanation", seen: "0".repeat(64) },
  ],
  "statements.putStatement": (ids) => [
    { statementId: ids.statementId, consultationId: ids.consultationId },
  ],
  "statements.moveStatement": (ids) => [
    { statementId: ids.statementId, consultationId: ids.consultationId, direction: "up" },
  ],
  "statements.takeOutStatement": (ids) => [
    { statementId: ids.statementId, consultationId: ids.consultationId },
  ],
  "statements.explainStatement": (ids) => [
    { statementId: ids.statementId, consultationId: ids.consultationId, explanation: "T", ...lock },
  ],
  "statements.setPicture": (ids) => [
    { statementId: ids.statementId, consultationId: ids.onlineId, alternative: "T" },
  ],
  "statements.removePicture": (ids) => [
    { statementId: ids.statementId, consultationId: ids.onlineId },
  ],
  "statements.changeStatement": (ids) => [{ id: ids.statementId, text: "S", ...lock }],
  "reactions.addReaction": (ids) => [
    { consultationId: ids.consultationId, kind: "reaction", text: "R" },
  ],
  "reactions.changeReaction": (ids) => [
    { id: ids.reactionId, kind: "remark", position: "none", ...lock },
  ],
  "reactions.changeReactions": (ids) => [{ reactionIds: [ids.reactionId], groupId: null }],
  "splitting.changeSegments": (ids) => [
    { partId: ids.partId, lockVersion: ids.lockVersion, change: { type: "acceptRest" } },
  ],
  "splitting.undoChange": (ids) => [{ partId: ids.partId, lockVersion: ids.lockVersion }],
  "splitting.editPart": (ids) => [
    { partId: ids.partId, lockVersion: ids.lockVersion, title: "P", kind: "meeting" },
  ],
  "splitting.confirmPart": (ids) => [{ partId: ids.partId, lockVersion: ids.lockVersion }],
  "splitting.reopenPart": ({ confirmed }) => [confirmed],
  "splitting.recutReactions": ({ confirmed }) => [
    { ...confirmed, change: { type: "takeIn", kind: "remark", start: String(confirmed.leftOut) } },
  ],
  "splitting.dismissReactions": (ids) => [{ reactionIds: [ids.reactionId], reason: "R" }],
  "core-values.addCoreValue": (ids) => [{ name: "K", reactionIds: [ids.reactionId] }],
  "core-values.codeWith": (ids) => [{ coreValueId: ids.coreValueId, passageIds: [ids.passageId] }],
  "core-values.changeCoreValue": (ids) => [
    { id: ids.coreValueId, name: "K", reason: "R", ...lock },
  ],
  "core-values.setExample": (ids) => [{ id: ids.coreValueId, passageId: null }],
  "core-values.removeCoding": (ids) => [{ codingId: ids.codingId, reason: "R" }],
  "core-values.restoreCoding": (ids) => [{ codingId: ids.removedCodingId }],
  "requirements.addChapter": () => [{ title: "H" }],
  "requirements.addStandardChapters": () => [{}],
  "requirements.changeChapter": (ids) => [{ chapterId: ids.chapterId, title: "H", ...lock }],
  "requirements.moveChapter": (ids) => [{ chapterId: ids.chapterId, direction: "up" }],
  "requirements.removeChapter": (ids) => [{ chapterId: ids.chapterId }],
  "requirements.addRequirement": (ids) => [
    { chapterId: ids.chapterId, title: "E", kind: "mandatory", body: bodyOfLines("Tekst.") },
  ],
  "requirements.saveRequirement": (ids) => [
    {
      requirementId: ids.requirementId,
      title: "E",
      kind: "mandatory",
      body: bodyOfLines("Tekst."),
      reason: "R",
      ...lock,
    },
  ],
  "requirements.changeFields": (ids) => [
    {
      requirementId: ids.requirementId,
      fields: { evidence: "Een rooster." },
      reason: "R",
      ...lock,
    },
  ],
  "requirements.draftRequirement": (ids) => [
    {
      requirementId: ids.requirementId,
      base: 1,
      title: "E",
      kind: "mandatory",
      body: bodyOfLines("Tekst."),
      explanation: "",
    },
  ],
  "requirements.dropRequirement": (ids) => [{ requirementId: ids.requirementId, reason: "R" }],
  "requirements.restoreRequirement": (ids) => [{ requirementId: ids.requirementId }],
  "requirements.carryWords": (ids) => [
    { requirementId: ids.requirementId, reactionId: ids.reactionId },
  ],
  "requirements.uncarryWords": (ids) => [
    { requirementId: ids.requirementId, reactionId: ids.reactionId },
  ],
  "requirements.linkRequirement": (ids) => [
    { requirementId: ids.requirementId, reactionId: ids.reactionId },
  ],
  "requirements.linkWords": (ids) => [
    { requirementId: ids.requirementId, ...words(ids), end: 2, exact: "# " },
  ],
  "requirements.unlinkRequirement": (ids) => [{ linkId: ids.linkId }],
  "findings.ignoreRequirementFinding": (ids) => [
    {
      requirementId: ids.requirementId,
      finding: sha256("missingEvidence\n"),
      reason: "R",
    },
  ],
  "findings.ignoreStatementFinding": (ids) => [
    { statementId: ids.statementId, finding: sha256("severalSubjects\nen"), reason: "R" },
  ],
  "findings.showFindingAgain": (ids) => [{ ignoredId: ids.ignoredId }],
  "requirements.setNoSourceReason": (ids) => [{ requirementId: ids.requirementId, reason: "R" }],
  "requirements.moveRequirement": (ids) => [
    { requirementId: ids.requirementId, chapterId: ids.chapterId, beforeId: null },
  ],
  "requirements.moveRequirements": (ids) => [
    { requirementIds: [ids.requirementId], chapterId: ids.chapterId },
  ],
  "requirements.renumberRequirements": () => [{}],
};

/** What each of those without the right is given all the same. */
const GIVEN: Record<string, readonly string[]> = {
  // The page for stakeholders holds the stellingen, which are meant for them.
  visitor: ["participation.stakeholderPage"],
  // Who has an open address reads what is asked, and may begin; who began has their own words.
  consulted: [
    "participation.consultationPage",
    "participation.consultationPicture",
    "moderation.publishedLog",
    "moderation.flagReaction",
    "participation.othersReactions",
    "participation.closedResults",
    "participation.beginReacting",
    "room.shownInRoom",
  ],
  "who reads an edition": OF_EDITIONS,
  participant: OF_PARTICIPANTS.map((name) => `participation.${name}`).concat("editions.feedbackOn"),
  // They may take the document along; what was not known in it they do not write down.
  "a reviewer": [
    ...["audit.logToLeave", "personal-data.searchLeaving", "publication.documentToLeave"],
    ...["matrix.matrixToLeave", "room.reportToLeave"],
    // They may adopt what they did not write; others than what they saw they do not, see editions.test.ts.
    ...["editions.adoptEdition", "editions.editionToAdopt", "editions.askAdoption"],
    "editions.stopAdoption",
    // Checking where a requirement comes from, and taking back what one did oneself.
    ...["review.checkOrigin", "review.takeBackReview"],
  ],
  // The text is there to be corrected; what they do with their link is in corrections.test.ts.
  "an attendee": [
    ...["ownPage", "proposeCorrection", "withdrawCorrection", "agree"].map(
      (name) => `corrections.${name}`,
    ),
  ],
};

/** What is of one's own dossier, in the dossier of the stranger: it holds none of the secrets. */
let kept: { author: ReaderScope; reviewer: ReaderScope; ids: Ids };
let attendee: AttendeeScope;
let intruders: Record<string, { scope: Scope; reads: boolean }>;

beforeAll(async () => {
  const author = await dossierOf(undefined, {
    title: `Dossier ${SECRET}`,
    contractingAuthority: `Gemeente ${SECRET}`,
    subject: SECRET,
  });
  // Before there is anything in it that must be decided on.
  const { code } = await openStakeholderPage(author, {});
  const online = await onlineIn(author, { takesFiles: "yes" }, [`Online ${SECRET}`]);
  const explained = await statementIn(author, {
    text: `Uitgelegd ${SECRET}`,
    explanation: SECRET,
    consultationId: online.consultationId,
  });
  const pictureId = await pictureIn(
    author,
    { statementId: explained, consultationId: online.consultationId },
    `Beeld van ${SECRET}`,
  );
  const { seen } = await outsideView(author, online.consultationId);
  await showOutside(author, { consultationId: online.consultationId, shown: "explanation", seen });
  const { own } = await participantIn(online);
  await typed(own, online, [`Inbreng ${SECRET}`]);
  const file = { fileName: `${SECRET}.pdf`, bytes: pdfFile() };
  await attachFile(own, { statementId: online.statements[0] ?? "", ...file });
  const { number: receipt } = await sendAnswers(own, {});
  const [filed] = await rowsOf<{ id: string }>(
    await database(),
    sql`select reaction_id as id from answer where participant_id = ${own.participantId}`,
  );
  const { own: twice } = await participantIn(online);
  await typed(twice, online, [`Weg met ${SECRET}`]);
  await sendAnswers(twice, {});
  const { meetingId } = await startMeeting(author, { consultationId: online.consultationId });
  const noted = await notedIn(author, { ...online, meetingId }, `Gezegd ${SECRET}`, {
    role: SECRET,
  });
  const actId = await refuseIn(author, online.consultationId, "Weg met", { note: SECRET });
  await typed(twice, online, [`Wacht op ${SECRET}`]);
  await sendAnswers(twice, {});
  const [held] = await waitingIn(author, online.consultationId);
  const parted = await sentIn(online, [`Eerst ${SECRET}. Dan nog ${SECRET}.`]);
  const [sent] = await rowsOf<{ id: string; seen: string }>(
    await database(),
    sql`select r.id, r.id || '@' || r.lock_version || '.' || (select coalesce(max(m.n), 0) from moderation m
        where m.reaction_id = r.id) as seen from answer a join reaction r on r.id = a.reaction_id
      where a.participant_id = ${parted.own.participantId}`,
  );
  await divideReaction(author, {
    ...{ consultationId: online.consultationId, seen: sent?.seen ?? "" },
    cuts: [String(`Eerst ${SECRET}. `.length)],
  });
  const guests = await invitedIn(author, online.consultationId, `gast@proef.example;${SECRET}`);
  await searchWrittenJob.run({ dossierId: author.dossierId }, new AbortController().signal);
  const at = await openConsultation(online.code);
  const someone = await person({ name: SECRET, email: `${SECRET}@voorbeeld.example` });
  await enlist(author.slug, someone.id, "reviewer");
  const consultationId = await consultationIn(author, { title: `Bijeenkomst ${SECRET}` });
  const statementId = await statementIn(author, { text: `Stelling ${SECRET}`, consultationId });
  const { id: groupId } = await addGroup(author, { name: `Groep ${SECRET}`, expected: true });
  const { id: milestoneId } = await addMilestone(author, { title: SECRET, onDate: "2027-01-01" });
  const { id: reactionId } = await reactionIn(author, {
    text: `Reactie ${SECRET}`,
    speaker: SECRET,
    consultationId,
    statementId,
    groupId,
  });
  await reactionIn(author, { text: `Ook ${SECRET}`, consultationId, statementId });
  const text = `# Notulen ${SECRET}\n\nStelling 1: Een ${SECRET} is nodig.\n\n- Het ${SECRET} is vol.\n`;
  const part = await partOf(author, { text, fileName: `${SECRET}.md` });
  const done = await partOf(author, {
    text: `# Verslag ${SECRET}\n\nOuder: Het ${SECRET} was fijn. Mail ${SECRET}@voorbeeld.example.\n`,
    fileName: `verslag-${SECRET}.md`,
  });
  await changed(author, done, {
    type: "changeKind",
    starts: [(await segmentWith(done, "was fijn")).start],
    kind: "reaction",
  });
  await confirmed(author, done);
  const passageId = await passageOf(author, { ...part, text }, `Het ${SECRET} is vol.`);
  const value = await coreValueOf(author, `Waarde ${SECRET}`, {
    reactionIds: [reactionId],
    passageIds: [passageId],
  });
  const [first, second] = (await codingsOf(author, value.id)).rows;
  await removeCoding(author, { codingId: second?.id ?? "", reason: SECRET });
  const { id: chapterId } = await addChapter(author, { title: `Hoofdstuk ${SECRET}` });
  const { id: requirementId } = await requirementOf(author, {
    chapterId,
    title: `Eis ${SECRET}`,
    text: `De opdrachtnemer bewaakt het ${SECRET}.`,
  });
  const without = await requirementOf(author, { chapterId, title: `Zonder herkomst ${SECRET}` });
  await sendToReview(author, { requirementId: without.id });
  const lawyer = await approverOf(author, ["legal"]);
  const { step } = await returnRequirement(lawyer, {
    ...{ requirementId: without.id, n: 1 },
    note: `Wie is ${SECRET}?`,
  });
  const linkId = await linkOf(author, requirementId, { coreValueId: value.id });
  const { id: changeSetId } = await proposeChange(author, {
    ...{ requirementIds: [requirementId], kind: null, act: null },
    evidence: `Rooster van ${SECRET}.`,
  });
  const { ignoredId } = await ignoreRequirementFinding(author, {
    requirementId,
    finding: sha256("missingVerification\n"),
    reason: SECRET,
  });
  const [{ key = "" } = {}] = (await readiness(author)).blockers;
  const passed = { blocker: "withoutSource", key, reason: `Volgt uit ${SECRET}.` } as const;
  const { passingId } = await passOver(author, passed);
  await linkOf(author, requirementId, { passageId });
  await recordDisposition(author, {
    ...{ reactionId, lockVersion: 0, outcome: "elsewhere" },
    ...{ reason: `Want ${SECRET}.`, place: `Artikel ${SECRET}` },
  });
  await addGroup(author, { name: `Niet gehoord ${SECRET}` });
  await personalDataReleased(author);
  const { id: editionId, number } = await published(author);
  await requirementOf(author, { chapterId, title: `Later ${SECRET}` });
  const base = await openEdition(author.slug, (await published(author)).number);
  const { sourceId: unreadId } = await unreadSourceIn(author, `Zwaar ${SECRET}.`);
  // With other words, so that something is to be decided.
  const corrected = text.replace("is vol", "is nu te vol");
  const newVersionId = await revised(author, part.sourceId, corrected);
  const { roundId, people } = await roundIn(author, part.sourceId, [`Bij ${SECRET}`], 2);
  attendee = people[0] as AttendeeScope;
  await proposed(attendee, "nu te vol", "vol");
  const [proposal] = await proposalsOf(author, part.sourceId);
  kept = {
    author,
    reviewer: lawyer,
    ids: {
      dossierId: author.dossierId,
      slug: author.slug,
      milestoneId,
      groupId,
      consultationId,
      onlineId: online.consultationId,
      pictureId,
      filedId: filed?.id ?? "",
      receipt,
      dividedId: sent?.id ?? "",
      heldId: held?.reactionId ?? "",
      heldSeen: held?.seen ?? "",
      ...{ actId, meetingId, notedId: noted.reactionId },
      invitationId: guests.ids[0] ?? "",
      sourceId: part.sourceId,
      unreadId,
      uploadId: await draftOf(author, `Concept ${SECRET}.`, `concept-${SECRET}.md`),
      sourceVersionId: part.sourceVersionId,
      newVersionId,
      roundId,
      round: { id: roundId, versionId: newVersionId },
      attendeeId: attendee.attendeeId,
      correctionId: proposal?.id ?? "",
      partId: part.partId,
      confirmed: {
        sourceId: done.sourceId,
        partId: done.partId,
        lockVersion: done.lockVersion + 1,
        leftOut: (await segmentWith(done, "# Verslag")).start,
        reactionId: [...(await reactionsMade(author, done.sourceId, 1)).values()][0]?.id ?? "",
      },
      lockVersion: part.lockVersion,
      statementId,
      reactionId,
      passageId,
      coreValueId: value.id,
      codingId: first?.id ?? "",
      removedCodingId: second?.id ?? "",
      chapterId,
      requirementId,
      linkId,
      changeSetId,
      returned: { requirementId: without.id, step },
      ignoredId,
      passingId,
      editionId,
      opened: { base },
      accountId: someone.id,
      email: `${SECRET}@voorbeeld.example`,
      subjectId: (await subjectsIn(author))[0]?.id ?? "",
      code,
    },
  };
  intruders = {
    "an author of another dossier": { scope: await dossierOf(), reads: true },
    "a reviewer": { scope: await memberOf(author, "reviewer"), reads: true },
    "a stakeholder": { scope: await memberOf(author, "stakeholder"), reads: false },
    visitor: { scope: await openByCode(code), reads: false },
    consulted: { scope: at, reads: false },
    participant: { scope: own, reads: false },
    "an attendee": { scope: attendee, reads: false },
    "who reads an edition": { scope: await openEdition(author.slug, number), reads: false },
    "an attendee of another text": { scope: await elsewhere(), reads: false },
    "who says to be the author": {
      scope: { ...author } as MemberScope,
      reads: false,
    },
    "who says to be an administrator": {
      scope: { actor: SYSTEM, administers: true, works: true } as unknown as Scope,
      reads: false,
    },
  };
});

/** Somebody who may correct another text, of another dossier. */
async function elsewhere(): Promise<AttendeeScope> {
  const other = await dossierOf();
  const { sourceId } = await sourceOf(other);
  return (await roundIn(other, sourceId)).people[0] as AttendeeScope;
}

/** Everything that is stored: per table its rows as text. */
async function state(): Promise<Map<string, Set<string>>> {
  const db = await database();
  const tables = await rowsOf<{ name: string }>(
    db,
    sql`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const stored = new Map<string, Set<string>>();
  for (const { name } of tables) {
    const rows = await rowsOf<{ row: string }>(
      db,
      sql`select t::text as row from ${sql.identifier(name)} t`,
    );
    stored.set(name, new Set(rows.map(({ row }) => row)));
  }
  return stored;
}

/**
 * What somebody did who may work in another dossier only: rows that are gone but not theirs, and new
 * rows that point at something of the dossier that is kept.
 */
function trespasses(
  before: Map<string, Set<string>>,
  after: Map<string, Set<string>>,
  own: string,
  kept: readonly string[],
): string[] {
  const found: string[] = [];
  for (const [table, was] of before) {
    const is = after.get(table) ?? new Set();
    for (const row of was)
      if (!is.has(row) && !row.includes(own)) found.push(`gone: ${table} ${row}`);
    for (const row of is) {
      if (!was.has(row) && kept.some((id) => row.includes(id))) found.push(`new: ${table} ${row}`);
    }
  }
  return found;
}

/** All of an answer as text; bytes too. */
function saidBy(answer: unknown): string {
  return JSON.stringify(answer, (_key, value: unknown) => {
    if (value instanceof Map) return [...value];
    if (value instanceof Uint8Array) return new TextDecoder().decode(value);
    return value;
  });
}

async function attempt(door: Door, scope: Scope, asked: unknown[]) {
  try {
    return { answer: await whole(await door(scope as never, ...(asked as never[]))) };
  } catch (error) {
    return { error };
  }
}

/** Who without an account goes through a door of theirs. */
function outsiderFor(
  name: string,
): VisitorScope | ConsultedScope | ParticipantScope | EditionScope {
  const who = OF_EDITIONS.includes(name)
    ? "who reads an edition"
    : name === "participation.stakeholderPage"
      ? "visitor"
      : /(consultationPage|consultationPicture|othersReactions|closedResults|publishedLog|shownInRoom)$/.test(
            name,
          )
        ? "consulted"
        : "participant";
  return intruders[who]?.scope as VisitorScope;
}

/** The same who asks anew: the layer is read once by each. */
async function freshOutsider(name: string) {
  if (name === "participation.stakeholderPage") return openByCode(kept.ids.code);
  const { code } = outsiderFor("participation.consultationPage") as ConsultedScope;
  return openConsultation(code);
}

/** What comes in batches is read to its end. */
async function whole(answer: unknown): Promise<unknown> {
  if (!(typeof answer === "object" && answer && Symbol.asyncIterator in answer)) return answer;
  const batches: unknown[] = [];
  for await (const batch of answer as AsyncIterable<unknown>) batches.push(batch);
  return batches;
}

test("every query and command is in the table", () => {
  const known = new Set([...Object.keys(ASKED), ...NO_SCOPE]);
  expect([...reads.keys(), ...writes.keys()].filter((name) => !known.has(name))).toEqual([]);
  // And the table names nothing that is no longer there.
  const there = new Set([...reads.keys(), ...writes.keys()]);
  expect([...known].filter((name) => !there.has(name))).toEqual([]);
});

test("the secrets are there: who has the right reads them", async () => {
  const silent: string[] = [];
  for (const [name, door] of reads) {
    if (NO_SCOPE.has(name) || OF_ADMINISTRATORS.test(name)) continue;
    const scope = OF_OUTSIDERS.has(name)
      ? outsiderFor(name)
      : OF_ATTENDEES.test(name)
        ? attendee
        : kept.author;
    const { answer, error } = await attempt(door, scope, ASKED[name]?.(kept.ids) ?? []);
    expect([name, error]).toEqual([name, undefined]);
    if (!saidBy(answer).includes(SECRET)) silent.push(name);
  }
  // Numbers, pages and places: they say no words.
  expect(silent.sort()).toEqual(SAYS_NO_WORDS);
  const accounts = await attempt(
    reads.get("accounts.accountDetailsOf") as Door,
    administer(SYSTEM),
    [kept.ids.accountId],
  );
  expect(saidBy(accounts.answer)).toContain(SECRET);
});

test("who may not see names reads none, by whatever query", async () => {
  const { dossierId } = kept.author;
  const db = await database();
  // Also as it stands in the middle of a text, at its start, and as a part of other words.
  const forms = [{ kind: "name" as const, text: SECRET }];
  await db.transaction((tx) => storeForms(tx, dossierId, forms));
  const outsider = asOutsider(kept.author);
  const wrong: string[] = [];
  for (const [name, door] of reads) {
    if (NO_SCOPE.has(name) || OF_ADMINISTRATORS.test(name)) continue;
    // What a participant wrote they read themselves, as they wrote it.
    if (name === "participation.ownAnswers") continue;
    // An edition says what was read outside when it was adopted, and that never changes.
    if (OF_EDITIONS.includes(name)) continue;
    const scope = OF_OUTSIDERS.has(name) ? await freshOutsider(name) : outsider;
    const { answer, error } = await attempt(door, scope, ASKED[name]?.(kept.ids) ?? []);
    if (error !== undefined && !(error instanceof DomainError)) wrong.push(`${name}: ${error}`);
    if (saidBy(answer ?? "").includes(SECRET)) wrong.push(name);
  }
  expect(wrong).toEqual([]);
  // Who may see them still does.
  const detail = await attempt(reads.get("reactions.getReaction") as Door, kept.author, [
    kept.ids.reactionId,
  ]);
  expect(saidBy(detail.answer)).toContain(SECRET);
});

const SAYS_NO_WORDS = [
  "audit.dossierAuditActions",
  "bulk.knownRows",
  "consultations.countConsultations",
  "coverage.coverage",
  "coverage.dispositionNumbers",
  "coverage.groupNumbers",
  "coverage.reactionNumbers",
  "coverage.requirementNumbers",
  "coverage.reviewNumbers",
  "dispositions.besideIn",
  "dispositions.lastRecorded",
  "editions.adoptionOf",
  "editions.editionChanges",
  "editions.editionPreview",
  "editions.feedbackOn",
  "editions.listEditions",
  "editions.sitePages",
  "editions.takesLong",
  "editions.toldOfEdition",
  "findings.findingCounts",
  "findings.writingFindings",
  "invitations.invitationTotals",
  "invitations.mailable",
  "invitations.previewList",
  "moderation.heldReaction",
  "moderation.moderationLog",
  "moderation.publishedLog",
  "overview.lastPlace",
  "participation.closedResults",
  "participation.consultationPicture",
  "participation.mayFollow",
  "participation.othersReactions",
  "participation.ownReceipt",
  "participation.ownRestedOn",
  "personal-data.countOpen",
  "personal-data.lastDecision",
  "personal-data.nextOpen",
  "publication.brokenRequirements",
  "requirements.codesAreFixed",
  "requirements.listVersions",
  "requirements.ownDrafts",
  "review.reviewStandings",
  "review.rolesOfNobody",
  "room.meetingGoesOn",
  "room.shownInRoom",
  "search.thingWithCode",
  "sources.hitPlace",
  "sources.hitsOnPage",
  "sources.pageOfPlace",
  "sources.paperOf",
  "sources.passagesAround",
  "sources.placeOfPassage",
  "splitting.confirmedPart",
  "splitting.neighboursOf",
  "splitting.reactionsMade",
  "statements.explanationPicture",
  "trace.codesOfPassages",
  "trace.requirementsOnSources",
  "trace.suspectAmong",
  "trace.suspectRequirements",
  "trace.suspectSums",
  "trace.traceTotals",
];

describe("who has no right", () => {
  test.each([
    "an author of another dossier",
    "a reviewer",
    "a stakeholder",
    "visitor",
    "consulted",
    "participant",
    "an attendee",
    "who reads an edition",
    "an attendee of another text",
    "who says to be the author",
    "who says to be an administrator",
  ])("%s changes nothing, and reads nothing that is not theirs", async (who) => {
    const { scope, reads: mayRead } = intruders[who] ?? { scope: kept.author, reads: false };
    const given = GIVEN[who] ?? [];
    const own = who === "a reviewer";
    const before = await state();
    const wrong: string[] = [];
    for (const [name, door] of [...reads, ...writes]) {
      if (NO_SCOPE.has(name) || given.includes(name)) continue;
      const isRead = reads.has(name);
      const { answer, error } = await attempt(door, scope, ASKED[name]?.(kept.ids) ?? []);
      if (error !== undefined && !(error instanceof DomainError)) wrong.push(`${name}: ${error}`);
      if (who === "an attendee of another text" && OF_ATTENDEES.test(name)) {
        // That text is theirs to read and to correct.
        if (saidBy(answer ?? "").includes(SECRET)) wrong.push(`${name} gives the secret`);
        continue;
      }
      const installation =
        OF_ADMINISTRATORS.test(name) || OF_ATTENDEES.test(name) || OF_OUTSIDERS.has(name);
      // A reviewer reads the work of the dossier; a stranger reads the own one.
      if (isRead && mayRead && !installation) {
        if (!own && saidBy(answer ?? "").includes(SECRET)) wrong.push(`${name} gives the secret`);
        continue;
      }
      // A stranger may do things in the own dossier; that nothing of this one changes is seen below.
      if (who === "an author of another dossier" && !installation) continue;
      if (!(error instanceof Forbidden)) wrong.push(`${name} is not refused`);
    }
    expect(wrong).toEqual([]);
    const after = await state();
    const works = ["an author of another dossier", "an attendee of another text"].includes(who);
    if (!works) return expect(after).toEqual(before);
    const ids = Object.values(kept.ids).filter((id) => /^[0-9a-f-]{36}$/.test(String(id)));
    const { dossierId } = scope as MemberScope | AttendeeScope;
    // An account is of nobody's dossier: whoever works somewhere may be added there.
    const things = ids.filter((id) => id !== kept.ids.accountId).map(String);
    expect(trespasses(before, after, dossierId, [...things, kept.author.dossierId])).toEqual([]);
  });

  test("what is of this dossier is as it was", async () => {
    const detail = saidBy(
      await attempt(reads.get("requirements.getRequirement") as Door, kept.author, [
        kept.ids.requirementId,
      ]),
    );
    expect(detail).toContain(`Eis ${SECRET}`);
    const audits = await rowsOf<{ actor: string }>(
      await database(),
      sql`select distinct actor_id as actor from audit
        where dossier_id = ${kept.author.dossierId} and actor_id is not null`,
    );
    const own = [kept.author, kept.reviewer].map(({ actor }) => actorAccountId(actor));
    expect(new Set(audits.map(({ actor }) => actor))).toEqual(new Set(own));
  });
});
