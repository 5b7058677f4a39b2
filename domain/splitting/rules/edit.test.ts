import { describe, expect, it } from "vitest";
import { DomainError } from "@/domain/kernel/errors";
import { proposeSplit, quoteRange, sameStatement } from "@/domain/proposal/rules";
import type { SegmentRow as Segment } from "@/domain/splitting/model";
import {
  accept,
  belongingTo,
  changeKind,
  joinWithNext,
  markIrrelevant,
  moveToStatement,
  splitAt,
} from "@/domain/splitting/rules/edit";
import { sliceCodePoints } from "@/domain/text/rules";
import en from "@/messages/en/splitting.json";
import nl from "@/messages/nl/splitting.json";

const TEXT =
  "# Bijeenkomst 😀\n\nStelling 1: Kort is goed. X: Dat vind ik ook.\n\nWaarom?\n\nDaarom.";

function segments(): Segment[] {
  return proposeSplit(TEXT).documents.flatMap((d) =>
    d.segments.map(({ n: _, replyTo: __, alternatives = [], ...proposed }) => ({
      ...proposed,
      ...{ alternatives, replyTo: null, decision: "open" as const, irrelevantReason: null },
      ...{ groupName: null, groupId: null, position: null, cue: null },
    })),
  );
}

function one(words: string): Segment {
  const found = segments().find((segment) => segment.text.includes(words));
  if (found === undefined) throw new Error(`no segment with ${words}`);
  return found;
}

/** The stelling with its reaction still on the line. */
function whole(): Segment {
  const start = [...TEXT.slice(0, TEXT.indexOf("Stelling"))].length;
  const text = "Stelling 1: Kort is goed. X: Dat vind ik ook.";
  const base = { ...one("Stelling 1"), start, text, end: start + text.length };
  return { ...base, quoteStart: start + 12, quoteEnd: base.end };
}

const quote = (s: Segment): string => sliceCodePoints(TEXT, s.quoteStart, s.quoteEnd);

function refused(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const key = error.key.replace("splitting.errors.", "");
    expect(Object.keys(nl.errors)).toContain(key);
    expect(Object.keys(en.errors)).toContain(key);
    return key;
  }
  return "not refused";
}

describe("splitAt", () => {
  it("cuts a stelling from its reaction, with speaker, places and quotes right", () => {
    const segment = whole();
    const before = structuredClone(segment);
    const [first, second] = splitAt(segment, segment.start + "Stelling 1: Kort is goed. ".length);
    expect(segment).toEqual(before);
    expect([first.text, second.text]).toEqual(["Stelling 1: Kort is goed.", "X: Dat vind ik ook."]);
    for (const piece of [first, second]) {
      expect(sliceCodePoints(TEXT, piece.start, piece.end)).toBe(piece.text);
      expect(piece).toMatchObject({ reason: "byHand", decision: "open", confidence: 1 });
    }
    expect(second).toMatchObject({ kind: "reaction", speaker: "X", statement: 1 });
    expect([quote(first), quote(second)]).toEqual(["Kort is goed.", "Dat vind ik ook."]);
  });

  it.each<[string, Segment["kind"], string | null, Partial<Segment>]>([
    ["Ja. Reactie: nee.", "statement", null, { kind: "reaction", speaker: null }],
    ["Ja. Een tweede zin.", "statement", null, { kind: "reaction", speaker: null }],
    ["Ja. Een tweede zin.", "remark", null, { kind: "remark", speaker: null }],
    ["Ja. Vraag uit de zaal: wie?", "reaction", null, { kind: "question" }],
    ["Ja. Zorgpunten: tijd", "reaction", null, { kind: "concern" }],
    ["Ja. Tijdstip: 12:00", "remark", null, { kind: "remark" }],
    // A name that was read before is a label too, whatever it looks like.
    ["Ja. Kenter: wij wel", "answer", "Kenter", { kind: "reaction", speaker: "Kenter" }],
    ["Ja. Kenter: wij wel", "remark", null, { kind: "remark", speaker: null }],
    ["Ja. Nog iets.", "answer", null, { kind: "answer", replyTo: 7 }],
    ["Ja. Reactie: nee.", "answer", null, { kind: "reaction", replyTo: null }],
  ])("says of the second half of %j (%s of %j) what it is", (text, kind, speaker, expected) => {
    const segment = { ...whole(), text, end: whole().start + text.length, kind, speaker };
    const [first, second] = splitAt({ ...segment, replyTo: 7 }, segment.start + 4);
    expect(first).toMatchObject({ kind, speaker });
    expect(second).toMatchObject(expected);
  });

  it("refuses outside, at the ends, between code points, and where a half would be blank", () => {
    const s = whole();
    for (const offset of [s.start - 1, s.start, s.end, s.end + 1, s.start + 1.5, Number.NaN]) {
      expect(refused(() => splitAt(s, offset))).toBe("splitOutside");
    }
    const spaced = { ...s, text: "a  ", end: s.start + 3 };
    expect(refused(() => splitAt(spaced, s.start + 1))).toBe("splitBlank");
    const late = { ...s, text: "  a", end: s.start + 3 };
    expect(refused(() => splitAt(late, s.start + 2))).toBe("splitBlank");
  });
});

