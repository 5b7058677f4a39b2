import { mayWrite } from "../dossiers/policy";
import { lockDossier } from "../dossiers/rows";
import { command } from "../kernel/command";
import { Conflict, Invalid, NotFound } from "../kernel/errors";
import { actorAccountId, member, type ReaderScope } from "../kernel/scope";
import { searchLeaving } from "../personal-data/commands";
import { heldBackIn, keepRelease, withdrawReleases } from "../personal-data/rows";
import {
  type HeldBackList,
  passedOverInput,
  releaseInput,
  type SpecificationDocument,
  withdrawnPassing,
  withdrawnRelease,
} from "./model";
import { heldBack, specificationDocument } from "./queries";
import { keepPassed, openThings, wasPassed, withdrawPassed } from "./rows";

/**
 * The document that goes out, with what keeps it from going.
 *
 * @returns `held` is null when nothing is open, or when somebody answered for it.
 */
export function documentToLeave(
  scope: ReaderScope,
  options: { withNames?: boolean },
): Promise<{ document: SpecificationDocument; held: HeldBackList | null }> {
  return toLeave(scope, () => specificationDocument(scope, options));
}

/**
 * What goes out as `make` makes it, as others read it, with what keeps it from going: all its words were searched
 * once more, and what was found is replaced in it.
 */
export async function toLeave<Document>(
  scope: ReaderScope,
  make: () => Promise<Document>,
): Promise<{ document: Document; held: HeldBackList | null }> {
  const document = await make();
  const found = await searchLeaving(scope, document);
  const held = await heldBack(scope);
  if (found === 0) return { document, held: held?.released ? null : held };
  // Kept as open by now, so `held` knows of it; made again it is replaced.
  if (mayWrite(scope)) {
    const again = await make();
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
  input: releaseInput,
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

/**
 * Takes back that somebody answered for what is open: it keeps things from leaving again.
 *
 * @throws Conflict when nobody had for exactly this, or somebody took it back already.
 */
export const withdrawRelease = command({
  scope: member,
  action: "dossier.withdrawRelease",
  input: withdrawnRelease,
  allow: mayWrite,
  run: async (tx, scope, { key }) => {
    const { dossierId } = scope;
    const withdrawn = await withdrawReleases(tx, dossierId, key, actorAccountId(scope.actor));
    if (withdrawn === 0) throw new Conflict("publication.readiness.errors.changed");
    const entry = { entity: "dossier" as const, entityId: dossierId };
    return { result: {}, audit: { ...entry, before: { releases: withdrawn } } };
  },
});

/**
 * Passes over what is in the way of publishing, with the reason: for exactly what is open now and was seen. Less of it later
 * is still passed over; anything else is not.
 *
 * @throws Invalid when nothing is open; Conflict when something else is open by now than `key` says.
 */
export const passOver = command({
  scope: member,
  action: "dossier.passOver",
  input: passedOverInput,
  allow: mayWrite,
  run: async (tx, scope, { blocker, key, reason }) => {
    const { dossierId } = scope;
    // Two at the same moment: the second sees what the first recorded.
    await lockDossier(tx, dossierId);
    const { things, count, ...now } = await openThings(tx, scope, blocker);
    if (count === 0) throw new Invalid("publication.readiness.errors.nothing");
    if (now.key !== key) throw new Conflict("publication.readiness.errors.changed");
    const createdBy = actorAccountId(scope.actor);
    // Of each there is one that stands.
    await withdrawPassed(tx, dossierId, { blocker }, createdBy);
    const passingId = await keepPassed(tx, {
      ...{ dossierId, blocker, things, count, reason, createdBy },
    });
    const entry = { entity: "dossier" as const, entityId: dossierId };
    return { result: { passingId }, audit: { ...entry, after: { blocker, count, reason } } };
  },
});

/**
 * Takes back that something was passed over: it is in the way again.
 *
 * @throws NotFound when it is not of this dossier; Conflict when somebody took it back already.
 */
export const withdrawPassing = command({
  scope: member,
  action: "dossier.withdrawPassing",
  input: withdrawnPassing,
  allow: mayWrite,
  run: async (tx, scope, { passingId }) => {
    const { dossierId } = scope;
    const by = actorAccountId(scope.actor);
    const before = await withdrawPassed(tx, dossierId, { id: passingId }, by);
    if (!before) {
      if (await wasPassed(tx, dossierId, passingId)) {
        throw new Conflict("publication.readiness.errors.changed");
      }
      throw new NotFound();
    }
    return { result: {}, audit: { entity: "dossier", entityId: dossierId, before } };
  },
});
