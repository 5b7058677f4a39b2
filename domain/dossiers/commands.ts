import { and, count, eq, isNull, like, ne, or, sql } from "drizzle-orm";
import { z } from "zod";
import type { AuditEntry } from "@/db/audit";
import type { Database } from "@/db/client";
import { account, dossier, dossierMember } from "@/db/schema";
import { accountByEmail, soleAuthorOf } from "../accounts/rows";
import { command, scopeSuffices } from "../kernel/command";
import { Conflict, Invalid, NotFound, says } from "../kernel/errors";
import { uuid } from "../kernel/fields";
import {
  type AuthorizedDossierId,
  actorAccountId,
  administrator,
  member,
  staff,
} from "../kernel/scope";
import { findPersonalData } from "../privacy/rules";
import { throughLayer } from "../privacy/rules/layer";
import {
  appointment,
  archiving,
  dossierDetails,
  MAX_LISTED,
  memberApprovals,
  memberRole,
  newDossier,
  newMember,
} from "./model";
import { mayAddMembers, mayRead, mayWrite } from "./policy";
import { lockDossier } from "./rows";
import { slugOf } from "./rules";

/** Starts a dossier; who starts it becomes its first author. @returns its id and address part. */
export const startDossier = command({
  scope: staff,
  action: "dossier.start",
  input: newDossier,
  allow: scopeSuffices,
  run: async (tx, { actor }, input) => {
    const slug = await freeSlug(tx, slugOf(unnamed(input.title)));
    const [started] = await tx
      .insert(dossier)
      .values({ ...input, slug })
      .returning({ id: dossier.id, slug: dossier.slug });
    if (!started) throw new Error("insert returned no row");
    const accountId = actorAccountId(actor);
    const audit: AuditEntry[] = [
      { entity: "dossier", entityId: started.id, after: { ...input, slug } },
    ];
    if (accountId) {
      await tx.insert(dossierMember).values({ dossierId: started.id, accountId, role: "author" });
      audit.push({ entity: "member", entityId: accountId, after: { role: "author" } });
    }
    return { result: started, dossierId: started.id, audit };
  },
});

/** A title without the personal data in it: others see the address, and it is never changed. */
function unnamed(title: string): string {
  const found = findPersonalData(title).map(({ start, end }) => ({ start, end, words: "" }));
  return throughLayer(title, 0, found);
}

/** The wanted slug, or the first free one with a number behind it. */
async function freeSlug(tx: Database, wanted: string): Promise<string> {
  // Two who start a dossier with one title at the same time each get an address of their own.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`slug:${wanted}`}, 0))`);
  const rows = await tx
    .select({ slug: dossier.slug })
    .from(dossier)
    .where(or(eq(dossier.slug, wanted), like(dossier.slug, `${wanted}-%`)));
  const taken = new Set(rows.map((row) => row.slug));
  // This would hide the page on which a dossier is started.
  taken.add("nieuw");
  if (!taken.has(wanted)) return wanted;
  let n = 2;
  while (taken.has(`${wanted}-${n}`)) n += 1;
  return `${wanted}-${n}`;
}

/**
 * Changes title, contracting authority and what is bought. The address stays as it is: others
 * have it in their mail.
 *
 * @throws Conflict `errors.stale` with what stands now, when the form was opened on an older version.
 */
export const changeDetails = command({
  scope: member,
  action: "dossier.change",
  input: dossierDetails,
  allow: mayWrite,
  run: async (tx, scope, { lockVersion, ...after }) => {
    const now = await lockDossier(tx, scope.dossierId);
    const before = {
      title: now.title,
      contractingAuthority: now.contractingAuthority,
      subject: now.subject,
    };
    if (now.lockVersion !== lockVersion) {
      throw new Conflict("errors.stale", {}, { ...before, lockVersion: now.lockVersion });
    }
    await tx
      .update(dossier)
      .set({ ...after, lockVersion: lockVersion + 1 })
      .where(eq(dossier.id, scope.dossierId));
    return {
      result: { lockVersion: lockVersion + 1 },
      audit: { entity: "dossier", entityId: scope.dossierId, before, after },
    };
  },
});

/** Says whether originals whose time has passed go by themselves, or wait in a list. */
export const setOriginals = command({
  scope: member,
  action: "dossier.originals",
  input: z.object({ destroy: z.enum(["yes", "no"], says("errors.field.choose")) }),
  allow: mayWrite,
  run: async (tx, scope, { destroy }) => {
    const before = await lockDossier(tx, scope.dossierId);
    // Null where it says nothing: a dossier of before must not look changed.
    const destroysOriginals = destroy === "yes" ? true : null;
    await tx.update(dossier).set({ destroysOriginals }).where(eq(dossier.id, scope.dossierId));
    return {
      result: {},
      audit: {
        entity: "dossier",
        entityId: scope.dossierId,
        before: { destroysOriginals: before.destroysOriginals ?? false },
        after: { destroysOriginals: destroysOriginals ?? false },
      },
    };
  },
});

