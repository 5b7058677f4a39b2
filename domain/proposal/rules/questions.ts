import { plainView } from "@/domain/proposal/rules/plain";
import type { KnownSpeakers } from "@/domain/proposal/rules/speakers";
import { cutUnit, type Unit } from "@/domain/proposal/rules/units";

/** Whether a unit asks something: a question label, or somebody's turn that ends in one. */
export function asks(unit: Unit): boolean {
  const type = unit.label?.type;
  return type === "question" || (type === "turn" && unit.plain.endsWith("?"));
}

/** Whether a unit visibly replies: a label or a name, and no question. */
export function isReply(unit: Unit | undefined): boolean {
  if (unit === undefined || asks(unit)) return false;
  const type = unit.label?.type;
  if (type === "answer" || type === "reactions" || type === "turn") return true;
  return type === undefined && unit.reported !== null;
}

/**
 * Cuts "Vraag: … ? Zo doen wij dat." in a question and what follows it. Words behind a question
 * explain the question when a reply comes next; when none does, they are the answer.
 */
export function cutAnswers(text: string, units: readonly Unit[], known: KnownSpeakers): Unit[] {
  return units.flatMap((unit, i) => {
    if (unit.label?.type !== "question" || unit.joined || isReply(units[i + 1])) return [unit];
    const view = plainView(text, unit.start, unit.end);
    const end = endOfQuestions(view.plain);
    if (end === null) return [unit];
    return cutUnit(text, unit, view.at(end), known);
  });
}

const MIN_ANSWER = 15;

/** Where the first run of questions ends, when only statements follow; else null. */
function endOfQuestions(plain: string): number | null {
  const last = plain.lastIndexOf("?");
  if (last === -1) return null;
  let end = last + 1;
  while (/["'”’)]/.test(plain[end] ?? "")) end++;
  const rest = plain.slice(end).trim();
  if (rest.length < MIN_ANSWER || !/^["'“‘(]?\p{Lu}/u.test(rest)) return null;
  // A statement between two questions belongs to what is asked.
  return end;
}

/** Whether a unit is nothing but one or a few questions. */
export function isOnlyQuestions(plain: string): boolean {
  if (!plain.endsWith("?") || plain.length > 300) return false;
  return !/[.!]\s+["'“‘(]?\p{Lu}/u.test(plain);
}
