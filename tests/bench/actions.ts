import { sql } from "drizzle-orm";
import { type Database, database, rowsOf } from "@/db/client";
import { codingsOf, getCoreValue, listCoreValues } from "@/domain/core-values/queries";
import { coverage, gaps } from "@/domain/coverage/queries";
import { formatDate } from "@/domain/kernel/dates";
import type { ReaderScope } from "@/domain/kernel/scope";
import { flowCounts } from "@/domain/overview/queries";
import { specificationDocument } from "@/domain/publication/queries";
import { wordDocument } from "@/domain/publication/render/word/document";
import { getReaction, searchReactions } from "@/domain/reactions/queries";
import { saveRequirement } from "@/domain/requirements/commands";
import {
  getRequirement,
  listChapters,
  listRequirements,
  searchForSource,
} from "@/domain/requirements/queries";
import { searchEverything } from "@/domain/search/queries";
import { bodyOfLines } from "@/domain/text/rich-text";
import { traceOfRequirement } from "@/domain/trace/queries";
import { sentencesIn } from "@/i18n/sentence";
import type { BuiltDossier } from "./dossier";
import type { Action } from "./measure";
import { COMMON_WORD, RARE_WORD } from "./words";

/** Rows on a page, for the bare selects: what the largest list of the product shows. */
const PAGE = 50;

/** Reads that a page of the product waits for. */
export async function readActions({ scope }: BuiltDossier, runs: number): Promise<Action[]> {
  const db = await database();
  const { dossierId } = scope;
  const some = await someRequirements(db, scope);
  const one = (run: number) => some[run % some.length] ?? "";
  const largest = await largestCoreValue(db, scope);
  const heaviest = await heaviestRequirement(db, scope);
  const reactions = await quotedReactions(db, scope);
  const chosen = (run: number) => reactions[run % reactions.length] ?? "";
  const read = (action: Omit<Action, "runs">): Action => ({ runs, ...action });
  return [
    read({
      name: "trace of one requirement",
      reach: { ms: 25 },
      under: "its links, codings and words by their keys",
      bare: (run) => bareTrace(db, scope, one(run)),
      act: (run) => traceOfRequirement(scope, one(run)),
    }),
    read({
      name: "trace of the heaviest requirement",
      reach: { ms: 50 },
      under: "its links, codings and words by their keys",
      bare: () => bareTrace(db, scope, heaviest),
      act: () => traceOfRequirement(scope, heaviest),
    }),
    read({
      name: "requirements on one reaction",
      reach: { ms: 50 },
      under: "its codings and their links by their keys",
      bare: (run) =>
        rowsOf(
          db,
          sql`select l.requirement_id from coding c
            join requirement_link l on l.core_value_id = c.core_value_id
            where c.reaction_id = ${chosen(run)}`,
        ),
      act: (run) => getReaction(scope, chosen(run)),
    }),
    read({
      name: "coverage of the dossier",
      reach: { ms: 150 },
      under: "count(*) of reactions, codings, links and requirements",
      bare: () =>
        rowsOf(
          db,
          sql`select (select count(*) from reaction where dossier_id = ${dossierId}),
            (select count(*) from coding where dossier_id = ${dossierId}),
            (select count(*) from requirement_link where dossier_id = ${dossierId}),
            (select count(*) from requirement where dossier_id = ${dossierId})`,
        ),
      act: () => coverage(scope),
    }),
    read({
      name: "list of reactions without use, page 1",
      reach: { ms: 150, bytes: 300_000 },
      under: "one page of reactions by number",
      bare: () => bareReactions(db, scope, 0),
      act: () => gaps(scope, "reacties-niet-gecodeerd"),
    }),
    read({
      name: "overview: the flow",
      reach: { ms: 250 },
      under: "count(*) of reactions and codings",
      bare: () =>
        rowsOf(
          db,
          sql`select (select count(*) from reaction where dossier_id = ${dossierId}),
            (select count(*) from coding where dossier_id = ${dossierId})`,
        ),
      act: () => flowCounts(scope),
    }),
    read({
      name: "requirement list, page 1",
      reach: { ms: 150, bytes: 300_000 },
      under: "select of one page",
      bare: () => bareRequirements(db, scope, 0),
      act: async () => [await listChapters(scope), await listRequirements(scope)],
    }),
    read({
      name: "requirement list, last page",
      reach: { ms: 150, bytes: 300_000 },
      under: "select of one page",
      bare: () => bareRequirements(db, scope, 0),
      act: async () => [
        await listChapters(scope),
        await listRequirements(scope, { page: 1_000_000 }),
      ],
    }),
    read({
      name: "page of one requirement",
      under: "the row and its version by key",
      bare: (run) =>
        rowsOf(
          db,
          sql`select r.*, v.* from requirement r join requirement_version v
            on v.requirement_id = r.id and v.n = r.lock_version where r.id = ${one(run)}`,
        ),
      act: (run) => getRequirement(scope, one(run)),
    }),
    read({
      name: "reaction list, page 1",
      reach: { ms: 150, bytes: 300_000 },
      under: "select of one page",
      bare: () => bareReactions(db, scope, 0),
      act: () => searchReactions(scope),
    }),
    read({
      name: "reaction list, page halfway",
      reach: { ms: 150, bytes: 300_000 },
      under: "select of the same page with offset",
      bare: async () => bareReactions(db, scope, Math.floor(await halfOf(db, scope))),
      act: async () =>
        searchReactions(scope, { page: Math.floor((await halfOf(db, scope)) / 25) + 1 }),
    }),
    read({
      name: "kernwaarden list",
      reach: { ms: 150, bytes: 300_000 },
      under: "kernwaarden with a count of codings",
      bare: () =>
        rowsOf(
          db,
          sql`select k.*, (select count(*) from coding c where c.core_value_id = k.id)
            from core_value k where k.dossier_id = ${dossierId} order by k.number limit ${PAGE}`,
        ),
      act: () => listCoreValues(scope),
    }),
    read({
      name: "page of the largest kernwaarde",
      reach: { ms: 150, bytes: 300_000 },
      under: "one page of its codings with their reactions",
      bare: () =>
        rowsOf(
          db,
          sql`select r.number, r.text from coding c join reaction r on r.id = c.reaction_id
            where c.core_value_id = ${largest} limit 25`,
        ),
      act: async () => [await getCoreValue(scope, largest), await codingsOf(scope, largest)],
    }),
    ...searches(db, scope, runs),
  ];
}

