import type { ReasonCode } from "@/domain/proposal/model";
import { asksWhatNext, headingWords, sectionOf } from "@/domain/proposal/rules/cues";
import type { DocumentRange } from "@/domain/proposal/rules/documents";
import { CAPITAL_LEVEL, headingLevel } from "@/domain/proposal/rules/headings";
import { byLabel } from "@/domain/proposal/rules/labelled";
import { follows, readBareNumber, type StatementLabel } from "@/domain/proposal/rules/numbers";
import {
  answering,
  type Draft,
  draft,
  type Reading,
  type State,
  underLabel,
} from "@/domain/proposal/rules/reading";
import { isSpeaker, type KnownSpeakers } from "@/domain/proposal/rules/speakers";
import type { Cell } from "@/domain/proposal/rules/tables";
import type { Unit } from "@/domain/proposal/rules/units";
import { unlabelled } from "@/domain/proposal/rules/unlabelled";

/**
 * Proposes for each unit of one document what it is, to which stelling it belongs, who speaks
 * and why. Reads in order, once; looks one unit ahead and never back.
 */
export function classify(
  document: DocumentRange,
  units: readonly Unit[],
  known: KnownSpeakers,
): Draft[] {
  const state: State = {
    section: "open",
    sectionLevel: 6,
    statement: null,
    pendingStatement: null,
    pendingLabel: null,
    numbers: new Set(),
    labels: new Map(),
    lastLabel: null,
    highest: 0,
    author: null,
    context: null,
    contextLevel: 0,
    list: null,
    question: null,
    asked: null,
  };
  const marked = units.some((unit, i) => unit.form === "heading" && i > 0);
  const onPaper = units.filter((unit, i) => isOnPaper(unit, units[i + 1])).length > 1;
  const drafts: Draft[] = [];
  // Where questions and answers have labels, what stands before and between them is not the interview.
  const silent = { ...document, speaker: null };
  const labelled = document.speaker !== null && units.some(isLabelledTalk);
  let speaking = !labelled;
  units.forEach((unit, i) => {
    const next = units[i + 1];
    if (labelled && isLabelledTalk(unit)) speaking = true;
    const draft = propose({
      document: speaking ? document : silent,
      state,
      unit,
      next,
      index: i,
      known,
      marked,
      onPaper,
      drafts,
    });
    drafts.push(unit.joined ? joined(draft) : draft);
    if (labelled && draft.kind === "heading") speaking = false;
    if (draft.kind === "question") {
      const toEnd = OF_A_LIST.has(draft.reason) || document.kind === "information";
      state.question = { index: i, speaker: draft.speaker, answered: false, toEnd };
    } else if (draft.kind === "answer" && state.question) state.question.answered = true;
  });
  return drafts;
}

function isLabelledTalk({ label }: Unit): boolean {
  return label !== null && !label.alone && (label.type === "question" || label.type === "answer");
}

/**
 * "**Kan ik zelf mee in de bus?**", "3. Deelt het college die mening?" above a paragraph: a question by its form, where
 * more than one of them stands so.
 */
