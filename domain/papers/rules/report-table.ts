import type { PaperSource, PaperText } from "../model";
import { blockAt, perSource } from "./quotes";
import type { Rows } from "./table";

/** The reports as rows: every reaction once, by consultation and then as it was numbered. */
export function reportTable({ content }: PaperSource, text: PaperText): Rows {
  const statements = new Map(content.statements.map((one) => [one.key, one]));
  const groups = new Map(content.groups.map(({ key, name }) => [key, name]));
  const sources = new Map(content.sources.map(({ key, title }) => [key, title]));
  const blocks = perSource(content.blocks);
  return {
    columns: [
      { title: text("papers.table.occasion"), width: 30 },
      { title: text("papers.table.day"), width: 12 },
      { title: text("papers.table.number"), width: 8 },
      { title: text("papers.table.statement"), width: 44 },
      { title: text("papers.table.reaction"), width: 10 },
      { title: text("papers.table.stakeholders"), width: 20 },
      { title: text("papers.table.kind"), width: 14 },
      { title: text("papers.table.position"), width: 16 },
      { title: text("papers.nota.said"), width: 70 },
      { title: text("papers.table.repliesTo"), width: 12 },
      { title: text("papers.table.partOf"), width: 10 },
      { title: text("papers.table.source"), width: 30 },
      { title: text("papers.table.block"), width: 8 },
    ],
    rows: content.consultations.flatMap(({ key, title, heldOn }) =>
      content.reactions
        .filter(({ consultation }) => consultation === key)
        .map((one) => {
          const statement = statements.get(one.statement ?? "");
          const put = statement?.puts.find(({ consultation }) => consultation === key);
          const { place } = one;
          return [
            ...[title, heldOn ?? "", put?.number ?? null, statement?.text ?? "", one.key],
            groups.get(one.group ?? "") ?? "",
            ...[text(`kinds.input.${one.kind}`), text(`reactions.position.${one.position}`)],
            ...[one.text, one.replyTo ?? "", one.partOf ?? ""],
            sources.get(place?.source ?? "") ?? "",
            place ? blockAt(blocks.get(place.source) ?? [], place.start) : null,
          ];
        }),
    ),
  };
}
