import {
  announcedBy,
  type Guess,
  guessByWords,
  guessInSection,
  guessOutcome,
  guessProcedural,
  type Section,
} from "@/domain/proposal/rules/cues";
import { isNameInList } from "@/domain/proposal/rules/present";
import { isOnlyQuestions } from "@/domain/proposal/rules/questions";
import { type Draft, draft, type Reading } from "@/domain/proposal/rules/reading";
import { isDateLine } from "@/domain/proposal/rules/when";

export function unlabelled(reading: Reading): Draft {
  const { document, state, unit, next } = reading;
  const words = unit.plain;
  const item = unit.form === "listItem";
  const asGuess = (guess: Guess, speaker: string | null = document.speaker): Draft =>
    draft(reading, guess.kind, guess.reason, guess.confidence, { speaker });

  const organisation = item ? null : guessProcedural(words);
  if (organisation) return asGuess(organisation, null);
  if (state.list === "procedural" && (item || namesPresent(words))) {
    return draft(reading, "procedural", "meetingData", 0.85);
  }
  if (state.section === "present" && (item || namesPresent(words))) {
    return draft(reading, "procedural", "meetingData", 0.85);
  }
  const introduced = introducesList(reading);
  if (introduced) return introduced;
  const inProcedure = saysSomething(reading) ? null : procedure(reading);
  if (inProcedure) return inProcedure;

  // A line that notes put a question mark before.
  const above = reading.drafts.length < 8 && document.titleAt !== null;
  if (above && !item && isDateLine(words)) return draft(reading, "procedural", "meetingData", 0.85);
  if (unit.mark === "?") return draft(reading, "question", "questionMark", 0.8);
  if (ASKED.test(words)) return draft(reading, "question", "questionReported", 0.8);
  const quoted = guessQuoted(words);
  if (quoted) return asGuess(quoted, null);
  const previous = reading.drafts.at(-1);
  if (unit.continues && previous?.kind === "statement") {
    return draft(reading, "reaction", "reactionSameLine", 0.85);
  }
  if (unit.continues && previous?.kind === "question") {
    const replyTo = state.question?.index ?? null;
    return draft(reading, "answer", "answerSameLine", 0.5, { replyTo });
  }
  const spoken = document.speaker === null ? reported(reading) : null;
  if (spoken) return spoken;
  if (state.context !== null && isSettled(state.context)) {
    return asGuess(state.context, state.context.speaker);
  }
  if (document.kind === "meeting" && !item && isOnlyQuestions(words)) {
    state.context = null;
    return draft(reading, "question", "questionMark", 0.65);
  }
  const outcome = guessOutcome(words);
  if (outcome && outcome.confidence >= 0.75) return asGuess(outcome, null);
  if (state.statement !== null && SIDES.test(words)) {
    return draft(reading, "reaction", "reactionUnderStatement", 0.8);
  }
  const answered = answerWithoutLabel(reading);
  if (answered) return answered;

  const inList = item && state.list ? guessInSection(state.list, words) : null;
  const inSection = inList ?? guessInSection(state.section, words);
  if (inSection) {
    // "School beveelt aan …" under a heading about something else is still advice.
    const spokenWords = SETTLED.has(inSection.kind) ? null : guessByWords(words, true);
    const guess = spokenWords?.kind === "advice" ? spokenWords : inSection;
    // What a paper lists below "Afspraken" was agreed; in minutes somebody may have to do it.
    const agreed = document.kind === "information" && guess.kind === "agreement";
    return asGuess(agreed ? { ...guess, confidence: 0.78 } : guess);
  }
  if (document.kind === "information" && state.context?.reason === "reactionUnderLabel") {
    return asGuess(state.context, state.context.speaker);
  }
  if (document.kind === "information") {
    const said = guessByWords(words, true);
    if (said !== null && OPINION.has(said.kind)) return asGuess(said);
    return item && next !== undefined
      ? draft(reading, "remark", "remarkListItem", 0.2)
      : draft(reading, "remark", "remarkInformation", 0.2);
  }
  const explicit = state.context !== null;
  const byWords = guessByWords(words, explicit);
  if (byWords && state.context?.kind !== "explanation") return asGuess(byWords);
  if (state.context) return asGuess(state.context, state.context.speaker);
  return asGuess(plainInput(reading));
}