function isOnPaper(unit: Unit, next: Unit | undefined): boolean {
  if (unit.label !== null || unit.column !== null || !/\?["”’)]{0,2}$/.test(unit.plain))
    return false;
  if (next === undefined || next.form !== "paragraph" || next.emphasised) return false;
  return unit.form === "listItem" ? unit.numbered : unit.form === "paragraph" && unit.emphasised;
}

/** "3. Wij verzoeken u de termijn te verlengen.": the next number among such questions, though it does not ask. */
function isNextOnPaper({ state, unit, next }: Reading): boolean {
  if (!unit.numbered || state.asked === null || next?.form !== "paragraph") return false;
  return Number(unit.mark) === state.asked + 1;
}

/** A question that is put on paper: all that stands below it answers, until the next one. */
const OF_A_LIST: ReadonlySet<ReasonCode> = new Set(["questionHeading", "questionAsHeading"]);

function joined(draft: Draft): Draft {
  return { ...draft, reason: "joinedAcrossGap", confidence: Math.min(draft.confidence, 0.7) };
}

/** A line of nothing but HTML, a remark in it, or the edge of a code block. */
const MARKUP =
  /^(?:(?:<\/?[a-z][^<>\n]{0,200}>\s{0,4}){1,8}|<!--[^\n]{0,400}|(?:```|~~~)[^\n]{0,40})$/i;

function propose(reading: Reading): Draft {
  const { document, state, unit, index } = reading;
  if (index === document.titleAt)
    return draft(reading, "heading", "title", unit.form === "heading" ? 0.95 : 0.8);
  if (index === 0 && document.openingLine) {
    return draft(reading, "procedural", "documentOpening", 0.75);
  }
  if (document.titleAt !== null && index < document.titleAt) {
    return draft(reading, "procedural", "meetingData", 0.8);
  }
  // The number of a page, or of a slide.
  if (/^(?:\d{1,3}|[^\p{L}\p{N}]+)$/u.test(unit.plain) && unit.column === null)
    return draft(reading, "procedural", "separator", 0.9);
  if (unit.label?.type === "statement") return statement(reading, unit.label);
  const numbered = numberedStatement(reading);
  if (numbered) return numbered;
  if (unit.column !== null) {
    const cell = inTable(reading, unit.column);
    if (cell) return cell;
  }
  if (MARKUP.test(unit.plain)) return draft(reading, "procedural", "separator", 0.85);
  const done = unit.form === "heading" && unit.label?.alone === false ? unit.label : null;
  if (done?.type === "action" || done?.type === "decision")
    return byLabel(reading, done) ?? heading(reading, unit.level);
  if (reading.onPaper && (isOnPaper(unit, reading.next) || isNextOnPaper(reading))) {
    state.context = null;
    state.asked = Number.parseInt(unit.mark, 10) || null;
    return draft(reading, "question", "questionAsHeading", 0.85);
  }
  const level = headingLevel(unit, reading.next, reading.marked);
  if (level !== null) return heading(reading, level);
  const listed = listedStatement(reading);
  if (listed) return listed;
  if (state.pendingStatement !== null && unit.label === null) {
    const label = state.pendingLabel;
    return {
      ...startStatement(reading, state.pendingStatement, "statementBelowNumber", 0.85),
      label,
    };
  }
  if (unit.form !== "listItem" && reading.drafts.at(-1)?.unit.form === "listItem")
    state.list = null;
  return (unit.label && byLabel(reading, unit.label)) ?? unlabelled(reading);
}

// --- Stellingen and headings -------------------------------------------------------------

/** "III: Eén kind, één plan" after stelling 2, or "A: …" among the stellingen. */
function numberedStatement(reading: Reading): Draft | null {
  const { state, unit } = reading;
  const label = readBareNumber(unit.plain);
  if (label?.written == null) return null;
  const among = state.section === "statements" || state.list === "statements";
  const goesOn = state.question === null && follows(label.written, state.lastLabel);
  if (!among && !goesOn) return null;
  return statement(reading, label);
}

/** The number in use for a stelling as it is written. */
function numberFor(state: State, { number, written }: StatementLabel): number {
  const key = (written ?? (number === null ? "" : String(number))).toUpperCase();
  const known = key === "" ? undefined : state.labels.get(key);
  if (known !== undefined) return known;
  const wanted = number ?? state.highest + 1;
  // "3.2" when 3 is already the number of "3.1".
  const taken = [...state.labels.values()].includes(wanted);
  const given = taken ? state.highest + 1 : wanted;
  if (key !== "") state.labels.set(key, given);
  return given;
}

function statement(reading: Reading, label: StatementLabel): Draft {
  const { state, unit } = reading;
  const written = numberFor(state, label);
  state.lastLabel = label.written ?? String(written);
  const shown = label.written !== String(written) ? label.written : null;
  if (label.alone) {
    // Known from the list above: here its discussion begins. So too when its reactions come next.
    const known = state.numbers.has(written);
    const below = reading.next;
    const discussed = known || below?.label?.type === "reactions";
    state.pendingStatement = discussed ? null : written;
    state.section = "open";
    state.context = null;
    state.list = null;
    state.question = null;
    const level = unit.form === "heading" ? unit.level : state.sectionLevel;
    state.statement = discussed ? { number: written, level } : null;
    if (discussed) state.numbers.add(written);
    state.highest = Math.max(state.highest, written);
    state.pendingLabel = shown;
    return draft(reading, "heading", "statementLabel", 0.9);
  }
  const marked = unit.emphasised || unit.form === "heading" || reading.next?.continues === true;
  const sure = marked || !/[.!?]\s+\p{Lu}/u.test(unit.plain.slice(label.length));
  return {
    ...startStatement(reading, written, "statementLabel", sure ? 0.97 : 0.75),
    label: shown,
  };
}

/** An item of the list in which the stellingen are put: "De stellingen waren:", "## Stellingen". */
function listedStatement(reading: Reading): Draft | null {
  const { state, unit } = reading;
  if (unit.form !== "listItem" || unit.label !== null || unit.level > 1) return null;
  if (state.list !== "statements" && !(state.section === "statements" && unit.numbered))
    return null;
  const number = Number.parseInt(unit.mark, 10) || state.highest + 1;
  state.labels.set(String(number), number);
  const started = startStatement(reading, number, "statementListed", 0.85);
  // What is put in a list is talked about later, by number.
  state.list = "statements";
  state.statement = null;
  return started;
}

/** A cell or row, by the head of its column; null when that says nothing. */
function inTable(reading: Reading, column: string): Draft | null {
  const { state, unit } = reading;
  const share = unit.cells.some(({ words }) => /^\d{1,3}(?:[.,]\d)?\s?%$/.test(words));
  if (!unit.continues && (share || isCounted(column, unit.cells))) {
    return draft(reading, "remark", "remarkResult", 0.7);
  }
  if (column === "") return draft(reading, "procedural", "tableHead", 0.9);
  if (/^(?:vra(?:ag|gen))\b/i.test(column)) {
    return draft(reading, "question", "questionHeading", 0.92);
  }
  // What stands behind the cut of a row answers what stands before it.
  if (/^(?:antwoord(?:en)?|beantwoording)\b/i.test(column) || unit.continues) {
    const replyTo = state.question?.index ?? null;
    return draft(reading, "answer", "answerLabel", 0.92, { replyTo });
  }
  if (/^(?:zienswijze|inspraakreactie|opmerking|reactie)\b/i.test(column)) {
    return draft(reading, "reaction", "reactionUnderLabel", 0.7);
  }
  if (/^actie(?:punt)?s?\b/i.test(column)) return draft(reading, "action", "actionHeading", 0.9);
  if (OF_ACTION.test(column)) return draft(reading, "action", "actionHeading", 0.7);
  if (/^besluit(?:en)?\b/i.test(column)) return draft(reading, "decision", "decisionHeading", 0.9);
  if (/^stelling(?:en)?\b/i.test(column)) {
    const started = startStatement(reading, state.highest + 1, "statementListed", 0.85);
    state.statement = null;
    return started;
  }
  return null;
}

/** "| Antwoord | Aantal |": how many gave each answer, and no answer to a question. */
function isCounted(column: string, cells: readonly Cell[]): boolean {
  if (!/^(?:antwoord(?:en)?|oordeel|score|waardering|categorie|keuze)\b/i.test(column))
    return false;
  const counts = cells.filter(({ head }) =>
    /^(?:aantal(?: keer)?|%|percentage|n|stemmen)$/i.test(head),
  );
  return counts.length > 0 && counts.every(({ words }) => /^[\d.,\s%]*$/.test(words));
}

/** Heads of columns that only a list of what is to be done has. */
const OF_ACTION = /^(?:wat te doen|te doen|taak|uit te voeren)\b/i;

function startStatement(
  reading: Reading,
  written: number,
  reason: ReasonCode,
  confidence: number,
): Draft {
  const { state, unit } = reading;
  state.pendingStatement = null;
  const level = unit.form === "heading" ? unit.level : state.sectionLevel;
  state.section = "open";
  state.context = null;
  state.list = null;
  state.question = null;
  const again = state.numbers.has(written);
  state.statement = { number: written, level };
  state.numbers.add(written);
  state.highest = Math.max(state.highest, written);
  // A number for the second time is the same stelling taken up again, or a slip in the
  // minutes; which of the two is decided where the words are compared.
  return draft(reading, "statement", again ? "statementAgain" : reason, again ? 0.6 : confidence);
}

/** How a question begins, also one without a mark at its end. */
const ASKING =
  /^(?:en\s)?(?:hoe|wat|waar\p{L}{0,8}|waarom|welke?|wie|wanneer|(?:kun|heb|ben|zou|wil|vind|zie|merk|denk)\s(?:je|jij|u)|(?:kunt|heeft|bent|wilt|vindt|ziet)\su)(?=\s)/iu;
/** "Ad 3", "Bij stelling 2", "Over stelling 1 en 4": a stelling that was put before, by its number alone. */
const AGAIN =
  /^(?:ad|(?:bij|over|naar aanleiding van|bespreking(?: van)?|discussie(?: over)?|reacties? op)\s(?:de\s)?(?:stelling(?:en)?|uitspra(?:ak|ken)))\s(\d{1,2})(?:\s?(?:,|en|t\/m)\s?\d{1,2}){0,3}[.:)]?$/i;

/** The number in use for a stelling that a heading takes up again; null when it takes up none. */
function statementAgain({ state }: Reading, words: string): number | null {
  const written = AGAIN.exec(words)?.[1];
  const number = written === undefined ? undefined : state.labels.get(written);
  return number !== undefined && state.numbers.has(number) ? number : null;
}

/** "Zienswijze 1 (indiener: de heer Brand)": who is meant below by "de indiener". */
const AUTHOR = /\b(?:indiener|reclamant|inspreker|respondent)s?:\s*([^()|]{2,60})/i;

function heading(reading: Reading, level: number): Draft {
  const { state, unit, known } = reading;
  const words = headingWords(unit.plain);
  const section = sectionOf(unit.plain);
  const above = state.context;
  const author = AUTHOR.exec(unit.plain)?.[1]?.trim();
  if (author) state.author = author;
  state.question = null;
  state.context = null;
  state.list = null;
  // Above a list it is what people were asked: the items are theirs.
  const toAll = reading.next?.form === "listItem";
  const asked = words.endsWith("?") && words.split(/\s+/).length > 3 && !asksWhatNext(words);
  // What is asked in an interview often has no question mark.
  const toOne = reading.document.kind === "interview" && ASKING.test(words);
  if (asked && toAll && !toOne) {
    state.context = underLabel();
    state.contextLevel = level;
  } else if (asked || toOne) {
    // A question for a heading: what stands below it answers, all of it.
    return draft(reading, "question", "questionAsHeading", 0.7);
  }
  const again = statementAgain(reading, words);
  if (again !== null) {
    state.statement = { number: again, level };
    state.section = "open";
    return draft(reading, "heading", "statementLabel", 0.9);
  }
  if (above !== null && level > state.contextLevel && isSpeaker(words, known)) {
    // "### Stichting Zonnebloem" below "## Reacties": who says what stands below.
    state.context = { ...above, speaker: words };
    return draft(reading, "heading", "heading", 0.97, { speaker: words });
  }
  if (section === "open" && state.context !== null) {
    state.section = "open";
  } else if (section === "label" || section === "answers") {
    state.context = section === "label" ? underLabel() : answering();
    state.contextLevel = level;
  } else {
    const closes = section === "closing" || section === "procedural" || section === "present";
    if (state.statement !== null && (level <= state.statement.level || closes)) {
      state.statement = null;
    }
    if (state.statement === null) state.sectionLevel = Math.min(level, 6);
    state.section = section;
  }
  if (unit.form === "heading") return draft(reading, "heading", "heading", 0.97);
  if (unit.emphasised) return draft(reading, "heading", "emphasisHeading", 0.75);
  return draft(reading, "heading", "plainHeading", level === CAPITAL_LEVEL ? 0.8 : 0.7);
}
