import type { TraceConsultation, TraceStatement, TraceWords } from "../model";

/** Words that answer the same stelling in the same consultation, shown under one heading. */
export interface Cluster {
  key: string;
  consultation: TraceConsultation | null;
  statement: TraceStatement | null;
  words: TraceWords[];
}

/** Groups words that stand after each other with the same consultation and stelling. */
export function clustersOf(words: TraceWords[]): Cluster[] {
  const clusters: Cluster[] = [];
  for (const one of words) {
    const last = clusters.at(-1);
    if (
      last &&
      last.consultation?.id === one.consultation?.id &&
      last.statement?.id === one.statement?.id
    ) {
      last.words.push(one);
    } else {
      clusters.push({
        key: `${clusters.length}`,
        consultation: one.consultation,
        statement: one.statement,
        words: [one],
      });
    }
  }
  return clusters;
}

/**
 * The anchor of each word of a trace: `R-12` where the reaction first stands, `K-4-R-12` where it
 * comes back under another kernwaarde, and for words without a reaction the start of their place:
 * `tekens-1203`. Unique within the page, so that a link always lands on one thing.
 */
export function anchorsOf(
  branches: { via: string; words: TraceWords[] }[],
): Map<TraceWords, string> {
  const anchors = new Map<TraceWords, string>();
  const taken = new Set<string>();
  for (const branch of branches) {
    for (const one of branch.words) {
      const name = one.reaction
        ? `R-${one.reaction.number}`
        : `tekens-${one.passage?.start ?? 0}-${one.passage?.sourceVersionId.slice(0, 8) ?? ""}`;
      const anchor = taken.has(name) ? `${branch.via}-${name}` : name;
      taken.add(anchor);
      anchors.set(one, anchor);
    }
  }
  return anchors;
}
