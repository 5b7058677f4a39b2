import { expect, test } from "vitest";
import { ID, refused } from "@/tests/schema";
import { newAccount, renamedAccount, SESSION_LIFETIME, SIGN_IN_LINK_LIFETIME } from "./model";

test("an account has an address, a name and a kind; the address is kept in small letters", () => {
  const good = { email: " An@Voorbeeld.Example ", name: " An  ", kind: "staff" };
  expect(newAccount.parse(good)).toEqual({
    email: "an@voorbeeld.example",
    name: "An",
    kind: "staff",
  });
  expect(refused(newAccount, { email: "an", name: " ", kind: "koning" })).toEqual({
    email: "errors.field.email",
    name: "errors.field.required",
    kind: "errors.field.choose",
  });
  expect(refused(newAccount, { email: "an@voorbeeld.example", name: "A".repeat(121) })).toEqual({
    name: "errors.field.tooLong",
    kind: "errors.field.choose",
  });
  expect(refused(newAccount, { ...good, name: "A".repeat(120) })).toEqual({});
  const long = `${"a".repeat(250)}@voorbeeld.example`;
  expect(refused(newAccount, { ...good, email: long })).toHaveProperty("email");
});

test("a new name is bounded as the first one", () => {
  expect(renamedAccount.parse({ accountId: ID, name: "Bo" })).toEqual({
    accountId: ID,
    name: "Bo",
  });
  expect(refused(renamedAccount, { accountId: "1", name: "" })).toEqual({
    accountId: "errors.field.invalid",
    name: "errors.field.required",
  });
});

test("a link made by a person works a day, a session ten hours", () => {
  expect(SIGN_IN_LINK_LIFETIME).toBe(86_400_000);
  expect(SESSION_LIFETIME).toBe(36_000);
});
