import { sql } from "drizzle-orm";
import { type Database, database, rowsOf } from "@/db/client";
import type { ReaderScope } from "@/domain/kernel/scope";
import { proposeSplit } from "@/domain/proposal/rules";
import { importSource, quotePassage } from "@/domain/sources/commands";
import { decodeUpload } from "@/domain/sources/rules";
import { changeSegments, confirmPart } from "@/domain/splitting/commands";
import { openWorkbench } from "@/domain/splitting/queries";
import { toBlocks } from "@/domain/text/blocks";
import { codePointLength } from "@/domain/text/rules";
import { minutes } from "@/tests/factories/text";
import { rolledBack } from "./actions";
import type { Action } from "./measure";
import { OPENINGS } from "./words";

interface TextFile {
  fileName: string;
  bytes: Uint8Array;
  text: string;
}

/** Another file each time, by its name in the text: the same bytes are in the dossier already. */
function fileOf(name: string, body: string): TextFile {
  const text = `Verslag ${name}.\n\n${body}`;
  return fileWith(name, text);
}

function fileWith(name: string, text: string): TextFile {
  return { fileName: `${name}.md`, bytes: new TextEncoder().encode(text), text };
}

/** An import of so many characters, beside the plain insert of rows of the same number and size. */
export async function importAction(
  scope: ReaderScope,
  label: string,
  characters: number,
  runs: number,
): Promise<Action> {
  const db = await database();
  const body = minutes(characters);
  const decoded = decodeUpload(fileOf(`kaal-${characters}`, body));
  const rows = [
    ...toBlocks(decoded.text).blocks,
    ...proposeSplit(decoded.text, { fileName: "kaal.md" }).documents.flatMap(
      (document) => document.segments,
    ),
  ].map(({ start, end, text }) => ({ start, end, text }));
  const json = JSON.stringify(rows);
  return {
    name: `import of ${label}`,
    runs,
    // The design asks it of 5 MB.
    reach: { ms: 2_000 },
    under: `plain insert of its ${rows.length} rows from JSON`,
    bare: () =>
      rolledBack(db, async (tx) => {
        await tx.execute(sql`create temp table bare (start_cp int, end_cp int, text text)`);
        await tx.execute(sql`
          insert into bare select start, "end", text
          from jsonb_to_recordset(${json}::text::jsonb) as row(start int, "end" int, text text)`);
      }),
    act: (run) => importSource(scope, fileOf(`invoer-${characters}-${run}`, body)),
  };
}

/** Quoting words at the end of a long text. */
export async function quoteAction(
  scope: ReaderScope,
  characters: number,
  runs: number,
): Promise<Action> {
  const db = await database();
  const stored = await importSource(scope, fileOf(`citeren-${characters}`, minutes(characters)));
  const blocks = await rowsOf<{ n: number; start: number; text: string }>(
    db,
    sql`select n, start_cp as start, text from source_block
      where source_version_id = ${stored.sourceVersionId} order by n desc limit ${runs + 1}`,
  );
  const block = (run: number) => blocks[run] ?? { n: 0, start: 0, text: "" };
  return {
    name: `quote words at the end of ${Math.round(characters / 1_000)} kB`,
    runs,
    under: "the block by its number",
    bare: (run) =>
      rowsOf(
        db,
        sql`select text from source_block
          where source_version_id = ${stored.sourceVersionId} and n = ${block(run).n}`,
      ),
    act: (run) => {
      const { start, text } = block(run);
      return quotePassage(scope, {
        sourceVersionId: stored.sourceVersionId,
        start,
        end: start + codePointLength(text),
        exact: text,
      });
    },
  };
}

/**
 * Confirming one part of so many segments: passages, stellingen and reactions in one go.
 *
 * @param after characters of other minutes that stand before it in the same file.
 */
