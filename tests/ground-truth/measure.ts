import type { ProposedDocument, ProposedSegment, SplitProposal } from "@/domain/proposal/model";
import { plainWords } from "@/domain/text/rules";
import { TRUTH_KINDS, type TruthBlock, type TruthDocument, type TruthFile } from "./read";

/** How often something was right, of how many times it could have been. */
export interface Tally {
  right: number;
  of: number;
}

/** How sure the proposal was, beside how often that was deserved. */
export interface Band {
  from: number;
  to: number;
  segments: number;
  /** Mean of what was said. */
  confidence: number;
  exact: number;
  acceptable: number;
}

export interface KindScore {
  expected: number;
  found: number;
  proposed: number;
  right: number;
}

/** A block beside what was proposed for it. */
export interface Judged {
  file: string;
  block: TruthBlock;
  proposed: ProposedSegment | null;
  verdict: "exact" | "acceptable" | "wrong";
}

export interface Score {
  measures: Record<Measure, Tally>;
  kinds: Record<string, KindScore>;
  bands: Band[];
  /** Of how sure it is and how often it is right, the mean distance (0 is perfect). */
  calibrationError: number;
  judged: Judged[];
}

/** What is counted; each is higher when it is better. */
export const MEASURES = {
  exact: "blocks with the right kind",
  acceptable: "blocks with an acceptable kind",
  boundaries: "blocks that begin and end where they should",
  speakersFound: "speakers found",
  speakersRight: "proposed speakers that are right",
  groupsFound: "groups found",
  groupsRight: "proposed groups that are right",
  positionsFound: "positions found",
  positionsRight: "proposed positions that are right",
  statementsFound: "stellingen found, with their number",
  statementsRight: "proposed stellingen that are one",
  underStatement: "blocks under the right stelling",
  replies: "answers given to the right question",
  documents: "documents that begin and end where they should",
  titles: "titles",
  documentKinds: "kinds of document",
  dates: "dates",
  times: "start times",
  sectors: "sectors",
} as const;
export type Measure = keyof typeof MEASURES;

const BANDS = [0, 0.5, 0.7, 0.9] as const;

type Segment = ProposedSegment;

/** Holds what `propose` says of each text against what was read by hand. */
export function measure(
  files: readonly TruthFile[],
  propose: (text: string) => SplitProposal,
): Score {
  const tally = new Tallies();
  const kinds: Record<string, KindScore> = Object.fromEntries(
    TRUTH_KINDS.map((kind) => [kind, { expected: 0, found: 0, proposed: 0, right: 0 }]),
  );
  const judged: Judged[] = [];
  const sure: { confidence: number; verdict: Judged["verdict"] }[] = [];

  for (const file of files) {
    const documents = propose(file.text).documents;
    const segments: Segment[] = documents.flatMap((document) => document.segments);
    for (const document of file.documents) {
      measureDocument(tally, document, mostOverlap(document, documents));
      const pairs = document.blocks.map((block) => ({
        block,
        proposed: mostOverlap(block, segments),
      }));
      for (const { block, proposed } of pairs) {
        const verdict = verdictOn(block, proposed);
        judged.push({ file: file.name, block, proposed, verdict });
        measureBlock(tally, file.text, block, proposed, verdict);
        const kind = kindScore(kinds, block.kind);
        kind.expected++;
        if (verdict === "exact") kind.found++;
      }
      measureStatements(tally, pairs);
      measureReplies(tally, pairs);
    }
    const blocks = file.documents.flatMap((document) => document.blocks);
    for (const segment of segments) {
      const block = mostOverlap(segment, blocks);
      const verdict = block === null ? "wrong" : verdictOn(block, segment);
      const kind = kindScore(kinds, segment.kind);
      kind.proposed++;
      if (verdict === "exact") kind.right++;
      sure.push({ confidence: segment.confidence, verdict });
      measureProposed(tally, block, segment);
    }
  }
  return { measures: tally.all, kinds, judged, ...calibration(sure) };
}

class Tallies {
  readonly all = Object.fromEntries(
    Object.keys(MEASURES).map((name) => [name, { right: 0, of: 0 }]),
  ) as Record<Measure, Tally>;

  add(name: Measure, right: boolean): void {
    this.all[name].of++;
    if (right) this.all[name].right++;
  }
}

function kindScore(kinds: Record<string, KindScore>, kind: string): KindScore {
  kinds[kind] ??= { expected: 0, found: 0, proposed: 0, right: 0 };
  return kinds[kind];
}

interface Range {
  start: number;
  end: number;
}

/** Which of `others` shares most of `range`; the first when two do. */
function mostOverlap<T extends Range>(range: Range, others: readonly T[]): T | null {
  let best: T | null = null;
  let most = 0;
  for (const other of others) {
    const shared = Math.min(range.end, other.end) - Math.max(range.start, other.start);
    if (shared > most) {
      best = other;
      most = shared;
    }
  }
  return best;
}

function verdictOn(block: TruthBlock, proposed: Segment | null): Judged["verdict"] {
  if (proposed?.kind === block.kind) return "exact";
  return block.acceptable.some((kind) => kind === proposed?.kind) ? "acceptable" : "wrong";
}

