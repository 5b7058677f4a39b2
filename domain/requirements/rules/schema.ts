import { type Extensions, getSchema } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import { allowedHref } from "./link";

/**
 * What may stand in the text of a requirement: paragraphs, bold, italic, lists, links and hard
 * breaks. One list for the browser, the server and the tests, so that they cannot drift apart.
 */
export const bodyExtensions: Extensions = [
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    heading: false,
    horizontalRule: false,
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
];

/** The same as a ProseMirror schema. */
export const bodySchema = getSchema(bodyExtensions);
