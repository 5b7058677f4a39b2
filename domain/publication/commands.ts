import { z } from "zod";
import { mayWrite } from "../dossiers/policy";
import { command } from "../kernel/command";
import { Conflict, Invalid } from "../kernel/errors";
import { requiredText } from "../kernel/fields";
import { actorAccountId, member, type ReaderScope } from "../kernel/scope";
import { searchLeaving } from "../personal-data/commands";
import { heldBackIn, keepRelease } from "../personal-data/rows";
import type { HeldBackList, SpecificationDocument } from "./model";
import { heldBack, specificationDocument } from "./queries";

/**
 * The document that goes out, with what keeps it from going: all its words were searched once more, and what was
 * found is replaced in it.
 *
 * @returns `held` is null when nothing is open, or when somebody answered for it.
 */
export async function documentToLeave(
  scope: ReaderScope,
  options: { withNames?: boolean },
): Promise<{ document: SpecificationDocument; held: HeldBackList | null }> {
  const document = await specificationDocument(scope, options);
  const found = await searchLeaving(scope, document);
  const held = await heldBack(scope);
  if (found === 0) return { document, held: held?.released ? null : held };
  // Kept as open by now, so `held` knows of it; made again it is replaced.
  if (mayWrite(scope)) {
    const again = await specificationDocument(scope, options);
    return { document: again, held: held?.released ? null : held };
  }
  const { open = 0, unsearched = 0 } = held ?? {};
  return {
    document,
    held: { key: "", open: open + found, unsearched, released: false, subjects: [] },
  };
}

/**
 * Takes the responsibility for what goes out while finds are open: for exactly these, not for what is found later.
 *
 * @throws Invalid when nothing is open; Conflict when something else is open by now than `key` says.
 */
export const releasePersonalData = command({
  scope: member,
  action: "dossier.releasePersonalData",
  input: z.object({ key: z.string().regex(/^[\da-f]{64}$/), reason: requiredText(500) }),
  allow: mayWrite,
  run: async (tx, scope, { key, reason }) => {
    const held = await heldBackIn(tx, scope.dossierId);
    if (!held) throw new Invalid("publication.release.nothing");
    if (held.key !== key) throw new Conflict("publication.release.changed", {}, held.key);
    await keepRelease(tx, {
      dossierId: scope.dossierId,
      held: key,
      reason,
      releasedBy: actorAccountId(scope.actor),
    });
    return {
      result: {},
      audit: {
        entity: "dossier",
        entityId: scope.dossierId,
        after: { open: held.open, unsearched: held.unsearched, reason },
      },
    };
  },
});
