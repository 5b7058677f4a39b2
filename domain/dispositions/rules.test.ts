import { describe, expect, test } from "vitest";
import { OUTCOMES } from "@/db/vocabulary";
import { recordedDisposition } from "@/domain/dispositions/model";
import { missingIn, proposalOf } from "@/domain/dispositions/rules";

const whole = { reason: "Omdat.", place: "Artikel 7", requirements: 1 };

describe("what an answer lacks", () => {
  test.each(OUTCOMES)("%s lacks nothing when all is there", (outcome) => {
    expect(missingIn({ ...whole, outcome }, "reaction")).toEqual({});
    expect(missingIn({ ...whole, outcome }, "question")).toEqual({});
  });

  test("each outcome asks for its own and for nothing else", () => {
    const bare = { reason: "", place: "", requirements: 0 };
    const fields = (outcome: (typeof OUTCOMES)[number], kind: "reaction" | "question") =>
      Object.keys(missingIn({ ...bare, outcome }, kind)).sort();
    expect(OUTCOMES.map((outcome) => fields(outcome, "reaction"))).toEqual([
      ["requirementIds"],
      ["requirementIds"],
      ["reason"],
      ["place"],
      ["reason"],
      [],
    ]);
    expect(OUTCOMES.map((outcome) => fields(outcome, "question"))).toEqual([
      ["reason", "requirementIds"],
      ["reason", "requirementIds"],
      ["reason"],
      ["place", "reason"],
      ["reason"],
      ["reason"],
    ]);
  });
});

test("only a direct link proposes something, and ticks what it links", () => {
  expect(proposalOf([])).toBeNull();
  expect(proposalOf([{ id: "a", direct: false }])).toBeNull();
  expect(
    proposalOf([
      { id: "a", direct: true },
      { id: "b", direct: false },
      { id: "c", direct: true },
    ]),
  ).toEqual({ outcome: "adopted", requirementIds: ["a", "c"] });
});

test("codes are read as somebody types them, each once", () => {
  const reactionId = "7b0c1c9e-2f0e-4f6c-9a57-0f1f6a0d8f11";
  const read = (requirementCodes: string) =>
    recordedDisposition.parse({
      reactionId,
      lockVersion: "0",
      outcome: "adopted",
      requirementCodes,
    }).requirementCodes;
  expect(read(" E-3.1, E-3.2;E-3.1\nE-4 ")).toEqual(["E-3.1", "E-3.2", "E-4"]);
  expect(read("")).toEqual([]);
});
