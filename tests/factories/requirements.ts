import fc from "fast-check";
import type { ReaderScope } from "@/domain/kernel/scope";
import { addChapter, addRequirement, linkRequirement } from "@/domain/requirements/commands";
import { LIST_STYLES, MAX_LIST_LEVELS, MAX_LIST_START } from "@/domain/text/rich-format";
import { bodyOfLines } from "@/domain/text/rich-text";

/** A chapter at the end of the Programma van Eisen. @returns its id. */
export async function chapterOf(
  scope: ReaderScope,
  overrides: Partial<Parameters<typeof addChapter>[1]> = {},
): Promise<string> {
  const { id } = await addChapter(scope, { title: "Eisen aan de dienstverlening", ...overrides });
  return id;
}

type RequirementInput = Omit<Parameters<typeof addRequirement>[1], "body">;

/** A requirement at the end of a chapter (a new one when none is given); `text` is plain lines. */
export async function requirementOf(
  scope: ReaderScope,
  { text, ...overrides }: Partial<RequirementInput> & { text?: string } = {},
): Promise<{ id: string; code: string }> {
  return addRequirement(scope, {
    title: "Vaste begeleider per school",
    kind: "mandatory",
    body: bodyOfLines(
      text ?? "De opdrachtnemer zet op elke school één vaste begeleider in, het hele schooljaar.",
    ),
    chapterId: overrides.chapterId ?? (await chapterOf(scope)),
    ...overrides,
  });
}

/** What a requirement comes from; one of the three. @returns the id of the link. */
export async function linkOf(
  scope: ReaderScope,
  requirementId: string,
  end: { coreValueId?: string; reactionId?: string; passageId?: string },
): Promise<string> {
  const { id } = await linkRequirement(scope, { requirementId, ...end });
  return id;
}

/**
 * Texts of a requirement as they can come from outside, for properties: every node and mark, lists
 * in each other as deep as may be, numbers and letters to start at, and all the signs there are.
 */
const words = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom("de bus", " rijdt ", "CO", "2", "op tijd.", "{numbered-1}"),
  },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 12, unit: "binary" }) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("<b>&amp;", "a\u0000b", "\ud800", "a\r\nb", "\u202eabc", "\t"),
  },
);

/** In the order of the schema, as the editor gives them. */
const marks = fc
  .record({
    link: fc.constantFrom(
      null,
      "https://voorbeeld.example/a?b=1&c=2",
      "mailto:a@voorbeeld.example",
    ),
    bold: fc.boolean(),
    italic: fc.boolean(),
    script: fc.constantFrom(null, "subscript", "superscript"),
  })
  .map(({ link, bold, italic, script }) => [
    ...(link ? [{ type: "link", attrs: { href: link } }] : []),
    ...(bold ? [{ type: "bold" }] : []),
    ...(italic ? [{ type: "italic" }] : []),
    ...(script ? [{ type: script }] : []),
  ]);

const inline = fc.oneof(
  { weight: 5, arbitrary: fc.record({ text: words, marks }).map(textNode) },
  { weight: 1, arbitrary: fc.constant({ type: "hardBreak" }) },
);

function textNode({ text, marks: of }: { text: string; marks: object[] }) {
  return of.length > 0 ? { type: "text", text, marks: of } : { type: "text", text };
}

const paragraph = fc
  .array(inline, { maxLength: 4 })
  .map((content) => (content.length > 0 ? { type: "paragraph", content } : { type: "paragraph" }));

/** A paragraph, or lists at most `levels` deep. */
function block(levels: number): fc.Arbitrary<object> {
  if (levels === 0) return paragraph;
  const items = fc.array(
    fc
      .tuple(paragraph, fc.array(fc.oneof(paragraph, block(levels - 1)), { maxLength: 2 }))
      .map(([first, rest]) => ({ type: "listItem", content: [first, ...rest] })),
    { minLength: 1, maxLength: 3 },
  );
  const bullets = items.map((content) => ({ type: "bulletList", content }));
  const numbers = fc
    .record({
      content: items,
      start: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: MAX_LIST_START })),
      type: fc.constantFrom(null, ...LIST_STYLES),
    })
    .map(({ content, ...attrs }) => ({ type: "orderedList", attrs, content }));
  return fc.oneof({ weight: 2, arbitrary: paragraph }, bullets, numbers);
}

/** One item in the other, as deep as Word goes, so that the deepest level is tried every time. */
const chain = fc
  .array(fc.constantFrom("bulletList", "orderedList"), {
    minLength: MAX_LIST_LEVELS,
    maxLength: MAX_LIST_LEVELS,
  })
  .chain((types) =>
    paragraph.map((deepest) =>
      types.reduce<object>(
        (inner, type) => ({
          type,
          content: [{ type: "listItem", content: [{ type: "paragraph" }, inner] }],
        }),
        deepest,
      ),
    ),
  );

export const anyBody: fc.Arbitrary<unknown> = fc
  .array(fc.oneof({ weight: 4, arbitrary: block(3) }, { weight: 1, arbitrary: chain }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((content) => ({
    type: "doc",
    content: [...content, { type: "paragraph", content: [{ type: "text", text: "Slot." }] }],
  }));
