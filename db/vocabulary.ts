/**
 * The kinds of things, once: the columns of the tables, the schemas of the input and the lists of a
 * form all read them here. Nothing is imported, so that a browser may read it too.
 */

/** What an account is for the whole installation. */
export const ACCOUNT_KINDS = ["administrator", "staff", "guest"] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** Why somebody who came from the provider of sign-in was not let in. */
export const SIGN_IN_REFUSALS = [
  "failed",
  "cancelled",
  "claims",
  "unverified",
  "known",
  "other",
  "noRole",
  "off",
] as const;
export type SignInRefusal = (typeof SIGN_IN_REFUSALS)[number];

/** What somebody is within one dossier. */
export const ROLES = ["author", "reviewer", "stakeholder"] as const;
export type Role = (typeof ROLES)[number];

/** Kinds of input: an occasion, or `information` that was handed out and only read. */
export const CONSULTATION_KINDS = [
  "meeting",
  "interview",
  "survey",
  "online",
  "information",
] as const;
export type ConsultationKind = (typeof CONSULTATION_KINDS)[number];

export const AUDIENCES = ["stakeholder", "market"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What of a stelling in a consultation stands on the page for stakeholders, that anybody can open. */
export const SHOWN_OUTSIDE = ["nothing", "statement", "explanation"] as const;
export type ShownOutside = (typeof SHOWN_OUTSIDE)[number];

/** What may come with a reaction. A picture is one that was drawn anew. */
export const FILE_KINDS = ["pdf", "docx", "picture"] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** How far reading a file is: received, in the hands of a job, read into blocks, or not readable. */
export const READING_STATES = ["waiting", "reading", "read", "failed"] as const;
/** How far a source is; one that was removed while something rested on it stays, to say so. */
export const SOURCE_STATES = [...READING_STATES, "removed"] as const;
export type SourceState = (typeof SOURCE_STATES)[number];

/**
 * How far a file is that somebody sent and did not add yet: on its way, received, in the hands of a job,
 * read so that one sees what it would become, or not readable.
 */
export const UPLOAD_STATES = ["receiving", "waiting", "reading", "ready", "failed"] as const;
export type UploadState = (typeof UPLOAD_STATES)[number];

/** Where quoted words stand in a newer version of their source; see `domain/anchoring/model.ts`. */
export const PLACEMENTS = ["exact", "moved", "proposed", "orphan"] as const;
export type PlacementStatus = (typeof PLACEMENTS)[number];

/** What of other words may change what is meant, so that nothing is chosen beforehand. */
export const MEANINGS = ["duty", "negation", "number", "question"] as const;
export type Meaning = (typeof MEANINGS)[number];

/**
 * What somebody decided of words that changed: the same passage, the same but it means something else, other
 * words that are pointed out, or that it is no longer there.
 */
export const PLACE_DECISIONS = ["same", "different", "elsewhere", "gone"] as const;
export type PlaceDecision = (typeof PLACE_DECISIONS)[number];

/** What became of other words that somebody who was there proposed. */
export const CORRECTION_DECISIONS = ["accepted", "rejected"] as const;
export type CorrectionDecision = (typeof CORRECTION_DECISIONS)[number];

/** How a block of a source is written. */
export const BLOCK_FORMS = ["heading", "paragraph", "listItem", "tableRow"] as const;
export type BlockForm = (typeof BLOCK_FORMS)[number];

/**
 * What a block weighs on a page besides its text, in code points: its number, its links and what rests on
 * it. An index is made with it, so another number is another index.
 */
export const BLOCK_WEIGHT = 600;

export const REACTION_KINDS = [
  "reaction",
  "question",
  "answer",
  "advice",
  "concern",
  "expectation",
  "compliment",
  "remark",
  "action",
  "decision",
  "task",
  "exclusion",
  "agreement",
] as const;
export type ReactionKind = (typeof REACTION_KINDS)[number];

export const POSITIONS = ["agree", "partly", "disagree", "none"] as const;
export type Position = (typeof POSITIONS)[number];

/** Who may see an online consultation and react in it: who has an open address, or who was invited by name only. */
export const ADMITTED = ["anyone", "invited"] as const;
export type Admitted = (typeof ADMITTED)[number];

/** When participants of an online consultation read the reactions of others. */
export const OTHERS_SHOWN = ["never", "afterOwn", "afterClosing"] as const;
export type OthersShown = (typeof OTHERS_SHOWN)[number];

/** Whether others read a reaction before somebody looked at it, or after. */
export const MODERATIONS = ["before", "after"] as const;
export type Moderation = (typeof MODERATIONS)[number];

/**
 * How far what a participant sent is: somebody is to look at it, others may read it, it was not placed or taken away
 * again, or its sender took it back.
 */
export const ANSWER_STATES = ["waiting", "placed", "refused", "withdrawn"] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

/** Between which states who keeps order moves a reaction. */
export const MODERATED_STATES = ["waiting", "placed", "refused"] as const;
export type ModeratedState = (typeof MODERATED_STATES)[number];

/** Why a reaction is not placed. */
export const REFUSAL_REASONS = [
  "personalData",
  "offensive",
  "offTopic",
  "advertising",
  "double",
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** What came of a reaction that somebody flagged. */
export const FLAG_OUTCOMES = ["stays", "takenAway"] as const;
export type FlagOutcome = (typeof FLAG_OUTCOMES)[number];

/** What a stretch of a source can be. */
export const SEGMENT_KINDS = [
  "heading",
  "statement",
  "explanation",
  ...REACTION_KINDS,
  "procedural",
] as const;
export type SegmentKind = (typeof SEGMENT_KINDS)[number];

/** Kinds that carry no input of anybody: what is one of these becomes nothing. */
export const NOTHING_KINDS = ["procedural", "heading"] as const satisfies readonly SegmentKind[];

/** What was decided about a segment on the workbench. */
export const DECISIONS = ["open", "accepted", "irrelevant"] as const;
export type Decision = (typeof DECISIONS)[number];

export const REQUIREMENT_KINDS = [
  "mandatory",
  "preference",
  "performance",
  "suitability",
  "award",
] as const;
export type RequirementKind = (typeof REQUIREMENT_KINDS)[number];

/** In which capacity somebody approves a requirement. It is adopted when there is an approval of each. */
export const APPROVAL_ROLES = ["content", "procurement", "legal"] as const;
export type ApprovalRole = (typeof APPROVAL_ROLES)[number];

/** The steps of a requirement on its way from concept to adopted. */
export const REVIEW_ACTS = ["sent", "approved", "returned", "checked", "takenBack"] as const;
export type ReviewAct = (typeof REVIEW_ACTS)[number];

/** How far a requirement is on that way: see the view `requirement_review`. */
export const REVIEW_STATES = ["draft", "review", "approved", "adopted"] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** What is done with a reaction: the outcome of its *afweging*, in the order in which they are offered. */
export const OUTCOMES = [
  "adopted",
  "partly",
  "rejected",
  "elsewhere",
  "outOfScope",
  "noted",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What an organisation declares of how accessible this is, in the words of the Dutch register; `unknown`: not examined yet. */
export const ACCESSIBILITY = ["full", "partial", "first", "none", "unknown"] as const;
export type Accessibility = (typeof ACCESSIBILITY)[number];

/** An edition to read and answer, or the one that holds. */
export const EDITION_KINDS = ["concept", "definitive"] as const;
export type EditionKind = (typeof EDITION_KINDS)[number];

/** How it stands with the adopting that somebody asked for, and what is being done of it. */
export const ADOPTION_STATES = ["waiting", "adopting", "done", "failed"] as const;
export type AdoptionState = (typeof ADOPTION_STATES)[number];
export const ADOPTION_STEPS = ["reading", "searching", "freezing", "keeping"] as const;
export type AdoptionStep = (typeof ADOPTION_STEPS)[number];
/** Why it adopted nothing. */
export const ADOPTION_FAILURES = [
  "own",
  "blocked",
  "personalData",
  "empty",
  "changed",
  "overtaken",
  "stopped",
  "notAllowed",
  "gaveUp",
] as const;
export type AdoptionFailure = (typeof ADOPTION_FAILURES)[number];

export const EDITION_ACTS = ["published", "withdrawn"] as const;
export type EditionAct = (typeof EDITION_ACTS)[number];

/**
 * What stands in the way of publishing, and can be passed over as it stood. Undecided personal data can be too, in a way of
 * its own, for more goes out than an edition: `personal_release`.
 */
export const BLOCKERS = ["withoutSource", "withoutAnswer", "withoutApproval", "suspect"] as const;
export type Blocker = (typeof BLOCKERS)[number];

/**
 * What encloses a hit in the answer of a search: characters for private use, taken out of the
 * words first, so that no text can pretend to be a hit.
 */
export const HIT_START = "\u{e000}";
export const HIT_END = "\u{e001}";

/** What personal data can be, and names of organisations, by which a contractor is recognised. */
export const PERSONAL_DATA_KINDS = [
  "name",
  "email",
  "phone",
  "address",
  "birthdate",
  "bsn",
  "health",
  "organisation",
] as const;
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];

/** What was decided on whom or what was found; `open` holds up all that leaves the house. */
export const REDACTIONS = ["open", "role", "code", "keep", "none"] as const;
export type Redaction = (typeof REDACTIONS)[number];

/** How far a mail is: see decision 043. */
export const MAIL_STATES = ["waiting", "sending", "sent", "failed", "perhaps"] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** Why a mail was not sent, or was not sent yet. */
export const MAIL_REASONS = [
  "unreachable",
  "login",
  "sender",
  "address",
  "message",
  "tooLate",
  "unreadable",
  "interrupted",
] as const;
export type MailReason = (typeof MAIL_REASONS)[number];

export const MAIL_LANGUAGES = ["nl", "en"] as const;
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

/** The kinds of things that the log is about. */
export const AUDIT_ENTITIES = [
  "account",
  "attendee",
  "carryingWord",
  "chain",
  "chapter",
  "coding",
  "consultation",
  "coreValue",
  "correction",
  "correctionRound",
  "declaration",
  "disposition",
  "dossier",
  "edition",
  "mail",
  "member",
  "milestone",
  "part",
  "passage",
  "personalSubject",
  "reaction",
  "requirement",
  "requirementLink",
  "session",
  "signInLink",
  "source",
  "stakeholderGroup",
  "stakeholderPage",
  "statement",
] as const;
export type AuditEntity = (typeof AUDIT_ENTITIES)[number];

/** Everything that can be done. Each has a sentence in `audit.actions`. */
export const AUDIT_ACTIONS = [
  "account.add",
  "account.disable",
  "account.enable",
  "account.kind",
  "account.link",
  "account.preferences",
  "account.rename",
  "answer.draft",
  "answer.mailReceipt",
  "answer.removeFile",
  "answer.send",
  "answer.withdraw",
  "attendee.invite",
  "attendee.renew",
  "attendee.revoke",
  "chain.start",
  "chapter.add",
  "chapter.addStandard",
  "chapter.change",
  "chapter.move",
  "chapter.remove",
  "coding.remove",
  "coding.restore",
  "consultation.add",
  "consultation.change",
  "consultation.copyOnline",
  "consultation.endOnline",
  "consultation.openOnline",
  "consultation.prepareOnline",
  "consultation.setOnline",
  "consultation.show",
  "consultation.thankOnline",
  "consultation.wipe",
  "coreValue.add",
  "coreValue.change",
  "coreValue.code",
  "coreValue.setExample",
  "correction.agree",
  "correction.decide",
  "correction.propose",
  "correction.undecide",
  "correction.withdraw",
  "correctionRound.change",
  "correctionRound.end",
  "correctionRound.makeVersion",
  "correctionRound.start",
  "declaration.change",
  "disposition.record",
  "disposition.takeBack",
  "dossier.archive",
  "dossier.bringBack",
  "dossier.change",
  "dossier.originals",
  "dossier.start",
  "dossier.notePersonalData",
  "dossier.releasePersonalData",
  "dossier.withdrawRelease",
  "dossier.passOver",
  "dossier.withdrawPassing",
  "edition.adopt",
  "edition.publish",
  "edition.withdraw",
  "invitation.add",
  "invitation.forget",
  "invitation.print",
  "invitation.remind",
  "invitation.send",
  "invitation.withdraw",
  "mail.retry",
  "mail.test",
  "member.add",
  "member.approvals",
  "member.handOver",
  "member.remove",
  "member.set",
  "milestone.add",
  "milestone.change",
  "milestone.remove",
  "moderation.flag",
  "moderation.keep",
  "moderation.place",
  "moderation.refuse",
  "moderation.undo",
  "part.edit",
  "participant.remove",
  "participant.view",
  "passage.quote",
  "personalSubject.add",
  "personalSubject.decide",
  "personalSubject.merge",
  "personalSubject.part",
  "personalSubject.reopen",
  "personalSubject.view",
  "reaction.add",
  "reaction.apart",
  "reaction.change",
  "reaction.changeMany",
  "reaction.dismiss",
  "reaction.divide",
  "reaction.import",
  "reaction.recut",
  "reaction.reopenSame",
  "reaction.same",
  "reaction.setGroup",
  "reaction.unite",
  "finding.ignore",
  "finding.show",
  "requirement.add",
  "requirement.carry",
  "requirement.draft",
  "requirement.drop",
  "requirement.link",
  "requirement.move",
  "requirement.noSource",
  "requirement.renumber",
  "requirement.restore",
  "requirement.save",
  "requirement.uncarry",
  "requirement.unlink",
  "review.approve",
  "review.check",
  "review.return",
  "review.send",
  "review.takeBack",
  "room.correct",
  "room.end",
  "room.note",
  "room.show",
  "room.start",
  "room.takeBack",
  "session.end",
  "session.endAll",
  "session.start",
  "signInLink.mail",
  "signInLink.make",
  "source.adopt",
  "source.decide",
  "source.destroyOriginal",
  "source.import",
  "source.keep",
  "source.locate",
  "source.read",
  "source.readAgain",
  "source.readFailed",
  "source.remove",
  "source.revise",
  "source.reviseFailed",
  "source.revised",
  "source.search",
  "source.startReading",
  "source.undecide",
  "splitting.change",
  "splitting.confirm",
  "splitting.reopen",
  "splitting.undo",
  "stakeholderGroup.add",
  "stakeholderGroup.change",
  "stakeholderGroup.move",
  "stakeholderGroup.remove",
  "stakeholderPage.close",
  "stakeholderPage.open",
  "statement.add",
  "statement.change",
  "statement.explain",
  "statement.move",
  "statement.picture",
  "statement.put",
  "statement.removePicture",
  "statement.takeOut",
  "table.apply",
  "table.propose",
  "table.undo",
  "upload.draft",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** By this, in place of the number of a fault, a page knows that the database was away. */
export const DATABASE_AWAY = "DATABASE_AWAY";
/** The same, when what was asked may have been done. */
export const DATABASE_PERHAPS = "DATABASE_PERHAPS";
