import { Node as ProseMirrorNode } from "@tiptap/pm/model";
import { z } from "zod";
import { nameKey } from "@/db/name-key";
import { says } from "@/domain/kernel/errors";
import type { MessageKey } from "@/messages/catalogue";
import { Invalid } from "../kernel/errors";
import { storable } from "../kernel/fields";
import {
  LIST_STYLES,
  MARK_TYPES,
  MAX_LIST_LEVELS,
  MAX_LIST_START,
  type MarkType,
} from "./rich-format";
import { allowedHref } from "./rich-link";
import { bodySchema } from "./rich-schema";
import {
  type BlockNode,
  type Body,
  bodyOfLines,
  bodyText,
  type InlineNode,
  type ListItemNode,
  listLevels,
  type TextMark,
  type TextNode,
} from "./rich-text";

/** Largest text of one requirement, in UTF-16 units of its JSON: some 25 pages. */
export const MAX_BODY_SIZE = 64 * 1024;
/** Deepest nesting of objects and arrays; nine lists in each other have 42. Rendering overflows at 1,000. */
export const MAX_BODY_DEPTH = 64;
/** Most values in one text; a full 64 kB has fewer. */
export const MAX_BODY_VALUES = 20_000;

const plainMark = <Type extends MarkType>(type: Type) => z.strictObject({ type: z.literal(type) });

const MARKS = {
  link: z
    .strictObject({
      type: z.literal("link"),
      attrs: z.strictObject({
        href: z.string().transform((value, context) => {
          const href = allowedHref(value);
          if (href !== null) return href;
          context.addIssue({ code: "custom", message: says("requirements.errors.bodyLink") });
          return z.NEVER;
        }),
        // What Tiptap adds by itself; nothing else is taken and nothing of it is kept.
        target: z.null().optional(),
        rel: z.literal("noreferrer").nullish(),
        class: z.null().optional(),
        title: z.null().optional(),
      }),
    })
    .transform(({ type, attrs }) => ({ type, attrs: { href: attrs.href } })),
  bold: plainMark("bold"),
  italic: plainMark("italic"),
  subscript: plainMark("subscript"),
  superscript: plainMark("superscript"),
} satisfies Record<MarkType, z.ZodType<TextMark>>;

const mark = z.discriminatedUnion("type", [
  MARKS.link,
  MARKS.bold,
  MARKS.italic,
  MARKS.subscript,
  MARKS.superscript,
]);
const marks = z.array(mark).min(1).max(MARK_TYPES.length).optional();

const inline = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), text: z.string().min(1), marks }),
  z.strictObject({ type: z.literal("hardBreak"), marks }),
]);

const paragraph = z.strictObject({
  type: z.literal("paragraph"),
  content: z
    .array(inline)
    // What held nothing but signs that cannot be stored is no text.
    .transform((all) => all.filter((node) => node.type !== "text" || node.text !== ""))
    .optional(),
});

const listItem: z.ZodType<ListItemNode> = z.strictObject({
  type: z.literal("listItem"),
  content: z.array(z.lazy(() => block)).min(1),
});

const block: z.ZodType<BlockNode> = z.discriminatedUnion("type", [
  paragraph,
  z.strictObject({ type: z.literal("bulletList"), content: z.array(listItem).min(1) }),
  z
    .strictObject({
      type: z.literal("orderedList"),
      attrs: z
        .strictObject({
          start: z.int().min(1).max(MAX_LIST_START).nullish(),
          type: z.enum(LIST_STYLES).nullish(),
        })
        .optional(),
      content: z.array(listItem).min(1),
    })
    .transform(({ type, attrs, content }) => ({
      type,
      attrs: { start: attrs?.start ?? 1, ...(attrs?.type ? { type: attrs.type } : {}) },
      content,
    })),
]);

const document = z.strictObject({ type: z.literal("doc"), content: z.array(block).min(1) });

/**
 * Takes a text from outside (Tiptap JSON, or that as a string) to its canonical form: size, depth,
 * type of every node and attribute, links on the allow-list, ProseMirror's own check, equal runs
 * joined. Equal texts give equal JSON.
 *
 * @throws Invalid with `fields.body`, a path in the catalogue.
 */
export function canonicalBody(input: unknown): Body {
  const value = typeof input === "string" ? parsed(input) : input;
  bounded(value);
  const first = checkedShape(value);
  if (listLevels(first.content) > MAX_LIST_LEVELS) throw refused("requirements.errors.bodyTooDeep");
  const body = checkedShape(checkedNode(joined(first)).toJSON());
  if (nameKey(bodyText(body)) === "") throw refused("requirements.errors.bodyEmpty");
  return body;
}

/**
 * What keeps a stored text from being shown and taken along as it is, or null. Texts are checked
 * when they are saved, so only one of before a rule, or written past Herleid, has anything.
 */
export function bodyProblem(stored: unknown): MessageKey | null {
  try {
    canonicalBody(stored);
    return null;
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return error.fields.body ?? error.key;
  }
}

/** A stored text as an editor can take it: of what it does not know, the words as plain lines. */
export function editableBody(stored: { body: Body; bodyText: string }): Body {
  const unknown = bodyProblem(stored.body) === "requirements.errors.bodyInvalid";
  return unknown ? bodyOfLines(stored.bodyText) : stored.body;
}

