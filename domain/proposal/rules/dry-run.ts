import type { PersonalFind } from "@/domain/privacy/model";
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
  personalData: readonly PersonalFind[];
  reasonText: (code: ReasonCode) => string;
}): DryRunReport {
  const { file, sha256, text, proposal, personalData, reasonText } = input;
  const finds = perDocument(proposal, personalData);
  return {
    file,
    sha256,
    characters: codePointLength(text),
    documents: proposal.documents.map((document, i) => ({
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
      personalData: finds[i] ?? [],
    })),
    unplaced: proposal.unplaced.map(({ start, end }) => ({ start, end })),
  };
}

/** The finds of each document, by where they begin; what stands before the first belongs to it. */
function perDocument(
  { documents }: SplitProposal,
  personalData: readonly PersonalFind[],
): PersonalFind[][] {
  const finds: PersonalFind[][] = documents.map(() => []);
  let at = 0;
  for (const find of personalData) {
    while (at + 1 < documents.length && (documents[at + 1]?.start ?? 0) <= find.start) at++;
    finds[at]?.push({ ...find });
  }
  return finds;
}
