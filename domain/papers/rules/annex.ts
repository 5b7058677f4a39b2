import type { ConsultationThing, EditionContent, SourceThing } from "../../editions/model";
import { shortMark } from "../../editions/rules/site";
import { type Block, type Line, type PaperText, type TableBlock, TEXT_WIDTH } from "../model";
import { date, heading } from "./cover";
import { ids } from "./ids";
import { line, listed, saidLines, words } from "./lines";
import { perSource, type Quote, type Quotes } from "./quotes";
import { statementLine } from "./statements";

/** So many requirements of one kernwaarde are named with a quotation; more stand with the kernwaarde. */
const MOST_NAMED = 6;

/** The annex with the quotations on which requirements rest: each once, whole, in the order of its source. */
export function annex(content: EditionContent, quotes: Quotes, text: PaperText): Block[] {
  const letter = text("papers.annex", { letter: "A" });
  const title = heading(1, "bijlage-a", line(`${letter}. ${text("papers.pve.words.title")}`), {
    ...{ newPage: true, running: letter },
  });
  if (quotes.all.length === 0) {
    return [title, { type: "text", look: "lead", lines: [line(text("papers.pve.words.none"))] }];
  }
  const blocks = perSource(content.blocks);
  const parts: Block[] = [
    title,
    { type: "text", look: "lead", lines: [line(text("papers.pve.words.lead"))] },
  ];
  for (const [i, source] of content.sources.entries()) {
    const own = quotes.all.filter((quote) => quote.source === source);
    if (own.length === 0) continue;
    const card = sourceCard(source, i + 1, blocks.get(source.key)?.length ?? 0, text);
    parts.push(card, table(content, own, text));
  }
  const loose = quotes.all.filter(({ source }) => source === null);
  const at = new Map(content.consultations.map((one) => [one.key, one]));
  for (const key of new Set(loose.map(({ consultation }) => consultation))) {
    const own = loose.filter(({ consultation }) => consultation === key);
    parts.push(looseCard(key, at.get(key ?? ""), text), table(content, own, text));
  }
  return parts;
}

function sourceCard(source: SourceThing, n: number, blocks: number, text: PaperText): Block {
  const state = source.adoptedOn
    ? text("editions.site.sources.adopted", { date: date(source.adoptedOn) })
    : text("editions.site.sources.concept");
  return {
    type: "card",
    heading: heading(2, ids.source(source.key), [
      words(`${text("papers.pve.words.source", { n })} `),
      words(source.title),
    ]),
    right: text("papers.pve.words.blocks", { count: blocks }),
    lines: [
      line(`${state}. ${text("editions.site.sources.replaced", { count: source.replaced })}.`),
      line(text("papers.pve.words.file", { mark: shortMark(source.fileSha256) })),
    ],
  };
}

function looseCard(
  key: string | null,
  consultation: ConsultationThing | undefined,
  text: PaperText,
): Block {
  const title = consultation?.title ?? text("papers.pve.words.noConsultation");
  return {
    type: "card",
    heading: heading(2, ids.consultation(key ?? "geen"), line(title)),
    right: consultation?.heldOn ? date(consultation.heldOn) : "",
    lines: [line(`${text("editions.site.writtenIn")}.`)],
  };
}

function table(content: EditionContent, own: readonly Quote[], text: PaperText): TableBlock {
  const groups = new Map(content.groups.map(({ key, name }) => [key, name]));
  const requirements = new Map(content.coreValues.map((one) => [one.key, one.requirements]));
  const sections: {
    title: Line | null;
    statement: string | null;
    rows: TableBlock["sections"][number]["rows"][number][];
  }[] = [];
  for (const quote of own) {
    const last = sections.at(-1);
    const section =
      last && last.statement === quote.statement
        ? last
        : { title: statementLine(content, quote, text), statement: quote.statement, rows: [] };
    if (section !== last) sections.push(section);
    section.rows.push({
      id: ids.quote(quote.n),
      cells: [
        { look: "code", lines: [line(String(quote.n))] },
        { look: "quote", lines: saidLines(quote.text) },
        { look: "label", lines: whoAndWhere(quote, groups, text) },
        { look: "label", lines: carries(quote, requirements, text) },
      ],
    });
  }
  // Nothing was put before people: then there is no stelling to name.
  const only = sections.length === 1 && sections[0]?.statement === null;
  return {
    type: "table",
    columns: [
      { title: text("papers.table.number"), width: 11 },
      { title: text("papers.pve.words.said"), width: TEXT_WIDTH - 11 - 30 - 28 },
      { title: text("papers.pve.words.who"), width: 30 },
      { title: text("papers.pve.words.in"), width: 28 },
    ],
    sections: sections.map(({ title, rows }) => ({ title: only ? null : title, rows })),
  };
}

function whoAndWhere(
  { reactions, block }: Quote,
  groups: ReadonlyMap<string, string>,
  text: PaperText,
): Line[] {
  const names = new Set(
    reactions.map(({ group }) => groups.get(group ?? "") ?? text("editions.site.noGroup")),
  );
  const where = [
    ...reactions.map(({ key }) => key),
    ...(block === null ? [] : [text("editions.site.block", { n: block })]),
  ];
  return [
    line([...names].join(", ") || text("editions.site.looseWords"), "strong"),
    ...(where.length > 0 ? [line(where.join(", "))] : []),
  ];
}

function carries(
  { direct, coreValues }: Quote,
  requirements: ReadonlyMap<string, readonly string[]>,
  text: PaperText,
): Line[] {
  const codes = (keys: readonly string[], far: boolean) =>
    listed(
      keys.map((code) => ({ text: code, to: ids.requirement(code), far })),
      text("papers.and"),
    );
  return [
    ...(direct.length > 0 ? [codes(direct, false)] : []),
    ...coreValues.map((key) => {
      const own = requirements.get(key) ?? [];
      const via = {
        text: text("papers.pve.words.via", { key }),
        to: ids.coreValue(key),
        far: true,
      };
      return own.length > MOST_NAMED
        ? [via, words(` ${text("papers.pve.words.many", { count: own.length })}`)]
        : [via, words(" "), ...codes(own, true)];
    }),
  ];
}
