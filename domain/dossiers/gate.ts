import { and, eq, isNull, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { account, dossier, dossierMember } from "@/db/schema";
import type { ApprovalRole, Role } from "@/db/vocabulary";
import { Forbidden, NotFound } from "../kernel/errors";
import {
  type Actor,
  type AuthorizedDossierId,
  type JobScope,
  job,
  type MemberScope,
  member,
  mint,
  proves,
  type ReaderScope,
  reader,
} from "../kernel/scope";
import { layerOver } from "../redaction/rows";
import { mayRead, seesNames } from "./policy";
import { isSlug } from "./rules";

/**
 * The gate of a dossier, for whoever is in it. An author or reviewer comes out as somebody who may
 * read the work too.
 *
 * @throws NotFound when there is no such dossier or the actor is not in it; the two look the same.
 */
export async function openDossier(actor: Actor, slug: string): Promise<MemberScope> {
  if (!isSlug(slug)) throw new NotFound();
  const found = await dossierFor(actor, slug);
  if (!found) throw new NotFound();
  const dossierId = found.dossierId as AuthorizedDossierId;
  const layer = seesNames(found) ? null : layerOver(dossierId);
  const title = layer ? (await layer()).shown(found.title) : found.title;
  const said = { ...found, title, dossierId, actor, layer };
  return mayRead(said) ? mint(reader, { ...said, reads: true }) : mint(member, said);
}

/**
 * The gate for reading the work in a dossier.
 *
 * @throws NotFound as {@link openDossier}; Forbidden for a stakeholder.
 */
export async function openDossierToRead(actor: Actor, slug: string): Promise<ReaderScope> {
  const scope = await openDossier(actor, slug);
  if (!proves(reader, scope)) throw new Forbidden();
  return scope;
}

/**
 * The same dossier as somebody reads it who may not see names: for all that leaves the house.
 *
 * @throws Forbidden for who may not read the work.
 */
export function asOutsider(scope: ReaderScope): ReaderScope {
  if (!proves(reader, scope)) throw new Forbidden();
  const { actor, dossierId, slug, title, role, archived, approves } = scope;
  const layer = layerOver(dossierId);
  const said = { actor, dossierId, slug, title, role, archived, approves };
  return mint(reader, { ...said, reads: true, layer });
}

interface Found {
  dossierId: string;
  slug: string;
  title: string;
  role: Role;
  archived: boolean;
  approves: readonly ApprovalRole[];
}

async function dossierFor(actor: Actor, slug: string): Promise<Found | undefined> {
  const db = await database();
  const about = {
    dossierId: dossier.id,
    slug: dossier.slug,
    title: dossier.title,
    archived: sql<boolean>`${dossier.archivedAt} is not null`,
  };
  if (actor.type === "system") {
    const [found] = await db.select(about).from(dossier).where(eq(dossier.slug, slug));
    return found && { ...found, role: "author", approves: [] };
  }
  if (actor.type !== "account") return undefined;
  const [found] = await db
    .select({ ...about, role: dossierMember.role, approves: dossierMember.approves })
    .from(dossier)
    .innerJoin(
      dossierMember,
      and(eq(dossierMember.dossierId, dossier.id), eq(dossierMember.accountId, actor.id)),
    )
    .where(eq(dossier.slug, slug));
  return found && { ...found, approves: found.approves ?? [] };
}

/**
 * The gate for work in the background that is done for who asked for it: what they may by now counts, and
 * not what they might when they asked.
 *
 * @throws NotFound when they are not in the dossier any more, or have no account; Forbidden for who may
 *   not read the work.
 */
export async function openDossierForAsker(
  accountId: string,
  dossierId: string,
): Promise<ReaderScope> {
  const db = await database();
  const [asker] = await db
    .select({ id: account.id, name: account.name, kind: account.kind })
    .from(account)
    .where(and(eq(account.id, accountId), isNull(account.disabledAt)));
  const [found] = await db
    .select({ slug: dossier.slug })
    .from(dossier)
    .where(eq(dossier.id, dossierId));
  if (!asker || !found) throw new NotFound();
  return openDossierToRead({ type: "account", ...asker }, found.slug);
}

/** The gate for work in the background, which is given the id of its dossier. @throws NotFound */
export async function openDossierForJob(
  actor: JobScope["actor"],
  dossierId: string,
): Promise<JobScope> {
  const [found] = await (await database())
    .select({ id: dossier.id })
    .from(dossier)
    .where(eq(dossier.id, dossierId));
  if (!found) throw new NotFound();
  return mint(job, { actor, dossierId: found.id as AuthorizedDossierId });
}
