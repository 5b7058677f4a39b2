import { OUTCOMES } from "@/db/vocabulary";
import type { EditionContent, ReactionThing, StatementThing } from "../../editions/model";
import { inOrderPut, requirementsOf, sumOf, sumsBy } from "../../editions/rules/reading";
import {
  type Block,
  type CountedReactions,
  type Inline,
  type Line,
  type Paper,
  type PaperSource,
  type PaperText,
  type TableBlock,
  TEXT_WIDTH,
} from "../model";
import { aboutEdition, heading, outside } from "./cover";
import { ids } from "./ids";
import { line, listed, plainLines, saidLines, words } from "./lines";
import { type Finder, finder, sectionsOf, sumsPerGroup, within } from "./said";
import { consultationName, statementName } from "./statements";

/** A stelling with so many reactions begins on a page of its own. */
const OWN_PAGE = 6;

/**
 * The reactienota of an edition: per stelling and then per group every reaction once, with what was done with it and why.
 * Its counts are those of the pages of the edition.
 */
export function reactienotaPaper(source: PaperSource, text: PaperText): Paper {
  const { content, cells } = source;
  const find = finder(content);
  return {
    ...outside(source, "reactienota", text),
    blocks: [
      heading(1, "over", line(text("papers.nota.about.title")), { newPage: true }),
      ...aboutEdition(source, text),
      {
        ...{ type: "text", look: "body" },
        lines: [
          line(text("editions.site.reactions.lead", { total: sumOf(cells) })),
          line(text("editions.site.reactions.once")),
        ],
      },
      tally(cells, text("papers.nota.total", { count: sumOf(cells) }), text),
      ...heard(content, cells, text),
      ...inOrderPut(content.statements).flatMap((one) => answered(one, source, find, text)),
      ...answered(null, source, find, text),
    ],
  };
}

/** Outcomes with how often each was given, in their fixed order. */
function tally(cells: readonly CountedReactions[], lead: string, text: PaperText): Block {
  const sums = sumsBy(cells, "outcome");
  const given = OUTCOMES.filter((outcome) => sums.has(outcome)).map((outcome) => ({
    ...{ shape: outcome, count: sums.get(outcome) ?? 0 },
    word: within(text(`dispositions.outcome.${outcome}`)),
  }));
  const open = sums.get(null) ?? 0;
  const without = { shape: null, count: open, word: within(text("editions.site.unanswered")) };
  return { type: "tally", lead, items: open > 0 ? [...given, without] : given };
}

/** Who was heard and who was not. */
function heard(
  { groups, consultations }: EditionContent,
  cells: readonly CountedReactions[],
  text: PaperText,
): Block[] {
  const sums = sumsBy(cells, "group");
  const row = (name: string, count: number, note: string) => ({
    id: null,
    cells: [
      { look: "quote" as const, lines: [line(name)] },
      { look: "number" as const, lines: [line(String(count))] },
      { look: "label" as const, lines: note ? [line(note)] : [] },
    ],
  });
  const rows = groups.map(({ key, name, expected }) => {
    const silent = expected
      ? text("editions.site.heard.expected")
      : text("editions.site.heard.notExpected");
    return row(name, sums.get(key) ?? 0, sums.has(key) ? "" : silent);
  });
  const unknown = sums.get(null) ?? 0;
  if (unknown > 0) rows.push(row(text("editions.site.noGroup"), unknown, ""));
  if (rows.length === 0) return [];
  const occasions = consultations.map((one) =>
    line(`${consultationName(one)} (${within(text(`kinds.consultation.${one.kind}`))})`),
  );
  return [
    heading(2, "gehoord", line(text("editions.site.heard.title"))),
    {
      type: "table",
      columns: [
        { title: text("editions.site.heard.group"), width: 90 },
        { title: text("editions.site.heard.reactions"), width: 25 },
        { title: text("papers.nota.note"), width: TEXT_WIDTH - 115 },
      ],
      sections: [{ title: null, rows }],
    },
    ...(occasions.length > 0
      ? [
          heading(2, "momenten", line(text("editions.site.heard.occasions"))),
          { type: "text" as const, look: "body" as const, lines: occasions },
        ]
      : []),
  ];
}

/** A stelling with all that was said to it, per group; null for what was said to none. */
function answered(
  statement: StatementThing | null,
  { content, cells }: PaperSource,
  find: Finder,
  text: PaperText,
): Block[] {
  const key = statement?.key ?? null;
  const own = find.reactions.get(key) ?? [];
  if (!statement && own.length === 0) return [];
  const counted = cells.filter((cell) => cell.statement === key);
  const title = statement ? statementHeading(statement, find, text) : null;
  const head = title
    ? { ...title, newPage: own.length >= OWN_PAGE }
    : heading(1, "zonder-stelling", line(text("papers.nota.noStatement")), { newPage: true });
  if (own.length === 0) {
    return [head, { type: "text", look: "body", lines: [line(text("papers.nota.none"))] }];
  }
  return [
    head,
    tally(counted, sumsPerGroup(counted, content, text), text),
    {
      type: "table",
      columns: [
        { title: text("papers.table.number"), width: 16 },
        { title: text("papers.nota.said"), width: 75 },
        { title: text("papers.nota.done"), width: TEXT_WIDTH - 91 },
      ],
      sections: sectionsOf(own, content, find, text, (one) => row(one, find, text)),
    },
  ];
}

function statementHeading(statement: StatementThing, find: Finder, text: PaperText) {
  const name = statementName(statement, null, text);
  const occasions = statement.puts.flatMap(({ consultation }) => {
    const found = find.consultations.get(consultation);
    return found ? [consultationName(found)] : [];
  });
  return heading(
    1,
    ids.statement(statement.key),
    [words(`${name}. `), words(statement.text, "em")],
    {
      ...{ over: occasions.join(" · "), running: name },
    },
  );
}

function row(
  one: ReactionThing,
  find: Finder,
  text: PaperText,
): TableBlock["sections"][number]["rows"][number] {
  const block = find.block(one);
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
      { look: "quote", lines: saidLines(one.text) },
      { look: "quote", lines: answerLines(one, text) },
    ],
  };
}

/** The outcome and the requirements on one line, then why. */
function answerLines(one: ReactionThing, text: PaperText): Line[] {
  const { answer } = one;
  const codes = requirementsOf(one);
  const list = listed(
    codes.map((code): Inline => ({ text: code, looks: ["label"] })),
    text("papers.and"),
  ).map((part): Inline => ("text" in part ? { ...part, looks: ["label"] } : part));
  const taken = answer?.outcome === "adopted" || answer?.outcome === "partly";
  const joint = taken ? text("papers.nota.in") : text("papers.nota.see");
  const first: Line = [
    ...(answer ? [{ shape: answer.outcome }, words(" ")] : []),
    words(
      answer ? text(`dispositions.outcome.${answer.outcome}`) : text("editions.site.unanswered"),
      ...(["label", "strong"] as const),
    ),
    ...(codes.length > 0 ? [words(`, ${joint} `, "label"), ...list] : []),
  ];
  return [
    first,
    ...plainLines(answer?.reason ?? ""),
    ...(answer?.where ? plainLines(`${text("editions.site.where")} ${answer.where}`) : []),
  ];
}
