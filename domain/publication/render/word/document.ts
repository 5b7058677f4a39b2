import {
  AlignmentType,
  Bookmark,
  convertMillimetersToTwip,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type {
  DocumentChapter,
  DocumentCoreValue,
  DocumentLanguage,
  DocumentRequirement,
  DocumentWords,
  SpecificationDocument,
} from "../../model";
import { contentsField } from "./contents";
import { withLegalText } from "./legal-text";
import { WordLists } from "./lists";
import { RepeatedParagraph } from "./repeated";
import { richText } from "./rich-text";
import { BORDERS, PAGE, STYLES } from "./style";

/** Width of the text on A4 with 25 mm margins, in twentieths of a point. */
const TEXT_WIDTH = convertMillimetersToTwip(160);
const LABEL_WIDTH = convertMillimetersToTwip(38);

/**
 * The Programma van Eisen as a Word document: title page, contents, chapters with a table per
 * requirement, and an annex with the kernwaarden and quoted words of each. Accessible: real
 * headings without gaps, header cells in tables, language nl-NL, a title in the properties.
 *
 * @returns the bytes of a .docx file.
 */
export async function wordDocument(
  given: SpecificationDocument,
  language: DocumentLanguage,
): Promise<Uint8Array> {
  const { text } = language;
  const specification = withLegalText(given);
  const lists = new WordLists();
  const title = text("publication.word.title");
  const document = new Document({
    title: `${title} – ${specification.title}`,
    subject: specification.title,
    creator: specification.contractingAuthority,
    lastModifiedBy: specification.contractingAuthority,
    description: text("publication.word.description"),
    features: { updateFields: false },
    styles: STYLES,
    sections: [
      {
        properties: { titlePage: true, page: PAGE },
        footers: {
          default: footer(specification.title, text),
          first: new Footer({ children: [] }),
        },
        children: [
          ...titlePage(specification, title, language),
          ...contents(specification, text),
          ...specification.chapters.flatMap((chapter) => chapterBody(chapter, lists, language)),
          ...annex(specification, language),
          ...sourceList(specification, text),
        ],
      },
    ],
  });
  const numbering = { path: "word/numbering.xml", data: lists.xml() };
  return new Uint8Array(await Packer.toArrayBuffer(document, undefined, [numbering]));
}

function titlePage(
  specification: SpecificationDocument,
  title: string,
  { text, date }: DocumentLanguage,
): Paragraph[] {
  return [
    new Paragraph({ style: "Title", text: title }),
    new Paragraph({ style: "Subtitle", text: specification.title }),
    new Paragraph({ text: specification.contractingAuthority }),
    new Paragraph({ text: text("publication.word.madeOn", { date: date(specification.madeAt) }) }),
    new Paragraph({ text: namesLine(specification, text) }),
    ...(specification.subject ? paragraphs(specification.subject) : []),
    new Paragraph({ children: [new PageBreak()] }),
  ];
}

function contents(
  specification: SpecificationDocument,
  text: DocumentLanguage["text"],
): Paragraph[] {
  const entries = specification.chapters.flatMap((chapter) => [
    { level: 1, title: chapterTitle(chapter), anchor: chapterAnchor(chapter) },
    ...chapter.requirements.map((requirement) => ({
      level: 2,
      title: requirementTitle(requirement),
      anchor: requirementAnchor(requirement),
    })),
  ]);
  return [
    new Paragraph({ style: "ContentsTitle", text: text("publication.word.contents") }),
    ...contentsField([
      ...entries,
      { level: 1, title: text("publication.word.annex"), anchor: ANNEX },
      { level: 1, title: text("publication.word.sources"), anchor: SOURCES },
    ]),
  ];
}

function chapterBody(
  chapter: DocumentChapter,
  lists: WordLists,
  language: DocumentLanguage,
): (Paragraph | Table)[] {
  return [
    heading(1, chapterTitle(chapter), chapterAnchor(chapter), true),
    ...(chapter.introduction ? paragraphs(chapter.introduction) : []),
    ...(chapter.requirements.length === 0
      ? [new Paragraph({ text: language.text("publication.word.noRequirements") })]
      : []),
    ...chapter.requirements.flatMap((requirement) => [
      heading(2, requirementTitle(requirement), requirementAnchor(requirement)),
      requirementTable(requirement, lists, language),
      new Paragraph({ text: "" }),
    ]),
  ];
}

/** One table per requirement: what each row is stands in its header cell. */
function requirementTable(
  requirement: DocumentRequirement,
  lists: WordLists,
  { text }: DocumentLanguage,
): Table {
  const rows: [string, Paragraph[]][] = [
    [
      text("publication.word.requirement"),
      requirement.body
        ? richText(requirement.body, lists)
        : [...paragraphs(requirement.bodyText), note(text("publication.word.broken"))],
    ],
  ];
  if (requirement.dropped) {
    rows.unshift([text("publication.word.state"), paragraphs(text("publication.word.dropped"))]);
  }
  const { score, weight } = requirement;
  const optional = [
    ["publication.word.score", score ? text("publication.word.points", { score }) : ""],
    ["publication.word.weight", weight ? text("publication.word.percent", { weight }) : ""],
    ["publication.word.explanation", requirement.explanation],
    ["publication.word.evidence", requirement.evidence],
    ["publication.word.verification", requirement.verification],
  ] as const;
  for (const [key, value] of optional) if (value) rows.push([text(key), paragraphs(value)]);
  const origins = [
    ...requirement.coreValues.map((value) => `K-${value.number} ${value.name}`),
    ...(requirement.words.length > 0 ? [text("publication.word.directWords")] : []),
  ];
  const origin = origins.join("; ") || withoutOrigin(requirement, text);
  rows.push([
    text("publication.word.origin"),
    [
      ...paragraphs(origin),
      ...(requirement.suspect ? [note(text("publication.word.suspect"))] : []),
      ...(requirement.sourceRemoved ? [note(text("publication.word.sourceRemoved"))] : []),
    ],
  ]);
  const row = (left: Paragraph[], right: Paragraph[], header = false) =>
    new TableRow({
      // Left out when it is none: there are readers that see only that it is there.
      ...(header ? { tableHeader: true } : {}),
      cantSplit: true,
      children: [cell(LABEL_WIDTH, left, header), cell(TEXT_WIDTH - LABEL_WIDTH, right, header)],
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [LABEL_WIDTH, TEXT_WIDTH - LABEL_WIDTH],
    borders: BORDERS,
    rows: [
      row([label(requirement.code)], [label(text(`kinds.requirement.${requirement.kind}`))], true),
      // All but the last row hold on to the next, so that a requirement stays on one page.
      ...rows.map(([name, children], index) =>
        row(
          [label(name, index < rows.length - 1)],
          children.length > 0 ? children : paragraphs("–"),
        ),
      ),
    ],
  });
}

function namesLine(specification: SpecificationDocument, text: DocumentLanguage["text"]): string {
  return text(specification.withNames ? "publication.word.withNames" : "publication.word.noNames");
}

function withoutOrigin(requirement: DocumentRequirement, text: DocumentLanguage["text"]): string {
  return requirement.noSourceReason
    ? text("publication.word.noSource", { reason: requirement.noSourceReason })
    : text("publication.word.noOrigin");
}

function annex(specification: SpecificationDocument, language: DocumentLanguage): Paragraph[] {
  const { text } = language;
  const requirements = specification.chapters.flatMap((chapter) => chapter.requirements);
  const made = new Map<DocumentWords, Paragraph[]>();
  const quoted = (words: DocumentWords) => {
    const paragraphs = made.get(words) ?? quotation(words, language);
    made.set(words, paragraphs);
    return paragraphs;
  };
  return [
    heading(1, text("publication.word.annex"), ANNEX, true),
    ...paragraphs(text("publication.word.annexLead")),
    ...paragraphs(namesLine(specification, text)),
    ...requirements.flatMap((requirement) => [
      heading(2, requirementTitle(requirement), `herkomst_${anchorPart(requirement.code)}`),
      ...(requirement.coreValues.length === 0 && requirement.words.length === 0
        ? paragraphs(withoutOrigin(requirement, text))
        : []),
      ...requirement.coreValues.flatMap((value) => [
        heading(3, `K-${value.number} ${value.name}`),
        ...(value.definition ? paragraphs(value.definition) : []),
        ...(value.carrying.length > 0 ? [label(text("publication.word.carrying"))] : []),
        ...value.carrying.flatMap(quoted),
        ...(value.carrying.length > 0 && value.words.length > 0
          ? [label(text("publication.word.alsoOfCoreValue"))]
          : []),
        ...value.words.flatMap(quoted),
        ...moreWords(value, text),
      ]),
      ...(requirement.words.length > 0
        ? [heading(3, text("publication.word.directWords")), ...requirement.words.flatMap(quoted)]
        : []),
    ]),
  ];
}

/** Says how many words of a kernwaarde do not stand in the document. */
function moreWords(value: DocumentCoreValue, text: DocumentLanguage["text"]): Paragraph[] {
  const count = value.wordsTotal - value.words.length - value.carrying.length;
  return count > 0 ? paragraphs(text("publication.word.moreWords", { count })) : [];
}

function quotation(words: DocumentWords, { text, date }: DocumentLanguage): Paragraph[] {
  const place = [
    words.reaction === null ? null : `R-${words.reaction}`,
    words.speaker,
    words.group,
    words.consultation,
    words.heldOn ? date(words.heldOn) : null,
    words.source,
    words.block === null ? null : text("publication.word.block", { n: words.block }),
    words.paper &&
      (words.paper.first === words.paper.last
        ? text("publication.word.paper", { first: words.paper.first })
        : text("publication.word.papers", { ...words.paper })),
  ].filter((part): part is string => !!part);
  return [
    new RepeatedParagraph({ style: "Quote", keepNext: true, children: lines(`“${words.quote}”`) }),
    new RepeatedParagraph({ style: "QuotePlace", text: place.join(" · ") }),
  ];
}

function sourceList(
  specification: SpecificationDocument,
  text: DocumentLanguage["text"],
): (Paragraph | Table)[] {
  if (specification.sources.length === 0) {
    return [
      heading(1, text("publication.word.sources"), SOURCES),
      ...paragraphs(text("publication.word.noSources")),
    ];
  }
  const widths = [55, 45, 60].map((millimetres) => convertMillimetersToTwip(millimetres));
  const row = (cells: Paragraph[], header: boolean) =>
    new TableRow({
      ...(header ? { tableHeader: true } : {}),
      children: cells.map((paragraph, index) => cell(widths[index] ?? 0, [paragraph], header)),
    });
  return [
    heading(1, text("publication.word.sources"), SOURCES),
    ...paragraphs(text("publication.word.sourcesLead")),
    new Table({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      borders: BORDERS,
      rows: [
        row(
          [
            text("publication.word.source"),
            text("publication.word.file"),
            text("publication.word.sha256"),
          ].map((name) => label(name)),
          true,
        ),
        ...specification.sources.map((source) =>
          row(
            [
              source.removedAt
                ? text("publication.word.removedSource", { title: source.title })
                : source.title,
              source.fileName,
              source.sha256,
            ].map((value) => new Paragraph(value)),
            false,
          ),
        ),
      ],
    }),
  ];
}

function heading(level: 1 | 2 | 3, title: string, anchor?: string, newPage = false): Paragraph {
  const run = new TextRun(title);
  return new Paragraph({
    heading: [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3][level - 1],
    keepNext: true,
    pageBreakBefore: newPage,
    children: anchor ? [new Bookmark({ id: anchor, children: [run] })] : [run],
  });
}

function cell(width: number, children: Paragraph[], header = false): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 90, bottom: 0, left: 110, right: 110 },
    ...(header ? { shading: { fill: "E6EEF6" } } : {}),
    children,
  });
}

