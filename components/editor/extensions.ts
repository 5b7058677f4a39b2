/** What the editor knows: the same list the server checks and renders with, kept in the domain. */
export { bodyExtensions as editorExtensions } from "@/domain/text/rich-schema";
