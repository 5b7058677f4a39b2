import { type SQL, sql } from "drizzle-orm";
import { HIT_END, HIT_START } from "@/db/vocabulary";

/**
 * What a person typed, as a query on Dutch words, with the operators of a web search ("…", or, -);
 * nothing that is typed is a syntax error. A stem of four letters or more also finds the words
 * that begin with it: the Dutch stemmer knows "ouders" but not "schoolcoaches", and Dutch writes
 * compounds as one word. Made of immutable functions only, so that it is worked out when the
 * query is planned, once, and an index on words can be used.
 */
export function dutchQuery(words: string): SQL {
  // A stem ends at a quote before a space, a bracket or the end: what stands between two stems,
  // such as `' <-> '`, is no stem.
  return sql`regexp_replace(websearch_to_tsquery('dutch', ${words})::text,
    '''((?:[^'']|''''){4,})''(?=[ )]|$)', '''\\1'':*', 'g')::tsquery`;
}

/**
 * The text with its hits between `HIT_START` and `HIT_END`, for `markHits`. Costly: `ts_headline`
 * reads the whole text again, so ask it for the rows that are shown and no others.
 */
export function headline(text: SQL, words: string): SQL<string> {
  const options = `HighlightAll=true, StartSel=${HIT_START}, StopSel=${HIT_END}`;
  return sql`ts_headline('dutch', translate(${text}, ${HIT_START + HIT_END}, ''),
    ${dutchQuery(words)}, ${options})`;
}
