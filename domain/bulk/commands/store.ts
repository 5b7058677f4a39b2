import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { AuditEntry } from "@/db/audit";
import type { Database } from "@/db/client";
import { giveWay } from "@/db/give-way";
import { nameKey } from "@/db/name-key";
import { stakeholderGroup } from "@/db/schema";
import { insertConsultation, lockedConsultation } from "../../consultations/rows";
import { takeNumbers } from "../../dossiers/rows";
import { addGroup } from "../../groups/commands";
import { command } from "../../kernel/command";
import { Conflict, Invalid } from "../../kernel/errors";
import { requiredText, uuid } from "../../kernel/fields";
import { requireIn } from "../../kernel/rows";
import { actorAccountId, type MemberScope, member } from "../../kernel/scope";
import { insertReactionsFromJson } from "../../reactions/rows";
import type { Column } from "../../sources/formats/sheet/model";
import type { KnownSource } from "../../sources/model";
import {
  addSource,
  insertBlocks,
  insertConfirmedPart,
  insertPassages,
  insertText,
  storeFile,
} from "../../sources/rows";
import { insertStatements, lockedStatements } from "../../statements/rows";
import { occurrencesIn, putByHand } from "../../statements/rows/places";
import {
  type BulkCheck,
  type BulkChoices,
  type BulkRow,
  type BulkSums,
  bulkChoices,
} from "../model";
import { mayImportReactions } from "../policy";
import { countKnownRows, insertBulkRows, rememberColumns } from "../rows";
import { headerKey } from "../rules/columns";
import type { BulkBatch, BulkText } from "../task";

/** What came out of reading all rows, with nothing wrong in any of them. */
export interface PreparedBulk {
  check: BulkCheck;
  text: BulkText;
  columns: readonly Column[];
  batches: BulkBatch[];
  /** How many rows were known in the consultation when it was read. */
  knownRows: number;
}

export interface BulkResult {
  sums: BulkSums;
  /** Null when nothing was new: then nothing was stored. */
  sourceId: string | null;
  consultationId: string | null;
}

/** How far it is, of how many rows to write. */
export type OnProgress = (done: number, total: number) => void;

/**
 * Stores reactions from a spreadsheet: the file as a source, its rows as the blocks of its text, and each
 * new row as a reaction that quotes its own words. All of it in one transaction, in batches between which
 * others are answered. When no row is new nothing is stored.
 *
 * @throws Invalid when something is wrong with a row; Conflict when the same file is in the dossier
 *   already, or rows came into the consultation in the meantime; NotFound for an id of another dossier.
 */