function label(value: string, keepNext = true): Paragraph {
  return new Paragraph({ keepNext, children: [new TextRun({ text: value, bold: true })] });
}

/** What the maker of the document says about it, apart from the words of the requirement. */
function note(value: string): Paragraph {
  return new Paragraph({ children: [new TextRun({ text: value, italics: true })] });
}

/** Plain text with line breaks: one paragraph per line that says something. */
function paragraphs(value: string): Paragraph[] {
  return value
    .split(/\n+/)
    .filter((line) => line.trim() !== "")
    .map((line) => new Paragraph({ children: [new TextRun(line)] }));
}

function lines(value: string): TextRun[] {
  return value
    .split("\n")
    .map((line, index) => new TextRun({ text: line, ...(index > 0 ? { break: 1 } : {}) }));
}

function footer(title: string, text: DocumentLanguage["text"]): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun(`${title} · ${text("publication.word.page")} `),
          new TextRun({ children: [PageNumber.CURRENT] }),
        ],
      }),
    ],
  });
}

const chapterTitle = (chapter: DocumentChapter) => `${chapter.number}. ${chapter.title}`;
const chapterAnchor = (chapter: DocumentChapter) => `hoofdstuk_${chapter.number}`;
const requirementTitle = (requirement: DocumentRequirement) =>
  `${requirement.code} ${requirement.title}`;
const requirementAnchor = (requirement: DocumentRequirement) =>
  `eis_${anchorPart(requirement.code)}`;
/** Word allows letters, digits and underscores in a bookmark. */
const anchorPart = (code: string) => code.replace(/[^A-Za-z0-9]/g, "_");
const ANNEX = "bijlage_herkomst";
const SOURCES = "bijlage_bronnen";
