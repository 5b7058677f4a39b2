import type { Queue, Saying } from "@/domain/moderation/model";

/** Which reactions one looks at, as it stands in an address. */
export const SHOW_WORDS: Record<Queue, string> = {
  waiting: "",
  placed: "geplaatst",
  refused: "niet-geplaatst",
};

/** What was done, as it stands in an address; the act it was follows by `undo`. */
export const DONE_WORDS = {
  place: "geplaatst",
  refuse: "niet-geplaatst",
  keep: "blijft",
  undone: "teruggedraaid",
} as const;
export type Done = keyof typeof DONE_WORDS;
export const DONE = Object.keys(DONE_WORDS) as Done[];

/** Whether a reaction was made whole again, as it stands in an address. */
export const UNITED = { done: "heel", refused: "gesplitst" } as const;

/** What was said of two reactions, as it stands in an address; the other follows by `beside`. */
export const SAID_WORDS: Record<Saying, string> = {
  same: "gekoppeld",
  apart: "niet-hetzelfde",
  open: "losgemaakt",
};
/** That it was refused. */
export const NOT_SAID = "niet-gezegd";
