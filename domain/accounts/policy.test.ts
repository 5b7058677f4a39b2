import { expect, test } from "vitest";
import type { AccountKind } from "@/db/vocabulary";
import { mayAdminister } from "./policy";

test.each<[AccountKind, boolean]>([
  ["guest", false],
  ["staff", false],
  ["administrator", true],
])("%s may manage accounts: %s", (kind, expected) => {
  expect(mayAdminister({ type: "account", id: "1", name: "Noor", kind })).toBe(expected);
});
