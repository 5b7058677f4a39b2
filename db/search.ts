import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { HIT_END, HIT_START } from "@/db/vocabulary";

/**
 * For `order by`: names and titles as a Dutch reader expects them, the same on every engine and whatever
 * the order of the database itself. Not for an index: its order may change with the library behind it.
 */
export const dutchOrder = (text: SQL | AnyColumn): SQL => sql`${text} collate "und-x-icu"`;

/**
 * Whether a name or address holds what was typed, wherever: without regard to capitals, accents and
 * the signs between words. Signs alone are themselves.
 */
export function holds(text: SQL | AnyColumn, typed: string): SQL {
  const wanted = bare(sql`${typed}`);
  return sql`case when ${wanted} = '' then position(${typed} in ${text}) > 0
    else position(${wanted} in ${bare(text)}) > 0 end`;
}

/** The same of a text that is kept as {@link bare} makes it: a long list is gone through without making each anew. */
export function holdsBare(kept: SQL | AnyColumn, typed: string): SQL {
  return sql`position(${bare(sql`${typed}`)} in ${kept}) > 0`;
}

/** Without capitals, accents and signs; without the accents as well that an index on words leaves to the stemmer. */
export const bare = (text: SQL | AnyColumn): SQL =>
  sql`btrim(regexp_replace(regexp_replace(normalize(lower(search_text(${text}::text)), NFD),
    '[\\u0300-\\u036f]', '', 'g'), '\\s+', ' ', 'g'))`;

/**
 * What a person typed, as a query on Dutch words, with the operators of a web search ("…", or, -);
 * nothing that is typed is a syntax error. A stem of four letters or more also finds the words
 * that begin with it: the Dutch stemmer knows "ouders" but not "schoolcoaches", and Dutch writes
 * compounds as one word. Made of immutable functions only, so that it is worked out when the
 * query is planned, once, and an index on words can be used.
 */
export function dutchQuery(words: string): SQL {
  // What `search_text` makes a space is a comma here, which makes a phrase of the words around it. A
  // dash before a word is an operator and stays.
  const parted = sql`regexp_replace(without_accents(${words}), '[/.@_<>&+]|(?<=[^\\s"])-', ',', 'g')`;
  // A stem ends at a quote before a space, a bracket or the end: what stands between two stems,
  // such as `' <-> '`, is no stem.
  return sql`regexp_replace(websearch_to_tsquery('dutch', ${parted})::text,
    '''((?:[^'']|''''){4,})''(?=[ )]|$)', '''\\1'':*', 'g')::tsquery`;
}

/**
 * The text as it is searched, with its hits between `HIT_START` and `HIT_END`, for `markHits`. Costly:
 * `ts_headline` reads the whole text again, so ask it for the rows that are shown and no others.
 */
export function headline(text: SQL, words: string): SQL<string> {
  const options = `HighlightAll=true, StartSel=${HIT_START}, StopSel=${HIT_END}`;
  return sql`ts_headline('dutch', translate(search_text(${text}), ${HIT_START + HIT_END}, ''),
    ${dutchQuery(words)}, ${options})`;
}

/** A query for any of the stems in a `tsvector`; null when it has none. */
export const anyStemOf = (words: SQL): SQL => sql`(
  select string_agg('''' || replace(replace(w.lexeme, '\\', '\\\\'), '''', '''''') || '''', ' | ')::tsquery
  from unnest(${words}) w)`;
