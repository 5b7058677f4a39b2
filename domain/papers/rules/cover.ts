import type { EditionHead } from "../../editions/model";
import { shortMark } from "../../editions/rules/site";
import { formatDate, formatMoment } from "../../kernel/dates";
import { sentenceStart } from "../../text/rules";
import {
  type Block,
  type HeadingBlock,
  type Line,
  PAGE_SIGNS,
  type Paper,
  type PaperKind,
  type PaperSource,
  type PaperText,
  type Shape,
} from "../model";
import { line, plainLines, words } from "./lines";

/** Papers are Dutch, as what they hold. */
export const date = (value: string): string => formatDate(value, "nl");

/** All of a paper but its blocks: the title page, what stands on every page, its properties. */
export function outside(
  { head, sha256 }: PaperSource,
  kind: PaperKind,
  text: PaperText,
): Omit<Paper, "blocks"> {
  const { dossier } = head;
  const name = text(`papers.kind.${kind}`);
  const counts: [Shape, string][] = [
    ["statement", text("papers.figures.statements", { count: head.sections.statements.count })],
    ["reaction", text("papers.figures.reactions", { count: head.sections.reactions.count })],
    ["coreValue", text("papers.figures.coreValues", { count: head.sections.coreValues.count })],
    [
      "requirement",
      text("papers.figures.requirements", { count: head.sections.requirements.count }),
    ],
  ];
  return {
    ...{ kind, sender: dossier.contractingAuthority, date: head.decidedOn },
    title: text("papers.title", { kind: name, dossier: dossier.title, number: head.number }),
    concept: head.kind === "concept" ? text("papers.concept.word") : null,
    cover: {
      ...{ kind: name, title: dossier.title, lead: dossier.subject },
      figures: counts.map(([shape, figure]) => ({ shape, text: figure })),
      note: text(`papers.note.${kind}`),
      facts: coverFacts(head, sha256, text),
    },
    contents: text("papers.contents"),
    running: `${name} ${dossier.title}`,
    footer: {
      edition: text(`papers.footer.${head.kind}`, {
        ...{ number: head.number, date: date(head.decidedOn) },
      }),
      mark: text("papers.footer.mark", { mark: shortMark(sha256) }),
      page: text("papers.footer.page", { ...PAGE_SIGNS }),
    },
  };
}

function coverFacts(head: EditionHead, sha256: string, text: PaperText): Paper["cover"]["facts"] {
  const { previous } = head;
  const fact = (term: string, lines: readonly Line[], code = false) => ({ term, lines, code });
  const said = (term: string, value: string) =>
    value.trim() ? [fact(term, plainLines(value))] : [];
  const groups = sha256.match(/.{8}/g) ?? [];
  return [
    fact(text("papers.cover.edition"), [
      [
        words(text(`papers.cover.number.${head.kind}`, { number: head.number }), "strong"),
        words(
          ` ${previous ? text("papers.cover.follows", { number: previous.number, mark: shortMark(previous.sha256) }) : text("papers.cover.first")}`,
        ),
      ],
    ]),
    fact(text("papers.cover.decided"), [
      line(text("papers.cover.decidedBy", { date: date(head.decidedOn), by: head.decidedBy })),
    ]),
    ...said(text("papers.cover.decision"), head.decisionNumber),
    ...said(text("papers.cover.mandate"), head.mandate),
    ...said(text("papers.cover.reason"), head.reason),
    fact(
      text("papers.cover.mark"),
      [groups.slice(0, 4), groups.slice(4)].map((half) => line(half.join("  "))),
      true,
    ),
  ];
}

/** What a reader must know of the edition before reading: that it is a concept, and what was passed over to come to it. */
export function aboutEdition({ head }: PaperSource, text: PaperText): Block[] {
  const { passedOver, release } = head;
  const by = (name: string | null, at: string) =>
    text("editions.site.passedOver.by", {
      by: name ?? text("editions.site.passedOver.somebody"),
      at: formatMoment(at, "nl"),
    });
  const passed = passedOver.map(({ blocker, count, reason, ...who }) =>
    line(
      `${text(`editions.site.passedOver.${blocker}`, { count })} “${reason}” ${by(who.by, who.at)}`,
    ),
  );
  if (release) {
    const said = text("editions.site.passedOver.personalData", { count: release.open });
    passed.push(line(`${said} “${release.reason}” ${by(release.by, release.at)}`));
  }
  const blocks: Block[] = [];
  if (head.kind === "concept") {
    blocks.push({
      ...{ type: "text", look: "warning", lines: [line(text("editions.site.notice.concept"))] },
    });
  }
  if (passed.length > 0) {
    blocks.push({
      ...{ type: "text", look: "note" },
      lines: [line(text("editions.site.passedOver.title"), "strong"), ...passed],
    });
  }
  return blocks;
}

/** A heading of a paper; what is left out is empty. */
export function heading(
  level: 1 | 2,
  id: string,
  text: Line,
  more: Partial<HeadingBlock> = {},
): HeadingBlock {
  const own = text.map((part) => ("text" in part ? part.text : "")).join("");
  return {
    ...{ type: "heading", level, id, text, number: "", over: "", newPage: false },
    running: sentenceStart(own),
    ...more,
  };
}