export const storeReactions = command({
  scope: member,
  action: "reaction.import",
  input: z.object({
    file: z.object({
      /** Of a draft: its bytes are there, and its source gets this id. */
      id: uuid.optional(),
      sha256: z.string(),
      byteSize: z.int(),
      fileName: requiredText(200),
      title: requiredText(200),
      mediaType: requiredText(200),
      bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array).optional(),
    }),
    choices: bulkChoices,
    prepared: z.custom<PreparedBulk>(),
    onProgress: z.custom<OnProgress>().optional(),
    /** What goes with it in the same transaction, such as taking away the draft. */
    finish: z.custom<(tx: Database) => Promise<void>>().optional(),
  }),
  allow: mayImportReactions,
  run: async (tx, scope, { file, choices, prepared, onProgress, finish }) => {
    const { check, text } = prepared;
    if (check.problemCount > 0) {
      throw new Invalid("bulk.errors.problems", { count: check.problemCount });
    }
    if (check.sums.added === 0) {
      const consultationId = "id" in choices.consultation ? choices.consultation.id : null;
      return { result: { sums: check.sums, sourceId: null, consultationId }, audit: [] };
    }
    const { consultationId, made, held } = await consultationFor(
      tx,
      scope,
      choices,
      prepared.knownRows,
    );
    const statements = await statementsFor(tx, scope, choices, consultationId);
    const groups = await groupsFor(tx, scope, choices);
    await rememberColumns(
      tx,
      scope.dossierId,
      columnsToRemember(prepared.columns, choices, groups),
    );

    const sourceId = file.id ?? randomUUID();
    // The file first: once it has a source it never changes again.
    if (file.bytes) await storeFile(tx, sourceId, file.bytes);
    await finish?.(tx);
    const { textKey, characters, textSha256, normaliserVersion } = text;
    const { title, fileName, mediaType } = file;
    const about = { title, fileName, mediaType, sha256: file.sha256 };
    const known = await addSource(tx, scope, {
      ...about,
      id: sourceId,
      byteSize: file.byteSize,
      state: "read",
      textKey,
      textSha256,
      remarks: check.remarks.length > 0 ? check.remarks : null,
    });
    if (known)
      throw new Conflict<KnownSource>("sources.errors.known", { title: known.title }, known);
    const sourceVersionId = await insertText(tx, scope.dossierId, {
      sourceId,
      characters,
      textSha256,
      normaliserVersion,
    });
    const rows = await storeRows(tx, scope, {
      ...prepared,
      consultationId,
      sourceVersionId,
      groupId: choices.groupId,
      groups,
      statements: statements.ids,
      onProgress,
    });
    await insertConfirmedPart(tx, {
      ...held,
      dossierId: scope.dossierId,
      sourceVersionId,
      end: characters,
      consultationId,
      confirmedBy: actorAccountId(scope.actor),
    });
    const result: BulkResult = { sums: check.sums, sourceId, consultationId };
    return {
      result,
      audit: [
        { entity: "source", entityId: sourceId, after: { ...about, textSha256, ...result } },
        ...made,
        ...statements.audit,
        ...rows,
      ],
    };
  },
});

/** What the document in a source says of its consultation. */
type Held = Pick<Parameters<typeof insertConfirmedPart>[1], "title" | "kind" | "heldOn" | "sector">;

/** The chosen consultation, or a new one with its row for the log. */
async function consultationFor(
  tx: Database,
  scope: MemberScope,
  { consultation }: BulkChoices,
  knownBefore: number,
): Promise<{ consultationId: string; made: AuditEntry[]; held: Held }> {
  if ("id" in consultation) {
    const { id, title, kind, heldOn, sector } = await lockedConsultation(
      tx,
      scope.dossierId,
      consultation.id,
    );
    // What is new was told by what was there: somebody else may have imported the same in between.
    if ((await countKnownRows(tx, id)) !== knownBefore) throw new Conflict("bulk.errors.meanwhile");
    return { consultationId: id, made: [], held: { title, kind, heldOn, sector } };
  }
  const { id } = await insertConsultation(tx, scope.dossierId, consultation);
  const { title, kind, heldOn, sector } = consultation;
  return {
    consultationId: id,
    made: [{ entity: "consultation", entityId: id, after: consultation }],
    held: { title, kind, heldOn, sector },
  };
}

/** The group of each value in the list: one that is there, or a new one by that name. */
async function groupsFor(
  tx: Database,
  scope: MemberScope,
  { groups, groupId }: BulkChoices,
): Promise<(string | null)[]> {
  const chosen = groups.map(({ to }) => (to && "id" in to ? to.id : null));
  await requireIn(tx, scope.dossierId, stakeholderGroup, [...chosen, groupId]);
  const made = new Map<string, string>();
  const ids: (string | null)[] = [];
  for (const { to } of groups) {
    if (to === null || "id" in to) {
      ids.push(to?.id ?? null);
      continue;
    }
    const key = nameKey(to.name);
    const id =
      made.get(key) ?? (await addGroup.within(tx, scope, { name: to.name, expected: true })).id;
    made.set(key, id);
    ids.push(id);
  }
  return ids;
}

