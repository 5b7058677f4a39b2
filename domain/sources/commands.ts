import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { sha256 } from "@/db/hash";
import { passage, source, sourceFile, sourceVersion } from "@/db/schema";
import { says } from "@/domain/kernel/errors";
import { toBlocks } from "@/domain/text/blocks";
import type { BlockedText } from "@/domain/text/model";
import { command } from "../kernel/command";
import { Conflict, Invalid, NotFound } from "../kernel/errors";
import { MAX_INTEGER, requiredText, uuid } from "../kernel/fields";
import { actorAccountId, type MemberScope, member } from "../kernel/scope";
import type { ProposedDocument, SplitProposal } from "../proposal/model";
import { proposeSplit } from "../proposal/rules";
import { isBlank } from "../text/rules";
import type { DecodedUpload, Upload } from "./model";
import { mayImportSources, mayQuote } from "./policy";
import { decodeUpload } from "./rules";

/** A source that is in the dossier already: what a {@link Conflict} of `importSource` carries. */
export interface KnownSource {
  id: string;
  title: string;
}

/** Characters of JSON in one insert: few round trips, and no statement of tens of megabytes. */
const JSON_PER_INSERT = 2_000_000;

/**
 * The file as it came in, read. Reading is the parsing of this command: it happens after the
 * policy has been asked and before the transaction opens, so that no lock is held meanwhile.
 */
const upload = z
  .object({
    fileName: requiredText(200),
    bytes: z.custom<Uint8Array>(
      (value) => value instanceof Uint8Array,
      says("errors.field.required"),
    ),
    title: requiredText(200).optional(),
  })
  .transform(({ fileName, bytes, title }) => readUpload({ fileName, bytes }, title));

interface ReadUpload extends Upload, DecodedUpload, BlockedText {
  title: string;
  sha256: string;
  proposal: SplitProposal;
}

function readUpload(file: Upload, title: string | undefined): ReadUpload {
  const decoded = decodeUpload(file);
  return {
    ...file,
    ...decoded,
    ...toBlocks(decoded.text),
    title: title ?? titleOfFile(file.fileName),
    sha256: sha256(file.bytes),
    proposal: proposeSplit(decoded.text, { fileName: file.fileName }),
  };
}

/** "notulen-po_2027.md" becomes "Notulen po 2027". */
function titleOfFile(fileName: string): string {
  const words = fileName
    .replace(/\.[^.]*$/, "")
    .replace(/[-_\s]+/g, " ")
    .trim();
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : fileName;
}

/**
 * Brings a file in: the original bytes, the immutable text in numbered blocks, and the proposal
 * to split it in documents and segments, all in one transaction.
 *
 * @throws Invalid or TooLarge when it cannot be read (see `decodeUpload`); Conflict with the
 *   {@link KnownSource} when the same bytes are in the dossier already. Nothing is stored then.
 */
export const importSource = command({
  scope: member,
  action: "source.import",
  input: upload,
  allow: mayImportSources,
  run: async (tx, scope, file) => {
    const sourceId = await addSource(tx, scope, file);
    await tx.insert(sourceFile).values({ sourceId, content: file.bytes });
    const version = {
      characters: file.proposal.characters,
      trailing: file.trailing,
      textSha256: sha256(file.text),
      normaliserVersion: file.normaliserVersion,
    };
    const [stored] = await tx
      .insert(sourceVersion)
      .values({ ...version, dossierId: scope.dossierId, sourceId, n: 1 })
      .returning({ id: sourceVersion.id });
    if (!stored) throw new Error("insert returned no row");
    await addBlocks(tx, stored.id, file);
    await addParts(tx, scope, stored.id, file.proposal.documents);
    return {
      result: {
        sourceId,
        sourceVersionId: stored.id,
        title: file.title,
        sha256: file.sha256,
        blocks: file.blocks.length,
        documents: file.proposal.documents.length,
      },
      audit: {
        entity: "source",
        entityId: sourceId,
        after: {
          title: file.title,
          fileName: file.fileName,
          sha256: file.sha256,
          textSha256: version.textSha256,
          normaliserVersion: version.normaliserVersion,
        },
      },
    };
  },
});

/** @throws Conflict when the file is known; who imports it at the same moment is waited for. */
async function addSource(tx: Database, scope: MemberScope, file: ReadUpload): Promise<string> {
  const [added] = await tx
    .insert(source)
    .values({
      dossierId: scope.dossierId,
      title: file.title,
      fileName: file.fileName,
      mediaType: file.mediaType,
      byteSize: file.bytes.length,
      sha256: file.sha256,
      createdBy: actorAccountId(scope.actor),
    })
    .onConflictDoNothing({ target: [source.dossierId, source.sha256] })
    .returning({ id: source.id });
  if (added) return added.id;
  const [known] = await tx
    .select({ id: source.id, title: source.title })
    .from(source)
    .where(and(eq(source.dossierId, scope.dossierId), eq(source.sha256, file.sha256)));
  throw new Conflict<KnownSource>("sources.errors.known", { title: known?.title ?? "" }, known);
}

async function addBlocks(tx: Database, versionId: string, { blocks }: BlockedText): Promise<void> {
  for (const batch of jsonBatches(blocks)) {
    await tx.execute(sql`
      insert into source_block (source_version_id, n, start_cp, end_cp, before, text, form, level)
      select ${versionId}::uuid, n, start, "end", before, text, form, level
      from jsonb_to_recordset(${batch}::text::jsonb)
        as block(n int, start int, "end" int, before text, text text, form text, level int)`);
  }
}

