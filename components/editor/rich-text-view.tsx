import { renderToReactElement } from "@tiptap/static-renderer/pm/react";
import { RichText } from "@/components/ui/text";
import type { Body } from "@/domain/text/rich-text";
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
    return storedLines(body).map((line, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing but their place
      <p key={index}>{line}</p>
    ));
  }
}

/** The words of whatever was stored, a line per innermost block. */
function storedLines(node: unknown): string[] {
  const { text, content } = (node ?? {}) as { text?: unknown; content?: unknown };
  if (typeof text === "string") return [text];
  if (!Array.isArray(content)) return [];
  const inner = content.map(storedLines);
  return content.some((child) => typeof child?.text === "string")
    ? [inner.flat().join("")]
    : inner.flat();
}