/**
 * Gives a member another role. At the terminal it makes any account a member; an author adds somebody
 * by e-mail address (`addMember`), and cannot do it by an id that was found somewhere.
 *
 * @throws NotFound for who is no member; Invalid `dossiers.errors.lastAuthor`.
 */
export const setMember = command({
  scope: member,
  action: "member.set",
  input: memberRole,
  allow: mayWrite,
  run: async (tx, scope, { accountId, role }) => {
    await lockDossier(tx, scope.dossierId);
    const [person] = await tx
      .select({ id: account.id })
      .from(account)
      .where(eq(account.id, accountId));
    const before = await membershipOf(tx, scope.dossierId, accountId);
    if (!person || (!before && scope.actor.type !== "system")) throw new NotFound();
    if (before?.role === "author" && role !== "author") {
      await refuseLastAuthor(tx, scope.dossierId, accountId);
    }
    await tx
      .insert(dossierMember)
      .values({ dossierId: scope.dossierId, accountId, role })
      .onConflictDoUpdate({
        target: [dossierMember.dossierId, dossierMember.accountId],
        // Who does not read the work approves nothing of it.
        set: mayRead({ role }) ? { role } : { role, approves: null },
      });
    return {
      result: { accountId },
      // The role somebody had already: nothing happened.
      audit:
        before?.role === role
          ? []
          : { entity: "member", entityId: accountId, before: saidOf(before), after: { role } },
    };
  },
});

/**
 * Says in which capacities a member approves requirements. What they approved before stays approved.
 *
 * @throws NotFound for who is no member; Invalid `dossiers.errors.readsNothing` for one who does not read the work.
 */
export const setApprovals = command({
  scope: member,
  action: "member.approvals",
  input: memberApprovals,
  allow: mayWrite,
  run: async (tx, scope, { accountId, approves }) => {
    await lockDossier(tx, scope.dossierId);
    const found = await membershipOf(tx, scope.dossierId, accountId);
    if (!found) throw new NotFound();
    if (approves.length > 0 && !mayRead(found)) throw new Invalid("dossiers.errors.readsNothing");
    const before = found.approves ?? [];
    const result = { accountId };
    if (before.join() === approves.join()) return { result, audit: [] };
    await tx
      .update(dossierMember)
      // Null where it says nothing: who was a member before must not look changed.
      .set({ approves: approves.length > 0 ? approves : null })
      .where(
        and(eq(dossierMember.dossierId, scope.dossierId), eq(dossierMember.accountId, accountId)),
      );
    return {
      result,
      audit: {
        entity: "member",
        entityId: accountId,
        before: { approves: before },
        after: { approves },
      },
    };
  },
});

/**
 * Adds somebody to the dossier by the e-mail address of an account.
 *
 * @throws Invalid on `email`: `dossiers.errors.noAccount`, `dossiers.errors.alreadyMember`.
 */
export const addMember = command({
  scope: member,
  action: "member.add",
  input: newMember,
  allow: mayAddMembers,
  run: async (tx, scope, { email, role }) => {
    await lockDossier(tx, scope.dossierId);
    const person = await accountByEmail(tx, email);
    if (!person) throw new Invalid("errors.fields", {}, { email: "dossiers.errors.noAccount" });
    if (await membershipOf(tx, scope.dossierId, person.id)) {
      throw new Invalid("errors.fields", {}, { email: "dossiers.errors.alreadyMember" });
    }
    const [members] = await tx
      .select({ n: count() })
      .from(dossierMember)
      .where(eq(dossierMember.dossierId, scope.dossierId));
    if ((members?.n ?? 0) >= MAX_LISTED) {
      throw new Invalid("dossiers.errors.tooMany", { max: MAX_LISTED });
    }
    await tx
      .insert(dossierMember)
      .values({ dossierId: scope.dossierId, accountId: person.id, role });
    return {
      result: { accountId: person.id, name: person.name },
      audit: { entity: "member", entityId: person.id, after: { role } },
    };
  },
});

/**
 * Takes somebody out of the dossier. What they did there stays.
 *
 * @throws NotFound for who is no member; Invalid `dossiers.errors.lastAuthor`.
 */
export const removeMember = command({
  scope: member,
  action: "member.remove",
  input: z.object({ accountId: uuid }),
  allow: mayWrite,
  run: async (tx, scope, { accountId }) => {
    await lockDossier(tx, scope.dossierId);
    const before = await membershipOf(tx, scope.dossierId, accountId);
    if (!before) throw new NotFound();
    if (before.role === "author") await refuseLastAuthor(tx, scope.dossierId, accountId);
    await tx
      .delete(dossierMember)
      .where(
        and(eq(dossierMember.dossierId, scope.dossierId), eq(dossierMember.accountId, accountId)),
      );
    return {
      result: { accountId },
      audit: { entity: "member", entityId: accountId, before: saidOf(before) },
    };
  },
});

