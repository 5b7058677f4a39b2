import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database, rowsOf } from "@/db/client";
import { administer } from "@/domain/accounts/gate";
import { listAccounts } from "@/domain/accounts/queries";
import { auditChoices, listAudit } from "@/domain/audit/queries";
import { listConsultations } from "@/domain/consultations/queries";
import { coreValueOptions } from "@/domain/core-values/queries";
import { listMembers, listMyDossiers } from "@/domain/dossiers/queries";
import { listMilestones } from "@/domain/planning/queries";
import { searchReactions } from "@/domain/reactions/queries";
import { listRequirements, searchForSource } from "@/domain/requirements/queries";
import { SEARCH_KINDS } from "@/domain/search/model";
import { searchEverything } from "@/domain/search/queries";
import { searchBlocks } from "@/domain/sources/queries";
import { withoutAccents } from "@/domain/text/hits";
import type { TextPiece } from "@/domain/text/model";
import { freshDatabase } from "../database";
import { consultationOf } from "../factories/consultations";
import { milestoneOf } from "../factories/dossiers";
import { dossierOf, memberOf, person, SYSTEM } from "../factories/people";
import { chapterOf } from "../factories/requirements";
import { sourceOf } from "../factories/sources";
import { coreValueOf, quotedReaction, requirementOf, statementOf } from "../factories/trace";

freshDatabase();

const administrator = administer(SYSTEM);
/** Some commands write an accent and its letter as one sign. */
const marked = (pieces: TextPiece[] | null | undefined) =>
  pieces?.filter((piece) => piece.hit).map((piece) => piece.text.normalize("NFC")) ?? [];

describe("lists stand in Dutch order", () => {
  const ORDER = ["appel", "Één", "ïnformatie", "Œuvre", "Ouder", "øver", "zebra", "Zwembad"];
  const shuffled = ORDER.toSorted((a, b) => (a < b ? 1 : -1));
  expect(shuffled).not.toEqual(ORDER);

  test("accounts, members, dossiers, consultations and the planning", async () => {
    const author = await person({ name: "aanvoerder" });
    const scope = await dossierOf(author, { title: "aanvang" });
    for (const name of shuffled) {
      await memberOf(scope, "reviewer", await person({ name }));
      await dossierOf(author, { title: name });
      await consultationOf(scope, { title: name });
      await milestoneOf(scope, { title: name });
    }
    const names = (rows: { name: string }[]) => rows.map((row) => row.name);
    const titles = (rows: { title: string }[]) => rows.map((row) => row.title);
    expect(names((await listAccounts(administrator)).accounts)).toEqual(["aanvoerder", ...ORDER]);
    expect(names(await listMembers(scope))).toEqual(["aanvoerder", ...ORDER]);
    const mine = (descending: boolean) => listMyDossiers(author, { sort: "title", descending });
    expect(titles((await mine(false)).dossiers)).toEqual(["aanvang", ...ORDER]);
    expect(titles((await mine(true)).dossiers)).toEqual([...ORDER.toReversed(), "aanvang"]);
    expect(titles((await auditChoices(administrator)).dossiers)).toEqual(["aanvang", ...ORDER]);
    expect(titles((await listConsultations(scope)).rows)).toEqual(ORDER);
    expect(titles(await listMilestones(scope))).toEqual(ORDER);
  });
});