function searches(db: Database, scope: ReaderScope, runs: number): Action[] {
  const bare = (words: string) => () =>
    rowsOf(
      db,
      sql`select id, number, text from reaction where dossier_id = ${scope.dossierId}
        and words @@ websearch_to_tsquery('dutch', ${words}) order by number limit 25`,
    );
  return [
    { words: RARE_WORD, called: "a rare word" },
    { words: COMMON_WORD, called: "a common word" },
  ].flatMap(({ words, called }): Action[] => [
    {
      name: `search everything, ${called}`,
      runs,
      reach: { ms: 60 },
      under: "first 25 reactions with the word",
      bare: bare(words),
      act: () => searchEverything(scope, words),
    },
    {
      name: `search reactions, ${called}`,
      runs,
      reach: { ms: 60 },
      under: "first 25 reactions with the word",
      bare: bare(words),
      act: () => searchReactions(scope, { search: words }),
    },
    {
      name: `search for a source, ${called}`,
      runs,
      reach: { ms: 60 },
      under: "first 25 reactions with the word",
      bare: bare(words),
      act: () => searchForSource(scope, words),
    },
  ]);
}

/** Saves a new wording of a requirement, another one each time. */
export async function saveAction({ scope }: BuiltDossier, runs: number): Promise<Action> {
  const db = await database();
  const some = await someRequirements(db, scope);
  return {
    name: "save one requirement",
    runs,
    reach: { ms: 20, bytes: 20_000 },
    under: "insert of a version and update of its number",
    bare: (run) =>
      rolledBack(db, async (tx) => {
        const id = some[run];
        await tx.execute(sql`
          insert into requirement_version (requirement_id, n, dossier_id, title, kind, body,
            body_text, explanation, evidence, verification, fingerprint)
          select requirement_id, n + 1, dossier_id, title, kind, body, body_text, explanation,
            evidence, verification, fingerprint from requirement_version
          where requirement_id = ${id} and n = 1`);
        await tx.execute(sql`update requirement set lock_version = 2 where id = ${id}`);
      }),
    act: (run) =>
      saveRequirement(scope, {
        requirementId: some[run] ?? "",
        lockVersion: 1,
        reason: "Duidelijker gezegd.",
        title: "Melding bij vertraging",
        kind: "mandatory",
        body: bodyOfLines("De opdrachtnemer meldt een vertraging binnen vijf minuten."),
        explanation: "",
        evidence: "",
        verification: "",
      }),
  };
}

