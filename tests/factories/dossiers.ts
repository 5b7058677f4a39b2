import { addGroup } from "@/domain/groups/commands";
import type { ReaderScope } from "@/domain/kernel/scope";
import { addMilestone } from "@/domain/planning/commands";
import { dossierOf } from "./people";

/** A stakeholder group of a dossier (a new one when none is given). @returns its id and the dossier. */
export async function stakeholderGroupOf(
  scope?: ReaderScope,
  overrides: { name?: string; expected?: boolean } = {},
): Promise<{ scope: ReaderScope; groupId: string }> {
  const dossier = scope ?? (await dossierOf());
  const { id } = await addGroup(dossier, {
    name: overrides.name ?? "Ouders",
    expected: overrides.expected ?? true,
  });
  return { scope: dossier, groupId: id };
}

/** A step in the planning of a dossier (a new one when none is given). */
export async function milestoneOf(
  scope?: ReaderScope,
  overrides: { title?: string; onDate?: string } = {},
): Promise<{ scope: ReaderScope; milestoneId: string }> {
  const dossier = scope ?? (await dossierOf());
  const { id } = await addMilestone(dossier, {
    title: overrides.title ?? "Publicatie van de aanbesteding",
    onDate: overrides.onDate ?? "2027-03-01",
  });
  return { scope: dossier, milestoneId: id };
}
