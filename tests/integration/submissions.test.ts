import { count, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database, rowsOf } from "@/db/client";
import { applyGuards, liftViews } from "@/db/guards";
import { audit, passage, reaction } from "@/db/schema";
import { Invalid, NotFound } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import { openStakeholderPage } from "@/domain/participation/commands";
import { addReaction } from "@/domain/reactions/commands";
import { linkWords } from "@/domain/requirements/commands";
import { freshDatabase } from "../database";
import { dossierOf, memberOf } from "../factories/people";
import { consultationIn } from "../factories/reactions";
import { requirementOf } from "../factories/requirements";
import { sourceOf } from "../factories/sources";

freshDatabase();

/** A form of a reaction as a browser sends it. */
function formOf(key: string, consultationId: string, text: string): FormData {
  const form = new FormData();
  const fields = { submissionKey: key, consultationId, kind: "reaction", text, $ACTION_ID: "x" };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

async function reactionsIn({ dossierId }: ReaderScope): Promise<number> {
  const [row] = await (await database())
    .select({ n: count() })
    .from(reaction)
    .where(eq(reaction.dossierId, dossierId));
  return row?.n ?? 0;
}

test("a form that is sent twice is done once, and answered twice", async () => {
  const scope = await dossierOf();
  const consultationId = await consultationIn(scope);
  const send = () => addReaction.submit(scope, formOf("sleutel-1", consultationId, "Eén keer."));
  const [first, second] = await Promise.all([send(), send()]);
  expect(second).toEqual(first);
  expect(await send()).toEqual(first);
  expect(await reactionsIn(scope)).toBe(1);
  const rows = await (await database())
    .select({ n: count() })
    .from(audit)
    .where(eq(audit.entityId, first.id));
  expect(rows[0]?.n).toBe(1);
});

test("other words, another person, another key and another dossier are other acts", async () => {
  const scope = await dossierOf();
  const other = await memberOf(scope, "author");
  const consultationId = await consultationIn(scope);
  await addReaction.submit(scope, formOf("a", consultationId, "Woorden."));
  await addReaction.submit(scope, formOf("a", consultationId, "Andere woorden."));
  await addReaction.submit(other, formOf("a", consultationId, "Woorden."));
  await addReaction.submit(scope, formOf("b", consultationId, "Woorden."));
  expect(await reactionsIn(scope)).toBe(4);
  // The words are the same there, and there are none: only the dossier differs.
  const elsewhere = await dossierOf();
  const one = await openStakeholderPage(scope, {}, { key: "c" });
  const two = await openStakeholderPage(elsewhere, {}, { key: "c" });
  expect(two.code).not.toBe(one.code);
});

test("what was refused can be sent again under its key, mended", async () => {
  const scope = await dossierOf();
  const consultationId = await consultationIn(scope);
  await expect(addReaction.submit(scope, formOf("d", consultationId, " "))).rejects.toThrow(
    Invalid,
  );
  const foreign = await consultationIn(await dossierOf());
  await expect(addReaction.submit(scope, formOf("d", foreign, "Woorden."))).rejects.toThrow(
    NotFound,
  );
  await addReaction.submit(scope, formOf("d", consultationId, "Woorden."));
  expect(await reactionsIn(scope)).toBe(1);
});

test("linking words is one act: without the link there is no passage either", async () => {
  const scope = await dossierOf();
  const source = await sourceOf(scope);
  const words = {
    sourceVersionId: source.sourceVersionId,
    start: 2,
    end: 14,
    exact: "Bijeenkomst ",
  };
  const { id: requirementId } = await requirementOf(await dossierOf());
  await expect(linkWords(scope, { ...words, requirementId })).rejects.toThrow(NotFound);
  const db = await database();
  const passages = () => db.select().from(passage).where(eq(passage.dossierId, scope.dossierId));
  expect(await passages()).toEqual([]);
  const mine = await requirementOf(scope);
  await linkWords(scope, { ...words, requirementId: mine.id });
  expect(await passages()).toHaveLength(1);
});

test("views go out of the way of a change of tables, and come back", async () => {
  const db = await database();
  const views = () => rowsOf(db, sql`select from pg_views where schemaname = 'public'`);
  const before = (await views()).length;
  expect(before).toBeGreaterThan(8);
  await liftViews(db);
  expect(await views()).toEqual([]);
  // What a migration may want, and a view would refuse.
  await db.execute(sql`alter table requirement alter column no_source_reason type varchar(2000)`);
  await db.execute(sql`alter table requirement alter column no_source_reason type text`);
  await applyGuards(db);
  expect(await views()).toHaveLength(before);
});
