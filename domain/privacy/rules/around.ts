import type { NameForm } from "./forms";
import type { Token } from "./tokens";
import type { Zone } from "./zones";

/** What is known of the whole text while it is read. */
export interface Around {
  text: string;
  tokens: readonly Token[];
  zones: readonly Zone[];
  /** Words that the text has in small letters as well. */
  ordinary: ReadonlySet<string>;
  /** How often each word stands alone before a colon, as who speaks does. */
  labels: ReadonlyMap<string, number>;
  /** Cells of columns that name organisations, by where their first word begins. */
  firms: ReadonlyMap<number, Zone>;
  /** Whether a word stands in such a cell. */
  inFirm: (at: number) => boolean;
  /** Surnames with "Van" or "De", in small letters, of which the text says what is said of firms: "de bus van Van Balen". */
  particledFirms: ReadonlySet<string>;
  /** Words with a capital that a verb of saying follows. */
  saying: ReadonlySet<string>;
  /** Words with a capital within a sentence. */
  inside: ReadonlySet<string>;
  /** Whether firms are asked or answered in it: a market consultation, a nota van inlichtingen. */
  tender: boolean;
  /** Words that the text gives a thing for a name: "chatbot Sam", "Olga heet de printer". */
  things: ReadonlySet<string>;
  /** Pieces of the addresses for mail that stand in the text, in small letters. */
  mailed: ReadonlySet<string>;
}

/** A name, by its places in the row of words. */
export interface FoundName {
  from: number;
  to: number;
  form: NameForm;
  confidence: number;
  /** How many letters at its end are no part of it: the "s" of "Jansens". */
  genitive?: number;
}
