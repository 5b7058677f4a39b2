import type { EditionContent, QuotedWordsThing, RequirementThing } from "../../editions/model";
import {
  CHANGES,
  type Comparison,
  compareContents,
  originChange,
  type RequirementChange,
  reasonsSince,
  SAID,
} from "../../editions/rules/changes";
import { changesLead, changesSum, movedWords, saidIn } from "../../editions/rules/changes-words";
import { wordChange } from "../../editions/rules/word-change";
import {
  type Block,
  type Cell,
  type Inline,
  type Line,
  type Look,
  type Paper,
  type PaperSource,
  type PaperText,
  type TableRow,
  TEXT_WIDTH,
} from "../model";
import { aboutEdition, heading, outside } from "./cover";
import { line, plainLines, words } from "./lines";

/** Both editions by what is looked up in them, and what is different. */
export interface Compared {
  number: string;
  base: string;
  found: Comparison;
  before: Side;
  after: Side;
}
interface Side {
  content: EditionContent;
  requirements: ReadonlyMap<string, RequirementThing>;
}

/** @returns null for an edition before which there is none. */
export function comparedIn({ head, content, base }: PaperSource): Compared | null {
  if (!base) return null;
  return {
    ...{ number: head.number, base: base.head.number },
    found: compareContents(base.content, content),
    ...{ before: sideOf(base.content), after: sideOf(content) },
  };
}

const sideOf = (content: EditionContent): Side => ({
  content,
  requirements: new Map(content.requirements.map((one) => [one.key, one])),
});

/**
 * What changed in an edition since the one that held before it: every requirement that is new, says something else, stands elsewhere,
 * rests on something else or lapsed, with what it was, what it became and why; and the kernwaarden and answers that are others.
 */
export function changesPaper(source: PaperSource, text: PaperText): Paper {
  const compared = comparedIn(source);
  const first = heading(1, "over", line(text("editions.changes.title")), { newPage: true });
  const about = aboutEdition(source, text);
  const paper = outside(source, "wijzigingen", text);
  if (!compared) {
    const none = line(text("papers.changes.first"));
    return {
      ...paper,
      blocks: [first, ...about, { type: "text", look: "body", lines: [none] }],
    };
  }
  const { found, number, base } = compared;
  const sums = { ...found.sums, before: found.before, after: found.after };
  return {
    ...paper,
    blocks: [
      first,
      ...about,
      {
        ...{ type: "text", look: "body" },
        lines: [
          line(changesLead(text, sums, base)),
          line(changesSum(text, sums, { number, base })),
          ...plainLines(`${text("editions.changes.reasonOf", { number })} ${source.head.reason}`),
          line(text("papers.changes.marks")),
        ],
      },
      ...CHANGES.flatMap((kind) => requirementsThat(kind, compared, text)),
      ...coreValueBlocks(compared, text),
      ...reactionBlocks(compared, text),
      ...otherBlocks(compared, text),
    ],
  };
}

function requirementsThat(
  kind: RequirementChange["kind"],
  compared: Compared,
  text: PaperText,
): Block[] {
  const own = compared.found.requirements.filter((one) => one.kind === kind);
  if (own.length === 0) return [];
  const rows = own.map((one) => requirementRow(one, compared, text));
  return [
    heading(1, `eisen-${kind}`, line(text(`papers.changes.kind.${kind}`, { count: own.length }))),
    table(text("papers.matrix.requirement"), rows, text),
  ];
}

function table(what: string, rows: readonly TableRow[], text: PaperText): Block {
  return {
    type: "table",
    columns: [
      { title: what, width: 30 },
      { title: text("papers.changes.was"), width: 50 },
      { title: text("papers.changes.is"), width: 50 },
      { title: text("editions.changes.why"), width: TEXT_WIDTH - 130 },
    ],
    sections: [{ title: null, rows }],
  };
}

function requirementRow(change: RequirementChange, compared: Compared, text: PaperText): TableRow {
  const { was, is } = bothOf(change, compared);
  const code = change.after ?? change.before ?? "";
  const [before, after] = requirementLines(change, compared, text);
  const reasons = is ? reasonsSince(was, is) : [];
  return {
    id: `wijziging-${code}`,
    cells: [
      {
        look: "label",
        lines: [
          [words(`${code} `, "strong"), words((is ?? was)?.title ?? "")],
          ...(change.before && change.after && change.before !== change.after
            ? [
                line(
                  text("editions.changes.codeWas", {
                    ...{ code: change.before, number: compared.base },
                  }),
                ),
              ]
            : []),
        ],
      },
      { look: "quote", lines: before },
      { look: "quote", lines: after },
      reasonsCell(reasons, text),
    ],
  };
}

