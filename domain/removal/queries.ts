import { database } from "@/db/client";
import { query } from "../kernel/query";
import { type AdministratorScope, administrator } from "../kernel/scope";
import { managedSource } from "../sources/queries";
import type { SourceToRemove } from "./model";
import { restingOnSource } from "./rows";

/** A source of a dossier, with all that rests on its words. @throws NotFound also when it was removed before */
export const sourceToRemove = query(
  administrator,
  async (
    scope: AdministratorScope,
    dossierId: string,
    sourceId: string,
  ): Promise<SourceToRemove> => {
    const found = await managedSource(scope, dossierId, sourceId);
    return { ...found, resting: await restingOnSource(await database(), sourceId) };
  },
);
