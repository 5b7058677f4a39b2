import type {
  CoreValueThing,
  EditionContent,
  QuotedWordsThing,
  ReactionThing,
  RequirementThing,
} from "../../editions/model";
import {
  type Block,
  type Cell,
  type Inline,
  type Line,
  type Paper,
  type PaperSource,
  type PaperText,
  type TableRow,
  TEXT_WIDTH,
} from "../model";
import { aboutEdition, heading, outside } from "./cover";
import { ids } from "./ids";
import { line, listed, plainLines, stretches, words } from "./lines";
import { statementName } from "./statements";

/** So many stretches of reactions stand in a cell; with more of them their number, and all with the kernwaarde. */
const MOST_STRETCHES = 8;

/** One way by which a requirement rests on words: linked to them itself, or by a kernwaarde. */
export interface Way {
  /** Null for what is linked to the requirement itself. */
  coreValue: CoreValueThing | null;
  words: { word: QuotedWordsThing; reaction: ReactionThing | null; carries: boolean }[];
}

/**
 * By which ways each requirement rests on which words, itself first and then by its kernwaarden in their order: what is linked to it
 * itself carries it, of a kernwaarde what was chosen.
 */
export function waysOf(content: EditionContent): (one: RequirementThing) => Way[] {
  const reactions = new Map(content.reactions.map((one) => [one.key, one]));
  const coreValues = new Map(content.coreValues.map((one) => [one.key, one]));
  const perValue = new Map<string, EditionContent["words"]>();
  for (const word of content.words) {
    const list = perValue.get(word.coreValue);
    if (list) list.push(word);
    else perValue.set(word.coreValue, [word]);
  }
  const reactionOf = ({ reaction }: QuotedWordsThing) => reactions.get(reaction ?? "") ?? null;
  return (one) => {
    const carried = new Set(one.carriedBy);
    const itself: Way = {
      coreValue: null,
      words: one.words.map((word) => ({ word, reaction: reactionOf(word), carries: true })),
    };
    const by = one.coreValues.flatMap((key): Way[] => {
      const coreValue = coreValues.get(key);
      if (!coreValue) return [];
      const own = (perValue.get(key) ?? []).map((word) => ({
        ...{ word, reaction: reactionOf(word), carries: carried.has(word.key) },
      }));
      return [{ coreValue, words: own }];
    });
    return itself.words.length > 0 ? [itself, ...by] : by;
  };
}

/**
 * The trace matrix of an edition: per requirement by which ways it rests on which reactions, of which groups and to which stellingen,
 * and what is missing: requirements without origin, kernwaarden without requirement, reactions that no requirement rests on.
 */
export function matrixPaper(source: PaperSource, text: PaperText): Paper {
  const { content } = source;
  const inForce = content.requirements.filter(({ dropped }) => !dropped);
  const ways = waysOf(content);
  const kinds = { words: 0, motivated: 0, none: 0 };
  for (const one of inForce) kinds[standingOf(one, ways(one))]++;
  const items = (["words", "motivated", "none"] as const)
    .filter((kind) => kinds[kind] > 0)
    .map((kind) => ({
      ...{ shape: null, count: kinds[kind] },
      word: text(`papers.matrix.standing.${kind}`, { count: kinds[kind] }),
    }));
  return {
    ...outside(source, "matrix", text),
    blocks: [
      heading(1, "over", line(text("papers.pve.guide.title")), { newPage: true }),
      ...aboutEdition(source, text),
      {
        ...{ type: "text", look: "body" },
        lines: [line(text("papers.matrix.guide")), line(text("papers.matrix.carries"))],
      },
      {
        ...{ type: "tally", items },
        lead: text("papers.figures.requirements", { count: inForce.length }),
      },
      ...content.chapters.flatMap((chapter, n) => chapterOf(source, n, ways, text)),
      ...valuesOf(content, text),
      ...missing(content, inForce, ways, text),
    ],
  };
}

/** On what a requirement stands: words of people, a reason instead, or nothing. */
function standingOf(one: RequirementThing, ways: readonly Way[]): "words" | "motivated" | "none" {
  if (ways.some(({ words }) => words.length > 0)) return "words";
  return one.noSourceReason ? "motivated" : "none";
}

