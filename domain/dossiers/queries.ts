import { and, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { dossier, dossierMember } from "@/db/schema";
import type { Actor, AuthorizedDossierId, DossierScope } from "../actor";
import { Forbidden, NotFound } from "../errors";
import { mayRead } from "./policy";

/**
 * The gate of a dossier: the only place where an `AuthorizedDossierId` is made.
 *
 * @throws NotFound when there is no such dossier or the actor is not in it; the two look the same.
 */
export async function openDossier(actor: Actor, slug: string): Promise<DossierScope> {
  const db = await database();
  if (actor.type === "system") {
    const [found] = await db
      .select({ id: dossier.id, slug: dossier.slug, title: dossier.title })
      .from(dossier)
      .where(eq(dossier.slug, slug));
    if (!found) throw new NotFound();
    return { ...found, dossierId: found.id as AuthorizedDossierId, role: "author", actor };
  }
  const [found] = await db
    .select({
      id: dossier.id,
      slug: dossier.slug,
      title: dossier.title,
      role: dossierMember.role,
    })
    .from(dossier)
    .innerJoin(
      dossierMember,
      and(eq(dossierMember.dossierId, dossier.id), eq(dossierMember.accountId, actor.id)),
    )
    .where(eq(dossier.slug, slug));
  if (!found) throw new NotFound();
  return {
    actor,
    role: found.role,
    dossierId: found.id as AuthorizedDossierId,
    slug: found.slug,
    title: found.title,
  };
}

/**
 * The gate for reading the work in a dossier.
 *
 * @throws NotFound as {@link openDossier}; Forbidden for a stakeholder.
 */
export async function openDossierToRead(actor: Actor, slug: string): Promise<DossierScope> {
  const scope = await openDossier(actor, slug);
  if (!mayRead(scope)) throw new Forbidden();
  return scope;
}
