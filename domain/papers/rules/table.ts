import type { RequirementKind } from "@/db/vocabulary";
import { inOrderPut } from "../../editions/rules/reading";
import type { PaperKind, PaperSource, PaperTable, PaperText } from "../model";
import { changesTable } from "./changes-table";
import { matrixTable } from "./matrix-table";
import { reportTable } from "./report-table";

/** A table but for which edition it is of. */
export type Rows = Pick<PaperTable, "columns" | "rows">;

const MAKERS: Record<PaperKind, (source: PaperSource, text: PaperText) => Rows> = {
  pve: requirementTable,
  reactienota: reactionTable,
  verslag: reportTable,
  matrix: matrixTable,
  wijzigingen: changesTable,
};

/** A paper of an edition as rows. The same edition and the same words give the same table. */
export function tableOf(kind: PaperKind, source: PaperSource, text: PaperText): PaperTable {
  const { head, sha256 } = source;
  return {
    ...{ name: text(`papers.kind.${kind}`), date: head.decidedOn },
    edition: { dossier: head.dossier.slug, number: head.number, kind: head.kind, sha256 },
    ...MAKERS[kind](source, text),
  };
}

/** Of these a tender is set aside that does not meet them; the others are scored (design, "Rules of the field"). */
const KNOCK_OUT: Record<RequirementKind, boolean> = {
  mandatory: true,
  suitability: true,
  performance: true,
  preference: false,
  award: false,
};

/**
 * Every requirement that holds, once. The first six columns are those that tender platforms ask for when questions come in from
 * a spreadsheet: title, question, group, knock-out, kind of question, weight. What was dropped is no question.
 */
function requirementTable({ content }: PaperSource, text: PaperText): Rows {
  const chapters = new Map(content.chapters.map(({ key, title }, n) => [key, `${n + 1} ${title}`]));
  const yes = (is: boolean) => text(is ? "papers.table.yes" : "papers.table.no");
  return {
    columns: [
      { title: text("papers.table.title"), width: 34 },
      { title: text("papers.table.question"), width: 70 },
      { title: text("papers.table.group"), width: 30 },
      { title: text("papers.table.knockOut"), width: 11 },
      { title: text("papers.table.questionKind"), width: 14 },
      { title: text("papers.table.weight"), width: 11 },
      { title: text("papers.table.code"), width: 9 },
      { title: text("papers.table.kind"), width: 18 },
      { title: text("papers.table.points"), width: 9 },
      { title: text("papers.table.explanation"), width: 50 },
      { title: text("papers.table.evidence"), width: 34 },
      { title: text("papers.table.verification"), width: 34 },
      { title: text("papers.table.origin"), width: 24 },
      { title: text("papers.table.motivated"), width: 34 },
    ],
    rows: content.requirements
      .filter(({ dropped }) => !dropped)
      .map((one) => [
        ...[one.title, one.text, chapters.get(one.chapter) ?? "", yes(KNOCK_OUT[one.kind])],
        text(KNOCK_OUT[one.kind] ? "papers.table.yesOrNo" : "papers.table.open"),
        ...[one.weight, one.key, text(`kinds.requirement.${one.kind}`), one.score],
        ...[one.explanation, one.evidence, one.verification],
        [...one.words.flatMap(({ reaction }) => reaction ?? []), ...one.coreValues].join(", "),
        one.noSourceReason ?? "",
      ]),
  };
}

/** Every reaction once, in the order in which stellingen were put: what was said, and what was done with it. */
function reactionTable({ content }: PaperSource, text: PaperText): Rows {
  const statements = inOrderPut(content.statements);
  const place = new Map(statements.map(({ key }, n) => [key, n]));
  const statementText = new Map(statements.map((one) => [one.key, one.text]));
  const groups = new Map(content.groups.map(({ key, name }) => [key, name]));
  const consultations = new Map(content.consultations.map((one) => [one.key, one]));
  const last = statements.length;
  const rank = (statement: string | null) =>
    statement === null ? last : (place.get(statement) ?? last);
  const reactions = content.reactions
    .map((one, n) => ({ one, n }))
    .sort((a, b) => rank(a.one.statement) - rank(b.one.statement) || a.n - b.n);
  return {
    columns: [
      { title: text("papers.table.reaction"), width: 10 },
      { title: text("papers.table.statement"), width: 44 },
      { title: text("papers.table.stakeholders"), width: 20 },
      { title: text("papers.table.occasion"), width: 30 },
      { title: text("papers.table.day"), width: 12 },
      { title: text("papers.nota.said"), width: 70 },
      { title: text("papers.table.position"), width: 16 },
      { title: text("papers.table.partOf"), width: 10 },
      { title: text("papers.table.outcome"), width: 20 },
      { title: text("papers.table.reason"), width: 60 },
      { title: text("papers.table.where"), width: 30 },
      { title: text("papers.table.requirements"), width: 20 },
      { title: text("papers.table.coreValues"), width: 20 },
    ],
    rows: reactions.map(({ one }) => {
      const { answer } = one;
      const consultation = consultations.get(one.consultation);
      return [
        ...[one.key, (one.statement && statementText.get(one.statement)) ?? ""],
        ...[(one.group && groups.get(one.group)) ?? "", consultation?.title ?? ""],
        ...[consultation?.heldOn ?? "", one.text, text(`reactions.position.${one.position}`)],
        one.partOf ?? "",
        answer ? text(`dispositions.outcome.${answer.outcome}`) : text("editions.site.unanswered"),
        ...[answer?.reason ?? "", answer?.where ?? ""],
        (answer?.requirements ?? []).join(", "),
        one.coreValues.join(", "),
      ];
    }),
  };
}
