import type {
  ConsultationThing,
  EditionContent,
  GroupThing,
  ReactionThing,
} from "../../editions/model";
import { sumOf, sumsBy } from "../../editions/rules/reading";
import type { CountedReactions, Line, PaperText, TableBlock, TableRow } from "../model";
import { words } from "./lines";
import { blockAt, perSource } from "./quotes";
import { consultationName } from "./statements";

/** What is looked up by key, and where reactions stand. */
export interface Finder {
  groups: ReadonlyMap<string, GroupThing>;
  consultations: ReadonlyMap<string, ConsultationThing>;
  reactions: ReadonlyMap<string | null, readonly ReactionThing[]>;
  block: (reaction: ReactionThing) => number | null;
}

export function finder({ groups, consultations, reactions, blocks }: EditionContent): Finder {
  const perStatement = new Map<string | null, ReactionThing[]>();
  for (const one of reactions) {
    const list = perStatement.get(one.statement);
    if (list) list.push(one);
    else perStatement.set(one.statement, [one]);
  }
  const perText = perSource(blocks);
  return {
    groups: new Map(groups.map((one) => [one.key, one])),
    consultations: new Map(consultations.map((one) => [one.key, one])),
    reactions: perStatement,
    block: ({ place }) => (place ? blockAt(perText.get(place.source) ?? [], place.start) : null),
  };
}

/** A word as it stands within a sentence. */
export const within = (word: string) => word.slice(0, 1).toLowerCase() + word.slice(1);

/** "27 reacties: Ouders 18, Scholen 9." */
export function sumsPerGroup(
  counted: readonly CountedReactions[],
  { groups }: EditionContent,
  text: PaperText,
): string {
  const sums = sumsBy(counted, "group");
  const parts = groups
    .filter(({ key }) => sums.has(key))
    .map(({ key, name }) => `${name} ${sums.get(key)}`);
  const unknown = sums.get(null);
  if (unknown) parts.push(`${within(text("editions.site.noGroup"))} ${unknown}`);
  return text("papers.nota.perGroup", { count: sumOf(counted), groups: parts.join(", ") });
}

/** Reactions under the name of their group; where a stelling was put more than once, of their consultation too. */
export function sectionsOf(
  own: readonly ReactionThing[],
  { groups, consultations }: EditionContent,
  find: Finder,
  text: PaperText,
  row: (one: ReactionThing) => TableRow,
): TableBlock["sections"] {
  const many = new Set(own.map(({ consultation }) => consultation)).size > 1;
  const order = new Map(
    [...groups.map(({ key }) => key), null].flatMap((group, g) =>
      (many ? consultations.map(({ key }) => key) : [""]).map((at, c) => [
        `${group} ${at}`,
        g * (consultations.length + 1) + c,
      ]),
    ),
  );
  const sections = new Map<string, ReactionThing[]>();
  for (const one of own) {
    const key = `${one.group} ${many ? one.consultation : ""}`;
    const list = sections.get(key);
    if (list) list.push(one);
    else sections.set(key, [one]);
  }
  const at = (key: string) => order.get(key) ?? Number.MAX_SAFE_INTEGER;
  return [...sections]
    .sort(([a], [b]) => at(a) - at(b))
    .map(([, [first, ...rest]]) => ({
      title: first ? sectionTitle(first, many, find, text) : null,
      rows: [...(first ? [first] : []), ...rest].map(row),
    }));
}

function sectionTitle(one: ReactionThing, many: boolean, find: Finder, text: PaperText): Line {
  const name = find.groups.get(one.group ?? "")?.name ?? text("editions.site.noGroup");
  const consultation = find.consultations.get(one.consultation);
  return [
    words(name, "strong"),
    ...(many && consultation ? [words(`, ${consultationName(consultation)}`, "label")] : []),
  ];
}
