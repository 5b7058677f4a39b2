import { expect, test } from "vitest";
import { comparedNumber, inOrder } from "./beside";

const other = (number: string, withdrawn = false) => ({
  ...{ number, withdrawn },
  kind: number.includes(".") ? ("concept" as const) : ("definitive" as const),
});
const compared = (number: string, others: ReturnType<typeof other>[], withdrawn: unknown = null) =>
  comparedNumber({ head: { number }, withdrawn, others });

test("an edition is compared with the definitive one before it, or else the concept before it", () => {
  expect(compared("2", [other("1"), other("1.1"), other("3")])).toBe("1");
  expect(compared("1.2", [other("1"), other("1.1")])).toBe("1");
  expect(compared("1", [other("0.1"), other("0.10"), other("0.2")])).toBe("0.10");
  expect(compared("0.1", [other("0.2"), other("1")])).toBeNull();
  expect(compared("10", [other("9"), other("2")])).toBe("9");
});

test("one that was withdrawn is compared with nothing, and nothing with it", () => {
  expect(compared("3", [other("2", true), other("1")])).toBe("1");
  expect(compared("2", [other("1", true)])).toBeNull();
  expect(compared("2", [other("1")], { at: "", reason: "x" })).toBeNull();
});

test("numbers are in the order in which they were adopted, and what is none is left out", () => {
  expect(inOrder(["2", "1.10", "x", "1.9", "1"])).toEqual(["1", "1.9", "1.10", "2"]);
});
