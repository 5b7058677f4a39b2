import { describe, expect, test } from "vitest";
import type { AccountKind, Role } from "@/db/vocabulary";
import { ACCOUNT_KINDS, ROLES } from "@/db/vocabulary";
import { mayAddMembers, mayRead, mayWrite, ROLE_TABLE } from "./policy";

describe("refusals", () => {
  test("a stakeholder may not read the work, nor change it", () => {
    expect(mayRead({ role: "stakeholder" })).toBe(false);
    expect(mayWrite({ role: "stakeholder", archived: false })).toBe(false);
  });

  test("a reviewer may not change the work", () => {
    expect(mayWrite({ role: "reviewer", archived: false })).toBe(false);
  });

  test("only an author may change the work, and nobody may change what they may not read", () => {
    const writers = ROLES.filter((role) => mayWrite({ role, archived: false }));
    expect(writers).toEqual(["author"]);
    expect(mayWrite({ role: "author", archived: true })).toBe(false);
    for (const role of writers) expect(mayRead({ role })).toBe(true);
  });
});

test("adding by address is for authors who work here, and for the terminal", () => {
  const may = (role: Role, kind: AccountKind) =>
    mayAddMembers({ archived: false, role, actor: { type: "account", id: "1", name: "An", kind } });
  const all = ROLES.flatMap((role) => ACCOUNT_KINDS.map((kind) => [role, kind] as const));
  expect(all.filter(([role, kind]) => may(role, kind))).toEqual([
    ["author", "administrator"],
    ["author", "staff"],
  ]);
  expect(
    mayAddMembers({ archived: false, role: "author", actor: { type: "system", name: "cli" } }),
  ).toBe(true);
});

describe("permissions", () => {
  test.each<[Role, boolean]>([
    ["author", true],
    ["reviewer", true],
  ])("%s may read", (role, expected) => {
    expect(mayRead({ role })).toBe(expected);
  });

  test("the table knows every role", () => {
    expect(Object.keys(ROLE_TABLE).sort()).toEqual([...ROLES].sort());
  });
});
