import { asOutsider } from "../dossiers/gate";
import { mayWrite } from "../dossiers/policy";
import { wordsIn } from "../kernel/layer";
import type { ReaderScope } from "../kernel/scope";
import { searchLeaving } from "../personal-data/commands";
import type { HeldBackList } from "../publication/model";
import { heldBack } from "../publication/queries";
import type { AuditFilter, AuditRow } from "./model";
import { dossierAuditRows } from "./queries";

type LogFilter = Omit<AuditFilter, "dossier">;

/**
 * The log of a dossier that goes out as a file, as others read it, with what keeps it from going: names of things in
 * it are searched first, as everything that leaves the house.
 *
 * @returns `held` is null when nothing is open, or when somebody answered for it.
 * @throws Forbidden for who may not read the dossier.
 */
export async function logToLeave(
  scope: ReaderScope,
  filter: LogFilter = {},
): Promise<{ rows: AsyncGenerator<AuditRow[]>; held: HeldBackList | null }> {
  const outsider = asOutsider(scope);
  const found = await searchLeaving(scope, await wordsOfLog(outsider, filter));
  const held = await heldBack(scope);
  // Kept as open by now, so the layer that is read anew takes it out.
  const rows = await dossierAuditRows(asOutsider(scope), filter);
  if (found > 0 && !mayWrite(scope)) {
    const { open = 0, unsearched = 0 } = held ?? {};
    return {
      rows,
      held: { key: "", open: open + found, unsearched, released: false, subjects: [] },
    };
  }
  return { rows, held: held?.released ? null : held };
}

/** What things were called, each once: a log says the same of a thing many times. */
async function wordsOfLog(outsider: ReaderScope, filter: LogFilter): Promise<string[]> {
  const words = new Set<string>();
  for await (const rows of await dossierAuditRows(outsider, filter)) {
    for (const { entity, words: said, dossierTitle } of rows) {
      // Who is in a dossier has an account, and is no find.
      if (entity === "member") continue;
      for (const word of wordsIn([said, dossierTitle])) words.add(word);
    }
  }
  return [...words];
}
