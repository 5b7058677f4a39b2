import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { query } from "../../../kernel/query";
import { type EditionScope, editionReader } from "../../../kernel/scope";
import { stretchOf } from "../../../text/blocks";
import { CONTEXT_LENGTH, contextAfter, contextBefore } from "../../../text/context";
import type { BlockThing, EditionContent, Marked, Place, QuotedWordsThing } from "../../model";
import { editionThings } from "../public";
import type { Names, QuoteView } from "./view";

type Referring = keyof Pick<
  EditionContent,
  | "consultations"
  | "coreValues"
  | "groups"
  | "reactions"
  | "requirements"
  | "sources"
  | "statements"
>;

/** Things by their keys; keys that are null are left out. */
export const editionMap = query(
  editionReader,
  async (
    scope: EditionScope,
    section: Referring,
    keys: readonly (string | null | undefined)[],
  ): Promise<Map<string, unknown>> => {
    const wanted = [...new Set(keys)].filter((key) => typeof key === "string");
    const things = await editionThings(scope, section, wanted);
    return new Map(things.map((thing) => [thing.key, thing]));
  },
) as <S extends Referring>(
  scope: EditionScope,
  section: S,
  keys: readonly (string | null | undefined)[],
) => Promise<Map<string, Marked<EditionContent[S][number]>>>;

/** What these reactions name: who said it, in answer to what, and in which requirements it went. */
export const namesOf = query(
  editionReader,
  async (
    scope: EditionScope,
    reactions: readonly EditionContent["reactions"][number][],
  ): Promise<Names> => ({
    groups: await editionMap(
      scope,
      "groups",
      reactions.map(({ group }) => group),
    ),
    statements: await editionMap(
      scope,
      "statements",
      reactions.map(({ statement }) => statement),
    ),
    requirements: await editionMap(
      scope,
      "requirements",
      reactions.flatMap(({ requirements, answer }) => [
        ...requirements,
        ...(answer?.requirements ?? []),
      ]),
    ),
  }),
);

/** Words that carry something, with who said them and what stands around them in the source. */
export const quoteViews = query(
  editionReader,
  async (scope: EditionScope, words: readonly QuotedWordsThing[]): Promise<QuoteView[]> => {
    const reactions = await editionMap(
      scope,
      "reactions",
      words.map(({ reaction }) => reaction),
    );
    const all = words.map((word) => {
      const reaction = word.reaction === null ? null : (reactions.get(word.reaction) ?? null);
      return {
        reaction,
        text: word.text ?? reaction?.text ?? "",
        place: word.place ?? (word.text === null ? (reaction?.place ?? null) : null),
        consultation: word.consultation ?? reaction?.consultation ?? null,
      };
    });
    const said = [...reactions.values()];
    const consultations = await editionMap(
      scope,
      "consultations",
      all.map(({ consultation }) => consultation),
    );
    const statements = await editionMap(
      scope,
      "statements",
      said.map(({ statement }) => statement),
    );
    const groups = await editionMap(
      scope,
      "groups",
      said.map(({ group }) => group),
    );
    const sources = await editionMap(
      scope,
      "sources",
      all.map(({ place }) => place?.source),
    );
    const around = await blocksAround(
      scope,
      all.map(({ place }) => place),
    );
    return all.map(({ reaction, text, place, consultation }, i) => {
      const source = place ? sources.get(place.source) : undefined;
      const blocks = around[i] ?? [];
      const first = place ? blocks.find(({ end }) => end > place.start) : undefined;
      return {
        text,
        reaction,
        consultation: consultation === null ? null : (consultations.get(consultation) ?? null),
        statement: statements.get(reaction?.statement ?? "") ?? null,
        group: groups.get(reaction?.group ?? "") ?? null,
        at: source && first ? { source, block: first.n } : null,
        ...(place && source
          ? contextOf(blocks, place, source.characters)
          : { before: "", after: "" }),
      };
    });
  },
);

function contextOf(blocks: readonly BlockThing[], { start, end }: Place, characters: number) {
  const before = stretchOf(blocks, { start: Math.max(0, start - CONTEXT_LENGTH), end: start });
  const after = stretchOf(blocks, { start: end, end: end + CONTEXT_LENGTH });
  return {
    before: contextBefore(before.text, start > CONTEXT_LENGTH),
    after: contextAfter(after.text, end + CONTEXT_LENGTH < characters),
  };
}

/** The blocks in which places stand with what is shown around them, for each place in order. */
const blocksAround = async (
  { editionId }: EditionScope,
  places: readonly (Place | null)[],
): Promise<BlockThing[][]> => {
  const asked = places.flatMap((place, i) =>
    place
      ? [
          {
            i,
            source: place.source,
            start: place.start - CONTEXT_LENGTH,
            end: place.end + CONTEXT_LENGTH,
          },
        ]
      : [],
  );
  const found: BlockThing[][] = places.map(() => []);
  if (asked.length === 0) return found;
  // Each block is read once, however many places stand in it.
  const rows = await rowsOf<{ i: number; body: string }>(
    await database(),
    sql`with place as materialized (
        select * from jsonb_to_recordset(${JSON.stringify(asked)}::text::jsonb)
          as p(i int, source text, start int, "end" int)),
      block as materialized (
        select b.parent, b.n, b.body, j.start, j."end" from edition_part b
        cross join lateral jsonb_to_record(b.body::jsonb) as j(start int, "end" int)
        where b.edition_id = ${editionId} and b.section = 'blocks'
          and b.parent in (select source from place))
      select place.i, block.body from place
      join block on block.parent = place.source
        and block.start < place."end" and block."end" > place.start
      order by place.i, block.n`,
  );
  for (const { i, body } of rows) found[i]?.push(JSON.parse(body) as BlockThing);
  return found;
};
