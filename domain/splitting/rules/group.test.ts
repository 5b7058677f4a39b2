import { describe, expect, test } from "vitest";
import { MAX_NEW_GROUPS } from "../model";
import { newGroupsIn } from "./group";

const named = (groupName: string | null, groupId: string | null = null) => ({ groupName, groupId });

describe("names of groups that are not there yet", () => {
  test("are counted however they are written, the most frequent first", () => {
    const rows = [named("ouders"), named("Scholen"), named("scholen "), named(null)];
    expect(newGroupsIn(rows, [])).toEqual([
      { name: "Scholen", reactions: 2 },
      { name: "Ouders", reactions: 1 },
    ]);
  });

  test("are none that the dossier has, and none where a person chose", () => {
    const groups = [{ id: "g", name: "Ouders" }];
    expect(newGroupsIn([named("ouders"), named("scholen", "g")], groups)).toEqual([]);
  });

  test("are as short and as few as groups may be", () => {
    const many = Array.from({ length: MAX_NEW_GROUPS + 5 }, (_, i) => named(`groep ${i}`));
    expect(newGroupsIn(many, [])).toHaveLength(MAX_NEW_GROUPS);
    expect(newGroupsIn([named("x".repeat(81)), named("y".repeat(80))], [])).toHaveLength(1);
  });
});
