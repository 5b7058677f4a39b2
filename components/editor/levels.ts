import type { Editor } from "@tiptap/react";
import { LIST_TYPES, MAX_LIST_LEVELS } from "@/domain/text/rich-format";

/** The lists around the place of the cursor. */
function levelOf(editor: Editor): number {
  const { $from } = editor.state.selection;
  const around = Array.from({ length: $from.depth + 1 }, (_, depth) => $from.node(depth).type.name);
  return around.filter((name) => (LIST_TYPES as readonly string[]).includes(name)).length;
}

/** Whether the item at the cursor can become one of a list within its list; not past what is saved. */
export function canGoDeeper(editor: Editor): boolean {
  return levelOf(editor) < MAX_LIST_LEVELS && editor.can().sinkListItem("listItem");
}

/** Makes the item at the cursor one of a list within its list. */
export function deeper(editor: Editor): void {
  if (canGoDeeper(editor)) editor.chain().focus().sinkListItem("listItem").run();
}

/** Takes the item at the cursor out of the innermost list. */
export function higher(editor: Editor): void {
  editor.chain().focus().liftListItem("listItem").run();
}
