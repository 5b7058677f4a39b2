import { expect, test } from "vitest";
import { ID, OTHER_ID, refused } from "@/tests/schema";
import { confirmInput, MAX_RANGE, partInput, segmentChange, segmentChangeInput } from "./model";

test.each([
  { type: "changeKind", starts: [0], kind: "advice" },
  { type: "moveToStatement", starts: [5], statement: 9_999 },
  { type: "moveToStatement", starts: [5], statement: null },
  { type: "setSpeaker", start: 5, speaker: "Een ouder" },
  { type: "split", start: 5, offset: 9 },
  { type: "joinWithNext", start: 5 },
  { type: "markIrrelevant", starts: [5], reason: "Dubbel." },
  { type: "accept", starts: [1, 2] },
  { type: "acceptSure", bar: 95 },
  { type: "acceptRest" },
  { type: "setGroup", starts: [1, 2], groupId: ID },
  { type: "setDefaultGroup", groupId: null },
])("a change as it is sent: %j", (change) => {
  expect(segmentChange.parse(change)).toEqual(change);
  const whole = { partId: ID, lockVersion: 1, change };
  expect(segmentChangeInput.parse(whole)).toEqual({ ...whole, also: [] });
});

test.each<[object, string]>([
  [{ type: "changeKind", starts: [0], kind: "mening" }, "kind"],
  [{ type: "changeKind", starts: [-1], kind: "advice" }, "starts.0"],
  [{ type: "moveToStatement", starts: [5], statement: 0 }, "statement"],
  [{ type: "moveToStatement", starts: [5], statement: 10_000 }, "statement"],
  [{ type: "moveToStatement", starts: [5], statement: 1.5 }, "statement"],
  [{ type: "setSpeaker", start: 5, speaker: "a".repeat(161) }, "speaker"],
  [{ type: "split", start: 5, offset: -1 }, "offset"],
  [{ type: "markIrrelevant", starts: [5], reason: " " }, "reason"],
  [{ type: "markIrrelevant", starts: [5], reason: "a".repeat(501) }, "reason"],
  [{ type: "accept", starts: [] }, "starts"],
  [{ type: "accept", starts: Array.from({ length: MAX_RANGE + 1 }, (_, i) => i) }, "starts"],
  [{ type: "acceptSure", bar: 50 }, "bar"],
  [{ type: "setGroup", starts: [1], groupId: "ouders" }, "groupId"],
  [{ type: "onbekend" }, "type"],
])("no change: %j", (change, field) => {
  expect(Object.keys(refused(segmentChange, change))).toEqual([field]);
});

test("a name of nothing takes the speaker off", () => {
  const named = segmentChange.parse({ type: "setSpeaker", start: 5, speaker: " " });
  expect(named).toMatchObject({ speaker: null });
});

const part = { partId: ID, lockVersion: 2, title: "Avond", kind: "interview" };

test("what is known of a document; the rest may be left empty", () => {
  const nothing = { heldOn: null, startsAt: null, sector: null };
  expect(partInput.parse(part)).toEqual({ ...part, ...nothing });
  expect(partInput.parse({ ...part, heldOn: "", startsAt: "", sector: "" })).toEqual({
    ...part,
    ...nothing,
  });
  const known = { heldOn: "2026-03-12", startsAt: "19:30", sector: "PO" };
  expect(partInput.parse({ ...part, ...known })).toEqual({ ...part, ...known });
  const bad = {
    title: "a".repeat(201),
    kind: "online",
    heldOn: "2026-02-30",
    sector: "a".repeat(61),
  };
  expect(refused(partInput, { ...part, ...bad })).toEqual({
    title: "errors.field.tooLong",
    kind: "errors.field.choose",
    heldOn: "errors.field.date",
    sector: "errors.field.tooLong",
  });
});

test.each(["24:00", "9:30", "19:60", "019:30", "19:300"])("%s is no time", (startsAt) => {
  const message = { startsAt: "splitting.errors.time" };
  expect(refused(partInput, { ...part, startsAt })).toEqual(message);
});

test("a confirmation makes all anew unless told otherwise", () => {
  const bare = { partId: ID, lockVersion: 1 };
  const anew = {
    consultationId: null,
    sameStatements: [],
    shownOutside: "nothing",
    newGroups: [],
  };
  expect(confirmInput.parse(bare)).toEqual({ ...bare, ...anew });
  const same = [{ number: 1, statementId: OTHER_ID }];
  expect(confirmInput.parse({ ...bare, consultationId: ID, sameStatements: same })).toEqual({
    ...bare,
    ...anew,
    consultationId: ID,
    sameStatements: same,
  });
});