/** What the words say also in a paper that is no report. */
const OPINION = new Set(["advice", "compliment", "expectation"]);

/** "Gevraagd wordt of …", "De vraag is wie …". */
const ASKED =
  /^(?:(?:(?:tevens|ook|verder|daarnaast|er)\s)?(?:wordt|werd|is)?\s?gevraagd\s(?:(?:wordt|werd|is)\s)?|(?:de\s)?vraag\s(?:was|is|aan\s.{2,30}\s(?:was|is)|die\s.{2,60}\swas)\s)(?:of|wie|wat|hoe|hoeveel|welke|wanneer|waarom|waar|naar)\b/i;

/** Under a heading with tasks or agreements the words of an item do not make it something else. */
const SETTLED = new Set(["task", "exclusion", "agreement", "action", "decision"]);

function plainInput({ document, state, unit, drafts }: Reading): Guess {
  if (document.kind === "interview") {
    return { kind: "reaction", reason: "reactionInterview", confidence: 0.45 };
  }
  if (document.kind === "survey") {
    return { kind: "reaction", reason: "reactionSurvey", confidence: 0.6 };
  }
  if (unit.form !== "listItem" && followsTurn(drafts.at(-1))) {
    return { kind: "reaction", reason: "reactionAfterTurn", confidence: 0.45 };
  }
  if (state.statement) {
    return { kind: "reaction", reason: "reactionUnderStatement", confidence: 0.6 };
  }
  return state.numbers.size > 0 || state.section !== "open"
    ? { kind: "reaction", reason: "reactionMeeting", confidence: 0.35 }
    : { kind: "remark", reason: "remarkUnplaced", confidence: 0.1 };
}

/** Whether the paragraph before is what a named speaker said: that speaker may go on. */
function followsTurn(previous: Draft | undefined): boolean {
  if (previous === undefined || previous.kind === "question") return false;
  return previous.speaker !== null || previous.kind === "answer";
}

