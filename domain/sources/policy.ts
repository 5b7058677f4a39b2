import { mayWrite } from "../dossiers/policy";
import type { MemberScope } from "../kernel/scope";

/** Who may bring in sources: the authors. */
export function mayImportSources(scope: MemberScope): boolean {
  return mayWrite(scope);
}

/** Who may make a passage of words in a source: the authors. */
export function mayQuote(scope: MemberScope): boolean {
  return mayWrite(scope);
}

/** Who says until when originals are kept, and destroys them: the authors. */
export function mayKeepOriginals(scope: MemberScope): boolean {
  return mayWrite(scope);
}
