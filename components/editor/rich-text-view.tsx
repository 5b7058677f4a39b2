import { renderToReactElement } from "@tiptap/static-renderer/pm/react";
import { RichText } from "@/components/ui/text";
import { type Body, bodyText } from "@/domain/requirements/rules/text";
import { editorExtensions } from "./extensions";

/** The text of a requirement as plain elements, made on the server: nothing of the editor is sent. */
export function RichTextView({ body }: { body: Body }) {
  return <RichText>{rendered(body)}</RichText>;
}

function rendered(body: Body) {
  try {
    return renderToReactElement({ content: body, extensions: editorExtensions });
  } catch (error) {
    // Stored under another schema: the words must still be readable.
    console.error(error);
    return bodyText(body)
      .split("\n")
      .map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing but their place
        <p key={index}>{line}</p>
      ));
  }
}
