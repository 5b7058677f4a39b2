import { REQUIREMENT_KINDS } from "@/db/vocabulary";
import type { CoreValueThing, EditionContent, RequirementThing } from "../../editions/model";
import type { Block, Inline, Line, Paper, PaperSource, PaperText } from "../model";
import { annex } from "./annex";
import { coreValueAnnex } from "./core-values";
import { aboutEdition, heading, outside } from "./cover";
import { ids } from "./ids";
import { line, plainLines, words } from "./lines";
import { numbersLine } from "./numbers";
import { type Quotes, quotesOf } from "./quotes";

/**
 * The Programma van Eisen of an edition: chapters with their requirements, each with what it rests on, and two annexes with the
 * quotations, each once, and the kernwaarden.
 */
export function pvePaper(source: PaperSource, text: PaperText): Paper {
  const { content } = source;
  const quotes = quotesOf(content);
  return {
    ...outside(source, "pve", text),
    blocks: [
      heading(1, "leeswijzer", line(text("papers.pve.guide.title")), { newPage: true }),
      ...aboutEdition(source, text),
      ...guide(content, text),
      ...content.chapters.flatMap((chapter, i) => [
        heading(1, ids.chapter(chapter.key), line(chapter.title), {
          ...{ number: String(i + 1), newPage: true, running: `${i + 1} ${chapter.title}` },
        }),
        ...said("lead", chapter.introduction),
        ...requirementsIn(content, chapter.key, quotes, text),
      ]),
      ...annex(content, quotes, text),
      ...coreValueAnnex(content, quotes, text),
    ],
  };
}

function said(look: "lead" | "body", value: string): Block[] {
  const lines = plainLines(value);
  return lines.length > 0 ? [{ type: "text", look, lines }] : [];
}

/** What the kinds of requirement in this edition mean, and how one reads where they come from. */
function guide(content: EditionContent, text: PaperText): Block[] {
  const used = new Set(content.requirements.map(({ kind }) => kind));
  const kinds = REQUIREMENT_KINDS.filter((kind) => used.has(kind)).map((kind) =>
    line(text(`editions.site.requirement.kind.${kind}`)),
  );
  const lines = [
    ...kinds,
    line(text("papers.pve.guide.origin")),
    line(text("papers.pve.guide.words")),
  ];
  return [{ type: "text", look: "body", lines }];
}

function requirementsIn(
  content: EditionContent,
  chapter: string,
  quotes: Quotes,
  text: PaperText,
): Block[] {
  const coreValues = new Map(content.coreValues.map((one) => [one.key, one]));
  const own = content.requirements.filter((one) => one.chapter === chapter);
  if (own.length === 0) {
    return [{ type: "text", look: "body", lines: [line(text("papers.pve.noRequirements"))] }];
  }
  return own.map((one) => requirementBlock(one, coreValues, quotes, text));
}

function requirementBlock(
  one: RequirementThing,
  coreValues: ReadonlyMap<string, CoreValueThing>,
  quotes: Quotes,
  text: PaperText,
): Block {
  const { explanation, evidence, verification, score, weight } = one;
  const facts: [string, Line[]][] = [
    [text("editions.site.requirement.explanation"), plainLines(explanation)],
    [text("editions.site.requirement.evidence"), plainLines(evidence)],
    [text("editions.site.requirement.verification"), plainLines(verification)],
    [
      text("editions.site.requirement.score"),
      score === null ? [] : [line(text("papers.pve.points", { score }))],
    ],
    [
      text("editions.site.requirement.weight"),
      weight === null ? [] : [line(text("papers.pve.percent", { weight }))],
    ],
    [text("papers.pve.origin"), originOf(one, coreValues, quotes, text)],
  ];
  return {
    type: "requirement",
    heading: heading(2, ids.requirement(one.key), line(one.title), { number: one.key }),
    label: text(`kinds.requirement.${one.kind}`),
    notes: [
      ...(one.dropped ? [text("papers.pve.dropped")] : []),
      ...(one.suspect ? [text("editions.site.requirement.suspect")] : []),
    ],
    body: one.body,
    lines: one.body ? [] : plainLines(one.text),
    facts: facts.filter(([, lines]) => lines.length > 0).map(([term, lines]) => ({ term, lines })),
  };
}

function originOf(
  one: RequirementThing,
  coreValues: ReadonlyMap<string, CoreValueThing>,
  quotes: Quotes,
  text: PaperText,
): Line[] {
  const lines: Line[] = [];
  const direct = quotes.ofRequirement.get(one.key) ?? [];
  if (direct.length > 0) lines.push(numbersLine(direct, text, { strong: true }));
  for (const key of one.coreValues) {
    const numbers = quotes.ofCoreValue.get(key) ?? [];
    const name: Inline[] = [
      { shape: "coreValue" },
      words(" "),
      { text: `${key} ${coreValues.get(key)?.name ?? ""}`.trimEnd(), to: ids.coreValue(key) },
    ];
    const carrying = new Set(
      (one.carriedBy ?? [])
        .filter((word) => word.startsWith(`${key}/`))
        .flatMap((word) => quotes.ofWord.get(word) ?? []),
    );
    lines.push(
      numbers.length > 0
        ? [...name, words(": "), ...wordsOfValue(numbers, carrying, key, text)]
        : [...name, words(text("papers.pve.noWords"))],
    );
  }
  if (one.noSourceReason) {
    lines.push(...plainLines(text("papers.pve.noSource", { reason: one.noSourceReason })));
  }
  return lines.length > 0 ? lines : [line(text("papers.pve.noOrigin"))];
}

/** The quotations of a kernwaarde: those that carry the requirement first, and then what is also of it. */
function wordsOfValue(
  numbers: readonly number[],
  carrying: ReadonlySet<number>,
  key: string,
  text: PaperText,
): Line {
  if (carrying.size === 0) return numbersLine(numbers, text, { within: key });
  const chosen = numbers.filter((n) => carrying.has(n));
  const others = numbers.filter((n) => !carrying.has(n));
  return [
    ...numbersLine(chosen, text, { strong: true }),
    words(` ${text("papers.pve.carry", { count: chosen.length })}`),
    ...(others.length > 0
      ? [words(`; ${text("papers.pve.also")} `), ...numbersLine(others, text, { within: key })]
      : []),
  ];
}
