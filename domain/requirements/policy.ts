import type { DossierScope } from "../kernel/actor";

/** Who may write the Programma van Eisen: its authors. A reviewer reads. */
export function mayWriteRequirements(scope: DossierScope): boolean {
  return scope.role === "author";
}
