import { expect, test } from "vitest";
import type { ReviewLine } from "./model";
import { approvalsOf, changedSince, lastOwn } from "./rules";

const AT = "2026-05-19T08:00:00.000Z";
const line = (step: number, more: Partial<ReviewLine & { mine: boolean }> = {}) => ({
  ...{ step, act: "approved" as const, n: step, roles: [], note: "", by: "Ruben", at: AT },
  ...{ takenBack: false, mine: true },
  ...more,
});

test("of each role the approval that holds counts, else the last one", () => {
  const steps = [line(3), line(2), line(1)];
  const found = approvalsOf(
    [
      { step: 3, role: "content", holds: false },
      { step: 2, role: "legal", holds: false },
      { step: 1, role: "content", holds: true },
      { step: 1, role: "legal", holds: false },
    ],
    steps,
  );
  const given = { by: "Ruben", at: AT, note: "" };
  expect(found).toEqual([
    { role: "content", given: { ...given, n: 1, holds: true } },
    { role: "procurement", given: null },
    { role: "legal", given: { ...given, n: 2, holds: false } },
  ]);
});

test("one takes back one's own last step, and no sending back that was followed by sending", () => {
  expect(lastOwn([])).toBeNull();
  expect(lastOwn([line(3, { mine: false }), line(2), line(1)])).toBe(2);
  expect(lastOwn([line(3, { act: "takenBack" }), line(2, { takenBack: true }), line(1)])).toBe(1);
  expect(lastOwn([line(2, { act: "sent" }), line(1)])).toBeNull();
  expect(lastOwn([line(2, { act: "returned" }), line(1)])).toBe(2);
  const again = line(3, { act: "sent", mine: false });
  expect(lastOwn([again, line(2, { act: "returned" })])).toBeNull();
  expect(lastOwn([again, line(2, { act: "checked" })])).toBe(2);
});

test("what changed is told since one's own approval, else since the last of anybody", () => {
  const given = (n: number, holds: boolean) => ({ by: null, at: AT, n, note: "", holds });
  const approvals = [
    { role: "content" as const, given: given(2, false) },
    { role: "procurement" as const, given: given(3, false) },
    { role: "legal" as const, given: given(9, true) },
  ];
  const mine = { wrote: false, roles: [], mayReturn: true, mayCheck: true, undo: null };
  expect(changedSince({ approvals, mine: { ...mine, lapsedFrom: 1 } })).toBe(1);
  expect(changedSince({ approvals, mine: { ...mine, lapsedFrom: null } })).toBe(3);
  const held = approvals.slice(2);
  expect(changedSince({ approvals: held, mine: { ...mine, lapsedFrom: null } })).toBeNull();
});
