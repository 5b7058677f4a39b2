import type { Outcome } from "@/db/vocabulary";
import type {
  BlockThing,
  ChapterThing,
  ConsultationThing,
  CoreValueThing,
  EditionPage,
  GroupThing,
  Marked,
  ReactionThing,
  RequirementThing,
  SourceThing,
  StatementThing,
} from "../../model";
import type { ReactionFilter } from "../../rules/site";
import type { ChangesInShort, ChangesView, QuoteView } from "../../rules/views";

export type * from "../../rules/views";

/** How many reactions have all of these in common; the cells of all reactions add up to their number. */
export interface ReactionCell {
  statement: string | null;
  group: string | null;
  outcome: Outcome | null;
  /** The first kernwaarde of each. */
  coreValue: string | null;
  /** Of the first requirement of each. */
  chapter: string | null;
  count: number;
}

/** What lists are made of. */
export interface Names {
  groups: ReadonlyMap<string, GroupThing>;
  statements: ReadonlyMap<string, StatementThing>;
  requirements: ReadonlyMap<string, RequirementThing>;
}

/** All that one page shows. */
export type SiteView =
  | {
      kind: "home";
      chapters: ChapterThing[];
      statements: StatementThing[];
      groups: GroupThing[];
      coreValues: CoreValueThing[];
      cells: ReactionCell[];
      examples: ReactionThing[];
      names: Names;
      /** Null when there is nothing to compare it with. */
      changes: ChangesInShort | null;
    }
  | ChangesView
  | { kind: "programme"; chapters: ChapterThing[] }
  | {
      kind: "chapter";
      chapter: ChapterThing;
      /** From 1. */
      number: number;
      chapters: ChapterThing[];
      requirements: EditionPage<Marked<RequirementThing>>;
    }
  | {
      kind: "requirement";
      requirement: RequirementThing;
      chapter: ChapterThing | null;
      number: number;
      before: string | null;
      after: string | null;
      /** Linked to it without a kernwaarde between. */
      direct: QuoteView[];
      /** Kernwaarden that it rests on, with the first of the words that carry it, and the first of the others. */
      ways: {
        coreValue: CoreValueThing;
        carrying: QuoteView[];
        carryingTotal: number;
        quotes: QuoteView[];
      }[];
      /** Said under the same kernwaarden, and answered in another way. */
      otherwise: { reactions: ReactionThing[]; total: number };
      names: Names;
    }
  | { kind: "coreValues"; coreValues: CoreValueThing[] }
  | {
      kind: "coreValue";
      coreValue: CoreValueThing;
      requirements: RequirementThing[];
      quotes: EditionPage<QuoteView>;
    }
  | {
      kind: "reactions";
      filter: ReactionFilter;
      groups: GroupThing[];
      statements: StatementThing[];
      cells: ReactionCell[];
      reactions: EditionPage<Marked<ReactionThing>>;
      names: Names;
    }
  | {
      kind: "reaction";
      quote: QuoteView;
      reaction: ReactionThing;
      coreValues: CoreValueThing[];
      names: Names;
    }
  | { kind: "sources"; sources: SourceThing[] }
  | {
      kind: "source";
      source: SourceThing;
      blocks: EditionPage<Marked<BlockThing>>;
      reactions: ReadonlyMap<string, ReactionThing>;
    }
  | {
      kind: "heard";
      groups: GroupThing[];
      cells: ReactionCell[];
      consultations: ConsultationThing[];
    }
  | { kind: "statements"; statements: EditionPage<StatementThing>; cells: ReactionCell[] }
  | { kind: "check" | "notes" }
  | {
      kind: "search";
      words: string;
      requirements: EditionPage<RequirementThing>;
      coreValues: EditionPage<CoreValueThing>;
      reactions: EditionPage<ReactionThing>;
      blocks: EditionPage<BlockThing>;
      names: Names;
    };
