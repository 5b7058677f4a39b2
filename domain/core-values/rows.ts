import { type SQL, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import type { AuthorizedDossierId } from "../kernel/scope";
import { type CoreValueOption, MAX_OPTIONS, type RankedCoreValue } from "./model";
import { differentWords } from "./rules";

/** Reactions in which a stem is looked up: what stands in more of them says little of any. */
const MOST_WITH_STEM = 1_000;
/** The rarest stems of the chosen words: a bounded number of rows is read, however long they are. */
const MOST_STEMS = 60;
/** Letters by which words count as beginning the same, and the part of a whole stem that this counts for. */
const BEGINNING = 6;
const PART = 0.5;
/** Codings that are added to those of a stem, so that a stem that stands once proves little. */
const SMOOTHING = 2;
/** What a stem counts for the kernwaarde that has it in its own name, definition or rule. */
const OWN = 2;
/** What a stem that stands in every reaction still weighs: a kernwaarde may be called so. */
const LEAST = 0.1;

/** A lexeme as a query for itself, or with `:*` for what begins so. */
const asStem = (lexeme: SQL, end = "") =>
  sql`('''' || replace(replace(${lexeme}, '\\', '\\\\'), '''', '''''') || '''${sql.raw(end)}')::tsquery`;

/**
 * Which kernwaarden words resemble: each stem of the words counts for the kernwaarden in whose coded reactions it stands, by the
 * share of its codings that are theirs, n(k) / (n + 2), and for those that have it in their own name, definition or rule; the more
 * the rarer it is in the dossier, by the square of its inverse document frequency ln((N + 1) / (n + 1)). What only begins the same
 * counts for half. Computed here, from this dossier alone, the same every time. How good it is: `npm run score:suggestions`.
 *
 * @param without reactions whose own coding does not count: the words themselves.
 * @returns those with any stem in common, the best first.
 */
export async function rankCoreValues(
  db: Database,
  dossierId: AuthorizedDossierId,
  texts: readonly string[],
  without: readonly string[],
): Promise<RankedCoreValue[]> {
  const words = differentWords(texts);
  if (words.length === 0) return [];
  return rowsOf<RankedCoreValue>(
    db,
    sql`with target as (
        select l.lexeme, min(w.word) as word
        from json_array_elements_text(${JSON.stringify(words)}::json) w(word),
          unnest(to_tsvector('dutch', search_text(w.word))) l group by l.lexeme
      ),
      asked as (
        select lexeme, word, 1::float8 as part, ${asStem(sql`lexeme`)} as stem from target
        union all
        -- Dutch writes compounds as one word, and the stemmer leaves endings on: what begins the same counts for less.
        select lexeme, word, ${PART}::float8, ${asStem(sql`left(lexeme, ${BEGINNING}::int)`, ":*")} from target
        where length(lexeme) >= ${BEGINNING}::int
      ),
      total as (select count(*) as n from live_reaction where dossier_id = ${dossierId}),
      known as (
        select a.*, (select count(*) from (select 1 from live_reaction r
          where r.dossier_id = ${dossierId} and r.words @@ a.stem limit ${MOST_WITH_STEM}) few) as n
        from asked a
      ),
      rare as materialized (
        select lexeme, word, part, stem,
          part * power(greatest(ln((total.n + 1.0) / (known.n + 1.0)), ${LEAST}::float8), 2) as weight from known, total
        where known.n < ${MOST_WITH_STEM} order by known.n, lexeme, part limit ${MOST_STEMS}
      ),
      hits as materialized (
        select rare.lexeme, rare.part, c.core_value_id, count(*) as n
        from rare
        cross join lateral (select r.id from live_reaction r
          where r.dossier_id = ${dossierId} and r.words @@ rare.stem
            and not r.id = any(array(select json_array_elements_text(${JSON.stringify(without)}::json)::uuid))
          offset 0) r
        cross join lateral (select core_value_id from coded_once
          where dossier_id = ${dossierId} and reaction_id = r.id offset 0) c
        group by 1, 2, 3
      ),
      shares as (
        select h.lexeme, h.part, h.core_value_id,
          h.n / (${SMOOTHING}::float8 + sum(h.n) over (partition by h.lexeme, h.part)) as share from hits h
        union all
        select rare.lexeme, rare.part, v.id, ${OWN}::float8 from rare join core_value v
          on v.dossier_id = ${dossierId} and v.words @@ rare.stem
      ),
      summed as (
        select s.core_value_id, s.lexeme, sum(s.share * rare.weight) as counts, min(rare.word) as word
        from shares s join rare on rare.lexeme = s.lexeme and rare.part = s.part group by 1, 2
      )
      select v.id, v.number, round(sum(s.counts)::numeric, 6)::float8 as score,
        json_agg(s.word order by s.counts desc, s.lexeme) as because
      from summed s join core_value v on v.id = s.core_value_id
      where s.counts > 0
      group by v.id order by score desc, v.number`,
  );
}

/** The kernwaarden that all of some reactions have. */
export async function hadByAll(
  db: Database,
  dossierId: AuthorizedDossierId,
  reactionIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (reactionIds.length === 0) return new Set();
  const rows = await rowsOf<{ id: string }>(
    db,
    sql`select core_value_id as id from coded_once
      where dossier_id = ${dossierId} and reaction_id in ${reactionIds}
      group by 1 having count(*) = ${reactionIds.length}`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Kernwaarden `v` to choose from, by number. */
export function optionsIn(
  db: Database,
  dossierId: AuthorizedDossierId,
  which: SQL,
): Promise<CoreValueOption[]> {
  return rowsOf<CoreValueOption>(
    db,
    sql`select v.id, v.number, v.name, v.definition,
      (select count(*)::int from core_value_word w
        where w.dossier_id = v.dossier_id and w.core_value_id = v.id) as words
    from core_value v
    where v.dossier_id = ${dossierId} and ${which}
    order by v.number limit ${MAX_OPTIONS}`,
  );
}
