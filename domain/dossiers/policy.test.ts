import { describe, expect, test } from "vitest";
import type { AccountKind, Role } from "@/db/vocabulary";
import { ROLES } from "@/db/vocabulary";
import type { Actor } from "../kernel/actor";
import { mayRead, mayStartDossier, mayWrite, ROLE_TABLE } from "./policy";

const account = (kind: AccountKind): Actor => ({ type: "account", id: "1", name: "Noor", kind });

describe("refusals", () => {
  test("a guest may not start a dossier", () => {
    expect(mayStartDossier(account("guest"))).toBe(false);
  });

  test("a stakeholder may not read the work, nor change it", () => {
    expect(mayRead({ role: "stakeholder" })).toBe(false);
    expect(mayWrite({ role: "stakeholder" })).toBe(false);
  });

  test("a reviewer may not change the work", () => {
    expect(mayWrite({ role: "reviewer" })).toBe(false);
  });

  test("only an author may change the work, and nobody may change what they may not read", () => {
    const writers = ROLES.filter((role) => mayWrite({ role }));
    expect(writers).toEqual(["author"]);
    for (const role of writers) expect(mayRead({ role })).toBe(true);
  });
});

describe("permissions", () => {
  test("who works here may start a dossier", () => {
    expect(mayStartDossier(account("staff"))).toBe(true);
    expect(mayStartDossier(account("administrator"))).toBe(true);
    expect(mayStartDossier({ type: "system", name: "cli" })).toBe(true);
  });

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