describe("words are found without their accents, and in parts", () => {
  // What stands there, what is typed, and what is marked.
  const CASES: [string, string, string[]][] = [
    ["Gesproken met Öznur over vervoer", "oznur", ["Öznur"]],
    ["Gesproken met Oznur over vervoer", "Öznur", ["Oznur"]],
    ["De crèche blijft open", "creche", ["crèche"]],
    ["De creche blijft open", "CRÈCHE", ["creche"]],
    ["Garçon leest Œuvres van Sørensen", "oeuvres", ["Œuvres"]],
    ["Garçon leest Œuvres van Sørensen", "garcon sorensen", ["Garçon", "Sørensen"]],
    ["Aan de Hauptstraße in Łódź", "hauptstrasse", ["Hauptstraße"]],
    ["Aan de Hauptstrasse in Łódź", "hauptstraße lodz", ["Hauptstrasse", "Łódź"]],
    ["Het Ĳsselmeer en de ĳsbaan", "ijsbaan ijsselmeer", ["Ĳsselmeer", "ĳsbaan"]],
    ["Het IJsselmeer ligt dicht", "ĳsselmeer", ["IJsselmeer"]],
    ["Een cafe\u0301 zonder naam", "café", ["café"]],
    ["Ver\u00adzorger met afbreekstreepje", "verzorger", ["Ver\u00adzorger"]],
    ["De ouder/verzorger belt", "verzorger", ["verzorger"]],
    ["De ouder/verzorger belt", "ouder-verzorger", ["ouder", "verzorger"]],
    ["Scholen in PO/VO en SO-VSO", "VO", ["VO"]],
    ["Scholen in PO/VO en SO-VSO", "vso", ["VSO"]],
    ["Scholen in PO/VO en SO-VSO", "po/vo", ["PO", "VO"]],
    ["Het schooljaar 2025-2026 begint", "2026", ["2026"]],
    ["Mail naar loket@school.nl voor hulp", "loket", ["loket"]],
    ["Vul <b>hier</b> de rondleiding in", "rondleiding", ["rondleiding"]],
    ["Zie http://school.nl/vervoer_regeling", "regeling", ["regeling"]],
    ["Met één loket voor iedereen", "één", ["één"]],
  ];

  test.each(CASES)("%s: %s", async (text, typed, hits) => {
    const scope = await dossierOf();
    const consultationId = await consultationOf(scope);
    const reaction = await quotedReaction(scope, { consultationId, text });
    const chapterId = await chapterOf(scope);
    await requirementOf(scope, chapterId, text);
    await coreValueOf(scope, text, { reactionIds: [reaction.id] });
    await statementOf(scope, { consultationId, number: 1, text });
    const source = await sourceOf(scope, { text: `Notulen.\n\n${text}.` });

    const everything = await searchEverything(scope, typed);
    expect(everything.groups.map((group) => group.kind)).toEqual(SEARCH_KINDS);
    for (const { kind, hits: found } of everything.groups) {
      const seen = found.flatMap((hit) => [...marked(hit.title), ...marked(hit.snippet)]);
      // What is typed into a field loses the signs that show nothing; the words of a source keep them.
      const shown = (words: readonly string[]) =>
        new Set(words.map((word) => word.replaceAll("\u00ad", "")));
      expect(shown(seen), kind).toEqual(shown(hits));
    }
    const reactions = await searchReactions(scope, { search: typed });
    expect(reactions.rows.map((row) => marked(row.pieces))).toEqual([hits]);
    expect((await listRequirements(scope, { words: typed })).rows).toHaveLength(1);
    expect(await coreValueOptions(scope, typed)).toHaveLength(1);
    const candidates = await searchForSource(scope, typed);
    expect(candidates.reactions.map((row) => marked(row.text))).toEqual([hits]);
    expect(candidates.coreValues).toHaveLength(1);
    expect(candidates.words).toHaveLength(1);
    const blocks = await searchBlocks(scope, source.sourceVersionId, typed);
    expect(blocks.rows.map((row) => marked(row.pieces))).toEqual([hits]);
  });

  test("names and addresses hold what was typed, wherever", async () => {
    const added = await person({ name: "Öznur Çelik-d'Œuvre", email: "o.celik@zorg.example" });
    const scope = await dossierOf(added);
    for (const typed of ["oznur", "CELIK", "çelik d", "d'oeuvre", "celik@zorg", "znu"]) {
      const { accounts } = await listAccounts(administrator, { search: typed });
      expect(
        accounts.map((account) => account.id),
        typed,
      ).toEqual([added.id]);
    }
    for (const person of ["oznur", "Celik"]) {
      expect((await listAudit(administrator, { person })).total, person).toBeGreaterThan(0);
    }
    expect((await listAudit(administrator, { person: "oznurr" })).total).toBe(0);
    const value = await coreValueOf(scope, "Één loket in PO/VO", {
      reactionIds: [
        (
          await quotedReaction(scope, {
            consultationId: await consultationOf(scope),
            text: "Eén punt.",
          })
        ).id,
      ],
    });
    for (const typed of ["een loket", "po vo", "één", "oke"]) {
      const options = await coreValueOptions(scope, typed);
      expect(
        options.map((option) => option.id),
        typed,
      ).toEqual([value.id]);
    }
  });
});

test("the database and the page take away the same accents", async () => {
  const signs = Array.from({ length: 0x2100 }, (_, i) => i)
    .filter((code) => code > 0)
    .map((code) => `x${String.fromCodePoint(code)}`)
    .concat(["e\u0301", "ﬁets", "x\u0301\u0308", "ǘ", "ﬀ", "Å"]);
  const rows = await rowsOf<{ sign: string; plain: string }>(
    await database(),
    sql`select sign, without_accents(sign) as plain
      from json_array_elements_text(${JSON.stringify(signs)}::json) sign`,
  );
  expect(rows).toHaveLength(signs.length);
  const differing = rows.filter(({ sign, plain }) => withoutAccents(sign) !== plain);
  expect(differing).toEqual([]);
});
