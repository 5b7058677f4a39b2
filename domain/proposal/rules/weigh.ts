import { NOTHING_KINDS, SEGMENT_KINDS, type SegmentKind } from "@/db/vocabulary";
import {
  type Alternative,
  isNothing,
  MAX_ALTERNATIVES,
  type ReasonCode,
} from "@/domain/proposal/model";
import type { DocumentRange } from "@/domain/proposal/rules/documents";
import { evidenceOf } from "@/domain/proposal/rules/evidence";
import type { Draft } from "@/domain/proposal/rules/reading";
import { type Decision, decide, type Piece, type Weights } from "@/domain/proposal/rules/sequence";
import type { KnownSpeakers } from "@/domain/proposal/rules/speakers";
import { nameSpeakers } from "@/domain/proposal/rules/who";

/**
 * From this sureness a rule read an explicit label or form: it is kept, and helps to decide about
 * what stands around it.
 */
const EXPLICIT = 0.75;

/** Kept as the rules say: a stelling, an explicit label, and hopes beside fears under one heading. */
function isSettled({ kind, confidence, noticed, unit }: Draft): boolean {
  if (kind === "statement" || confidence >= EXPLICIT) return true;
  // What a label says it is, it is also when a page ended in the middle of it.
  if (unit.joined && unit.label?.type === kind) return true;
  const mixed = noticed.section === "mixed" || noticed.list === "mixed";
  return mixed && (kind === "concern" || kind === "expectation");
}

/** "Aanwezigen geven aan dat …": what people say is not the background, nor how the meeting went. */
const NEVER_SAID: ReadonlySet<SegmentKind> = new Set(["explanation", ...NOTHING_KINDS]);
/** What people are said to find is more than a remark. */
const NEVER_REPORTED: ReadonlySet<SegmentKind> = new Set([
  ...NEVER_SAID,
  "remark",
  "action",
  "decision",
  "task",
  "exclusion",
]);
const OF_THE_HOUSE =
  /\b(?:gemeente|wethouder|voorzitter|voorzitster|college|projectleid(?:st)?er|ambtena\p{L}{1,5})\b/iu;

function isSaid({ unit, noticed, speaker, kind }: Draft): boolean {
  // In an interview with one person the words are that person's, but for its headings, marked or not.
  const only = noticed.interviewed;
  const bare = unit.form === "paragraph" && /^(?:[^\s.!?]+\s){0,3}[^\s.!?]+$/.test(unit.plain);
  if (only !== null && speaker === only && !isNothing(kind) && !bare) return true;
  const named = noticed.statement && unit.label?.type === "turn" && !unit.label.alone;
  const says =
    named || noticed.act === "says" || noticed.act === "adds" || noticed.act === "advises";
  return says && speaker !== null && !OF_THE_HOUSE.test(speaker);
}

const NEVER_TURN: ReadonlySet<SegmentKind> = new Set(NOTHING_KINDS);
/** "Mijn zoon …": what somebody went through is no remark. */
const OWN = /\b(?:ik|mijn|mij)\b/i;
const CHAIR = /\b(?:voorzit(?:ter|ster)|gespreksleider|moderator)\b/i;

