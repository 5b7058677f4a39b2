import type { SegmentKind } from "@/db/vocabulary";
import type { Alike, AlikeMatch, SegmentRow } from "@/domain/splitting/model";
import { plainWords, withoutMark } from "@/domain/text/rules";

/** Words of a match that are shown. */
const SHOWN = 80;
/** More than this nobody looks through beside the text. */
const MOST = 60;
/** As sure as this a proposal is not doubted because of another. */
const SURE = 0.9;

/** Say nothing of what follows. */
const COMMON = new Set(
  "aan als andere bij daar daarnaast dan dat de deze die dit door een en er geen haar het hier hij hoe ik in is je kan men met na nog nu of om onze ook op over school soms te tot uit van veel voor waar wat we welke wie wij ze zij zijn zo x".split(
    " ",
  ),
);

/**
 * Looks for segments of which the same may be true as of the one a person gave another kind: the same
 * label, the same first words, the same speaker, or items of the same list. `was` is the segment before the
 * change, `rows` those around it in order. What a person decided by hand, and stellingen, are left alone.
 *
 * @returns null when there are none. A match is likely when it was proposed as the same kind, not surely,
 *   and shares more than one thing.
 */
export function alikeTo(
  was: SegmentRow,
  kind: SegmentKind,
  rows: readonly SegmentRow[],
): Alike | null {
  const others = rows.filter(
    (row) =>
      row.start !== was.start &&
      row.kind !== kind &&
      row.kind !== "statement" &&
      row.decision !== "irrelevant" &&
      row.reason !== "byHand",
  );
  const mine = read(was);
  const found =
    by("label", mine.label, others, (row) => read(row).label) ??
    by("opening", mine.opening, others, (row) => read(row).opening) ??
    by("speaker", named(was), others.filter(sameGuess), named) ??
    place(
      was,
      rows.filter((row) => row.start === was.start || others.includes(row)),
    );
  if (!found) return null;
  const matches = found.rows.slice(0, MOST).map((row): AlikeMatch => {
    const words = plainWords(withoutMark(row.text)).slice(0, SHOWN);
    const { length } = found.shared === "label" || found.shared === "opening" ? found.value : "";
    return { start: row.start, words, length, likely: likely(row, found.shared) };
  });
  return {
    pattern: `${was.kind}>${kind}|${found.value}`,
    shared: found.shared,
    kind,
    was: was.kind,
    matches,
  };

  function sameGuess(row: SegmentRow): boolean {
    return row.kind === was.kind;
  }

  function likely(row: SegmentRow, shared: Alike["shared"]): boolean {
    if (!sameGuess(row) || row.confidence >= SURE || shared === "place") return false;
    const alike = [
      read(row).opening === mine.opening && mine.opening !== null,
      read(row).label === mine.label && mine.label !== null,
      named(row) === named(was) && named(was) !== null,
      row.reason === was.reason,
    ];
    return alike.filter(Boolean).length > 1;
  }
}

interface Found {
  shared: Alike["shared"];
  value: string;
  rows: SegmentRow[];
}

function by(
  shared: Alike["shared"],
  value: string | null,
  rows: readonly SegmentRow[],
  read: (row: SegmentRow) => string | null,
): Found | null {
  if (value === null) return null;
  const same = rows.filter((row) => read(row) === value);
  return same.length > 0 ? { shared, value, rows: same } : null;
}

/** What stands right before and after it without a break, proposed as the same for the same reason. */
function place(was: SegmentRow, rows: readonly SegmentRow[]): Found | null {
  const at = rows.findIndex((row) => row.start === was.start);
  const same = (row: SegmentRow | undefined) =>
    row !== undefined &&
    row.kind === was.kind &&
    row.reason === was.reason &&
    row.statement === was.statement;
  let [from, to] = [at, at];
  while (same(rows[from - 1])) from--;
  while (same(rows[to + 1])) to++;
  const run = rows.slice(from, to + 1).filter((row) => row.start !== was.start);
  return run.length > 0
    ? { shared: "place", value: `${was.reason}@${rows[from]?.start}`, rows: run }
    : null;
}

/** The label before the words, and the words they open with; null when those say nothing. */
function read({ text }: SegmentRow): { label: string | null; opening: string | null } {
  const words = plainWords(withoutMark(text));
  const label = /^[^:.?!]{2,40}:(?=\s)/u.exec(words)?.[0] ?? null;
  const opening = /^\p{L}[\p{L}'’-]*(?:\s+\p{L}[\p{L}'’-]*)?/u.exec(words)?.[0] ?? "";
  const [first = ""] = opening.toLowerCase().split(/\s+/);
  if (label !== null || first === "") return { label, opening: null };
  return { label, opening: COMMON.has(first) ? null : (opening.split(/\s+/)[0] ?? null) };
}

/** "X" stands for many people. */
function named({ speaker }: SegmentRow): string | null {
  return speaker === null || /^x\b/i.test(speaker) ? null : speaker;
}
