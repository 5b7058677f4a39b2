import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { sha256 } from "@/db/hash";
import { sourceRevision, sourceVersion } from "@/db/schema";
import type { AuthorizedDossierId } from "../../kernel/scope";
import { toBlocks } from "../../text/blocks";
import { codePointLength } from "../../text/rules";
import { NORMALISER_VERSION } from "../model";
import { insertBlocks, insertPassages, storeFile } from "./index";
import { newestVersion } from "./versions";

/** Words that somebody wrote in an online consultation, with the ids that were chosen for them. */
export interface Written {
  sourceId: string;
  passageId: string;
  title: string;
  fileName: string;
  /** Not empty, without white space at its ends. */
  text: string;
}

const MEDIA_TYPE = "text/plain";

/**
 * Adds sources of what was written in an online consultation: the words as they came, their blocks, and one
 * passage over all of them. Unlike documents two of them may say the same.
 *
 * @returns what the log must say of each, by its id.
 */
export async function insertWritten(
  tx: Database,
  dossierId: AuthorizedDossierId,
  consultationId: string,
  written: readonly Written[],
): Promise<ReadonlyMap<string, object>> {
  const rows = written.map((one) => {
    const bytes = Buffer.from(one.text, "utf8");
    const versionId = randomUUID();
    const { blocks } = toBlocks(one.text);
    const said = {
      title: one.title,
      fileName: one.fileName,
      mediaType: MEDIA_TYPE,
      byteSize: bytes.length,
      sha256: sha256(bytes),
      textSha256: sha256(one.text),
      writtenIn: consultationId,
    };
    return {
      ...said,
      said,
      id: one.sourceId,
      versionId,
      passageId: one.passageId,
      text: one.text,
      content: bytes.toString("base64"),
      characters: codePointLength(one.text),
      blocks: blocks.map((block) => ({ ...block, versionId })),
    };
  });
  const json = JSON.stringify(rows);
  const all = sql`jsonb_to_recordset(${json}::text::jsonb) as r(id uuid, "versionId" uuid, "passageId" uuid,
    title text, "fileName" text, "byteSize" int, sha256 text, "textSha256" text, text text, content text,
    characters int)`;
  // The file first: once it has a source it never changes again.
  await tx.execute(sql`insert into source_file (source_id, n, content)
    select id, 1, decode(content, 'base64') from ${all}`);
  await tx.execute(sql`insert into source (id, dossier_id, title, file_name, media_type, byte_size, sha256, state,
      written_in)
    select id, ${dossierId}::uuid, title, "fileName", ${MEDIA_TYPE}, "byteSize", sha256, 'read',
      ${consultationId}::uuid from ${all}`);
  await tx.execute(sql`insert into source_version (id, dossier_id, source_id, n, characters, "trailing", text_sha256,
      normaliser_version)
    select "versionId", ${dossierId}::uuid, id, 1, characters, '', "textSha256", ${NORMALISER_VERSION}::int
    from ${all}`);
  const blocks = JSON.stringify(rows.flatMap((row) => row.blocks));
  await tx.execute(sql`
    insert into source_block (source_version_id, n, start_cp, end_cp, before, text, form, level)
    select "versionId", n, start, "end", before, text, form, level
    from jsonb_to_recordset(${blocks}::text::jsonb) as block("versionId" uuid, n int, start int, "end" int,
      before text, text text, form text, level int)`);
  await tx.execute(sql`insert into passage (id, dossier_id, source_version_id, start_cp, end_cp, exact)
    select "passageId", ${dossierId}::uuid, "versionId", 0, characters, text from ${all}`);
  return new Map(rows.map(({ id, said }) => [id, said]));
}

/**
 * Makes other words of who wrote a source, which is locked, its next version, with a passage over all of them.
 * Whose words that passage holds the database knows (`place_passages`).
 *
 * @param note why, for who reads the versions.
 * @returns what the log must say; null when those words stand there already.
 */
export async function rewriteWritten(
  tx: Database,
  dossierId: AuthorizedDossierId,
  { id: sourceId, fileName }: { id: string; fileName: string },
  { text, note }: { text: string; note: string },
): Promise<{ n: number; textSha256: string } | null> {
  const newest = await newestVersion(tx, sourceId);
  const textSha256 = sha256(text);
  if (newest.textSha256 === textSha256) return null;
  const bytes = Buffer.from(text, "utf8");
  const versionId = randomUUID();
  const n = newest.n + 1;
  const characters = codePointLength(text);
  const file = { fileName, byteSize: bytes.length, sha256: sha256(bytes), note };
  await tx
    .insert(sourceRevision)
    .values({ ...file, id: versionId, dossierId, sourceId, n, state: "read" });
  await storeFile(tx, versionId, bytes);
  await tx.insert(sourceVersion).values({
    id: versionId,
    dossierId,
    sourceId,
    n,
    characters,
    trailing: "",
    textSha256,
    normaliserVersion: NORMALISER_VERSION,
  });
  await insertBlocks(tx, versionId, JSON.stringify(toBlocks(text).blocks));
  const passages = [{ passageId: randomUUID(), start: 0, end: characters, words: text }];
  const place = { sourceVersionId: versionId, createdBy: null };
  await insertPassages(tx, dossierId, place, JSON.stringify(passages));
  return { n, textSha256 };
}
