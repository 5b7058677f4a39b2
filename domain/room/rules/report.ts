import { POSITIONS } from "@/db/vocabulary";
import { clockOf, formatClock, formatDate, formatMoment } from "../../kernel/dates";
import {
  type Block,
  PAGE_SIGNS,
  type Paper,
  type PaperText,
  type TableRow,
  TEXT_WIDTH,
} from "../../papers/model";
import { heading } from "../../papers/rules/cover";
import { line, plainLines } from "../../papers/rules/lines";
import { FEWEST_SHOWN } from "../../participation/model";
import type { Report, ReportPart } from "../model";

/** The report of a consultation as a paper. It is a concept as long as nobody adopted anything: a report never is. */
export function paperOfReport(report: Report, text: PaperText): Paper {
  const { title, dossier, contractingAuthority, introduction, madeAt, open, meetings } = report;
  const kind = text("room.report.kind");
  const day = formatDate(clockOf(madeAt).day, "nl");
  const said = report.parts.flatMap((part) => part.said);
  const held = meetings.map(({ startedAt, endedAt }) =>
    line(
      endedAt
        ? text("room.report.heldUntil", {
            from: formatMoment(startedAt, "nl"),
            until:
              clockOf(endedAt).day === clockOf(startedAt).day
                ? formatClock(endedAt)
                : formatMoment(endedAt, "nl"),
          })
        : text("room.report.heldFrom", { from: formatMoment(startedAt, "nl") }),
    ),
  );
  const fact = (term: string, lines: Paper["cover"]["facts"][number]["lines"]) => ({
    ...{ term, lines, code: false },
  });
  return {
    ...{ kind: "verslag", sender: contractingAuthority, date: clockOf(madeAt).day },
    title: `${kind} ${title}`,
    concept: text("papers.concept.word"),
    cover: {
      ...{ kind, title, lead: dossier },
      figures: [
        {
          shape: "statement",
          text: text("papers.figures.statements", { count: report.parts.length - 1 }),
        },
        { shape: "reaction", text: text("papers.figures.reactions", { count: said.length }) },
      ],
      note: text("room.report.note"),
      facts: [
        ...(introduction ? [fact(text("room.report.about"), plainLines(introduction))] : []),
        ...(held.length > 0 ? [fact(text("room.report.meetings"), held)] : []),
        fact(text("room.report.people"), [
          line(text("room.report.peopleIs", { count: report.people })),
          ...(report.leftOut.waiting > 0
            ? [line(text("room.report.waiting", { count: report.leftOut.waiting }))]
            : []),
          ...(report.leftOut.refused > 0
            ? [line(text("room.report.refused", { count: report.leftOut.refused }))]
            : []),
        ]),
        fact(text("room.report.made"), [
          line(`${day}${open ? `. ${text("room.report.open")}` : ""}`),
        ]),
      ],
    },
    contents: text("papers.contents"),
    running: `${kind} ${title}`,
    footer: {
      edition: text("room.report.footer", { date: day }),
      mark: "",
      page: text("papers.footer.page", { ...PAGE_SIGNS }),
    },
    blocks: report.parts.flatMap((part, i) => blocksOf(report, part, i, text)),
  };
}

function blocksOf(report: Report, part: ReportPart, i: number, text: PaperText): Block[] {
  const { statement, said } = part;
  if (!statement && said.length === 0) return [];
  const id = `deel-${i + 1}`;
  const blocks: Block[] = [
    statement
      ? heading(1, id, line(statement.text), { number: String(statement.number) })
      : heading(1, id, line(text("room.report.other"))),
  ];
  if (statement && report.asksPosition) blocks.push(...resultsBlocks(report, part, text));
  const questions = said.filter(({ kind }) => kind === "question");
  const rest = said.filter(({ kind }) => kind !== "question");
  const lists = [
    ["inRoom", rest.filter(({ inRoom }) => inRoom)],
    ["online", rest.filter(({ inRoom }) => !inRoom)],
    ["questions", questions],
  ] as const;
  for (const [name, list] of lists) {
    if (list.length === 0) continue;
    blocks.push(heading(2, `${id}-${name}`, line(text(`room.report.${name}`))));
    blocks.push({
      type: "table",
      columns: [
        { title: text("room.report.number"), width: 20 },
        { title: text("room.report.who"), width: 45 },
        { title: text("room.report.said"), width: TEXT_WIDTH - 65 },
      ],
      sections: [{ title: null, rows: list.map((one) => saidRow(one, text)) }],
    });
  }
  if (said.length === 0) {
    blocks.push({ type: "text", look: "note", lines: [line(text("room.report.nothing"))] });
  }
  return blocks;
}

function saidRow(one: ReportPart["said"][number], text: PaperText): TableRow {
  const who = [one.group ?? text("room.nobody"), one.role].filter(Boolean).join(", ");
  const kind = text(`kinds.input.${one.kind}`);
  return {
    id: null,
    cells: [
      { look: "code", lines: [line(`R-${one.number}`)] },
      { look: "label", lines: [line(who), ...(one.kind === "reaction" ? [] : [line(kind)])] },
      { look: "quote", lines: plainLines(one.text) },
    ],
  };
}

function resultsBlocks(
  report: Report,
  { results, people, earlier }: ReportPart,
  text: PaperText,
): Block[] {
  if (people === 0) {
    return [{ type: "text", look: "note", lines: [line(text("room.report.noVotes"))] }];
  }
  const numbers = 22;
  const rows = results.map((one): TableRow => {
    const names = one.groups.map(({ name }) => name ?? text("room.nobody")).join(", ");
    const { positions } = one;
    return {
      id: null,
      cells: [
        { look: "label", lines: [line(names)] },
        { look: "number", lines: [line(String(one.people))] },
        ...POSITIONS.map((position) => ({
          look: "number" as const,
          lines: [line(positions ? String(positions[position]) : "–")],
        })),
      ],
    };
  });
  const few = results.some(({ groups, positions }) => groups.length > 1 || !positions);
  const notes = [
    ...(earlier > 0 ? [text("participation.earlierWords", { count: earlier })] : []),
    ...(few ? [text("room.report.few", { count: FEWEST_SHOWN })] : []),
  ];
  return [
    {
      type: "table",
      columns: [
        { title: text("room.report.group"), width: TEXT_WIDTH - 5 * numbers },
        { title: text("room.report.votes"), width: numbers },
        ...POSITIONS.map((position) => ({
          title:
            report.positionWords?.[position] ?? text(`participation.react.position.${position}`),
          width: numbers,
        })),
      ],
      sections: [{ title: null, rows }],
    },
    ...notes.map((note) => ({
      ...{ type: "text" as const, look: "note" as const },
      lines: [line(note)],
    })),
  ];
}
