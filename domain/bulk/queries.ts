import { database } from "@/db/client";
import { query } from "../kernel/query";
import { type ReaderScope, reader } from "../kernel/scope";
import type { Column } from "../sources/formats/sheet/model";
import type { KnownRow } from "./model";
import { knownMeaningsOf, knownRowsOf } from "./rows";
import type { KnownMeanings } from "./rules/meanings";

/**
 * What is known of the dossier that tells what a spreadsheet means: what its columns were before, and
 * the groups and stellingen its values can stand for.
 *
 * @param consultationId the one that reactions are added to, when it is there already.
 */
export const knownMeanings = query(
  reader,
  async (
    scope: ReaderScope,
    columns: readonly Pick<Column, "name">[],
    consultationId: string | null,
  ): Promise<KnownMeanings> =>
    knownMeaningsOf(await database(), scope.dossierId, columns, consultationId),
);

/** The rows of spreadsheets that are in a consultation; none for one that is new. */
export const knownRows = query(
  reader,
  async (scope: ReaderScope, consultationId: string | null): Promise<KnownRow[]> =>
    consultationId ? knownRowsOf(await database(), scope.dossierId, consultationId) : [],
);
