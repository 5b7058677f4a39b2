import { expect, test } from "vitest";
import { explainedAnew } from "./rules";

test("what documents explain stands there in their order, and goes with them", () => {
  expect(explainedAnew(null, [], ["Nu."])).toBe("Nu.");
  expect(explainedAnew("Twee.", ["Twee."], ["Een.", "Twee."])).toBe("Een.\n\nTwee.");
  expect(explainedAnew("Een.\n\nTwee.", ["Een.", "Twee."], ["Twee."])).toBe("Twee.");
  expect(explainedAnew("Een.", ["Een."], [])).toBeNull();
  expect(explainedAnew("Een.", ["Een."], ["Een, met meer."])).toBe("Een, met meer.");
});

test("what somebody wrote stays, and only what is new comes under it", () => {
  expect(explainedAnew("Anders.", ["Een."], [])).toBe("Anders.");
  expect(explainedAnew("Anders.", ["Een."], ["Een."])).toBe("Anders.");
  expect(explainedAnew("Anders.", ["Een."], ["Een.", "Twee."])).toBe("Anders.\n\nTwee.");
  expect(explainedAnew("Met Twee. erin", [], ["Twee."])).toBe("Met Twee. erin");
  expect(explainedAnew(null, ["Een."], ["Een.", "Twee."])).toBe("Twee.");
  expect(explainedAnew("Al bekend.", [], [])).toBe("Al bekend.");
});