/** The stelling of each value in the list, put in the consultation when it was not. */
async function statementsFor(
  tx: Database,
  scope: MemberScope,
  { statements }: BulkChoices,
  consultationId: string,
): Promise<{ ids: (string | null)[]; audit: AuditEntry[] }> {
  if (statements.length === 0) return { ids: [], audit: [] };
  const { dossierId } = scope;
  const chosen = statements.flatMap(({ to }) => (to && "id" in to ? [to.id] : []));
  await lockedStatements(tx, dossierId, chosen);
  const made = new Map<string, { id: string; dossierId: string; text: string }>();
  const ids = statements.map(({ to }) => {
    if (to === null || "id" in to) return to?.id ?? null;
    const key = nameKey(to.name);
    const one = made.get(key) ?? { id: randomUUID(), dossierId, text: to.name };
    made.set(key, one);
    return one.id;
  });
  await insertStatements(tx, [...made.values()]);
  const put = await occurrencesIn(tx, consultationId);
  const there = new Set(put.map(({ statementId }) => statementId));
  let number = Math.max(0, ...put.map((row) => row.number));
  const occurrences = [...new Set(ids)].flatMap((statementId) => {
    if (statementId === null || there.has(statementId)) return [];
    number += 1;
    return [{ dossierId, statementId, consultationId, number }];
  });
  await putByHand(tx, occurrences);
  return {
    ids,
    audit: occurrences.map((occurrence) => ({
      entity: "statement",
      entityId: occurrence.statementId,
      after: { occurrence },
    })),
  };
}

interface RowsWork extends PreparedBulk {
  consultationId: string;
  sourceVersionId: string;
  groupId: string | null;
  groups: (string | null)[];
  statements: (string | null)[];
  onProgress?: OnProgress;
}

/**
 * Writes blocks, and then passages with their reactions batch by batch: so none is ever loose, and who
 * reads the words of another is not held against thousands.
 *
 * @returns a row for the log of each reaction.
 */
async function storeRows(tx: Database, scope: MemberScope, work: RowsWork): Promise<AuditEntry[]> {
  const { dossierId } = scope;
  const { batches, consultationId, sourceVersionId, groupId, groups, statements } = work;
  const createdBy = actorAccountId(scope.actor);
  const total = batches.reduce((sum, { count }) => sum + count, 0);
  let done = 0;
  // As late as can be: who adds a reaction by hand waits for the numbers from here on.
  let first: number | null = null;
  const audit: AuditEntry[] = [];
  for (const { table, json, count } of batches) {
    if (table === "blocks") {
      await insertBlocks(tx, sourceVersionId, json);
    } else {
      first ??= await takeNumbers(tx, dossierId, "reaction", work.check.sums.added);
      await insertPassages(tx, dossierId, { sourceVersionId, createdBy }, json);
      await giveWay();
      const about = { consultationId, first, createdBy, groupId };
      await insertReactionsFromJson(tx, dossierId, about, { groups, statements }, json);
      await insertBulkRows(tx, dossierId, consultationId, json);
      for (const row of JSON.parse(json) as BulkRow[]) {
        const after = {
          ...row,
          consultationId,
          number: first,
          groupId: (row.group === null ? null : groups[row.group]) ?? groupId,
          statementId: row.statement === null ? null : (statements[row.statement] ?? null),
        };
        audit.push({ entity: "reaction", entityId: row.id, after });
        first += 1;
      }
    }
    done += count;
    work.onProgress?.(done, total);
    // The embedded database never gives way by itself.
    await giveWay();
  }
  return audit;
}

/** What each column was, and which groups its values stood for. */
function columnsToRemember(
  columns: readonly Column[],
  { roles, groups }: BulkChoices,
  groupIds: readonly (string | null)[],
) {
  const byIndex = new Map(roles.map(({ index, role }) => [index, role]));
  const byKey = new Map(
    columns
      // A column without a name is known by its letter only, and that says nothing of the next file.
      .filter(({ name, letter, index }) => name !== letter && byIndex.has(index))
      .map(({ name, index }) => {
        const role = byIndex.get(index) ?? null;
        const values = groups.flatMap(({ value }, i) => {
          const id = groupIds[i];
          return id ? [[nameKey(value), id] as const] : [];
        });
        const remembered = role === "group" ? Object.fromEntries(values) : null;
        return [headerKey(name), { headerKey: headerKey(name), role, groups: remembered }] as const;
      }),
  );
  return [...byKey.values()];
}
