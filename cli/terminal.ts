import fs from "node:fs";
import path from "node:path";
import { CommanderError } from "commander";
import { openShared } from "@/db/client";
import { asOutsider, openDossierToRead } from "@/domain/dossiers/gate";
import { DomainError, Invalid, TooLarge } from "@/domain/kernel/errors";
import { changeWords } from "@/domain/kernel/layer";
import { type Actor, type ReaderScope, readerOf } from "@/domain/kernel/scope";
import type { HeldBack } from "@/domain/personal-data/model";
import { releasePersonalData } from "@/domain/publication/commands";
import { MAX_FILE_BYTES, MAX_FILE_MEGABYTES, type Upload } from "@/domain/sources/model";
import { sentence } from "@/i18n/sentence";
import type { MessageKey } from "@/messages/catalogue";

/** What the commands at the terminal share: who acts, the database, files, and what is printed. */

/** The terminal of the server: it acts as the system, with the app's own commands and queries. */
export const SYSTEM: Actor = { type: "system", name: "opdrachtregel" };

/** The exit code for a line that cannot be understood. */
export const BAD_USAGE = 2;

/** The code of the error of who names no dossier: commander does not write that sentence itself. */
export const NO_DOSSIER = "herleid.noDossier";
export const needDossier = () =>
  new CommanderError(BAD_USAGE, NO_DOSSIER, text("import.needsDossier"));

/** The texts of this program, without their beginning. */
type Text<Key = MessageKey> = Key extends `cli.herleid.${infer Rest}` ? Rest : never;

export const text = (key: Text, params?: Record<string, string | number>) =>
  sentence(`cli.herleid.${key}`, params);

export async function withDatabase<Result>(work: () => Promise<Result>): Promise<Result> {
  const opened = await openShared();
  try {
    return await work();
  } finally {
    await opened.close();
  }
}

/** @throws NotFound when there is no such dossier; what `work` throws, as others may read it. */
export function withDossier<Result>(
  slug: string,
  work: (scope: ReaderScope) => Promise<Result>,
): Promise<Result> {
  return withDatabase(async () => {
    const scope = await openDossierToRead(SYSTEM, slug);
    return work(scope).catch(async (error) => {
      throw await asOthersRead(scope, error);
    });
  });
}

/** What is printed of a dossier, without names: what a terminal shows is kept, and read by others. */
export async function asOthersRead<Said>(scope: ReaderScope, said: Said): Promise<Said> {
  const shown = await readerOf(asOutsider(scope));
  if (said instanceof DomainError) Object.assign(said.params, changeWords(said.params, shown));
  return changeWords(said, shown);
}

/**
 * Answers with a reason for what is open in what goes out. In numbers and without names: what a terminal shows is kept, and
 * read by others.
 *
 * @throws Invalid without a reason.
 */
export async function releaseOrRefuse(
  scope: ReaderScope,
  { key, open, unsearched }: HeldBack,
  reason: string | undefined,
): Promise<void> {
  if (!reason) throw new Invalid("cli.errors.heldBack", { open, unsearched });
  await releasePersonalData(scope, { key, reason });
}

/** @throws Invalid when it cannot be read or is larger than any source may be. */
export function readFile(file: string): Upload {
  const fileName = path.basename(file);
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new Invalid("cli.errors.noFile", { file });
  if (stat.size > MAX_FILE_BYTES) {
    throw new TooLarge("sources.errors.tooLarge", { fileName, limit: MAX_FILE_MEGABYTES });
  }
  return { fileName, bytes: new Uint8Array(fs.readFileSync(file)) };
}

/**
 * Writes a file from its beginning, piece by piece; it is there, and empty, when this returns.
 *
 * @throws Invalid when it cannot.
 */
export function fileWriter(file: string): (piece: string | Uint8Array) => void {
  const write = (how: () => void) => {
    try {
      how();
    } catch {
      throw new Invalid("cli.errors.cannotWrite", { file });
    }
  };
  write(() => fs.writeFileSync(file, ""));
  return (piece) => write(() => fs.appendFileSync(file, piece));
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** Words on one line, cut where they are longer than `length` characters. */
export function shorten(words: string, length: number): string {
  const line = words.replace(/\s+/g, " ");
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}
