import { expect, test } from "vitest";
import { minutes } from "@/tests/factories/text";
import { expectLinear } from "@/tests/growth";
import { proposeSplit } from ".";

test("reading long minutes takes time in proportion, and leaves no word behind", () => {
  expectLinear(2_000_000, minutes, (text) => {
    expect(proposeSplit(text).unplaced).toEqual([]);
  });
});
