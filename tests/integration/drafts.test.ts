import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { audit } from "@/db/schema";
import { Conflict, Invalid } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import { draftRequirement, dropRequirement, saveRequirement } from "@/domain/requirements/commands";
import { getRequirement, listVersions, ownDrafts } from "@/domain/requirements/queries";
import { bodyOfLines } from "@/domain/text/rich-text";
import { freshDatabase } from "../database";
import { dossierOf, memberOf } from "../factories/people";
import { requirementOf } from "../factories/requirements";

freshDatabase();

const words = (text: string) => ({
  title: "Wekelijks contact",
  kind: "mandatory" as const,
  body: bodyOfLines(text),
  explanation: "",
});

const logged = async (scope: ReaderScope) =>
  (await database()).$count(audit, eq(audit.dossierId, scope.dossierId));

test("what is written in one sitting becomes one version and one act, however often it was kept", async () => {
  const scope = await dossierOf();
  const { id: requirementId } = await requirementOf(scope);
  const before = await logged(scope);
  for (const text of ["De", "De opdrachtnemer", "De opdrachtnemer belt."]) {
    expect(await draftRequirement(scope, { requirementId, base: 1, ...words(text) })).toEqual({
      n: 1,
    });
  }
  expect(await logged(scope)).toBe(before);
  expect(await listVersions(scope, requirementId)).toHaveLength(1);
  const [draft] = await ownDrafts(scope);
  expect(draft).toMatchObject({
    requirementId,
    base: 1,
    body: bodyOfLines("De opdrachtnemer belt."),
  });

  await saveRequirement(scope, {
    ...words("De opdrachtnemer belt elke week."),
    ...{ requirementId, lockVersion: 1, reason: "", settlesDraft: "ja" },
  });
  expect(await listVersions(scope, requirementId)).toHaveLength(2);
  expect(await logged(scope)).toBe(before + 1);
  expect(await ownDrafts(scope)).toEqual([]);
});

test("a draft is of one person, also of an empty text, until it is let go of", async () => {
  const scope = await dossierOf();
  const other = await memberOf(scope, "author");
  const { id: requirementId } = await requirementOf(scope);
  await draftRequirement(scope, { requirementId, base: 1, ...words("") });
  await draftRequirement(other, { requirementId, base: 1, ...words("Van een ander.") });
  expect(await ownDrafts(scope, requirementId)).toMatchObject([{ body: bodyOfLines("") }]);
  expect(await ownDrafts(other)).toMatchObject([{ body: bodyOfLines("Van een ander.") }]);
  await draftRequirement(scope, { requirementId, discard: "ja" });
  expect(await ownDrafts(scope)).toEqual([]);
  expect(await ownDrafts(other)).toHaveLength(1);
  await dropRequirement(other, { requirementId });
  expect(await ownDrafts(other)).toEqual([]);
});

test("who writes hears that another saved, is refused, and keeps the draft", async () => {
  const scope = await dossierOf();
  const other = await memberOf(scope, "author");
  const { id: requirementId } = await requirementOf(scope);
  await draftRequirement(scope, { requirementId, base: 1, ...words("Mijn tekst.") });
  const save = { requirementId, lockVersion: 1, settlesDraft: "ja" as const };
  await saveRequirement(other, { ...words("Van een ander."), ...save });
  expect(
    await draftRequirement(scope, { requirementId, base: 1, ...words("Mijn tekst nu.") }),
  ).toEqual({ n: 2 });
  await expect(saveRequirement(scope, { ...words("Mijn tekst nu."), ...save })).rejects.toThrow(
    Conflict,
  );
  expect(await ownDrafts(scope)).toMatchObject([{ base: 1, body: bodyOfLines("Mijn tekst nu.") }]);
  // On top of what was shown both versions stay.
  await saveRequirement(scope, { ...words("Mijn tekst nu."), ...save, lockVersion: 2 });
  expect((await getRequirement(scope, requirementId)).version.bodyText).toBe("Mijn tekst nu.");
  expect((await listVersions(scope, requirementId)).map(({ n }) => n)).toEqual([3, 2, 1]);
  expect(await ownDrafts(scope)).toEqual([]);
});

test("a hostile draft is refused as a text is", async () => {
  const scope = await dossierOf();
  const { id: requirementId } = await requirementOf(scope);
  const body = {
    type: "doc",
    content: [
      {
        type: "paragraph",
        content: [
          {
            type: "text",
            text: "klik",
            marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }],
          },
        ],
      },
    ],
  };
  const hostile = draftRequirement(scope, { requirementId, base: 1, ...words(""), body });
  await expect(hostile).rejects.toThrow(Invalid);
  expect(await ownDrafts(scope)).toEqual([]);
});
