import { type Extensions, getSchema, wrappingInputRule } from "@tiptap/core";
import { OrderedList } from "@tiptap/extension-list";
import { Subscript } from "@tiptap/extension-subscript";
import { Superscript } from "@tiptap/extension-superscript";
import StarterKit from "@tiptap/starter-kit";
import { EXCLUSIVE_MARKS, listStart, listStyle } from "./rich-format";
import { allowedHref } from "./rich-link";

/** Only numbers and letters that can be stored come out of what is pasted or typed. */
const NumberedList = OrderedList.extend({
  addAttributes() {
    return {
      start: { default: 1, parseHTML: (list) => listStart(list.getAttribute("start")) },
      type: { default: null, parseHTML: (list) => listStyle(list.getAttribute("type")) },
    };
  },
  addInputRules() {
    return [
      wrappingInputRule({
        // "4. " begins a list at 4.
        find: /^([1-9]\d{0,3})\.\s$/,
        type: this.type,
        getAttributes: ([, number]) => ({ start: Number(number) }),
        joinPredicate: ([, number], list) =>
          list.childCount + Number(list.attrs.start) === Number(number),
      }),
    ];
  },
});

const excludes = EXCLUSIVE_MARKS.join(" ");

/**
 * What may stand in the text of a requirement, as extensions of Tiptap: one list for the browser,
 * the server and the tests. `rich-format.ts` names the same things, and a test holds the two together.
 */
export const bodyExtensions: Extensions = [
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    heading: false,
    horizontalRule: false,
    orderedList: false,
    strike: false,
    underline: false,
    trailingNode: false,
    link: {
      openOnClick: false,
      autolink: false,
      protocols: ["https", "mailto"],
      HTMLAttributes: { target: null, rel: "noreferrer", class: null },
      isAllowedUri: (href) => allowedHref(href) !== null,
    },
  }),
  NumberedList,
  Subscript.extend({ excludes }),
  Superscript.extend({ excludes }),
];

/** The same as a ProseMirror schema. */
export const bodySchema = getSchema(bodyExtensions);
