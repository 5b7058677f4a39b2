import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { findPersonalData } from "@/domain/privacy/rules";
import {
  dryRunReport,
  type ProposedDocument,
  REASONS,
  type ReasonCode,
} from "@/domain/proposal/model";
import { proposeSplit, sameStatement, toDryRunReport } from "@/domain/proposal/rules";
import { decodeUpload } from "@/domain/sources/rules";
import en from "@/messages/en/splitting.json";
import nl from "@/messages/nl/splitting.json";
import { realSource, sourcesPresent } from "@/tests/sources";

const sentences: Record<ReasonCode, string> = nl.reasons;

function read(name: "minutes" | "sheet") {
  const fileName = path.basename(realSource(name));
  const bytes = new Uint8Array(readFileSync(realSource(name)));
  const { text } = decodeUpload({ fileName, bytes });
  const proposal = proposeSplit(text, { fileName });
  const report = toDryRunReport({
    file: fileName,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    text,
    proposal,
    personalData: findPersonalData(text),
    reasonText: (code) => sentences[code],
  });
  return { text, proposal, report };
}

const count = (document: ProposedDocument | undefined, kind: string): number =>
  document?.segments.filter((segment) => segment.kind === kind).length ?? 0;

it("has a sentence for every reason in both languages", () => {
  expect(Object.keys(nl.reasons).sort()).toEqual([...REASONS].sort());
  expect(Object.keys(en.reasons).sort()).toEqual([...REASONS].sort());
});

describe.runIf(sourcesPresent)("the real minutes", () => {
  const { text, proposal, report } = sourcesPresent
    ? read("minutes")
    : ({} as ReturnType<typeof read>);
  const [po, vo, interview] = proposal?.documents ?? [];

  it("hold three documents", () => {
    const found = proposal.documents.map((d) => [d.kind, d.sector, d.date, d.time]);
    expect(found).toEqual([
      ["meeting", "PO", "2017-07-06", "12:00"],
      ["meeting", "VO", "2017-06-29", "10:00"],
      ["interview", null, null, null],
    ]);
    expect(interview?.title).toBe("Interview zorgcoördinator");
  });

  it("hold three and two stellingen, the first the same", () => {
    expect(po?.statements.map((s) => s.number)).toEqual([1, 2, 3]);
    expect(vo?.statements.map((s) => s.number)).toEqual([1, 2]);
    expect(sameStatement(po?.statements[0]?.text ?? "a", vo?.statements[0]?.text ?? "b")).toBe(
      true,
    );
    expect(sameStatement(po?.statements[1]?.text ?? "", vo?.statements[1]?.text ?? "")).toBe(false);
    expect(po?.statements.map((s) => s.explanation !== null)).toEqual([false, true, false]);
  });

  it("leave no word out", () => {
    expect(proposal.unplaced).toEqual([]);
    const placed = report.documents.flatMap((d) => d.blocks);
    const points = [...text];
    for (const block of placed) {
      expect(points.slice(block.start, block.end).join("")).toBe(block.text);
      points.fill(" ", block.start, block.end);
    }
    expect(points.join("").trim()).toBe("");
    for (const [i, block] of placed.entries()) {
      expect(block.start).toBeGreaterThanOrEqual(placed[i - 1]?.end ?? 0);
    }
  });

  it("cut stelling 3 from its first reaction", () => {
    const at = po?.segments.findIndex((s) => s.kind === "statement" && s.statement === 3) ?? -1;
    const [statement, reaction] = po?.segments.slice(at, at + 2) ?? [];
    expect(statement?.text.endsWith(".*")).toBe(true);
    expect(reaction).toMatchObject({ kind: "reaction", statement: 3, reason: "reactionSameLine" });
  });

  it("know who asks and who answers", () => {
    const speakers = (d: ProposedDocument | undefined, kind: string) =>
      d?.segments.filter((s) => s.kind === kind).map((s) => s.speaker) ?? [];
    expect(speakers(po, "question")).toContain("Vraag uit de zaal");
    expect(speakers(po, "question").filter((s) => s === "X")).toHaveLength(3);
    expect(count(vo, "question")).toBe(14);
    const answering = new Set(speakers(vo, "answer"));
    for (const name of ["Professionals", "Professional", "Schoolmaatschappelijk werker", "X"]) {
      expect(answering).toContain(name);
    }
    for (const answer of [...(po?.segments ?? []), ...(vo?.segments ?? [])]) {
      if (answer.kind !== "answer") continue;
      expect(answer.replyTo).not.toBeNull();
    }
  });

  it("have two sentences that a page break tore apart, each in one piece", () => {
    const joined = vo?.segments.filter((s) => s.reason === "joinedAcrossGap") ?? [];
    expect(joined).toHaveLength(2);
    for (const segment of joined) expect(segment.text).toMatch(/\p{Ll}\s*\n\s*\n\s*\p{Ll}/u);
  });

  it("give input of every sort in the interview", () => {
    expect(count(interview, "compliment")).toBeGreaterThanOrEqual(3);
    expect(count(interview, "advice")).toBeGreaterThanOrEqual(3);
    expect(count(interview, "heading")).toBe(7);
  });

  it("make a valid report", () => {
    expect(dryRunReport.parse(report)).toEqual(report);
  });
});

describe.runIf(sourcesPresent)("the real information sheet", () => {
  const { proposal, report } = sourcesPresent ? read("sheet") : ({} as ReturnType<typeof read>);
  const [document, ...others] = proposal?.documents ?? [];
  const because = (...reasons: ReasonCode[]): number =>
    document?.segments.filter((s) => reasons.includes(s.reason)).length ?? 0;

  it("is one document of information with every bullet on its own", () => {
    expect(others).toEqual([]);
    expect(document).toMatchObject({ kind: "information", date: null, time: null });
    expect(document?.segments.filter((s) => s.text.startsWith("•"))).toHaveLength(30);
    for (const s of document?.segments ?? []) expect(s.text.slice(1)).not.toContain("•");
    expect(proposal.unplaced).toEqual([]);
    expect(dryRunReport.parse(report)).toEqual(report);
  });

  it("tells expectations, concerns, tasks and agreements apart", () => {
    // The wish that closes the sheet may be one as well.
    const hopes = document?.segments.filter((s) => s.kind === "expectation") ?? [];
    expect(hopes.filter((s) => s.text.startsWith("•"))).toHaveLength(2);
    expect(count(document, "concern")).toBe(6);
    expect(because("taskHeading")).toBe(10);
    expect(because("exclusionHeading")).toBe(3);
    expect(because("agreementHeading")).toBe(9);
    expect(count(document, "heading")).toBe(7);
  });
});
