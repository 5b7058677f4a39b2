import { expect, test } from "vitest";
import { ID, OTHER_ID, refused } from "@/tests/schema";
import { changedReaction, changedReactions, MAX_SELECTION, newReaction, selection } from "./model";

test("a reaction by hand is words in a consultation; the rest may be unknown", () => {
  const bare = { consultationId: ID, kind: "reaction", text: " Goed. " };
  const rest = { statementId: null, groupId: null, speaker: null, replyToId: null };
  const read = { ...bare, text: "Goed.", position: "none", ...rest };
  expect(newReaction.parse(bare)).toEqual(read);
  const empty = { statementId: "", groupId: "", speaker: " ", replyToId: "" };
  expect(newReaction.parse({ ...bare, ...empty })).toEqual(read);
  expect(refused(newReaction, { kind: "mening", position: "misschien", groupId: "x" })).toEqual({
    consultationId: "errors.field.invalid",
    kind: "errors.field.choose",
    position: "errors.field.choose",
    text: "errors.field.required",
    groupId: "errors.field.invalid",
  });
  const long = { text: "a".repeat(5_001), speaker: "a".repeat(161) };
  expect(refused(newReaction, { ...bare, ...long })).toEqual({
    text: "errors.field.tooLong",
    speaker: "errors.field.tooLong",
  });
  expect(refused(newReaction, { ...bare, text: "a".repeat(5_000) })).toEqual({});
});

test("of a change only what is given counts", () => {
  const bare = { id: ID, lockVersion: 3, kind: "concern", position: "agree" };
  expect(changedReaction.parse(bare)).toEqual({ ...bare, groupId: null, statementId: null });
  const own = { text: "Anders.", speaker: null, consultationId: OTHER_ID };
  expect(changedReaction.parse({ ...bare, ...own })).toMatchObject(own);
  expect(refused(changedReaction, { ...bare, text: "", consultationId: "x" })).toEqual({
    text: "errors.field.required",
    consultationId: "errors.field.invalid",
  });
});

test("a selection is bounded, and the same one twice is one", () => {
  expect(selection.parse([ID, OTHER_ID, ID])).toEqual([ID, OTHER_ID]);
  const many = (n: number) => Array.from({ length: n }, () => ID);
  expect(selection.parse(many(MAX_SELECTION))).toEqual([ID]);
  expect(refused(selection, many(MAX_SELECTION + 1))).toEqual({ "": "reactions.errors.tooMany" });
  expect(refused(changedReactions, { reactionIds: [], kind: "advice" })).toEqual({
    reactionIds: "reactions.errors.noneChosen",
  });
  expect(refused(changedReactions, { reactionIds: [ID] })).toEqual({
    "": "reactions.errors.nothingChosen",
  });
  expect(changedReactions.parse({ reactionIds: [ID], groupId: null })).toEqual({
    reactionIds: [ID],
    groupId: null,
  });
});
