import type { MemberScope } from "../kernel/scope";
import { mayImportSources } from "../sources/policy";

/** Who may send files: the authors, with an account, for a draft is somebody's. */
export function maySendFiles(scope: MemberScope): boolean {
  return mayImportSources(scope) && scope.actor.type === "account";
}