const reasonsCell = (reasons: readonly string[], text: PaperText): Cell =>
  reasons.length > 0
    ? { look: "quote", lines: reasons.flatMap(plainLines) }
    : { look: "label", lines: [line(text("papers.changes.noReason"))] };

export function bothOf(change: RequirementChange, { before, after }: Compared) {
  return {
    was: before.requirements.get(change.before ?? "") ?? null,
    is: after.requirements.get(change.after ?? "") ?? null,
  };
}

/** What a requirement was, and what it became. */
function requirementLines(
  change: RequirementChange,
  compared: Compared,
  text: PaperText,
): [Line[], Line[]] {
  const { was, is } = bothOf(change, compared);
  const nothing = [line("–")];
  switch (change.kind) {
    case "added":
      return [nothing, plainLines(is?.text ?? "")];
    case "dropped":
      return [
        plainLines(was?.text ?? ""),
        [line(text(is ? "papers.changes.dropped" : "papers.changes.gone"), "strong")],
      ];
    case "moved":
      return [nothing, [line(movedWords(text, change) ?? text("editions.changes.onlyMoved"))]];
    case "origin": {
      const { gained, lost } = originOf(change, compared);
      return [originLines(lost, compared.before, text), originLines(gained, compared.after, text)];
    }
    case "changed":
      return changedLines(change, compared, text);
  }
}

/** What a requirement rests on no more, and what it rests on by now. */
export function originOf(change: RequirementChange, compared: Compared) {
  const { was, is } = bothOf(change, compared);
  return originChange(
    [was?.dropped ? null : was, compared.before.content],
    [is, compared.after.content],
  );
}

function originLines(
  { coreValues, words: quoted }: { coreValues: string[]; words: QuotedWordsThing[] },
  { content }: Side,
  text: PaperText,
): Line[] {
  const names = new Map(content.coreValues.map(({ key, name }) => [key, name]));
  const lines = [
    ...coreValues.map(
      (key): Line => [{ shape: "coreValue" }, words(` ${key} ${names.get(key) ?? ""}`)],
    ),
    ...quoted.flatMap((word) => plainLines(quotedName(word, text))),
  ];
  return lines.length > 0 ? lines : [line("–")];
}

/** "R-4", or the words themselves when they are of no reaction or only some of its words. */
export function quotedName({ reaction, text: said }: QuotedWordsThing, text: PaperText): string {
  if (said === null) return reaction ?? "";
  const quote = text("papers.changes.quote", { words: said });
  return reaction ? `${reaction}: ${quote}` : quote;
}

function changedLines(
  change: RequirementChange,
  compared: Compared,
  text: PaperText,
): [Line[], Line[]] {
  const { was, is } = bothOf(change, compared);
  if (!was || !is) return [[], []];
  const fields = changedFields(was, is, text);
  const [before, after]: [Line[], Line[]] = [[], []];
  for (const field of fields) {
    if (field !== "text") {
      const name = line(text(`editions.changes.field.${field}`), "label");
      before.push(name);
      after.push(name);
    }
    const [gone, fresh] = sidesOf(saidIn(text, was, field), saidIn(text, is, field));
    before.push(...gone);
    after.push(...fresh);
  }
  const moved = movedWords(text, change);
  if (moved) after.push(line(moved, "label"));
  if (fields.length === 0) after.push(line(text("editions.changes.onlyForm"), "label"));
  return [before.length > 0 ? before : [line("–")], after];
}

/** The fields of which the words are others. */
export function changedFields(was: RequirementThing, is: RequirementThing, text: PaperText) {
  return SAID.filter((field) => saidIn(text, was, field) !== saidIn(text, is, field));
}

/** A text before and after: what went is struck in the one, what came is strong in the other. */
function sidesOf(before: string, after: string): [Line[], Line[]] {
  const change = wordChange(before, after);
  if (!("mixed" in change)) {
    return [marked([[change.gone, "strike"]]), marked([[change.fresh, "strong"]])];
  }
  const { mixed } = change;
  const part = (gone: boolean) =>
    mixed
      .filter(({ type }) => type === "same" || (type === "removed") === gone)
      .map(({ type, text }): [string, Look | null] => [
        text,
        type === "same" ? null : gone ? "strike" : "strong",
      ]);
  return [marked(part(true)), marked(part(false))];
}