async function addParts(
  tx: Database,
  scope: MemberScope,
  versionId: string,
  documents: readonly ProposedDocument[],
): Promise<void> {
  const parts = documents.map(({ segments: _segments, statements: _statements, ...part }, i) => ({
    ...part,
    id: crypto.randomUUID(),
    n: i + 1,
  }));
  for (const batch of jsonBatches(parts)) {
    await tx.execute(sql`
      insert into source_part
        (id, dossier_id, source_version_id, n, start_cp, end_cp, title, kind, held_on, starts_at, sector)
      select id, ${scope.dossierId}::uuid, ${versionId}::uuid, n, start, "end", title, kind, date,
        time, sector
      from jsonb_to_recordset(${batch}::text::jsonb)
        as part(id uuid, n int, start int, "end" int, title text, kind text, date date, time text,
          sector text)`);
  }
  const segments = documents.flatMap((document, i) => {
    const starts = new Map(document.segments.map(({ n, start }) => [n, start]));
    return document.segments.map(({ replyTo, ...segment }) => ({
      ...segment,
      partId: parts[i]?.id,
      replyTo: replyTo === null ? null : (starts.get(replyTo) ?? null),
    }));
  });
  for (const batch of jsonBatches(segments)) {
    await tx.execute(sql`
      insert into segment (part_id, start_cp, end_cp, quote_start_cp, quote_end_cp, text, kind,
        statement, speaker, reply_to_cp, reason, confidence)
      select "partId", start, "end", "quoteStart", "quoteEnd", text, kind, statement, speaker,
        "replyTo", reason, confidence
      from jsonb_to_recordset(${batch}::text::jsonb)
        as segment("partId" uuid, start int, "end" int, "quoteStart" int, "quoteEnd" int, text text,
          kind text, statement int, speaker text, "replyTo" int, reason text, confidence real)`);
  }
}

/** Rows as JSON arrays of bounded size: one parameter for thousands of rows. */
function* jsonBatches(rows: readonly object[]): Generator<string> {
  let batch: string[] = [];
  let size = 0;
  for (const row of rows) {
    const json = JSON.stringify(row);
    if (size + json.length > JSON_PER_INSERT && batch.length > 0) {
      yield `[${batch.join(",")}]`;
      batch = [];
      size = 0;
    }
    batch.push(json);
    size += json.length;
  }
  if (batch.length > 0) yield `[${batch.join(",")}]`;
}

/** Longest stretch one can quote, in UTF-16 units: about ten pages. */
const MAX_QUOTE = 20_000;

/**
 * Makes a passage of words in a source, or finds the one that is there. `start` and `end` are code
 * points in the normalised text, `exact` the words that stand there; the database checks them.
 *
 * @throws NotFound for a version of another dossier; Invalid when the words do not stand there.
 */
export const quotePassage = command({
  scope: member,
  action: "passage.quote",
  input: z.object({
    sourceVersionId: uuid,
    start: z.coerce.number(says("errors.field.invalid")).int().min(0).max(MAX_INTEGER),
    end: z.coerce.number(says("errors.field.invalid")).int().min(1).max(MAX_INTEGER),
    exact: z
      .string(says("errors.field.required"))
      .max(MAX_QUOTE, says("sources.errors.quoteTooLong"))
      .refine((words) => !isBlank(words), says("sources.errors.noWords"))
      // Such words stand in no source: the database could not even be asked.
      .refine(
        (words) => words.isWellFormed() && !words.includes("\0"),
        says("errors.field.invalid"),
      ),
  }),
  allow: mayQuote,
  run: async (tx, scope, words) => {
    const [version] = await tx
      .select({ id: sourceVersion.id })
      .from(sourceVersion)
      .where(
        and(
          eq(sourceVersion.id, words.sourceVersionId),
          eq(sourceVersion.dossierId, scope.dossierId),
        ),
      );
    if (!version) throw new NotFound();
    if (words.end <= words.start) throw new Invalid("sources.errors.wordsNotThere");
    const [made] = await tx
      .insert(passage)
      .values({
        ...words,
        dossierId: scope.dossierId,
        createdBy: actorAccountId(scope.actor),
      })
      .onConflictDoNothing({ target: [passage.sourceVersionId, passage.start, passage.end] })
      .returning({ id: passage.id })
      .catch((error: unknown) => {
        if (isRefusedByCheck(error)) throw new Invalid("sources.errors.wordsNotThere");
        throw error;
      });
    if (made) {
      return {
        result: { passageId: made.id },
        audit: { entity: "passage", entityId: made.id, after: words },
      };
    }
    const [there] = await tx
      .select({ id: passage.id })
      .from(passage)
      .where(
        and(
          eq(passage.sourceVersionId, words.sourceVersionId),
          eq(passage.start, words.start),
          eq(passage.end, words.end),
        ),
      );
    if (!there) throw new Error("passage neither made nor found");
    return { result: { passageId: there.id }, audit: [] };
  },
});

/** PostgreSQL's code for a broken check: what the trigger on `passage` raises. */
const CHECK_VIOLATION = "23514";

function isRefusedByCheck(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ((at as { code?: unknown }).code === CHECK_VIOLATION) return true;
  }
  return false;
}
