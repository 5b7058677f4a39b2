import { POSITIONS } from "@/db/vocabulary";
import type {
  ConsultationThing,
  EditionContent,
  ReactionThing,
  StatementThing,
} from "../../editions/model";
import { inOrderPut } from "../../editions/rules/reading";
import { sentenceStart } from "../../text/rules";
import {
  type Block,
  type HeadingBlock,
  type Paper,
  type PaperSource,
  type PaperText,
  type TableRow,
  TEXT_WIDTH,
} from "../model";
import { aboutEdition, heading, outside } from "./cover";
import { ids } from "./ids";
import { line, plainLines, saidLines, words } from "./lines";
import { type Finder, finder, sectionsOf, sumsPerGroup, within } from "./said";
import { consultationName } from "./statements";

/**
 * The report of each consultation of an edition: who spoke, and per stelling, as it was put there, every reaction once with the position
 * that was taken. What was done with it stands in the reactienota.
 */
export function reportPaper(source: PaperSource, text: PaperText): Paper {
  const { content } = source;
  const find = finder(content);
  const occasions = content.consultations.flatMap((one, n) => {
    const [head, ...rest] = reportOf(one, source, find, text);
    // The first follows on how one reads it.
    return head ? [{ ...head, newPage: n > 0 }, ...rest] : [];
  });
  return {
    ...outside(source, "verslag", text),
    blocks: [
      heading(1, "over", line(text("papers.pve.guide.title")), { newPage: true }),
      ...aboutEdition(source, text),
      { type: "text", look: "body", lines: [line(text("papers.report.guide"))] },
      ...(occasions.length > 0
        ? occasions
        : [
            {
              type: "text" as const,
              look: "body" as const,
              lines: [line(text("papers.report.none"))],
            },
          ]),
    ],
  };
}

function reportOf(
  consultation: ConsultationThing,
  { content }: PaperSource,
  find: Finder,
  text: PaperText,
): [HeadingBlock, ...Block[]] {
  const { key, kind, sector } = consultation;
  const own = content.reactions.filter((one) => one.consultation === key);
  const put = inOrderPut(content.statements)
    .flatMap((statement) => {
      const at = statement.puts.find((one) => one.consultation === key);
      return at ? [{ statement, at }] : [];
    })
    .sort((a, b) => a.at.number - b.at.number);
  const named = new Set<string | null>(put.map(({ statement }) => statement.key));
  const loose = own.filter(({ statement }) => !named.has(statement));
  return [
    heading(1, ids.consultation(key), line(consultationName(consultation))),
    {
      ...{ type: "text", look: "lead" },
      lines: [
        line([text(`kinds.consultation.${kind}`), ...(sector ? [sector] : [])].join(", ")),
        line(
          own.length > 0 ? sumsPerGroup(counted(own), content, text) : text("papers.report.silent"),
        ),
      ],
    },
    ...put.flatMap(({ statement, at }) => [
      ...putBlocks(consultation, statement, at, text),
      ...saidBlocks(
        own.filter((one) => one.statement === statement.key),
        content,
        find,
        text("papers.nota.none"),
        text,
      ),
    ]),
    ...(loose.length > 0
      ? [
          heading(2, `${ids.consultation(key)}-zonder`, line(text("papers.nota.noStatement"))),
          ...saidBlocks(loose, content, find, "", text),
        ]
      : []),
  ];
}

const counted = (reactions: readonly ReactionThing[]) =>
  reactions.map(({ statement, group, answer }) => ({
    ...{ statement, group, outcome: answer?.outcome ?? null, count: 1 },
  }));

function putBlocks(
  { key }: ConsultationThing,
  statement: StatementThing,
  { number, explanation }: StatementThing["puts"][number],
  text: PaperText,
): Block[] {
  const name = text("editions.site.statement", { number });
  const lines = plainLines(explanation ?? "");
  return [
    heading(
      2,
      `${ids.consultation(key)}-${ids.statement(statement.key)}`,
      [words(`${name}. `), words(statement.text, "em")],
      { running: name },
    ),
    ...(lines.length > 0 ? [{ type: "text" as const, look: "body" as const, lines }] : []),
  ];
}

function saidBlocks(
  own: readonly ReactionThing[],
  content: EditionContent,
  find: Finder,
  none: string,
  text: PaperText,
): Block[] {
  if (own.length === 0) return [{ type: "text", look: "body", lines: [line(none)] }];
  // Where nobody was asked for a position there is no column of dashes.
  const asked = own.some(({ position }) => position !== "none");
  return [
    ...(asked ? [positionTally(own, text)] : []),
    {
      type: "table",
      columns: [
        { title: text("papers.table.number"), width: 18 },
        { title: text("papers.nota.said"), width: TEXT_WIDTH - (asked ? 48 : 18) },
        ...(asked ? [{ title: text("papers.table.position"), width: 30 }] : []),
      ],
      sections: sectionsOf(own, content, find, text, (one) => row(one, asked, find, text)),
    },
  ];
}

/**
 * How many took each position, as far as these reactions say it. Parts of one reaction are one person's position: they count once.
 */
export function positionCounts(
  own: readonly ReactionThing[],
): Map<ReactionThing["position"], number> {
  const counts = new Map<ReactionThing["position"], number>();
  const seen = new Set<string>();
  for (const { partOf, position } of own) {
    if (partOf !== undefined) {
      if (seen.has(partOf)) continue;
      seen.add(partOf);
    }
    counts.set(position, (counts.get(position) ?? 0) + 1);
  }
  return counts;
}

function positionTally(own: readonly ReactionThing[], text: PaperText): Block {
  const counts = positionCounts(own);
  const items = POSITIONS.filter((one) => counts.has(one)).map((one) => ({
    ...{ shape: null, count: counts.get(one) ?? 0 },
    word: within(text(`reactions.position.${one}`)),
  }));
  return { type: "tally", lead: text("papers.report.positions"), items };
}

function row(one: ReactionThing, asked: boolean, find: Finder, text: PaperText): TableRow {
  const block = find.block(one);
  const notes = [
    ...(one.kind === "reaction" || (one.kind === "answer" && one.replyTo)
      ? []
      : [text(`kinds.input.${one.kind}`)]),
    ...(one.replyTo ? [text("papers.report.replyTo", { key: one.replyTo })] : []),
    ...(one.partOf ? [text("papers.report.partOf", { key: one.partOf })] : []),
  ];
  return {
    id: ids.reaction(one.key),
    cells: [
      {
        look: "code",
        lines: [
          line(one.key),
          ...(block === null ? [] : [line(text("editions.site.block", { n: block }), "label")]),
        ],
      },
      {
        look: "quote",
        lines: [
          ...(notes.length > 0 ? [line(sentenceStart(notes.join(", ")), "label")] : []),
          ...saidLines(one.text),
        ],
      },
      ...(asked
        ? [
            {
              look: "label" as const,
              lines: [
                line(one.position === "none" ? "–" : text(`reactions.position.${one.position}`)),
              ],
            },
          ]
        : []),
    ],
  };
}