/** Words with a look, a line for each of theirs. */
function marked(parts: readonly (readonly [string, Look | null])[]): Line[] {
  const lines: Inline[][] = [[]];
  for (const [said, look] of parts) {
    for (const [n, piece] of said.split(/\r?\n/).entries()) {
      if (n > 0) lines.push([]);
      if (piece) lines.at(-1)?.push(look ? words(piece, look) : words(piece));
    }
  }
  const full = lines.filter((parts) => parts.length > 0);
  return full.length > 0 ? full : [line("–")];
}

function coreValueBlocks({ found, before, after }: Compared, text: PaperText): Block[] {
  if (found.coreValues.length === 0) return [];
  const was = new Map(before.content.coreValues.map((one) => [one.key, one]));
  const is = new Map(after.content.coreValues.map((one) => [one.key, one]));
  const rows = found.coreValues.map(({ key, kind, gained, lost }): TableRow => {
    const [old, now] = [was.get(key), is.get(key)];
    const said = (one: typeof old) =>
      one
        ? [line(one.name, "strong"), ...plainLines(one.definition), ...plainLines(one.rule)]
        : [line("–")];
    const counts = [
      ...(gained > 0 ? [line(text("editions.changes.coreValue.gained", { count: gained }))] : []),
      ...(lost > 0 ? [line(text("editions.changes.coreValue.lost", { count: lost }))] : []),
    ];
    return {
      id: `wijziging-${key}`,
      cells: [
        {
          look: "label",
          lines: [line(key, "strong"), line(text(`editions.changes.thing.${kind}`))],
        },
        { look: "quote", lines: said(old) },
        { look: "quote", lines: said(now) },
        { look: "label", lines: counts.length > 0 ? counts : [line("–")] },
      ],
    };
  });
  return [
    heading(1, "kernwaarden", line(text("editions.changes.kind.coreValues"))),
    table(text("papers.matrix.coreValue"), rows, text),
  ];
}

function reactionBlocks({ found, before, after }: Compared, text: PaperText): Block[] {
  if (found.reactions.length === 0) return [];
  const was = new Map(before.content.reactions.map((one) => [one.key, one]));
  const is = new Map(after.content.reactions.map((one) => [one.key, one]));
  const rows = found.reactions.map(({ key, kind }): TableRow => {
    const [old, now] = [was.get(key), is.get(key)];
    const answer = (one: typeof old): Line[] => {
      if (!one) return [line("–")];
      const said = kind === "answered" ? [] : plainLines(one.text);
      return [
        ...said,
        line(answerWord(one, text), "label"),
        ...plainLines(one.answer?.reason ?? ""),
      ];
    };
    return {
      id: `wijziging-${key}`,
      cells: [
        {
          look: "label",
          lines: [line(key, "strong"), line(text(`editions.changes.reaction.${kind}`))],
        },
        { look: "quote", lines: answer(old) },
        { look: "quote", lines: answer(now) },
        { look: "label", lines: [line("–")] },
      ],
    };
  });
  return [
    heading(1, "reacties", line(text("editions.changes.kind.reactions"))),
    table(text("papers.table.reaction"), rows, text),
  ];
}

export function answerWord(
  { answer }: EditionContent["reactions"][number],
  text: PaperText,
): string {
  if (!answer) return text("editions.site.unanswered");
  const { outcome, requirements } = answer;
  return [text(`dispositions.outcome.${outcome}`), ...requirements].join(", ");
}

/** Chapters and sources that are others. */
function otherBlocks({ found }: Compared, text: PaperText): Block[] {
  const { chapters, sources } = found;
  const named = (key: "added" | "gone", titles: readonly string[]) =>
    titles.length > 0
      ? [
          line(
            `${text(`editions.changes.also.chapters.${key}`, { count: titles.length })} ${titles.join(", ")}.`,
          ),
        ]
      : [];
  const same = sources.added + sources.changed + sources.gone === 0;
  return [
    heading(1, "verder", line(text("editions.changes.also.title"))),
    {
      ...{ type: "text", look: "body" },
      lines: [
        ...named("added", chapters.added),
        ...named("gone", chapters.gone),
        ...chapters.renamed.map(({ from, to }) =>
          line(`${text("editions.changes.also.chapters.renamed")} “${from}” → “${to}”.`),
        ),
        line(
          same
            ? text("editions.changes.also.sources.same")
            : text("editions.changes.also.sources.other", { ...sources }),
        ),
      ],
    },
  ];
}
