import type { EditionKind } from "@/db/vocabulary";
import type {
  ConsultationThing,
  CoreValueThing,
  EditionPage,
  GroupThing,
  ReactionThing,
  RequirementThing,
  SourceThing,
  StatementThing,
} from "../model";
import type {
  ChangeKind,
  Comparison,
  CoreValueChange,
  ReactionChange,
  RequirementChange,
} from "./changes";
import type { ChangesOnly } from "./site";

/** Words that carry something, with what they were said in. */
export interface QuoteView {
  text: string;
  /** What stands around them in the source, as one reads it. */
  before: string;
  after: string;
  reaction: ReactionThing | null;
  consultation: ConsultationThing | null;
  statement: StatementThing | null;
  group: GroupThing | null;
  at: { source: SourceThing; block: number } | null;
}

/** Another edition that one is held against. */
export interface BaseView {
  number: string;
  kind: EditionKind;
  decidedOn: string;
}

/** What a requirement rests on by now and did not, or did and does no more. */
export interface OriginView {
  coreValues: CoreValueThing[];
  /** The first of them. */
  quotes: QuoteView[];
  /** How many more there are. */
  more: number;
}

/** What became of one requirement. */
export interface RequirementChangeView extends RequirementChange {
  /** As it was and as it is; null where it is not at all. */
  was: RequirementThing | null;
  is: RequirementThing | null;
  /** Why, by each version since; oldest first. */
  reasons: string[];
  gained: OriginView;
  lost: OriginView;
  /** Kernwaarden that it rested on already and that got more reactions. */
  grown: { coreValue: CoreValueThing; gained: number }[];
}

export interface CoreValueChangeView extends CoreValueChange {
  was: CoreValueThing | null;
  is: CoreValueThing | null;
}

export interface ReactionChangeView extends ReactionChange {
  was: ReactionThing | null;
  is: ReactionThing | null;
  group: GroupThing | null;
}

/** What is different in an edition, a page of it. */
export interface ChangesView {
  kind: "changes";
  base: BaseView;
  only: ChangesOnly;
  /** Of all that is different, what is counted. */
  sums: Comparison["sums"] & {
    before: number;
    after: number;
    coreValues: number;
    reactions: number;
  };
  sources: Comparison["sources"];
  chapters: Comparison["chapters"];
  list:
    | ({ of: "requirements" } & EditionPage<RequirementChangeView>)
    | ({ of: "coreValues" } & EditionPage<CoreValueChangeView>)
    | ({ of: "reactions" } & EditionPage<ReactionChangeView>);
}

/** What is new in an edition, in a few lines. */
export interface ChangesInShort {
  base: BaseView;
  sums: Comparison["sums"];
  reactions: number;
  /** The first of the requirements. */
  first: { kind: ChangeKind; key: string; title: string; isThere: boolean }[];
}