function chapterOf(
  { content }: PaperSource,
  n: number,
  ways: (one: RequirementThing) => Way[],
  text: PaperText,
): Block[] {
  const chapter = content.chapters[n];
  const own = content.requirements.filter((one) => one.chapter === chapter?.key && !one.dropped);
  if (!chapter || own.length === 0) return [];
  return [
    heading(1, ids.chapter(chapter.key), line(chapter.title), {
      ...{ number: String(n + 1), running: `${n + 1} ${chapter.title}` },
    }),
    {
      type: "table",
      columns: [
        { title: text("papers.matrix.requirement"), width: 42 },
        { title: text("papers.matrix.way"), width: 40 },
        { title: text("papers.matrix.reactions"), width: 43 },
        { title: text("papers.matrix.who"), width: TEXT_WIDTH - 125 },
      ],
      sections: [
        { title: null, rows: own.flatMap((one) => requirementRows(one, ways(one), content, text)) },
      ],
    },
  ];
}

function requirementRows(
  one: RequirementThing,
  ways: readonly Way[],
  content: EditionContent,
  text: PaperText,
): TableRow[] {
  const name: Cell = {
    look: "label",
    lines: [[words(`${one.key} `, "strong"), words(one.title)]],
  };
  const also: Cell = { look: "label", lines: [line(one.key)] };
  const id = ids.requirement(one.key);
  if (ways.length === 0) {
    const why = one.noSourceReason
      ? plainLines(text("papers.pve.noSource", { reason: one.noSourceReason }))
      : [line(text("papers.pve.noOrigin"))];
    return [{ id, cells: [name, { look: "quote", lines: why }, empty(), empty()] }];
  }
  return ways.map((way, i) => ({
    id: i === 0 ? id : null,
    cells: [
      i === 0 ? name : also,
      { look: "label", lines: [wayLine(way, text)] },
      { look: "label", lines: reactionLines(way, text) },
      { look: "label", lines: whoLines(way, content, text) },
    ],
  }));
}

const empty = (): Cell => ({ look: "label", lines: [line("–")] });

function wayLine({ coreValue }: Way, text: PaperText): Line {
  if (!coreValue) return line(text("papers.matrix.itself"), "strong");
  const { key, name } = coreValue;
  return [{ shape: "coreValue" }, words(" "), { text: `${key} ${name}`, to: ids.coreValue(key) }];
}

/** What carries the requirement first, and what else the kernwaarde has. */
function reactionLines({ coreValue, words: all }: Way, text: PaperText): Line[] {
  if (all.length === 0) return [line(text("papers.matrix.noWords"))];
  const chosen = all.filter(({ carries }) => carries);
  const others = all.filter(({ carries }) => !carries);
  const said = (list: Way["words"], strong: boolean) => namesOf(list, coreValue, strong, text);
  if (!coreValue) return [said(all, true)];
  return [
    ...(chosen.length > 0
      ? [[words(`${text("papers.matrix.carriesIt")} `, "strong"), ...said(chosen, true)]]
      : []),
    ...(others.length > 0
      ? [
          chosen.length > 0
            ? [words(`${text("papers.matrix.also")} `), ...said(others, false)]
            : said(others, false),
        ]
      : []),
  ];
}

function namesOf(
  list: Way["words"],
  coreValue: CoreValueThing | null,
  strong: boolean,
  text: PaperText,
): Inline[] {
  const names = reactionNames(
    list.flatMap(({ reaction }) => reaction?.key ?? []),
    text,
  );
  const loose = list.filter(({ reaction }) => !reaction).length;
  if (coreValue && names.length > MOST_STRETCHES) {
    return [
      {
        text: text("papers.matrix.many", { count: list.length }),
        to: ids.coreValue(coreValue.key),
      },
    ];
  }
  const all = [...names, ...(loose > 0 ? [text("papers.matrix.loose", { count: loose })] : [])];
  return listed(
    all.map((name) => words(name, ...(strong ? (["strong"] as const) : []))),
    text("papers.and"),
  );
}

