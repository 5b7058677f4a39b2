import { expect, test } from "vitest";
import { ID, refused } from "@/tests/schema";
import { dossierDetails, memberRole, newDossier, newMember } from "./model";

test("a dossier needs a title and who buys", () => {
  const good = { title: "Leerlingenvervoer", contractingAuthority: "Gemeente Waterbroek" };
  expect(newDossier.parse(good)).toEqual({ ...good, subject: "" });
  expect(refused(newDossier, {})).toEqual({
    title: "errors.field.required",
    contractingAuthority: "errors.field.required",
  });
  const [a, b] = ["a".repeat(161), "a".repeat(2_001)];
  expect(refused(newDossier, { title: a, contractingAuthority: a, subject: b })).toEqual({
    title: "errors.field.tooLong",
    contractingAuthority: "errors.field.tooLong",
    subject: "errors.field.tooLong",
  });
  expect(refused(dossierDetails, good)).toEqual({ lockVersion: "errors.field.invalid" });
});

test("a member has a role, by account or by address", () => {
  expect(newMember.parse({ email: " An@Voorbeeld.Example", role: "author" })).toEqual({
    email: "an@voorbeeld.example",
    role: "author",
  });
  expect(refused(newMember, { email: "an@", role: "baas" })).toEqual({
    email: "errors.field.email",
    role: "errors.field.choose",
  });
  expect(refused(memberRole, { accountId: "1" })).toEqual({
    accountId: "errors.field.invalid",
    role: "errors.field.choose",
  });
  expect(refused(memberRole, { accountId: ID, role: "reviewer" })).toEqual({});
});
