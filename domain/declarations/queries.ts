import { database } from "@/db/client";
import type { Declarations } from "./model";
import { standingDeclarations } from "./rows";

/** What the organisation declares: anybody may read it, without an account. */
export async function declarations(): Promise<Declarations> {
  const { id: _id, ...found } = await standingDeclarations(await database());
  return found;
}
