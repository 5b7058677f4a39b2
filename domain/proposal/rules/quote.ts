import type { SegmentKind } from "@/db/vocabulary";
import { type Label, readLabel } from "@/domain/proposal/rules/labels";
import { readBareNumber } from "@/domain/proposal/rules/numbers";
import { allEmphasised, type PlainView, plainView } from "@/domain/proposal/rules/plain";
import { NO_SPEAKERS } from "@/domain/proposal/rules/speakers";
import { CodePointIndex, trimRange } from "@/domain/text/rules";

/**
 * The words themselves within a segment: without bullet or heading marks, without the label
 * ("Stelling 1:", "X vraagt:") and without emphasis that wraps the whole. What a passage quotes.
 * Offsets are code points in `text`, in and out; the answer is never empty when the segment has
 * words. `speaker` lets a name that is only known from this text be taken for a label.
 */
export function quoteRange(
  text: string,
  start: number,
  end: number,
  kind: SegmentKind,
  speaker: string | null = null,
): { start: number; end: number } {
  const index = new CodePointIndex(text);
  const quote = quoteIn(text, index.toUtf16(start), index.toUtf16(end), kind, speaker);
  return { start: index.toCodePoint(quote.start), end: index.toCodePoint(quote.end) };
}

/** As `quoteRange`, with UTF-16 offsets. */
export function quoteIn(
  text: string,
  start: number,
  end: number,
  kind: SegmentKind,
  speaker: string | null,
): { start: number; end: number } {
  const trimmed = trimRange(text, start, end);
  const view = plainView(text, trimmed.start, trimmed.end);
  const known = speaker === null ? NO_SPEAKERS : new Set([speaker]);
  const label = readLabel(view.plain, known);
  const skip =
    kind === "statement" && label?.type !== "statement"
      ? (readBareNumber(view.plain)?.length ?? 0)
      : labelLength(label, kind);
  const words = trimRange(view.plain, skip, view.plain.length);
  if (words.start === words.end) return { start: view.bodyStart, end: trimmed.end };
  return widen(text, view, view.at(words.start), view.at(words.end - 1) + 1);
}

/** How much of the start is label for a segment of this kind. */
function labelLength(label: Label | null, kind: SegmentKind): number {
  if (label === null || label.alone || kind === "heading" || kind === "procedural") return 0;
  if ((label.type === "statement") !== (kind === "statement")) return 0;
  return label.type === "meetingData" ? 0 : label.length;
}

/**
 * Takes emphasis markers at the ends back in when they belong to a part of the quote only:
 * "Dit is *belangrijk*" keeps its last asterisk, "*Een stelling.*" loses both.
 */
function widen(
  text: string,
  view: PlainView,
  start: number,
  end: number,
): { start: number; end: number } {
  const inside = view.tokens.filter((token) => token.end > start && token.start < end);
  if (allEmphasised(text, inside)) return { start, end };
  let from = start;
  let to = end;
  const first = inside[0];
  const last = inside.at(-1);
  for (const token of [...view.tokens].reverse()) {
    if (token.type === "marker" && token.end === from && (first?.strong || first?.em)) {
      from = token.start;
    }
  }
  for (const token of view.tokens) {
    if (token.type === "marker" && token.start === to && (last?.strong || last?.em)) to = token.end;
  }
  return { start: from, end: to };
}
