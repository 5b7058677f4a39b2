import { guessInSection, type Section } from "@/domain/proposal/rules/cues";
import type { Label } from "@/domain/proposal/rules/labels";
import { asks, isReply } from "@/domain/proposal/rules/questions";
import {
  type Draft,
  draft,
  explaining,
  type Reading,
  underLabel,
} from "@/domain/proposal/rules/reading";

/** Null when the label means nothing in this kind of document. */
export function byLabel(reading: Reading, label: Label): Draft | null {
  const { document, state, unit } = reading;
  const input = document.kind === "meeting" || document.kind === "survey";
  const bareName = label.type === "turn" && label.act === null;
  if (bareName && !input && document.speaker !== null) return null;
  const heard = label.speaker !== null && reading.known.has(label.speaker);
  if (bareName && document.kind === "information" && !heard) return null;
  // "Anke Smit – school" among those present says where she is from.
  if (bareName && (state.section === "present" || state.list === "procedural")) return null;
  if (label.type === "meetingData") {
    if (label.alone) state.list = "procedural";
    return draft(reading, "procedural", "meetingData", 0.95);
  }
  if (label.alone) return labelAlone(reading, label);
  const open = state.question;
  const previous = reading.drafts.at(-1);
  const sameLine = unit.continues && previous?.kind === "question";
  const speaker = label.speaker;
  state.context = null;

  switch (label.type) {
    case "question":
      return draft(reading, "question", "questionLabel", unit.plain.includes("?") ? 0.95 : 0.8, {
        speaker,
      });
    case "answer":
      return draft(reading, "answer", "answerLabel", 0.95, {
        speaker,
        replyTo: open?.index ?? null,
      });
    case "reactions":
      if (sameLine && open) {
        return draft(reading, "answer", "answerSameLine", 0.8, { speaker, replyTo: open.index });
      }
      // "Reactie vervoerder:" below what was remarked or asked.
      if (speaker !== null && PUT.has(previous?.unit.label?.type ?? "")) {
        return draft(reading, "answer", "answerLabel", 0.9, {
          speaker,
          replyTo: open?.index ?? null,
        });
      }
      return draft(reading, "reaction", "reactionLabel", BROAD.test(unit.plain) ? 0.7 : 0.9, {
        speaker,
      });
    case "explanation":
      return explanation(reading, label);
    case "turn":
      return turn(reading, label);
    default:
      return draft(reading, label.type, `${label.type}Label`, sureness(reading, label), {
        speaker,
      });
  }
}

const PUT: ReadonlySet<string> = new Set(["remark", "question"]);
/** What many brought in may be praise or a wish as well. */
const BROAD = /^(?!reactie)\p{L}+\s/iu;

/** "Opmerking: te duur" is what somebody says, or what is to be known: the rest of the document tells. */
function sureness({ unit }: Reading, label: Label): number {
  if (label.type === "remark" && /^opmerking/i.test(unit.plain)) return 0.6;
  return label.act === null ? 0.92 : 0.8;
}

/** A label on a line of its own says what follows; it is no input itself. */
function labelAlone(reading: Reading, label: Label): Draft {
  const { document, state, unit } = reading;
  state.question = null;
  state.context = null;
  if (label.type === "explanation") {
    state.context = explaining(label.speaker, 0.6);
    const { speaker } = label;
    return draft(reading, "procedural", "introducesExplanation", 0.8, { speaker });
  }
  if (label.type === "reactions" || label.type === "turn" || label.type === "statement") {
    // "De coach:" in a sheet is the subject of the list below it.
    const subject = label.type === "turn" && document.kind === "information";
    state.context = subject ? null : underLabel();
    if (state.context && label.type !== "reactions") state.context.speaker = label.speaker;
  } else if (label.type !== "meetingData") {
    // "Conclusie" below "Beantwoording" says what the answer comes down to.
    const goesOn = /^conclusie/i.test(unit.plain) && reading.drafts.at(-1)?.kind === "answer";
    const kind = goesOn ? "answer" : label.type;
    state.context = { kind, reason: `${kind}Label`, confidence: 0.8, speaker: label.speaker };
  }
  if (unit.form === "heading") {
    return draft(reading, "heading", "heading", 0.95, { speaker: label.speaker });
  }
  return draft(reading, "procedural", "labelAlone", 0.85, { speaker: label.speaker });
}

function explanation(reading: Reading, label: Label): Draft {
  const { state } = reading;
  if (label.act === null) {
    return draft(reading, "explanation", "explanationLabel", 0.95, { speaker: label.speaker });
  }
  // Before the first stelling, somebody who explains goes on in the next paragraphs.
  if (state.statement === null && state.section === "procedural") {
    state.context = explaining(null, 0.5);
  }
  return draft(reading, "explanation", "explanationTurn", 0.7, { speaker: label.speaker });
}

/** A few words that nobody says as "ik", and that ask nothing. */
function isTask(words: string): boolean {
  return words.length <= 120 && !/\?|\b(?:ik|mij|mijn|jullie)\b|[.!]\s+\p{Lu}/iu.test(words);
}

const OPINIONS: ReadonlySet<Section> = new Set(["compliment", "concern", "expectation", "advice"]);

function turn(reading: Reading, label: Label): Draft {
  const { state, unit, next } = reading;
  const { speaker } = label;
  // "EV: verslag rondsturen" below "Acties" is what EV will do.
  const toDo = state.section === "action" || state.section === "agreement";
  if (toDo && label.act === null && isTask(unit.plain.slice(label.length))) {
    return draft(reading, "action", "actionHeading", 0.8, { speaker });
  }
  if (asks(unit)) return draft(reading, "question", "questionTurn", 0.8, { speaker });
  if (unit.plain.includes("?") && isReply(next) && next?.label?.speaker !== speaker) {
    return draft(reading, "question", "questionTurn", 0.75, { speaker });
  }
  const open = state.question;
  // Who asked does not answer; but right after the question "X" may be somebody else.
  if (open !== null && label.act === null && (!open.answered || open.speaker !== speaker)) {
    const sure = open.speaker === speaker ? 0.6 : open.answered ? 0.5 : 0.8;
    return draft(reading, "answer", "answerTurn", sure, { speaker, replyTo: open.index });
  }
  if (label.act === "adds") return draft(reading, "remark", "remarkTurn", 0.75, { speaker });
  state.question = null;
  // "Noor: …" below "Wat gaat goed" praises.
  const headed = OPINIONS.has(state.section) && guessInSection(state.section, unit.plain);
  if (headed) return draft(reading, headed.kind, headed.reason, headed.confidence, { speaker });
  return draft(reading, "reaction", "reactionTurn", 0.65, { speaker });
}
