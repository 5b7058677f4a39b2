import { expect, test } from "vitest";
import { ID, refused } from "@/tests/schema";
import { changedConsultation, newConsultation } from "./model";

const good = {
  title: "Avond in de wijk",
  kind: "meeting",
  audience: "stakeholder",
  heldOn: "2026-03-12",
  startsAt: "19:30",
  sector: "PO",
  chair: "Mevrouw Bos",
};

test("what is left empty is nothing", () => {
  expect(newConsultation.parse(good)).toEqual(good);
  const bare = { title: good.title, kind: "survey", audience: "stakeholder" };
  const nothing = { heldOn: null, startsAt: null, sector: null, chair: null };
  for (const empty of [{}, nothing, { heldOn: "", startsAt: " ", sector: " ", chair: "" }]) {
    expect(newConsultation.parse({ ...bare, ...empty })).toEqual({ ...bare, ...nothing });
  }
  expect(newConsultation.parse({ ...good, startsAt: " 09:05 " }).startsAt).toBe("09:05");
});

test.each(["00:00", "09:59", "19:00", "23:59"])("%s is a time", (startsAt) => {
  expect(refused(newConsultation, { ...good, startsAt })).toEqual({});
});

test.each(["24:00", "9:30", "19:60", "19.30", "019:30", "19:300", "vroeg", "29:00", "1x:00"])(
  "%s is no time",
  (startsAt) => {
    const message = { startsAt: "consultations.errors.time" };
    expect(refused(newConsultation, { ...good, startsAt })).toEqual(message);
  },
);

test("what must be there, and how long it may be", () => {
  expect(refused(newConsultation, { title: "", kind: "feest", audience: "ieder" })).toEqual({
    title: "errors.field.required",
    kind: "errors.field.choose",
    audience: "errors.field.choose",
  });
  const long = { title: "a".repeat(201), sector: "a".repeat(41), chair: "a".repeat(121) };
  expect(refused(newConsultation, { ...good, ...long })).toEqual({
    title: "errors.field.tooLong",
    sector: "errors.field.tooLong",
    chair: "errors.field.tooLong",
  });
  expect(refused(changedConsultation, good)).toEqual({
    id: "errors.field.invalid",
    lockVersion: "errors.field.invalid",
  });
  expect(refused(changedConsultation, { ...good, id: ID, lockVersion: "2" })).toEqual({});
});
