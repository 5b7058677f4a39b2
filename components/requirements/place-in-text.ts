import type { Editor } from "@tiptap/react";

/** How many signs of the text within `root` stand before a point in the window, in UTF-16 units; null when it is none. */
export function offsetAt(root: Element, x: number, y: number): number | null {
  const at = document.caretRangeFromPoint?.(x, y);
  if (!at || !root.contains(at.startContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(root);
  before.setEnd(at.startContainer, at.startOffset);
  return before.toString().length;
}

/** Puts the caret behind so many signs of the text; null is the end. */
export function putCaret(editor: Editor, offset: number | null): void {
  let left = offset ?? Number.POSITIVE_INFINITY;
  let place: number | null = null;
  editor.state.doc.descendants((node, position) => {
    if (place !== null) return false;
    if (!node.isText) return true;
    const { length } = node.text ?? "";
    if (left <= length) place = position + left;
    left -= length;
    return false;
  });
  editor.commands.focus(place ?? "end", { scrollIntoView: false });
}
