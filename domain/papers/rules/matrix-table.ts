import { TooLarge } from "../../kernel/errors";
import type { PaperSource, PaperText } from "../model";
import { waysOf } from "./matrix";
import { blockAt, perSource } from "./quotes";
import type { Rows } from "./table";

/** A spreadsheet holds a million rows; this many is what one opens and sorts. */
export const MOST_ROWS = 100_000;

/**
 * The trace matrix as rows: each requirement that holds with each of its words, by each way; one that rests on none has one row.
 *
 * @throws TooLarge past `MOST_ROWS`.
 */
export function matrixTable({ content }: PaperSource, text: PaperText): Rows {
  const ways = waysOf(content);
  const chapters = new Map(content.chapters.map(({ key, title }, n) => [key, `${n + 1} ${title}`]));
  const statements = new Map(content.statements.map((one) => [one.key, one.text]));
  const groups = new Map(content.groups.map(({ key, name }) => [key, name]));
  const consultations = new Map(content.consultations.map((one) => [one.key, one]));
  const sources = new Map(content.sources.map(({ key, title }) => [key, title]));
  const blocks = perSource(content.blocks);
  const yes = (is: boolean) => text(is ? "papers.table.yes" : "papers.table.no");
  const rows: Rows["rows"] = [];
  const add = (row: Rows["rows"][number]) => {
    if (rows.push(row) > MOST_ROWS) {
      throw new TooLarge("papers.errors.tooManyRows", { limit: MOST_ROWS });
    }
  };
  for (const one of content.requirements) {
    if (one.dropped) continue;
    const own = [
      ...[one.key, one.title, text(`kinds.requirement.${one.kind}`)],
      chapters.get(one.chapter) ?? "",
    ];
    const all = ways(one);
    if (all.length === 0) {
      add([...own, ...Array<string>(11).fill(""), one.noSourceReason ?? ""]);
      continue;
    }
    for (const { coreValue, words } of all) {
      const way = [
        coreValue ? text("papers.matrix.by") : text("papers.matrix.itself"),
        ...[coreValue?.key ?? "", coreValue?.name ?? ""],
      ];
      if (words.length === 0) {
        add([...own, ...way, ...Array<string>(8).fill(""), one.noSourceReason ?? ""]);
        continue;
      }
      for (const { word, reaction, carries } of words) {
        const place = word.place ?? reaction?.place ?? null;
        const consultation = consultations.get(word.consultation ?? reaction?.consultation ?? "");
        add([
          ...[...own, ...way, yes(carries), reaction?.key ?? ""],
          word.text ?? reaction?.text ?? "",
          statements.get(reaction?.statement ?? "") ?? "",
          groups.get(reaction?.group ?? "") ?? "",
          [consultation?.title, consultation?.heldOn].filter(Boolean).join(", "),
          sources.get(place?.source ?? "") ?? "",
          place ? blockAt(blocks.get(place.source) ?? [], place.start) : null,
          one.noSourceReason ?? "",
        ]);
      }
    }
  }
  return {
    columns: [
      { title: text("papers.table.code"), width: 9 },
      { title: text("papers.table.title"), width: 34 },
      { title: text("papers.table.kind"), width: 18 },
      { title: text("papers.table.chapter"), width: 28 },
      { title: text("papers.matrix.way"), width: 20 },
      { title: text("papers.matrix.coreValue"), width: 10 },
      { title: text("papers.matrix.coreValueName"), width: 28 },
      { title: text("papers.matrix.carriesColumn"), width: 14 },
      { title: text("papers.table.reaction"), width: 10 },
      { title: text("papers.nota.said"), width: 70 },
      { title: text("papers.table.statement"), width: 44 },
      { title: text("papers.table.stakeholders"), width: 20 },
      { title: text("papers.table.occasion"), width: 30 },
      { title: text("papers.table.source"), width: 30 },
      { title: text("papers.table.block"), width: 8 },
      { title: text("papers.table.motivated"), width: 34 },
    ],
    rows,
  };
}
