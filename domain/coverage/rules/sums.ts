import { OUTCOMES } from "@/db/vocabulary";
import { type Coverage, GAP_LISTS, type GapList } from "../model";

/** One sum that must hold: a total and the parts it is made of. */
export interface Sum {
  of:
    | "requirements"
    | "reactions"
    | "dispositions"
    | "coreValues"
    | "statements"
    | "groups"
    | "consultations";
  total: number;
  parts: number[];
}

/** The sums of a coverage, each thing counted in exactly one part. */
export function sumsOf(c: Coverage): Sum[] {
  return [
    {
      of: "requirements",
      total: c.requirements.total,
      parts: [c.requirements.withSource, c.requirements.motivated, c.requirements.withoutSource],
    },
    {
      of: "reactions",
      total: c.reactions.total,
      parts: [
        c.reactions.linked,
        c.reactions.viaCoreValue,
        c.reactions.codedOnly,
        c.reactions.answeredOnly,
        c.reactions.unused,
      ],
    },
    {
      of: "dispositions",
      total: c.reactions.total,
      parts: [...OUTCOMES.map((outcome) => c.dispositions[outcome]), c.dispositions.withoutAnswer],
    },
    {
      of: "coreValues",
      total: c.coreValues.total,
      parts: [c.coreValues.withRequirement, c.coreValues.withoutRequirement],
    },
    {
      of: "statements",
      total: c.statements.total,
      parts: [c.statements.withReactions, c.statements.withoutReactions],
    },
    { of: "groups", total: c.groups.expected, parts: [c.groups.heard, c.groups.silent] },
    {
      of: "consultations",
      total: c.consultations.total,
      parts: [c.consultations.withReactions, c.consultations.withoutReactions],
    },
  ];
}

/** The sums that do not add up; empty is right. */
export function wrongSums(c: Coverage): Sum[] {
  return sumsOf(c).filter(
    (sum) =>
      sum.parts.some((part) => part < 0) ||
      sum.parts.reduce((total, part) => total + part, 0) !== sum.total,
  );
}

/** The lists with something to do that stands in no other: who answers a reaction is done with it in all. */
const TODO: readonly GapList[] = GAP_LISTS.filter(
  (list) =>
    !["eisen-gemotiveerd", "reacties-niet-gecodeerd", "reacties-zonder-gebruik"].includes(list),
);

/** How many things still lack something, each thing once per kind of lack. */
export function gapCount(c: Coverage): number {
  return TODO.reduce((total, list) => total + countOfList(c, list), 0);
}

/** How many rows a list of gaps has without a filter. */
export function countOfList(c: Coverage, list: GapList): number {
  switch (list) {
    case "eisen-zonder-herkomst":
      return c.requirements.withoutSource;
    case "eisen-gemotiveerd":
      return c.requirements.motivated;
    case "reacties-zonder-afweging":
      return c.dispositions.withoutAnswer;
    case "reacties-niet-gecodeerd":
      return c.reactions.unused;
    case "reacties-zonder-gebruik":
      return c.reactions.codedOnly;
    case "kernwaarden-zonder-eis":
      return c.coreValues.withoutRequirement;
    case "kernwaarden-zonder-woorden":
      return c.coreValues.withoutWords;
    case "stellingen-zonder-reacties":
      return c.statements.withoutReactions;
    case "groepen-zonder-inbreng":
      return c.groups.silent;
    case "consultaties-zonder-reacties":
      return c.consultations.withoutReactions;
  }
}

/** The list to open the page with: the first that has something to do in it. */
export function firstList(c: Coverage): GapList {
  return TODO.find((list) => countOfList(c, list) > 0) ?? "eisen-zonder-herkomst";
}
