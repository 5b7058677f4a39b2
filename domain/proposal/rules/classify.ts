import type { ReasonCode } from "@/domain/proposal/model";
import { sectionOf } from "@/domain/proposal/rules/cues";
import type { DocumentRange } from "@/domain/proposal/rules/documents";
import { headingLevel } from "@/domain/proposal/rules/headings";
import { byLabel } from "@/domain/proposal/rules/labelled";
import type { Label } from "@/domain/proposal/rules/labels";
import {
  type Draft,
  draft,
  type Reading,
  type State,
  underLabel,
} from "@/domain/proposal/rules/reading";
import type { KnownSpeakers } from "@/domain/proposal/rules/speakers";
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
    numbers: new Set(),
    highest: 0,
    context: null,
    list: null,
    question: null,
  };
  const marked = units.some((unit, i) => unit.form === "heading" && i > 0);
  const drafts: Draft[] = [];
  units.forEach((unit, i) => {
    const next = units[i + 1];
    const draft = propose({ document, state, unit, next, index: i, known, marked, drafts });
    drafts.push(unit.joined ? joined(draft) : draft);
    if (draft.kind === "question") {
      state.question = { index: i, speaker: draft.speaker, answered: false };
    } else if (draft.kind === "answer" && state.question) state.question.answered = true;
  });
  return drafts;
}

function joined(draft: Draft): Draft {
  return { ...draft, reason: "joinedAcrossGap", confidence: Math.min(draft.confidence, 0.7) };
}

function propose(reading: Reading): Draft {
  const { document, state, unit, index } = reading;
  if (index === 0 && document.opening === "title") return draft(reading, "heading", "title", 0.95);
  if (index === 0 && document.opening === "openingLine") {
    return draft(reading, "procedural", "documentOpening", 0.7);
  }
  if (!/[\p{L}\p{N}]/u.test(unit.plain)) return draft(reading, "procedural", "separator", 0.9);
  if (unit.label?.type === "statement") return statement(reading, unit.label);
  const level = headingLevel(unit, reading.next, reading.marked);
  if (level !== null) return heading(reading, level);
  if (state.pendingStatement !== null && unit.label === null) {
    return startStatement(reading, state.pendingStatement, "statementBelowNumber", 0.85);
  }
  if (unit.form !== "listItem" && reading.drafts.at(-1)?.unit.form === "listItem")
    state.list = null;
  return (unit.label && byLabel(reading, unit.label)) ?? unlabelled(reading);
}

// --- Stellingen and headings -------------------------------------------------------------

function statement(reading: Reading, label: Label): Draft {
  const { state, unit } = reading;
  const written = label.number ?? state.highest + 1;
  if (label.alone) {
    state.pendingStatement = written;
    state.statement = null;
    return draft(reading, "heading", "statementLabel", 0.9);
  }
  const marked = unit.emphasised || unit.form === "heading" || reading.next?.continues === true;
  const sure = marked || !/[.!?]\s+\p{Lu}/u.test(unit.plain.slice(label.length));
  return startStatement(reading, written, "statementLabel", sure ? 0.97 : 0.75);
}

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

function heading(reading: Reading, level: number): Draft {
  const { state, unit } = reading;
  const section = sectionOf(unit.plain);
  state.question = null;
  state.context = null;
  state.list = null;
  if (section === "label") {
    state.context = underLabel();
  } else {
    const closes = section === "closing" || section === "procedural";
    if (state.statement !== null && (level <= state.statement.level || closes)) {
      state.statement = null;
    }
    if (state.statement === null) state.sectionLevel = Math.min(level, 6);
    state.section = section;
  }
  if (unit.form === "heading") return draft(reading, "heading", "heading", 0.97);
  return unit.emphasised
    ? draft(reading, "heading", "emphasisHeading", 0.75)
    : draft(reading, "heading", "plainHeading", 0.7);
}