/** The Programma van Eisen of a dossier as a Word document. */
export function wordAction(scope: ReaderScope, of: string, runs: number): Action {
  return {
    name: `Word document, ${of}`,
    runs,
    reach: { ms: 1_000 },
    under: "the queries it is made of",
    bare: () => specificationDocument(scope),
    act: async () =>
      wordDocument(await specificationDocument(scope), {
        text: sentencesIn("nl"),
        date: (value) => formatDate(value, "nl"),
      }),
    bytes: (result) => (result as Uint8Array).length,
  };
}

/** What is undone anyway must not stay: the work is rolled back. */
export async function rolledBack(
  db: Database,
  work: (tx: Database) => Promise<unknown>,
): Promise<void> {
  const undo = new Error("rolled back on purpose");
  await db
    .transaction(async (tx) => {
      await work(tx as unknown as Database);
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
}

async function bareTrace(db: Database, scope: ReaderScope, requirementId: string) {
  await rowsOf(
    db,
    sql`select r.*, v.* from requirement r join requirement_version v
      on v.requirement_id = r.id and v.n = r.lock_version where r.id = ${requirementId}`,
  );
  await rowsOf(
    db,
    sql`select c.core_value_id, count(*) from requirement_link l
      join coding c on c.core_value_id = l.core_value_id and c.dossier_id = l.dossier_id
      where l.requirement_id = ${requirementId} and l.dossier_id = ${scope.dossierId}
      group by c.core_value_id`,
  );
  return rowsOf(
    db,
    sql`select r.*, p.* from requirement_link l
      cross join lateral (
        select reaction_id from coding
        where core_value_id = l.core_value_id and dossier_id = l.dossier_id limit 25) c
      join reaction r on r.id = c.reaction_id
      left join passage p on p.id = r.passage_id
      where l.requirement_id = ${requirementId} and l.dossier_id = ${scope.dossierId}`,
  );
}

const bareRequirements = (db: Database, scope: ReaderScope, offset: number) =>
  rowsOf(
    db,
    sql`select r.*, v.title, v.kind, v.body_text from requirement r
      join requirement_version v on v.requirement_id = r.id and v.n = r.lock_version
      where r.dossier_id = ${scope.dossierId}
      order by r.chapter_id, r.position limit ${PAGE} offset ${offset}`,
  );

const bareReactions = (db: Database, scope: ReaderScope, offset: number) =>
  rowsOf(
    db,
    sql`select id, number, kind, text, position from reaction
      where dossier_id = ${scope.dossierId} order by number limit 25 offset ${offset}`,
  );

/** Requirements of all chapters that stand in their first version. */
async function someRequirements(db: Database, scope: ReaderScope): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    db,
    sql`select r.id from requirement r where r.dossier_id = ${scope.dossierId}
      and r.lock_version = 1
      and exists (select 1 from requirement_link l where l.requirement_id = r.id)
      order by md5(r.code) limit 60`,
  );
  return rows.map((row) => row.id);
}

/** The requirement under which most words lie. */
export async function heaviestRequirement(db: Database, scope: ReaderScope): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(
    db,
    sql`select l.requirement_id as id from requirement_link l
      join (select core_value_id, count(*) as words from coding
        where dossier_id = ${scope.dossierId} group by 1) c on c.core_value_id = l.core_value_id
      where l.dossier_id = ${scope.dossierId}
      group by 1 order by sum(c.words) desc, 1 limit 1`,
  );
  return row?.id ?? "";
}

/** The kernwaarde that most words have. */
async function largestCoreValue(db: Database, scope: ReaderScope): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(
    db,
    sql`select core_value_id as id from coding where dossier_id = ${scope.dossierId}
      group by 1 order by count(*) desc, 1 limit 1`,
  );
  return row?.id ?? "";
}

async function quotedReactions(db: Database, scope: ReaderScope): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    db,
    sql`select r.id from reaction r where r.dossier_id = ${scope.dossierId}
      and r.passage_id is not null
      and exists (select 1 from coding c where c.reaction_id = r.id)
      order by md5(r.number::text) limit 60`,
  );
  return rows.map((row) => row.id);
}

async function halfOf(db: Database, scope: ReaderScope): Promise<number> {
  const [row] = await rowsOf<{ value: number }>(
    db,
    sql`select value from dossier_counter
      where dossier_id = ${scope.dossierId} and name = 'reaction'`,
  );
  return Math.floor((row?.value ?? 0) / 2);
}