describe("joinWithNext", () => {
  it("undoes a split", () => {
    const segment = whole();
    const [first, second] = splitAt(segment, segment.start + 26);
    const joined = joinWithNext(first, second, sliceCodePoints(TEXT, first.end, second.start));
    expect(joined).toMatchObject({ text: segment.text, start: segment.start, end: segment.end });
    expect(joined.kind).toBe("statement");
    expect(quote(joined)).toBe("Kort is goed. X: Dat vind ik ook.");
  });

  it("refuses the wrong order, another gap, and words in between", () => {
    const [a, b] = [one("Waarom"), one("Daarom")];
    expect(refused(() => joinWithNext(b, a, ""))).toBe("joinNotAdjacent");
    expect(refused(() => joinWithNext(a, b, "\n"))).toBe("joinNotAdjacent");
    expect(refused(() => joinWithNext(a, b, "ab"))).toBe("joinNotAdjacent");
    const beside = { ...b, start: a.end, end: a.end + b.text.length };
    expect(joinWithNext(a, beside, "")).toMatchObject({ text: "Waarom?Daarom.", end: beside.end });
    expect(joinWithNext(a, b, "\n\n").text).toBe("Waarom?\n\nDaarom.");
  });
});

describe("deciding", () => {
  it("needs a reason to leave something out", () => {
    const s = one("Waarom");
    expect(refused(() => markIrrelevant(s, " \u00a0"))).toBe("reasonRequired");
    expect(refused(() => markIrrelevant(s, "x".repeat(501)))).toBe("reasonTooLong");
    expect(() => markIrrelevant(s, " ")).toThrow(
      expect.objectContaining({ fields: { reason: "splitting.errors.reasonRequired" } }),
    );
    expect(() => markIrrelevant(s, "x".repeat(501))).toThrow(
      expect.objectContaining({
        params: { limit: 500 },
        fields: { reason: "splitting.errors.reasonTooLong" },
      }),
    );
    expect(markIrrelevant(s, "x".repeat(500)).irrelevantReason).toHaveLength(500);
    const out = markIrrelevant(s, " dubbel ");
    expect(out).toMatchObject({ decision: "irrelevant", irrelevantReason: "dubbel" });
    expect(accept(out)).toMatchObject({ decision: "accepted", irrelevantReason: null });
  });

  it("opens a decision again when the segment changes", () => {
    const s = accept(one("X: Dat"));
    expect(moveToStatement(s, null)).toMatchObject({ statement: null, decision: "open" });
    const heading = changeKind(s, "heading");
    expect(quote(heading)).toBe("X: Dat vind ik ook.");
    expect(quote(changeKind(heading, "remark"))).toBe("Dat vind ik ook.");
    const answer = { ...one("Daarom"), replyTo: 7 };
    expect(changeKind(answer, "remark").replyTo).toBeNull();
    expect(changeKind(answer, "answer").replyTo).toBe(7);
  });
});

describe("quoteRange", () => {
  const quoted = (text: string, kind: Segment["kind"], speaker?: string): string => {
    const range = quoteRange(text, 0, [...text].length, kind, speaker);
    return sliceCodePoints(text, range.start, range.end);
  };

  it("leaves labels, bullets and wrapping emphasis out", () => {
    expect(quoted("*Stelling 2: Iets.*", "statement")).toBe("Iets.");
    expect(quoted("Stelling 2: *Iets.*", "statement")).toBe("Iets.");
    expect(quoted("**X:** Dat is *zo*", "reaction")).toBe("Dat is *zo*");
    expect(quoted("X: *Nee* hoor", "reaction")).toBe("*Nee* hoor");
    expect(quoted("Xvult aan: nog iets", "remark")).toBe("nog iets");
    expect(quoted("\u2022\u00a0een 😀 punt ", "reaction")).toBe("een 😀 punt");
    expect(quoted("### **Kop**", "heading")).toBe("Kop");
    expect(quoted("Kenter: wij wel", "answer", "Kenter")).toBe("wij wel");
  });

  it("keeps words that only look like a label", () => {
    expect(quoted("Planning: te krap", "reaction")).toBe("Planning: te krap");
    expect(quoted("Reacties:", "reaction")).toBe("Reacties:");
    expect(quoted("Stelling 1: Iets.", "reaction")).toBe("Stelling 1: Iets.");
    expect(quoted("***", "procedural")).toBe("***");
  });
});

describe("sameStatement", () => {
  it("looks past case, space, marks and punctuation only", () => {
    expect(sameStatement("*Een coach  kan dit.*", "een coach kan dit")).toBe(true);
    expect(sameStatement("Een coach moet dit.", "Een coach kan dit.")).toBe(false);
    expect(sameStatement("Minstens 4 uur", "Minstens 5 uur")).toBe(false);
    expect(sameStatement("", "…")).toBe(false);
  });
});

describe("belongingTo", () => {
  const row = (start: number, kind: Segment["kind"], text: string): Segment => ({
    ...one("Stelling 1"),
    ...{ start, kind, text, statement: 2, end: start + text.length },
    ...{ quoteStart: start, quoteEnd: start + text.length },
  });
  const early = row(0, "reaction", "Vooraf.");
  const long = row(10, "statement", "Kort is goed.");
  const yes = row(30, "reaction", "Ja.");
  const other = row(40, "statement", "De bus rijdt op tijd.");
  const no = row(70, "reaction", "Nee.");
  const again = row(80, "statement", "Kort is goed.");
  const still = row(100, "reaction", "Nog steeds.");

  it("is all that has the number, when one stelling has it", () => {
    const rows = [early, long, yes, again, still];
    expect(belongingTo(long, rows)).toEqual(rows);
    expect(belongingTo(again, rows)).toEqual(rows);
  });

  it("is what comes after it, when another has the same number", () => {
    const rows = [early, long, yes, other, no, again, still];
    expect(belongingTo(long, rows)).toEqual([early, long, yes, again, still]);
    expect(belongingTo(other, rows)).toEqual([other, no]);
  });

  it("does not count a stelling that was left out", () => {
    const left = { ...other, decision: "irrelevant" as const };
    const rows = [long, yes, left, no];
    expect(belongingTo(long, rows)).toEqual(rows);
    expect(belongingTo(left, rows)).toEqual([left]);
  });
});
