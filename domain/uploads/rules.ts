import { REACTION_KINDS } from "@/db/vocabulary";
import type { FoundSheet } from "../bulk/model";
import { storable } from "../kernel/fields";
import type { SplitProposal } from "../proposal/model";
import { UNSURE_BELOW } from "../proposal/model";
import type { Converted } from "../sources/formats/model";
import { type Draft, type Found, MAX_NAMED, type Numbers } from "./model";

/** What the conversion and the proposal say that a file will become; without hashes, which need a server. */
export function summaryOf(
  converted: Converted & { mediaType: string },
  blocks: number,
  proposal: SplitProposal,
): Omit<Found, "textKey" | "textSha256"> {
  const { text, mediaType, pages, remarks, trackedChanges, attachments } = converted;
  const segments = proposal.documents.flatMap((document) => document.segments);
  return {
    mediaType,
    pages: pages.length,
    blocks,
    documents: proposal.documents
      .slice(0, MAX_NAMED)
      .map(({ title, kind, date }) => ({ title: storable(title), kind, date })),
    numbers: {
      documents: proposal.documents.length,
      statements: proposal.documents.reduce((sum, { statements }) => sum + statements.length, 0),
      reactions: segments.filter(({ kind }) => isReaction(kind)).length,
      tables: tablesIn(text),
      unsure: segments.filter(({ confidence }) => confidence < UNSURE_BELOW).length,
    },
    remarks: remarks.slice(0, MAX_NAMED),
    trackedChanges,
    letters: mediaType.startsWith("text/") ? lettersIn(text) : [],
    attachments: attachments.length,
    sheet: null,
  };
}

/** What a spreadsheet will become: one survey, with a reaction for each cell with words. */
export function summaryOfSheet(
  mediaType: string,
  title: string,
  sheet: FoundSheet,
): Omit<Found, "textKey" | "textSha256"> {
  return {
    mediaType,
    pages: 0,
    blocks: sheet.facts.rows,
    documents: [{ title, kind: "survey", date: null }],
    numbers: {
      documents: 1,
      statements: 0,
      reactions: sheet.check.sums.reactions,
      tables: 0,
      unsure: 0,
    },
    remarks: sheet.check.remarks.slice(0, MAX_NAMED),
    trackedChanges: null,
    letters: [],
    attachments: 0,
    sheet,
  };
}

const isReaction = (kind: string) => (REACTION_KINDS as readonly string[]).includes(kind);

/** Tables, by the row of dashes that stands below the first row of each. */
function tablesIn(text: string): number {
  let count = 0;
  for (const line of text.split("\n")) {
    const row = line.trim();
    if (row.length > 2 && row.startsWith("|") && /^[|\s:-]+$/.test(row) && row.includes("-")) {
      count++;
    }
  }
  return count;
}

/** The first few different words with a letter or sign outside ASCII, by which one sees whether they came out right. */
function lettersIn(text: string): string[] {
  const words = new Set<string>();
  for (const [word] of text.matchAll(/[\p{L}\p{M}]{0,30}[^\p{ASCII}\s][\p{L}\p{M}]{0,30}/gu)) {
    if (/[\p{L}\p{Sc}\ufffd]/u.test(word)) words.add(word);
    if (words.size === 3) break;
  }
  return [...words];
}

/** Whether it is added when its owner presses the button. */
export function isAddable(draft: Draft): boolean {
  return draft.state === "ready" && !draft.found?.sheet && !draft.known && !draft.sameAs;
}

/** What asks something of a person before it is added. */
export function asksSomething(draft: Draft): boolean {
  const { state, found, known, sameAs } = draft;
  if (asksEncoding(draft)) return true;
  return state === "ready" && Boolean(known || sameAs || found?.trackedChanges || found?.sheet);
}

/** Whether the character set of a file is a guess, or was chosen: also when it cannot be read that way. */
export function asksEncoding({ state, found, choices, known, sameAs }: Draft): boolean {
  if (choices.encoding && (state === "ready" || state === "failed")) return true;
  if (state !== "ready" || known || sameAs) return false;
  return found?.remarks.some(({ key }) => key.startsWith("sources.remarks.encoding")) ?? false;
}

/** What there will be when all that can be added is added. */
export function totalsOf(drafts: readonly Draft[]): Numbers & { sources: number } {
  const added = drafts.filter(isAddable);
  const sum = (name: keyof Numbers) =>
    added.reduce((total, { found }) => total + (found?.numbers[name] ?? 0), 0);
  return {
    sources: added.length,
    documents: sum("documents"),
    statements: sum("statements"),
    reactions: sum("reactions"),
    tables: sum("tables"),
    unsure: sum("unsure"),
  };
}

/** Seconds that reading still takes, by what it took so far; null as long as that says nothing. */
export function secondsLeft({ progress, readingFor }: Draft): number | null {
  if (!progress || !readingFor || readingFor < 2_000) return null;
  if (progress.done <= 0 || progress.total <= progress.done) return null;
  return Math.ceil(((readingFor / progress.done) * (progress.total - progress.done)) / 1000);
}
