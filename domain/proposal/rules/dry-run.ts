import type { DryRunReport, ReasonCode, SplitProposal } from "@/domain/proposal/model";
import { codePointLength } from "@/domain/text/rules";

/**
 * The report of `import --dry-run --json`. `text` is the normalised text, `sha256` that of the
 * original file, `reasonText` gives the sentence for a code in the reader's language. Adds
 * nothing: the shape is what others read, so internal fields stay out.
 */
export function toDryRunReport(input: {
  file: string;
  sha256: string;
  text: string;
  proposal: SplitProposal;
  reasonText: (code: ReasonCode) => string;
}): DryRunReport {
  const { file, sha256, text, proposal, reasonText } = input;
  return {
    file,
    sha256,
    characters: codePointLength(text),
    documents: proposal.documents.map((document) => ({
      title: document.title,
      kind: document.kind,
      date: document.date,
      time: document.time,
      sector: document.sector,
      group: document.group,
      statements: document.statements.map((statement) => ({ ...statement })),
      blocks: document.segments.map((segment) => ({
        n: segment.n,
        start: segment.start,
        end: segment.end,
        text: segment.text,
        kind: segment.kind,
        statement: segment.statement,
        speaker: segment.speaker,
        group: segment.group,
        position: segment.position,
        reason: reasonText(segment.reason),
        confidence: segment.confidence,
      })),
    })),
    unplaced: proposal.unplaced.map(({ start, end }) => ({ start, end })),
  };
}
