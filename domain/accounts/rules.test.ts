import { expect, test } from "vitest";
import { oidcEnvironment } from "./model";
import { claimedBy } from "./rules";

const ENV = {
  HERLEID_OIDC_ISSUER: "https://login.example/tenant",
  HERLEID_OIDC_CLIENT_ID: "herleid",
  HERLEID_OIDC_CLIENT_SECRET: "geheim",
  HERLEID_OIDC_ROLES: "beheer=administrator, Medewerker=staff,a=b=guest",
};

const provider = (more: Record<string, string> = {}) => {
  const read = oidcEnvironment.parse({ ...ENV, ...more });
  if (!read) throw new Error("no provider");
  return read;
};

const GOOD = {
  iss: ENV.HERLEID_OIDC_ISSUER,
  sub: "1234",
  email: "An.Post@Voorbeeld.Example",
  email_verified: true,
  name: " An Post ",
  roles: ["Medewerker"],
};

test("a person is the issuer and the subject, with an address in small letters and a kind by role", () => {
  expect(claimedBy(GOOD, provider())).toEqual({
    issuer: "https://login.example/tenant",
    subject: "1234",
    email: "an.post@voorbeeld.example",
    name: "An Post",
    kind: "staff",
  });
});

test("of several roles the highest counts; what is not in the mapping gives nothing", () => {
  const kind = (roles: unknown) => {
    const read = claimedBy({ ...GOOD, roles }, provider());
    return "refused" in read ? read : read.kind;
  };
  expect(kind(["a=b", "beheer", "Medewerker"])).toBe("administrator");
  expect(kind("a=b")).toBe("guest");
  for (const none of [[], undefined, null, "administrator", ["staff"], [7, {}], { beheer: true }]) {
    expect(kind(none), JSON.stringify(none)).toBeNull();
  }
});

test("roles stand in the claim that the settings name", () => {
  const groups = provider({ HERLEID_OIDC_ROLE_CLAIM: "groups" });
  expect(claimedBy({ ...GOOD, groups: ["beheer"] }, groups)).toMatchObject({
    kind: "administrator",
  });
  expect(claimedBy(GOOD, groups)).toMatchObject({ kind: null });
});

test("an address that was not verified is none, also of a provider that is trusted", () => {
  const trusted = provider({ HERLEID_OIDC_EMAIL: "trusted" });
  const { email_verified: _, ...silent } = GOOD;
  expect(claimedBy(silent, provider())).toEqual({ refused: "unverified" });
  expect(claimedBy(silent, trusted)).toMatchObject({ kind: "staff" });
  for (const verified of [false, "false", null, 1]) {
    for (const one of [provider(), trusted]) {
      const read = claimedBy({ ...GOOD, email_verified: verified }, one);
      expect(read, String(verified)).toEqual({ refused: "unverified" });
    }
  }
});

test("without an address, a subject or the right issuer nobody is anybody", () => {
  const without = (name: keyof typeof GOOD, value?: unknown) =>
    claimedBy({ ...GOOD, [name]: value }, provider());
  expect(without("email")).toEqual({ refused: "claims" });
  expect(without("email", "geen adres")).toEqual({ refused: "claims" });
  expect(without("sub")).toEqual({ refused: "claims" });
  expect(without("sub", "")).toEqual({ refused: "claims" });
  expect(without("iss", "https://login.example/ander")).toEqual({ refused: "failed" });
  expect(without("name")).toMatchObject({ name: "an.post@voorbeeld.example" });
  // Entra ID: the name to sign in with is the address.
  const { email: _, ...entra } = { ...GOOD, preferred_username: "an@voorbeeld.example" };
  expect(claimedBy(entra, provider())).toMatchObject({ email: "an@voorbeeld.example" });
});

test("the settings say which of them is wrong", () => {
  const wrong = (more: Record<string, string>) =>
    oidcEnvironment.safeParse({ ...ENV, ...more }).error?.issues.map(({ path }) => path[0]);
  expect(oidcEnvironment.parse({})).toBeNull();
  expect(wrong({})).toBeUndefined();
  expect(wrong({ HERLEID_OIDC_ISSUER: "http://127.0.0.1:9" })).toBeUndefined();
  expect(wrong({ HERLEID_OIDC_ISSUER: "http://login.example" })).toEqual(["HERLEID_OIDC_ISSUER"]);
  expect(wrong({ HERLEID_OIDC_ISSUER: "login" })).toEqual(["HERLEID_OIDC_ISSUER"]);
  expect(wrong({ HERLEID_OIDC_CLIENT_ID: " " })).toEqual(["HERLEID_OIDC_CLIENT_ID"]);
  expect(wrong({ HERLEID_OIDC_CLIENT_SECRET: "" })).toEqual(["HERLEID_OIDC_CLIENT_SECRET"]);
  expect(wrong({ HERLEID_OIDC_EMAIL: "ja" })).toEqual(["HERLEID_OIDC_EMAIL"]);
  for (const roles of ["beheer", "beheer=koning", "=staff", "a=staff,a=guest"]) {
    expect(wrong({ HERLEID_OIDC_ROLES: roles }), roles).toEqual(["HERLEID_OIDC_ROLES"]);
  }
});
