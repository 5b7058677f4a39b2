import { canonicalJson } from "@/db/canonical";
import { CHANGEABLE, type Changeable, MEASURES, MEASURES_OF } from "../requirements/model";
import type { Asked, PassedOver, PlannedField, PlannedRow, Standing } from "./model";

/** A value of a field in words; a text of several is read by its words. */
function wordsOf(content: Standing["now"], field: Changeable): string | null {
  const value = field === "body" ? content.bodyText : content[field];
  return value === null || value === undefined || value === "" ? null : String(value);
}

/** Whether two values of a field say the same; a number may be written as text. */
export const sameValue = (one: unknown, other: unknown): boolean =>
  (typeof one === "object" && one !== null) || (typeof other === "object" && other !== null)
    ? canonicalJson(one ?? null) === canonicalJson(other ?? null)
    : String(one ?? "") === String(other ?? "");

/**
 * What becomes of what is asked of a requirement, as it stands now: what changes, and what is passed over and why. What
 * somebody else changed meanwhile in the same field stays, and so does all of it while somebody writes in it.
 *
 * @param chapters what each chapter is called.
 * @param bodyWords the words of a text.
 */
export function planOf(
  asked: Asked,
  standing: Standing,
  chapters: ReadonlyMap<string, string>,
  bodyWords: (body: unknown) => string,
): PlannedRow {
  const { id: requirementId, code, now, base, dropped, writer } = standing;
  const row: PlannedRow = {
    requirementId,
    code,
    title: now.title,
    changes: [],
    passed: [],
    writer,
  };
  const pass = (
    field: PlannedField["field"] | null,
    why: PassedOver,
    stands: string | null = null,
  ) => row.passed.push({ field, why, now: stands });
  if (writer !== null) {
    pass(null, "writing", writer);
    return row;
  }
  if (dropped && asked.act !== "restore") {
    pass(null, "dropped");
    return row;
  }
  const kind = asked.fields.kind ?? now.kind;
  const measured: readonly string[] = MEASURES_OF[kind as keyof typeof MEASURES_OF] ?? [];
  for (const field of CHANGEABLE) {
    if (!(field in asked.fields)) continue;
    const after = asked.fields[field];
    if (sameValue(after, now[field])) pass(field, "same");
    else if (base && !sameValue(base[field], now[field]))
      pass(field, "changed", wordsOf(now, field));
    else if (MEASURES.some((one) => one === field) && !measured.includes(field)) {
      pass(field, "noMeasure");
    } else {
      const words = field === "body" ? bodyWords(after) : String(after ?? "");
      row.changes.push({ field, before: wordsOf(now, field), after: words || null });
    }
  }
  // With a kind that is not scored its points go: that is said too.
  if (row.changes.some(({ field }) => field === "kind")) {
    for (const measure of MEASURES) {
      const before = wordsOf(now, measure);
      if (before === null || measured.includes(measure) || measure in asked.fields) continue;
      row.changes.push({ field: measure, before, after: null });
    }
  }
  if (asked.chapterId !== null) {
    if (asked.chapterId === standing.chapterId) pass("chapter", "same");
    else {
      row.changes.push({
        field: "chapter",
        before: chapters.get(standing.chapterId) ?? null,
        after: chapters.get(asked.chapterId) ?? null,
      });
    }
  }
  const { act } = asked;
  if (act === "restore" && !dropped) pass("act", "notDropped");
  else if (act === "review" && standing.state !== "draft") pass("act", "sent");
  else if (act) row.changes.push({ field: "act", before: null, after: act });
  return row;
}