/**
 * Makes somebody author of the dossiers that nobody but another could change, so that the account of
 * that other can be switched off. Done by an administrator, who is in none of these dossiers: their
 * logs say so.
 *
 * @returns how many dossiers.
 * @throws Invalid `dossiers.errors.noAccount` on `email`; `dossiers.errors.notSoleAuthor`.
 */
export const appointAuthor = command({
  scope: administrator,
  action: "member.handOver",
  input: appointment,
  allow: scopeSuffices,
  run: async (tx, _scope, { accountId, email }) => {
    const dossiers = await soleAuthorOf(tx, accountId, "lock");
    if (dossiers.length === 0) throw new Invalid("dossiers.errors.notSoleAuthor");
    const person = await accountByEmail(tx, email);
    if (!person || person.id === accountId) {
      throw new Invalid("errors.fields", {}, { email: "dossiers.errors.noAccount" });
    }
    const role = "author";
    await tx
      .insert(dossierMember)
      .values(dossiers.map(({ id }) => ({ dossierId: id, accountId: person.id, role }) as const))
      .onConflictDoUpdate({
        target: [dossierMember.dossierId, dossierMember.accountId],
        set: { role },
      });
    return {
      result: { name: person.name, dossiers: dossiers.length },
      audit: { entity: "account", entityId: person.id, after: { insteadOf: accountId } },
      elsewhere: dossiers.map(({ id }) => ({
        dossierId: id,
        audit: { entity: "member", entityId: person.id, after: { role } },
      })),
    };
  },
});

async function membershipOf(tx: Database, dossierId: AuthorizedDossierId, accountId: string) {
  const [found] = await tx
    .select({ role: dossierMember.role, approves: dossierMember.approves })
    .from(dossierMember)
    .where(and(eq(dossierMember.dossierId, dossierId), eq(dossierMember.accountId, accountId)));
  return found;
}

/** What the log says that somebody was in a dossier. */
function saidOf(membership: Awaited<ReturnType<typeof membershipOf>>) {
  if (!membership) return undefined;
  const { role, approves } = membership;
  return approves ? { role, approves } : { role };
}

/** A dossier that nobody can change any more is lost: somebody who can sign in must stay author. */
async function refuseLastAuthor(tx: Database, dossierId: AuthorizedDossierId, accountId: string) {
  const [others] = await tx
    .select({ n: count() })
    .from(dossierMember)
    .innerJoin(account, eq(account.id, dossierMember.accountId))
    .where(
      and(
        eq(dossierMember.dossierId, dossierId),
        eq(dossierMember.role, "author"),
        ne(dossierMember.accountId, accountId),
        isNull(account.disabledAt),
      ),
    );
  if (!others?.n) throw new Invalid("dossiers.errors.lastAuthor");
}

/**
 * Puts a dossier in the archive: it stands in no list, its page for stakeholders is closed, and who is in it
 * can only read it.
 *
 * @throws NotFound; Invalid `dossiers.errors.archived` when it is there already.
 */
export const archiveDossier = command({
  scope: administrator,
  action: "dossier.archive",
  input: archiving,
  allow: scopeSuffices,
  run: async (tx, _scope, { dossierId, reason }) => archive(tx, dossierId, reason, true),
});

/**
 * Brings a dossier back from the archive, as it was.
 *
 * @throws NotFound; Invalid `dossiers.errors.notArchived`.
 */
export const bringBackDossier = command({
  scope: administrator,
  action: "dossier.bringBack",
  input: archiving,
  allow: scopeSuffices,
  run: async (tx, _scope, { dossierId, reason }) => archive(tx, dossierId, reason, false),
});

async function archive(tx: Database, id: string, reason: string, archived: boolean) {
  const [now] = await tx
    .select({ slug: dossier.slug, archivedAt: dossier.archivedAt })
    .from(dossier)
    .where(eq(dossier.id, id))
    .for("no key update");
  if (!now) throw new NotFound();
  if ((now.archivedAt !== null) === archived) {
    throw new Invalid(archived ? "dossiers.errors.archived" : "dossiers.errors.notArchived");
  }
  await tx
    .update(dossier)
    .set({ archivedAt: archived ? sql`now()` : null })
    .where(eq(dossier.id, id));
  return {
    result: { slug: now.slug },
    dossierId: id,
    audit: {
      entity: "dossier" as const,
      entityId: id,
      before: { archived: !archived },
      after: { archived, reason },
      reason,
    },
  };
}