export async function confirmAction(
  scope: ReaderScope,
  segments: number,
  runs: number,
  after = 0,
): Promise<Action> {
  const db = await database();
  const before = after > 0 ? minutes(after) : "";
  let part = { partId: "", lockVersion: 0, numbers: [] as number[] };
  return {
    name:
      `confirm a part of ${segments} segments` +
      (after > 0 ? ` after ${Math.round(after / 1_000)} kB` : ""),
    runs,
    under: "plain insert of as many passages and reactions",
    prepare: async (run) => {
      const name = `bevestigen-${after}-${run}`;
      const text = [before, longMeeting(name, segments)].filter(Boolean).join("\n\n");
      part = await decidedPart(scope, fileWith(name, text));
    },
    bare: () => rolledBack(db, (tx) => barePassages(tx, segments)),
    act: () =>
      confirmPart(scope, {
        partId: part.partId,
        lockVersion: part.lockVersion,
        consultationId: null,
        sameStatements: part.numbers.map((number) => ({ number, statementId: null })),
      }),
  };
}

/** One page of a workbench of so many segments, and one change on it. */
export async function workbenchActions(
  scope: ReaderScope,
  segments: number,
  runs: number,
): Promise<Action[]> {
  const db = await database();
  const name = `werkbank-${segments}`;
  const { sourceId } = await importSource(scope, fileWith(name, longMeeting(name, segments)));
  const page = () => openWorkbench(scope, sourceId, 1, { page: 2 });
  const first = await page();
  const starts = first.segments.map((row) => row.start);
  const bare = () =>
    rowsOf(
      db,
      sql`select * from segment where part_id = ${first.part.id}
        order by start_cp limit 50 offset 50`,
    );
  return [
    { name: "workbench, page 2", runs, under: "select of one page", bare, act: page },
    {
      name: "workbench, one change",
      runs: Math.min(runs, starts.length - 1),
      under: "select of one page",
      bare,
      act: async (run) => {
        const { lockVersion } = (await page()).part;
        return changeSegments(scope, {
          partId: first.part.id,
          lockVersion,
          change: { type: "accept", starts: [starts[run] ?? 0] },
        });
      },
    },
  ];
}

async function decidedPart(scope: ReaderScope, file: TextFile) {
  const { sourceId, documents } = await importSource(scope, file);
  const { part, statements } = await openWorkbench(scope, sourceId, documents);
  const { lockVersion } = await changeSegments(scope, {
    partId: part.id,
    lockVersion: part.lockVersion,
    change: { type: "acceptRest" },
  });
  return { partId: part.id, lockVersion, numbers: statements.map((row) => row.number) };
}

async function barePassages(tx: Database, count: number) {
  const words = sql`'Ouders willen weten waar de bus blijft, elke dag weer, punt ' || i`;
  await tx.execute(sql`create temp table bare (id uuid, start_cp int, end_cp int, exact text)`);
  for (let twice = 0; twice < 2; twice++) {
    await tx.execute(sql`
      insert into bare select gen_random_uuid(), i, i + 9, ${words}
      from generate_series(1, ${count}::int) i`);
  }
}

/** Minutes of one meeting with three stellingen, that fall into about so many segments. */
function longMeeting(name: string, segments: number): string {
  const lines = [
    `## Consultatiebijeenkomst ${name} Primair Onderwijs`,
    "**Vergaderdatum:** 4 maart 2026",
    "### 1. Stellingen",
  ];
  const perStatement = Math.floor((segments - lines.length) / 3) - 1;
  for (let statement = 1; statement <= 3; statement++) {
    lines.push(`Stelling ${statement}: *De bus rijdt op tijd, dag ${statement}.*`, "Reactie:");
    const remarks = Array.from(
      { length: perStatement },
      (_, i) => `- ${OPENINGS[i % OPENINGS.length]}, dat is punt ${statement}.${i + 1}.`,
    );
    lines.push(remarks.join("\n"));
  }
  return lines.join("\n\n");
}
