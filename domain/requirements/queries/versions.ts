import { sql } from "drizzle-orm";
import { type Database, database, rowsOf } from "@/db/client";
import { parseInput } from "../../kernel/command";
import { NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { query } from "../../kernel/query";
import { type AuthorizedDossierId, type ReaderScope, reader } from "../../kernel/scope";
import type { RequirementVersion, VersionLine } from "../model";
import { versionEvents } from "../rules/version";

/** The columns of a {@link RequirementVersion}; `v` is the version, `a` the account. */
export const versionColumns = sql`v.n, v.title, v.kind, v.body, v.body_text as "bodyText",
  v.explanation, v.evidence, v.verification, v.score, v.weight, v.reason, v.fingerprint, a.name as author,
  v.created_at as "createdAt"`;

/** One version of a requirement. @throws NotFound */
export const getVersion = query(
  reader,
  async (scope: ReaderScope, requirementId: string, n: number): Promise<RequirementVersion> => {
    return versionOf(await database(), scope.dossierId, requirementId, n);
  },
);

/** The same inside a transaction. */
export async function versionOf(
  db: Database,
  dossierId: AuthorizedDossierId,
  requirementId: string,
  n: number,
): Promise<RequirementVersion> {
  const [version] = await rowsOf<RequirementVersion>(
    db,
    sql`select ${versionColumns} from requirement_version v
      left join account a on a.id = v.created_by
      where v.requirement_id = ${requirementId} and v.n = ${n}
        and v.dossier_id = ${dossierId}`,
  );
  if (!version) throw new NotFound();
  return version;
}

/** All versions of a requirement, newest first, without their words. */
export const listVersions = query(
  reader,
  async (scope: ReaderScope, requirementId: string): Promise<VersionLine[]> => {
    const rows = await rowsOf<Omit<VersionLine, "event"> & { fingerprint: string }>(
      await database(),
      sql`select v.n, v.reason, v.fingerprint, a.name as author, v.created_at as "createdAt"
      from requirement_version v
      left join account a on a.id = v.created_by
      where v.requirement_id = ${requirementId} and v.dossier_id = ${scope.dossierId}
      order by v.n`,
    );
    const events = versionEvents(rows.map((row) => row.fingerprint));
    return rows
      .map(({ fingerprint: _, ...row }, index) => ({ ...row, event: events[index] ?? "changed" }))
      .reverse();
  },
);

/** An id from an address: what is no uuid exists nowhere. @throws NotFound */
export function idFromAddress(value: string): string {
  try {
    return parseInput(uuid, value);
  } catch {
    throw new NotFound();
  }
}
