import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { bulkRow, passage, reaction, sourceBlock } from "@/db/schema";
import { administer } from "@/domain/accounts/gate";
import { verifyAudit } from "@/domain/audit/queries";
import { listConsultations } from "@/domain/consultations/queries";
import { listGroups } from "@/domain/groups/queries";
import type { ReaderScope } from "@/domain/kernel/scope";
import { listSources } from "@/domain/sources/queries";
import { freshDatabase } from "../database";
import { csvOf, importedInto, SMALL_SURVEY } from "../factories/bulk";
import { dossierOf, SYSTEM } from "../factories/people";

freshDatabase();

async function reactionsOf({ dossierId }: ReaderScope) {
  return (await database())
    .select({
      number: reaction.number,
      text: reaction.text,
      kind: reaction.kind,
      position: reaction.position,
      speaker: reaction.speaker,
      exact: passage.exact,
      row: bulkRow.row,
      reference: bulkRow.reference,
      saidOn: bulkRow.saidOn,
    })
    .from(reaction)
    .innerJoin(passage, eq(passage.id, reaction.passageId))
    .innerJoin(bulkRow, eq(bulkRow.reactionId, reaction.id))
    .where(eq(reaction.dossierId, dossierId))
    .orderBy(asc(reaction.number));
}

test("each row becomes a reaction that quotes its own words, and its row can be read", async () => {
  const scope = await dossierOf();
  const { check, result } = await importedInto(scope, csvOf(SMALL_SURVEY));
  expect(check.problems).toEqual([]);
  expect(result?.sums).toMatchObject({ rows: 3, reactions: 3, added: 3, known: 0, changed: 0 });
  const late = "De bus komt vaak te laat.";
  const heard = "Wij horen niets, ook niet per telefoon.";
  const rest = { kind: "reaction", position: "none", speaker: null };
  expect(await reactionsOf(scope)).toEqual([
    { ...rest, number: 1, text: late, exact: late, row: 2, reference: "1", saidOn: "2026-03-04" },
    { ...rest, number: 2, text: heard, exact: heard, row: 3, reference: "2", saidOn: "2026-03-05" },
    { ...rest, number: 3, text: late, exact: late, row: 4, reference: "3", saidOn: "2026-03-04" },
  ]);
  expect((await listGroups(scope)).map(({ name, reactions }) => [name, reactions])).toEqual([
    ["Ouder", 2],
    ["School", 1],
  ]);
  const blocks = await (await database())
    .select({ text: sourceBlock.text })
    .from(sourceBlock)
    .orderBy(asc(sourceBlock.n));
  expect(blocks.map(({ text }) => text)).toEqual([
    "# Reacties uit uitvraag-scholen.csv",
    `${late}\nNummer: 1\nIk ben: ouder\nDatum: 4-3-2026\nRij 2`,
    `${heard}\nNummer: 2\nIk ben: school\nDatum: 5-3-2026\nRij 3`,
    `${late}\nNummer: 3\nIk ben: ouder\nDatum: 4-3-2026\nRij 4`,
  ]);
  expect(await listConsultations(scope)).toMatchObject([
    { title: "Uitvraag scholen", kind: "survey", reactions: 3 },
  ]);
  expect((await listSources(scope)).rows).toMatchObject([{ documents: 1, confirmed: 1 }]);
  expect(await verifyAudit(administer(SYSTEM))).toMatchObject({ whole: true });
});