function measureBlock(
  tally: Tallies,
  text: string,
  block: TruthBlock,
  proposed: Segment | null,
  verdict: Judged["verdict"],
): void {
  tally.add("exact", verdict === "exact");
  tally.add("acceptable", verdict !== "wrong");
  tally.add("boundaries", proposed !== null && sameWords(text, block, proposed));
  if (block.speaker !== null) {
    tally.add("speakersFound", isOneOf(proposed?.speaker, block.speakers));
  }
  if (block.groups.length > 0) tally.add("groupsFound", isOneOf(proposed?.group, block.groups));
  if (block.position !== null) tally.add("positionsFound", proposed?.position === block.position);
}

function measureProposed(tally: Tallies, block: TruthBlock | null, segment: Segment): void {
  if (segment.speaker) {
    tally.add("speakersRight", isOneOf(segment.speaker, block?.speakers ?? []));
  }
  // Whose voice somebody is who has a name was not always read: that is not judged.
  if (segment.group && !(block?.speakers.length && block.groups.length === 0)) {
    tally.add("groupsRight", isOneOf(segment.group, block?.groups ?? []));
  }
  if (segment.position && segment.position !== "none") {
    tally.add("positionsRight", segment.position === block?.position);
  }
  if (segment.kind === "statement") tally.add("statementsRight", block?.kind === "statement");
}

function measureDocument(
  tally: Tallies,
  expected: TruthDocument,
  proposed: ProposedDocument | null,
): void {
  tally.add("documents", proposed?.start === expected.start && proposed.end === expected.end);
  const titles = [expected.title, ...expected.titles].map(bareTitle);
  tally.add("titles", proposed !== null && titles.includes(bareTitle(proposed.title)));
  const kinds: string[] = [expected.kind, ...expected.kinds];
  tally.add("documentKinds", proposed !== null && kinds.includes(proposed.kind));
  for (const [name, is, said] of [
    ["dates", expected.date, proposed?.date],
    ["times", expected.time, proposed?.time],
    ["sectors", expected.sector, proposed?.sector],
  ] as const) {
    // Where there is none and none is proposed there is nothing to praise.
    if (is !== null || said) tally.add(name, said === is);
  }
}

interface Pair {
  block: TruthBlock;
  proposed: Segment | null;
}

/** A number has to be that number; a letter or "2a" any number that the whole discussion shares. */
function measureStatements(tally: Tallies, pairs: readonly Pair[]): void {
  const given = new Map<string, number | null>();
  for (const { block, proposed } of pairs) {
    if (block.kind !== "statement" || block.statement === null) continue;
    const number = proposed?.kind === "statement" ? proposed.statement : null;
    const plain = /^\d+$/.test(block.statement) ? Number(block.statement) : number;
    given.set(block.statement, plain);
    tally.add("statementsFound", number !== null && number === plain);
  }
  for (const { block, proposed } of pairs) {
    if (block.kind === "statement" || block.statement === null) continue;
    const number = given.get(block.statement) ?? null;
    tally.add("underStatement", number !== null && proposed?.statement === number);
  }
}

function measureReplies(tally: Tallies, pairs: readonly Pair[]): void {
  for (const { block, proposed } of pairs) {
    const question = block.replyTo === null ? null : pairs[block.replyTo]?.proposed;
    if (!question) continue;
    tally.add("replies", proposed?.kind === "answer" && proposed.replyTo === question.n);
  }
}

/** Both ranges begin and end with the same letters; numbers of rows, bullets and bars apart. */
function sameWords(text: string, a: Range, b: Range): boolean {
  const one = lettersIn(text, a);
  const other = lettersIn(text, b);
  return one.start === other.start && one.end === other.end;
}

function lettersIn(text: string, range: Range): Range {
  const words = [...text].slice(range.start, range.end);
  const first = words.findIndex((char) => /\p{L}/u.test(char));
  if (first < 0) return range;
  const last = words.findLastIndex((char) => /[\p{L}\p{N}]/u.test(char));
  return { start: range.start + first, end: range.start + last + 1 };
}

/** Whether a proposed name or group is one of those that are right; articles and capitals apart. */
export function isOneOf(proposed: string | null | undefined, expected: readonly string[]): boolean {
  return !!proposed && expected.some((one) => bareName(one) === bareName(proposed));
}

/** Without article, full stops, what stands in brackets and capitals. */
function bareName(name: string): string {
  return plainWords(name)
    .toLowerCase()
    .replace(/\([^)]*\)|\./g, "")
    .replace(/^(?:de|het|een)\s(?!heer\b)/, "")
    .replace(/\s+/g, " ")
    .trim();
}

function bareTitle(title: string): string {
  return plainWords(title)
    .toLowerCase()
    .replace(/^[#\s]+|[\s.:!]+$/g, "");
}

function calibration(
  sure: readonly { confidence: number; verdict: Judged["verdict"] }[],
): Pick<Score, "bands" | "calibrationError"> {
  const bands = BANDS.map((from, i): Band => {
    const to = BANDS[i + 1] ?? 1;
    const inside = sure.filter(
      ({ confidence }) => confidence >= from && (confidence < to || i === BANDS.length - 1),
    );
    const right = (verdicts: readonly string[]) =>
      inside.filter(({ verdict }) => verdicts.includes(verdict)).length;
    const total = inside.reduce((sum, { confidence }) => sum + confidence, 0);
    return {
      from,
      to,
      segments: inside.length,
      confidence: inside.length === 0 ? 0 : total / inside.length,
      exact: right(["exact"]),
      acceptable: right(["exact", "acceptable"]),
    };
  });
  const off = bands.reduce(
    (sum, band) => sum + Math.abs(band.confidence * band.segments - band.acceptable),
    0,
  );
  return { bands, calibrationError: sure.length === 0 ? 0 : off / sure.length };
}
