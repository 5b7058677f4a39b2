import { sql } from "drizzle-orm";
import { declaration } from "@/db/schema";
import { command, scopeSuffices } from "../kernel/command";
import { Conflict } from "../kernel/errors";
import { administrator } from "../kernel/scope";
import { declared } from "./model";
import { standingDeclarations } from "./rows";

/**
 * Fills in what the pages on accessibility and privacy say.
 *
 * @throws Invalid; Conflict with what stands when somebody else filled it in since.
 */
export const declare = command({
  scope: administrator,
  action: "declaration.change",
  input: declared,
  allow: scopeSuffices,
  run: async (tx, _scope, { lockVersion, ...after }) => {
    // Of two who fill it in first, the second waits here and is then told.
    await tx.execute(sql`lock table ${declaration} in share row exclusive mode`);
    const { id, changedAt: _at, ...now } = await standingDeclarations(tx, true);
    if (now.lockVersion !== lockVersion) throw new Conflict("errors.stale", {}, now);
    const said = { ...after, lockVersion: lockVersion + 1, changedAt: sql`now()` };
    const { lockVersion: _version, ...before } = now;
    const [kept] = id
      ? await tx.update(declaration).set(said).returning({ id: declaration.id })
      : await tx.insert(declaration).values(said).returning({ id: declaration.id });
    if (!kept) throw new Error("a write returned no row");
    return {
      result: { lockVersion: lockVersion + 1 },
      audit: {
        ...{ entity: "declaration", entityId: kept.id, after },
        ...(id ? { before } : {}),
      },
    };
  },
});
