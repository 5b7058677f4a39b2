import { expect, test } from "vitest";
import { ID, refused } from "@/tests/schema";
import { changedMilestone, newMilestone } from "./model";

test("a step of the planning has a title and a day that exists", () => {
  const good = { title: "Gunning", onDate: "2028-02-29" };
  expect(newMilestone.parse(good)).toEqual(good);
  for (const onDate of ["2027-02-29", "12-03-2026", "2026-3-12", "", "2026-03-12T00:00"]) {
    expect(refused(newMilestone, { title: "", onDate })).toEqual({
      title: "errors.field.required",
      onDate: "errors.field.date",
    });
  }
  expect(refused(newMilestone, { ...good, title: "a".repeat(161) })).toEqual({
    title: "errors.field.tooLong",
  });
  expect(refused(changedMilestone, good)).toEqual({ milestoneId: "errors.field.invalid" });
  expect(changedMilestone.parse({ ...good, milestoneId: ID })).toEqual({
    ...good,
    milestoneId: ID,
  });
});
