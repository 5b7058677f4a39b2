import { and, eq, like, or } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { account, dossier, dossierMember } from "@/db/schema";
import { actorAccountId } from "../actor";
import { dossierCommand, installationCommand } from "../command";
import { NotFound } from "../errors";
import { uuid } from "../fields";
import { newDossier, ROLES } from "./model";
import { mayStartDossier, mayWrite } from "./policy";
import { slugOf } from "./rules";

/** Starts a dossier; who starts it becomes its first author. @returns its id and address part. */
export const startDossier = installationCommand({
  action: "dossier.start",
  input: newDossier,
  allow: mayStartDossier,
  run: async (tx, actor, input) => {
    const slug = await freeSlug(tx, slugOf(input.title));
    const [started] = await tx
      .insert(dossier)
      .values({ ...input, slug })
      .returning({ id: dossier.id, slug: dossier.slug });
    if (!started) throw new Error("insert returned no row");
    const accountId = actorAccountId(actor);
    if (accountId) {
      await tx.insert(dossierMember).values({ dossierId: started.id, accountId, role: "author" });
    }
    return {
      result: started,
      dossierId: started.id,
      audit: { entity: "dossier", entityId: started.id, after: { ...input, slug } },
    };
  },
});

/** The wanted slug, or the first free one with a number behind it. */
async function freeSlug(tx: Database, wanted: string): Promise<string> {
  const rows = await tx
    .select({ slug: dossier.slug })
    .from(dossier)
    .where(or(eq(dossier.slug, wanted), like(dossier.slug, `${wanted}-%`)));
  const taken = new Set(rows.map((row) => row.slug));
  if (!taken.has(wanted)) return wanted;
  let n = 2;
  while (taken.has(`${wanted}-${n}`)) n += 1;
  return `${wanted}-${n}`;
}

/** Gives an account a role in the dossier, or another role than it had. */
export const setMember = dossierCommand({
  action: "member.set",
  input: z.object({ accountId: uuid, role: z.enum(ROLES, "errors.field.choose") }),
  allow: mayWrite,
  run: async (tx, scope, { accountId, role }) => {
    const [person] = await tx
      .select({ id: account.id })
      .from(account)
      .where(eq(account.id, accountId));
    if (!person) throw new NotFound();
    const [before] = await tx
      .select({ role: dossierMember.role })
      .from(dossierMember)
      .where(
        and(eq(dossierMember.dossierId, scope.dossierId), eq(dossierMember.accountId, accountId)),
      );
    await tx
      .insert(dossierMember)
      .values({ dossierId: scope.dossierId, accountId, role })
      .onConflictDoUpdate({
        target: [dossierMember.dossierId, dossierMember.accountId],
        set: { role },
      });
    return {
      result: { accountId },
      audit: { entity: "member", entityId: accountId, before, after: { role } },
    };
  },
});
