import { inArray, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { NotFound } from "../../kernel/errors";
import type { Ignored, TextToCheck } from "../model";
import { type KnownNames, nameOf } from "../rules";

/** Names of a dossier that are looked for at most, the ones found first. */
const MOST_NAMES = 5_000;

/** The requirements that stand, in the order of the document; or some of them. */
export async function textsToCheck(
  db: Database,
  dossierId: string,
  ids?: readonly string[],
): Promise<TextToCheck[]> {
  return rowsOf<TextToCheck>(
    db,
    sql`select r.id, r.code, v.title, v.kind, v.body_text as text, v.evidence, v.verification,
        s.state = 'withoutSource' as "withoutSource"
      from requirement r
      join chapter c on c.id = r.chapter_id
      join requirement_version v on v.requirement_id = r.id and v.n = r.lock_version
      join requirement_state s on s.requirement_id = r.id and s.dossier_id = r.dossier_id
      where r.dossier_id = ${dossierId} and r.dropped_at is null
        and ${ids === undefined ? sql`true` : inArray(sql`r.id`, [...ids])}
      order by c.position, r.position`,
  );
}

/** People and organisations that were found in the sources of a dossier; what is no name, or may stand, is left out. */
export async function namesIn(db: Database, dossierId: string): Promise<KnownNames> {
  const rows = await rowsOf<{ kind: "name" | "organisation"; words: string; decided: boolean }>(
    db,
    sql`select f.kind, f.text as words, s.redaction <> 'open' as decided
      from personal_form f join personal_subject s on s.id = f.subject_id
      where f.dossier_id = ${dossierId} and f.kind in ('name', 'organisation')
        and s.redaction not in ('none', 'keep')
      order by f.id limit ${MOST_NAMES}`,
  );
  const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ words }) => words);
  return {
    // A first name or a surname by itself is a word besides: "storm", "de boer".
    people: of("name").filter((name) => /\S\s+\S/.test(name)),
    organisations: of("organisation"),
    undecided: new Set(rows.filter(({ decided }) => !decided).map(({ words }) => nameOf(words))),
  };
}

/** The findings that were let stand, of all things or of some: by the thing they are of and then by their hash. */
export async function ignoredIn(
  db: Database,
  dossierId: string,
  ids?: readonly string[],
): Promise<Map<string, Map<string, Ignored>>> {
  const rows = await rowsOf<Ignored & { of: string; sha256: string }>(
    db,
    sql`select i.id, i.reason, a.name as by, i.created_at as at, i.sha256,
        coalesce(i.requirement_id, i.statement_id) as of
      from ignored_finding i left join account a on a.id = i.created_by
      where i.dossier_id = ${dossierId}
        and ${ids === undefined ? sql`true` : inArray(sql`coalesce(i.requirement_id, i.statement_id)`, [...ids])}`,
  );
  const found = new Map<string, Map<string, Ignored>>();
  for (const { of, sha256, id, reason, by, at } of rows) {
    const own = found.get(of) ?? new Map<string, Ignored>();
    own.set(sha256, { id, reason, by, at: new Date(at).toISOString() });
    found.set(of, own);
  }
  return found;
}

/** The words of a stelling, as they are. @throws NotFound */
export async function statementText(
  db: Database,
  dossierId: string,
  id: string,
): Promise<{ id: string; text: string }> {
  const [found] = await rowsOf<{ id: string; text: string }>(
    db,
    sql`select id, text from statement where dossier_id = ${dossierId} and id::text = ${id}`,
  );
  if (!found) throw new NotFound();
  return found;
}