/** A line before a list: says what the items are. */
function introducesList(reading: Reading): Draft | null {
  const { document, state, unit, next } = reading;
  if (unit.form === "listItem" || next?.form !== "listItem") return null;
  if (/[.!?]["'”’)]*$/.test(unit.plain)) return null;
  if (isProcedural(state.section)) return null;
  const announced = announcedBy(unit.plain);
  // "De brugfunctionaris" below "Taken" goes on with what the heading says.
  state.list = announced === "open" ? null : announced;
  const said = announced === "open" ? guessInSection(state.section, unit.plain) : null;
  if (said && SETTLED.has(said.kind)) return draft(reading, "procedural", "introducesList", 0.6);
  const announces = announced !== "open" && unit.plain.endsWith(":");
  return announces || document.kind !== "information"
    ? draft(reading, "procedural", "introducesList", 0.45)
    : draft(reading, "remark", "introducesList", 0.5);
}

function isProcedural(section: Section): boolean {
  return section === "procedural" || section === "closing";
}

/** A heading about the meeting never makes what somebody says disappear. */
function saysSomething({ document, unit }: Reading): boolean {
  if (document.kind === "information") return false;
  return unit.reported !== null || guessByWords(unit.plain, false) !== null;
}

/** "Vraag 1" on a line of its own, or a heading with answers: it says what stands below. */
function isSettled(context: Guess): boolean {
  return context.kind === "question" || context.kind === "answer";
}

/** A line with the names of who was there. */
function namesPresent(words: string): boolean {
  const pieces = words.split(/[,;\n]|\sen\s/).filter((piece) => piece.trim() !== "");
  const names = pieces.filter(isNameInList);
  return names.length > 0 && names.length * 2 >= pieces.length;
}

/** Under a heading about the meeting itself, what nobody labelled is procedural. */
function procedure(reading: Reading): Draft | null {
  const { document, state } = reading;
  if (state.context !== null) return null;
  if (state.section === "closing") return draft(reading, "procedural", "closing", 0.8);
  if (state.section === "procedural") {
    const answered = answerWithoutLabel(reading);
    return answered ?? draft(reading, "procedural", "proceduralSection", 0.5);
  }
  if (state.section === "contact" && document.kind === "information") {
    return draft(reading, "procedural", "contact", 0.6);
  }
  return null;
}

/** Words between quotation marks as a motto, and where they come from. */
function guessQuoted(words: string): Guess | null {
  if (/^["“].+["”]$/.test(words) && words.length <= 300) {
    return { kind: "remark", reason: "remarkQuoted", confidence: 0.2 };
  }
  if (/^\((?:quote|citaat|bron)\b[^)]*\)$/i.test(words)) {
    return { kind: "procedural", reason: "remarkQuoted", confidence: 0.6 };
  }
  return null;
}

/** "Aanwezigen geven aan dat …", "X vraagt of …". */
function reported(reading: Reading): Draft | null {
  const { document, state, unit } = reading;
  if (document.kind === "information") return null;
  const phrase = unit.reported;
  if (phrase === null) return null;
  const byAuthor = /^(?:de\s+)?(?:indiener|reclamant|inspreker|respondent)$/i.test(phrase.name);
  const speaker = byAuthor && state.author !== null ? state.author : phrase.name;
  if (phrase.act === "asks")
    return draft(reading, "question", "questionReported", 0.9, { speaker });
  if (phrase.act === "advises") return draft(reading, "advice", "adviceWords", 0.75, { speaker });
  const open = state.question;
  if (open && !open.answered && open.index === reading.index - 1) {
    return draft(reading, "answer", "answerTurn", 0.75, { speaker, replyTo: open.index });
  }
  if (phrase.act === "explains") {
    return draft(reading, "explanation", "explanationTurn", 0.55, { speaker });
  }
  const byWords = guessByWords(unit.plain, true);
  if (byWords) return draft(reading, byWords.kind, byWords.reason, byWords.confidence, { speaker });
  return phrase.act === "adds"
    ? draft(reading, "remark", "remarkReported", 0.6, { speaker })
    : draft(reading, "reaction", "reactionReported", sureOfReaction(reading), { speaker });
}

/** "Eens.", "Oneens, want …" right below a stelling. */
const SIDES = /^(?:helemaal |deels |zeker )?(?:on)?eens(?:[.,!]|$)/i;

/** Who is reported to say something below a stelling reacts to it. */
function sureOfReaction(reading: Reading): number {
  if (takesSides(reading)) return 0.8;
  return reading.state.statement !== null ? 0.75 : 0.65;
}

/** "De meesten zijn het hiermee eens", below a stelling: how people stand to it. */
function takesSides({ state, unit }: Reading): boolean {
  return state.statement !== null && /\b(?:on)?eens\b|\b(?:voor|tegen)\.?$/i.test(unit.plain);
}

/** The paragraph right after a question that nobody answered yet; all of them, on paper. */
function answerWithoutLabel(reading: Reading): Draft | null {
  const { state, unit, index } = reading;
  const open = state.question;
  if (open === null) return null;
  const previous = reading.drafts.at(-1);
  const goesOn = open.toEnd && (open.index === index - 1 || previous?.kind === "answer");
  if (goesOn && !unit.plain.endsWith("?")) {
    const sure = reading.onPaper && previous?.kind !== "reaction" ? 0.8 : 0.6;
    return draft(reading, "answer", "answerUnlabelled", sure, { replyTo: open.index });
  }
  if (open.answered || open.index !== index - 1) return null;
  // A question of the chair to everybody ("Is dit herkenbaar?") gets reactions, not an answer.
  if (previous?.reason === "questionMark" || unit.form === "listItem") return null;
  return draft(reading, "answer", "answerUnlabelled", 0.6, { replyTo: open.index });
}
