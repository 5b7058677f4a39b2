import type { Encoding, Failure, Upload } from "../model";

export { ENCODINGS, type Encoding } from "../model";

/**
 * What a format is read into: text as Herleid stores it, and what there is to say about how it came about.
 *
 * The text is Markdown of a plain kind, so that the rules that split it know one way of writing only:
 * `# ` to `###### ` before a heading, `- ` or `1. ` before an item of a list (two spaces deeper per level),
 * `| a | b |` for a row of a table (the first one followed by `| --- | --- |`), `**bold**`, `*slanted*`,
 * `~~struck~~`, an empty line between paragraphs. It is normalised (see `normalise`) and nothing that was
 * written is lost: what has no place in it (a text box, a picture) is named in a remark.
 */
export interface Converted {
  text: string;
  /** What was converted, left out or asks for a look, in the order of importance. */
  remarks: Remark[];
  /** Where each page begins, in code points of the text; empty for a format without pages. */
  pages: number[];
  /** Changes that nobody accepted or refused yet; null when there are none. */
  trackedChanges: TrackedChanges | null;
  /** Files that came with it, such as those of a mail. Each is read as a source of its own. */
  attachments: Upload[];
}

/** Path of a sentence in the catalogue under `sources.remarks`, and what is filled in there. */
export type Remark = Failure;

export interface TrackedChanges {
  count: number;
  /** The first few, as they stand in their paragraph. */
  examples: ChangedWords[];
}

/** Stretches of one paragraph in order: as it was, taken out, or put in. */
export type ChangedWords = { words: string; change: "kept" | "removed" | "added" }[];

/** What whoever hands a file in may choose, when the file leaves it open. */
export interface ReadingChoices {
  /** Which wording counts when there are tracked changes. */
  trackedChanges?: "with" | "without";
  /** Character set of a text file, when it was recognised wrongly. */
  encoding?: Encoding;
}

/**
 * Reads one format, in a process of its own: pure, bytes in and text out.
 *
 * @param progress how far it is, out of how much; pages of a PDF, for example.
 * @throws Invalid or TooLarge with a sentence under `sources.errors` that says what the sender can do.
 */
export type Convert = (
  file: Upload,
  choices: ReadingChoices,
  progress: (done: number, total: number) => void,
) => Promise<Converted>;
