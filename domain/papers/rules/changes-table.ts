import type { OriginChange, RequirementChange } from "../../editions/rules/changes";
import { reasonsSince } from "../../editions/rules/changes";
import { movedWords, saidIn } from "../../editions/rules/changes-words";
import type { PaperSource, PaperText } from "../model";
import {
  answerWord,
  bothOf,
  type Compared,
  changedFields,
  comparedIn,
  originOf,
  quotedName,
} from "./changes";
import type { Rows } from "./table";

/** What changed as rows: a row for each field of a requirement that says something else, one for what became of anything else. */
export function changesTable(source: PaperSource, text: PaperText): Rows {
  const compared = comparedIn(source);
  return {
    columns: [
      { title: text("papers.changes.what"), width: 12 },
      { title: text("papers.changes.change"), width: 16 },
      { title: text("papers.table.code"), width: 9 },
      { title: text("papers.changes.codeBefore"), width: 9 },
      { title: text("papers.table.title"), width: 34 },
      { title: text("papers.changes.field"), width: 16 },
      { title: text("papers.changes.was"), width: 60 },
      { title: text("papers.changes.is"), width: 60 },
      { title: text("editions.changes.why"), width: 40 },
    ],
    rows: compared
      ? [
          ...compared.found.requirements.flatMap((one) => requirementRows(one, compared, text)),
          ...coreValueRows(compared, text),
          ...reactionRows(compared, text),
        ]
      : [],
  };
}

function requirementRows(
  change: RequirementChange,
  compared: Compared,
  text: PaperText,
): Rows["rows"] {
  const { was, is } = bothOf(change, compared);
  const reasons = is ? reasonsSince(was, is).join("\n") : "";
  const row = (field: string, before: string, after: string) => [
    ...[text("papers.matrix.requirement"), text(`editions.changes.kind.${change.kind}`)],
    ...[change.after ?? "", change.before ?? "", (is ?? was)?.title ?? ""],
    ...[field, before, after, reasons],
  ];
  const words = text("papers.table.question");
  switch (change.kind) {
    case "added":
      return [row(words, "", is?.text ?? "")];
    case "dropped":
      return [
        row(words, was?.text ?? "", text(is ? "papers.changes.dropped" : "papers.changes.gone")),
      ];
    case "moved":
      return [row("", "", movedWords(text, change) ?? text("editions.changes.onlyMoved"))];
    case "origin": {
      const { gained, lost } = originOf(change, compared);
      return [row(text("papers.table.origin"), names(lost, text), names(gained, text))];
    }
    case "changed": {
      if (!was || !is) return [];
      const fields = changedFields(was, is, text);
      const moved = movedWords(text, change);
      return [
        ...fields.map((field) =>
          row(
            field === "text" ? words : text(`editions.changes.field.${field}`),
            saidIn(text, was, field),
            saidIn(text, is, field),
          ),
        ),
        ...(fields.length === 0 ? [row("", "", text("editions.changes.onlyForm"))] : []),
        ...(moved ? [row("", "", moved)] : []),
      ];
    }
  }
}

const names = ({ coreValues, words }: OriginChange, text: PaperText): string =>
  [...coreValues, ...words.map((word) => quotedName(word, text))].join("\n");

function coreValueRows({ found, before, after }: Compared, text: PaperText): Rows["rows"] {
  const was = new Map(before.content.coreValues.map((one) => [one.key, one]));
  const is = new Map(after.content.coreValues.map((one) => [one.key, one]));
  const said = (one: ReturnType<typeof was.get>) =>
    one ? [one.name, one.definition, one.rule].filter(Boolean).join("\n") : "";
  return found.coreValues.map(({ key, kind }) => [
    ...[text("papers.matrix.coreValue"), text(`editions.changes.thing.${kind}`)],
    ...[is.has(key) ? key : "", was.has(key) ? key : ""],
    ...[(is.get(key) ?? was.get(key))?.name ?? "", ""],
    ...[said(was.get(key)), said(is.get(key)), ""],
  ]);
}

function reactionRows({ found, before, after }: Compared, text: PaperText): Rows["rows"] {
  const was = new Map(before.content.reactions.map((one) => [one.key, one]));
  const is = new Map(after.content.reactions.map((one) => [one.key, one]));
  return found.reactions.map(({ key, kind }) => {
    const said = (one: ReturnType<typeof was.get>) => {
      if (!one) return "";
      const words = kind === "answered" ? [] : [one.text];
      return [...words, answerWord(one, text), one.answer?.reason ?? ""].filter(Boolean).join("\n");
    };
    return [
      ...[text("papers.table.reaction"), text(`editions.changes.reaction.${kind}`)],
      ...[is.has(key) ? key : "", was.has(key) ? key : "", "", ""],
      ...[said(was.get(key)), said(is.get(key)), ""],
    ];
  });
}
