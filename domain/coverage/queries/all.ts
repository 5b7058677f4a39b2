import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { listConsultations } from "../../consultations/queries";
import { listCoreValues } from "../../core-values/queries";
import { listGroups } from "../../groups/queries";
import type { Paged } from "../../kernel/paging";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import { listChapters } from "../../requirements/queries";
import { traceTotals } from "../../trace/queries";
import { NO_WORDS } from "../../trace/queries/totals";
import { coverage } from "./numbers";

/**
 * Every number that a page, an export or the terminal says of a dossier, by name, from the very
 * queries that they use: `reactions.linked`, `K-3.words`, `E-2.1.groups`, `chapter 2.withoutSource`.
 */
export const numbers = query(
  reader,
  async (scope: ReaderScope): Promise<Record<string, number>> => {
    const named: Record<string, number> = {};
    const add = (thing: string, counts: object) => {
      for (const [name, value] of Object.entries(counts)) {
        if (typeof value === "number") named[`${thing}.${name}`] = value;
      }
    };
    for (const [of, counts] of Object.entries(await coverage(scope))) add(of, counts);
    let listed = 0;
    for await (const { title, statements, reactions } of rowsOfAll((page) =>
      listConsultations(scope, page),
    )) {
      // Numbered as they are listed: titles come twice.
      listed += 1;
      add(`consultation ${listed} ${title}`, { statements, reactions });
    }
    for (const { name, reactions } of await listGroups(scope)) add(`group ${name}`, { reactions });
    for await (const { number, words, consultations, groups, requirements } of rowsOfAll((page) =>
      listCoreValues(scope, { sort: "number", page }),
    )) {
      add(`K-${number}`, { words, consultations, groups, requirements });
    }
    for (const { number, total, dropped, withoutSource } of await listChapters(scope)) {
      add(`chapter ${number}`, { requirements: total - dropped, dropped, withoutSource });
    }
    const db = await database();
    const totals = await traceTotals(scope);
    const requirements = await rowsOf<{ id: string; code: string }>(
      db,
      sql`select id, code from requirement where dossier_id = ${scope.dossierId} order by code`,
    );
    for (const { id, code } of requirements) add(code, totals.get(id) ?? NO_WORDS);
    return named;
  },
);

/** The rows of every page of a list. */
async function* rowsOfAll<Row>(list: (page: number) => Promise<Paged<Row>>): AsyncGenerator<Row> {
  let pages = 1;
  for (let page = 1; page <= pages; page++) {
    const found = await list(page);
    pages = found.pages;
    yield* found.rows;
  }
}
