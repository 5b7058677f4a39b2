import type { AskedStatement, ConsultationPage } from "@/domain/participation/model";

/** Something to answer: a stelling, or the question after them. */
export interface Question {
  n: number;
  statement: AskedStatement | null;
}

/** All there is to answer, in order. */
export function questionsOf(page: ConsultationPage): Question[] {
  const questions: Question[] = page.statements.map((statement, i) => ({ n: i + 1, statement }));
  if (page.missingQuestion !== null) questions.push({ n: questions.length + 1, statement: null });
  return questions;
}