const NEVER_FELT: ReadonlySet<SegmentKind> = new Set(["concern", "compliment"]);
const FELT =
  /["“„‘?!]|\b(?:ik|wij|we|mij|ons|onze|jullie)\b|zorg(?:en|elijk)|bezorgd|bang|vre(?:es|zen)|risico|problee?m|knelpunt|lastig|moeilijk|niet|geen|te\s(?:weinig|veel|laat|lang)|tevreden|blij|fijn|goed|mooi|prettig|waarde|compliment|lof/i;

/** A paragraph of a paper that names nobody, and no worry or praise. */
function isPlainPaper({ unit, who, reason, noticed }: Draft): boolean {
  if (reason !== "remarkInformation" || who !== null || noticed.context !== null) return false;
  return unit.form === "paragraph" && !FELT.test(unit.plain);
}

/** What a piece cannot be. Who is named before a colon says something, but for who leads the meeting. */
function neverOf(draft: Draft): ReadonlySet<SegmentKind> | undefined {
  if (draft.kind === "heading") return undefined;
  if (isSaid(draft)) {
    return draft.noticed.act === "says" ? NEVER_REPORTED : NEVER_SAID;
  }
  // "Volgens de huisartsen …" tells what they find.
  if (/^Volgens\s/.test(draft.unit.plain) && !isNothing(draft.kind)) return NEVER_SAID;
  const announced = announcedAs(draft);
  if (announced) return announced;
  if (namesWho(draft)) return NEVER_TURN;
  if (isPlainPaper(draft)) return NEVER_FELT;
  const { label } = draft.unit;
  const turns = label?.type === "turn" && !label.alone && draft.kind !== "procedural";
  const speaker = label?.speaker ?? "";
  if (!turns || CHAIR.test(speaker)) return undefined;
  return OWN.test(draft.unit.plain) && !OF_THE_HOUSE.test(speaker) ? NEVER_REPORTED : NEVER_TURN;
}

/** What a piece cannot be that a stelling, a question, a label or a heading announces: somebody brings it in. */
function announcedAs({ unit, noticed, speaker, kind, reason }: Draft) {
  if (isNothing(kind)) return undefined;
  if (noticed.context === "reaction" && speaker !== null) return NEVER_REPORTED;
  const leads = CHAIR.test(speaker ?? "");
  if (reason === "answerTurn") return leads ? undefined : NEVER_SAID;
  if (reason === "explanationTurn" && !leads) return NEVER_TURN;
  if (!/[.!]["'”’)]?$/.test(unit.plain)) return undefined;
  if (reason === "reactionUnderStatement") return NEVER_REPORTED;
  if (noticed.statement) return kind === "explanation" ? NEVER_TURN : NEVER_SAID;
  const below = noticed.context === "reaction" || noticed.context === "answer";
  return below || reason === "answerUnlabelled" ? NEVER_TURN : undefined;
}

/** What is done at a meeting to hold it, or promised there: no more than that somebody does it. */
const HOLDS =
  /^(?:\s\([^()]{1,60}\))?,?\s(?:opent|opende|sluit|sloot|heet|heette|schorst|hervat|(?:be)?dankt\s(?:iedereen|ieder|allen?|mevrouw|de\s(?:heer|aanwezigen|deelnemers|(?:in)?sprekers))|verwelkomt|stelt\s(?:de|het|aan)|geeft\s(?:het|de)|is\s(?:aan|af)wezig|heeft\s(?:zich|niets)|hebben\s(?:zich|niets)|komt\s(?:binnen|alleen|later|niet)|verlaat|maakt|neemt|zit|leest|deelt)(?=\s|$)/;

/** The piece begins with who says it, or stands below that name. */
function namesWho({ unit, who, kind }: Draft): boolean {
  if (who === null || kind === "procedural" || CHAIR.test(who.name)) return false;
  if (who.by === "heading") return unit.plain.length > 30;
  if (unit.column !== null) {
    return who.by === "label" && unit.cells.some(({ words }) => words.split(" ", 5).length === 5);
  }
  if (who.by === "behind") return unit.plain.length > 30;
  if (who.by !== "start") return false;
  return !HOLDS.test(unit.plain.slice(who.name.length, who.name.length + 90));
}

/** Pieces as the sequence is chosen over them. */
export function piecesOf(document: DocumentRange, drafts: readonly Draft[]): Piece[] {
  const evidence = evidenceOf(document, drafts);
  return drafts.map((draft, i) => {
    const previous = drafts[i - 1]?.unit;
    const { unit } = draft;
    const settled = isSettled(draft);
    return {
      evidence: () => evidence(i),
      only: settled ? draft.kind : null,
      never: neverOf(draft),
      sameList:
        previous?.form === "listItem" && unit.form === "listItem" && previous.level === unit.level,
    };
  });
}

/**
 * Looks at a whole document: what each piece most likely is beside all others, and how likely. A
 * kind that the rules gave keeps its reason; one that only the whole gives says so.
 */
export function weigh(
  document: DocumentRange,
  drafts: readonly Draft[],
  known: KnownSpeakers,
  weights: Weights,
): Draft[] {
  const decisions = decide(piecesOf(document, drafts), weights);
  const weighed = drafts.map((draft, i): Draft => {
    const decision = decisions[i];
    if (decision === undefined) return draft;
    if (isSettled(draft)) {
      return { ...draft, alternatives: alternativesOf(draft.kind, draft.confidence, decision) };
    }
    const { kind } = decision;
    const confidence = Math.round(decision.probability * 100) / 100;
    const alternatives = alternativesOf(kind, confidence, decision);
    if (kind === draft.kind) return { ...draft, confidence, alternatives };
    const reason: ReasonCode = draft.unit.joined ? "joinedAcrossGap" : "fitsAround";
    return { ...draft, kind, reason, confidence, alternatives, replyTo: null };
  });
  return nameSpeakers(document, linkAnswers(weighed), known);
}

/** The kind it gets, and what else it might be: the others share what is left of being sure. */
function alternativesOf(kind: SegmentKind, p: number, { likely }: Decision): Alternative[] {
  const others: Alternative[] = [];
  let k = 0;
  for (const other of SEGMENT_KINDS) {
    const p = likely[k++] ?? 0;
    if (other !== kind && p > 0) others.push({ kind: other, p });
  }
  others.sort((a, b) => b.p - a.p);
  const rest = others.reduce((sum, other) => sum + other.p, 0);
  const shared = others
    .slice(0, MAX_ALTERNATIVES - 1)
    .map((other) => ({ ...other, p: Math.floor(((1 - p) * other.p * 100) / rest) / 100 }))
    .filter((other) => other.p > 0);
  return [{ kind, p }, ...shared].sort((a, b) => b.p - a.p);
}

/** Each answer replies to the last question before it, within what stands under one heading. */
function linkAnswers(drafts: readonly Draft[]): Draft[] {
  let question: number | null = null;
  return drafts.map((draft, i) => {
    if (draft.kind === "question") question = i;
    else if (draft.kind === "heading" || draft.kind === "statement") question = null;
    if (draft.kind !== "answer")
      return draft.replyTo === null ? draft : { ...draft, replyTo: null };
    const replyTo = draft.replyTo ?? question;
    // What answers nothing is the next likeliest thing, unless a label or heading says it answers.
    const other = draft.alternatives?.find(({ kind }) => kind !== "answer" && kind !== "question");
    const headed = draft.noticed.context === "answer";
    if (replyTo === null && other && !headed && !isSettled(draft)) {
      const alternatives = draft.alternatives?.filter(({ kind }) => kind !== "answer") ?? null;
      return {
        ...draft,
        kind: other.kind,
        reason: "fitsAround",
        confidence: other.p,
        alternatives,
      };
    }
    return { ...draft, replyTo };
  });
}