/**
 * What a form sent of a text that may be empty: JSON by the editor, plain lines by a text box.
 *
 * @param format the field that the editor sends beside it.
 * @returns the words, and the text with its marks and lists; null for plain lines, which stay as they were typed.
 * @throws Invalid as `canonicalBody`, but not for an empty text.
 */
export function sentWords(
  sent: unknown,
  format: unknown,
): { words: string | null; body: Body | null } {
  if (format !== "json") {
    const words = typeof sent === "string" ? storable(sent).trim() : "";
    return { words: words || null, body: null };
  }
  try {
    const body = canonicalBody(sent);
    return { words: bodyText(body), body };
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    if (error.fields.body === "requirements.errors.bodyEmpty") return { words: null, body: null };
    throw error;
  }
}

/** A stored text with marks, when it still says these words; null for words that somebody changed since. */
export function marksOf(words: string | null, stored: unknown): Body | null {
  if (words === null || stored === null || bodyProblem(stored) !== null) return null;
  return bodyText(stored as Body) === words ? (stored as Body) : null;
}

/** A zod field for commands: the canonical text, or the issue that says what to do. */
export const bodyField = z.unknown().transform((value, context): Body => {
  try {
    return canonicalBody(value);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    context.addIssue({ code: "custom", message: error.fields.body ?? error.key });
    return z.NEVER;
  }
});

/** The same of a text that is being written: it may still be empty. */
export const draftBodyField = z.unknown().transform((value, context): Body => {
  try {
    return canonicalBody(value);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const problem = error.fields.body ?? error.key;
    if (problem === "requirements.errors.bodyEmpty") return bodyOfLines("");
    context.addIssue({ code: "custom", message: problem });
    return z.NEVER;
  }
});

function refused(key: MessageKey): Invalid {
  return new Invalid("errors.fields", {}, { body: key });
}

function parsed(input: string): unknown {
  if (input.length > MAX_BODY_SIZE) throw refused("requirements.errors.bodyTooLarge");
  if (input.trim() === "") throw refused("requirements.errors.bodyEmpty");
  try {
    return JSON.parse(input);
  } catch {
    throw refused("requirements.errors.bodyInvalid");
  }
}

/** Counts without recursion: what comes later walks the tree with the stack of the machine. */
function bounded(value: unknown): void {
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  let values = 0;
  let size = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    values += 1;
    if (next.depth > MAX_BODY_DEPTH) throw refused("requirements.errors.bodyTooDeep");
    if (values > MAX_BODY_VALUES) throw refused("requirements.errors.bodyTooLarge");
    if (typeof next.value === "string") size += next.value.length;
    if (next.value !== null && typeof next.value === "object") {
      const entries = Object.entries(next.value);
      if (entries.length > MAX_BODY_VALUES) throw refused("requirements.errors.bodyTooLarge");
      for (const [key, inner] of entries) {
        size += key.length;
        waiting.push({ value: inner, depth: next.depth + 1 });
      }
    }
    if (size > MAX_BODY_SIZE) throw refused("requirements.errors.bodyTooLarge");
  }
}

function checkedShape(value: unknown): Body {
  const result = document.safeParse(value);
  if (result.success) return result.data;
  const link = JSON.stringify(result.error.issues).includes("requirements.errors.bodyLink");
  throw refused(link ? "requirements.errors.bodyLink" : "requirements.errors.bodyInvalid");
}

function checkedNode(body: Body): ProseMirrorNode {
  try {
    const node = ProseMirrorNode.fromJSON(bodySchema, body);
    node.check();
    return node;
  } catch {
    throw refused("requirements.errors.bodyInvalid");
  }
}

/** A line break within a run is white space to a page and to Word; a break has a node of its own. */
function oneRun(text: string): string {
  return storable(text).replaceAll("\n", " ");
}

/** Neighbouring texts with the same marks become one, and all text is NFC. */
function joined(body: Body): Body {
  return { type: "doc", content: body.content.map(joinedBlock) };
}

function joinedBlock(node: BlockNode): BlockNode {
  if (node.type !== "paragraph") {
    return {
      ...node,
      content: node.content.map((item) => ({ ...item, content: item.content.map(joinedBlock) })),
    };
  }
  const content: InlineNode[] = [];
  for (const found of node.content ?? []) {
    const inner = found.type === "text" ? { ...found, text: oneRun(found.text) } : found;
    if (inner.type === "text" && inner.text === "") continue;
    const last = content.at(-1);
    if (inner.type === "text" && last?.type === "text" && sameMarks(inner, last)) {
      content[content.length - 1] = { ...last, text: last.text + inner.text };
    } else {
      content.push(inner);
    }
  }
  if (content.length === 0) return { type: "paragraph" };
  return {
    type: "paragraph",
    // Where two runs meet, signs can join: each was NFC by itself.
    content: content.map((inner) =>
      inner.type === "text" ? { ...inner, text: inner.text.normalize("NFC") } : inner,
    ),
  };
}

function sameMarks(a: TextNode, b: TextNode): boolean {
  return JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? []);
}
