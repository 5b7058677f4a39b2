import { asOutsider } from "../dossiers/gate";
import type { ReaderScope } from "../kernel/scope";
import { toLeave } from "../publication/commands";
import type { HeldBackList } from "../publication/model";
import type { MatrixSheets } from "./model";
import { matrixSheets } from "./queries";

/**
 * The whole matrix as others read it, with what keeps it from going out as a file.
 *
 * @returns `held` is null when nothing is open, or when somebody answered for it.
 * @throws Forbidden for who may not read the dossier.
 */
export function matrixToLeave(
  scope: ReaderScope,
): Promise<{ document: MatrixSheets; held: HeldBackList | null }> {
  return toLeave(scope, () => matrixSheets(asOutsider(scope)));
}