/** "R-4", "R-6 tot en met R-9": each once, in their order. */
function reactionNames(keys: readonly string[], text: PaperText): string[] {
  const numbers = [...new Set(keys)].map((key) => Number(/^R-(\d+)$/.exec(key)?.[1]));
  // Keys of another form, if ever, stand as they are.
  if (numbers.some(Number.isNaN)) return [...new Set(keys)];
  return stretches(numbers.sort((a, b) => a - b)).map(({ first, last }) =>
    first === last
      ? `R-${first}`
      : text("papers.pve.upTo", { first: `R-${first}`, last: `R-${last}` }),
  );
}

/** Of which groups it is, and to which stellingen. */
function whoLines({ words: all }: Way, content: EditionContent, text: PaperText): Line[] {
  const heard = all.flatMap(({ reaction }) => reaction ?? []);
  if (heard.length === 0) return [line("–")];
  const groups = new Set(heard.map(({ group }) => group));
  const named = content.groups.filter(({ key }) => groups.has(key)).map(({ name }) => name);
  if (groups.has(null)) named.push(text("editions.site.noGroup"));
  const put = new Set(heard.map(({ statement }) => statement));
  const statements = content.statements
    .filter(({ key }) => put.has(key))
    .map((one) => statementName(one, null, text));
  return [line(named.join(", ")), ...(statements.length > 0 ? [line(statements.join(", "))] : [])];
}

/** Every kernwaarde with all of its reactions: where a cell had no room, it leads here. */
function valuesOf(content: EditionContent, text: PaperText): Block[] {
  if (content.coreValues.length === 0) return [];
  const perValue = new Map<string, string[]>();
  const loose = new Map<string, number>();
  for (const { coreValue, reaction } of content.words) {
    if (reaction === null) loose.set(coreValue, (loose.get(coreValue) ?? 0) + 1);
    else if (perValue.has(coreValue)) perValue.get(coreValue)?.push(reaction);
    else perValue.set(coreValue, [reaction]);
  }
  const rows = content.coreValues.map(({ key, name, requirements }): TableRow => {
    const said = reactionNames(perValue.get(key) ?? [], text);
    const own = loose.get(key) ?? 0;
    if (own > 0) said.push(text("papers.matrix.loose", { count: own }));
    return {
      id: ids.coreValue(key),
      cells: [
        { look: "code", lines: [line(key)] },
        { look: "label", lines: [line(name)] },
        { look: "label", lines: [line(said.join(", ") || text("papers.matrix.noWords"))] },
        {
          look: "label",
          lines: [line(requirements.join(", ") || text("papers.pve.values.noRequirement"))],
        },
      ],
    };
  });
  return [
    heading(1, "kernwaarden", line(text("papers.pve.values.title"))),
    {
      type: "table",
      columns: [
        { title: text("papers.table.code"), width: 14 },
        { title: text("papers.matrix.coreValue"), width: 48 },
        { title: text("papers.matrix.reactions"), width: 63 },
        { title: text("papers.pve.values.requirements"), width: TEXT_WIDTH - 125 },
      ],
      sections: [{ title: null, rows }],
    },
  ];
}

/** What no line of the matrix leads to or from. */
function missing(
  content: EditionContent,
  inForce: readonly RequirementThing[],
  ways: (one: RequirementThing) => Way[],
  text: PaperText,
): Block[] {
  const used = new Set(
    inForce.flatMap((one) =>
      ways(one).flatMap(({ words }) => words.flatMap(({ reaction }) => reaction?.key ?? [])),
    ),
  );
  const without = inForce.filter((one) => standingOf(one, ways(one)) === "none");
  const idle = content.coreValues.filter(({ requirements }) => requirements.length === 0);
  const unused = content.reactions.filter(({ key }) => !used.has(key));
  const said = (count: number, names: readonly string[], key: "without" | "idle" | "unused") =>
    line(
      count > 0
        ? `${text(`papers.matrix.${key}`, { count })} ${names.join(", ")}.`
        : text(`papers.matrix.${key}`, { count }),
    );
  return [
    heading(1, "ontbreekt", line(text("papers.matrix.missing"))),
    {
      ...{ type: "text", look: "body" },
      lines: [
        said(
          without.length,
          without.map(({ key }) => key),
          "without",
        ),
        said(
          idle.length,
          idle.map(({ key }) => key),
          "idle",
        ),
        said(
          unused.length,
          reactionNames(
            unused.map(({ key }) => key),
            text,
          ),
          "unused",
        ),
      ],
    },
  ];
}
