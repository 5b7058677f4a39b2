import { z } from "zod";
import type { AccountKind } from "@/db/vocabulary";
import { ACCOUNT_KINDS, MAIL_LANGUAGES } from "@/db/vocabulary";
import { says } from "@/domain/kernel/errors";
import { requiredText, uuid } from "../kernel/fields";
import { emailAddress } from "../mail/model";

/** How long a sign-in link made by a person works, in milliseconds: one working day and a night. */
export const SIGN_IN_LINK_LIFETIME = 24 * 60 * 60 * 1000;

/** How long one that was asked for by mail works, in milliseconds: mail may be slow, and lies in a mailbox. */
export const MAILED_LINK_LIFETIME = 60 * 60 * 1000;

/** How long a session lasts at most, in seconds: one working day. */
export const SESSION_LIFETIME = 10 * 60 * 60;

export const newAccount = z.object({
  email: emailAddress,
  name: requiredText(120),
  kind: z
    .string(says("errors.field.choose"))
    .pipe(z.enum(ACCOUNT_KINDS, says("errors.field.choose"))),
});

export const renamedAccount = z.object({ accountId: uuid, name: requiredText(120) });

/** How many sign-in links an account can be given in an hour: more is a mistake or mischief. */
export const MAX_LINKS_PER_HOUR = 20;

/** How many links an account has in an hour before no more is mailed: whoever asks cannot fill a mailbox. */
export const MAX_MAILED_PER_HOUR = 5;

/** Asking for a link by mail. `page` is the full address of the sign-in page, below which links stand. */
export const linkRequest = z.object({
  email: emailAddress,
  language: z.enum(MAIL_LANGUAGES),
  page: z.url(),
});

/** What somebody chose for themselves; it follows the account to every browser. */
export const preferences = z.object({ letterKeys: z.boolean() });
export type Preferences = z.output<typeof preferences>;

export interface SignedIn {
  accountId: string;
  name: string;
  kind: (typeof ACCOUNT_KINDS)[number];
  sessionId: string;
}

export interface AccountRow {
  id: string;
  email: string;
  name: string;
  kind: AccountKind;
  disabledAt: string | null;
}

/** An account with what an administrator wants to know about it. */
export interface AccountDetails extends AccountRow {
  createdAt: string;
  /** The last time a sign-in link was used; null when never. */
  lastSignIn: string | null;
  /** In how many dossiers; which ones is not the administrator's business. */
  dossiers: number;
  /** Titles of those that nobody else could change. */
  soleAuthorOf: string[];
}

/** A provider of sign-in by OpenID Connect, as the environment says. */
export interface OidcProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What the button calls it: the name of the organisation. */
  name: string;
  /** In which claim stands what somebody is there. */
  roleClaim: string;
  /** What each value of it makes of somebody here. */
  roles: ReadonlyMap<string, AccountKind>;
  /** Whether an address counts of which the provider does not say that it was verified. */
  trustsEmail: boolean;
}

const setting = z
  .string()
  .optional()
  .transform((value) => value?.trim() ?? "");

/** `Herleid.Beheer=administrator, Herleid.Medewerker=staff` */
const roleMap = setting.transform((value, context) => {
  const pairs = value.split(",").filter((pair) => pair.trim() !== "");
  const roles = new Map<string, AccountKind>();
  for (const pair of pairs) {
    const at = pair.lastIndexOf("=");
    const kind = ACCOUNT_KINDS.find((one) => one === pair.slice(at + 1).trim());
    const role = pair.slice(0, Math.max(0, at)).trim();
    if (!kind || role === "" || roles.has(role)) {
      context.addIssue({ code: "custom", message: "no roles" });
      return z.NEVER;
    }
    roles.set(role, kind);
  }
  return roles;
});

/** What an issuer is: on one's own machine it may do without TLS. */
const isIssuer = (value: string) =>
  URL.canParse(value) &&
  (new URL(value).protocol === "https:" ||
    ["127.0.0.1", "localhost", "[::1]"].includes(new URL(value).hostname));

/**
 * What the environment says of a provider, `HERLEID_OIDC_*`; null when it names none. The first path of an
 * issue is the variable that is wrong.
 */
export const oidcEnvironment = z
  .object({
    HERLEID_OIDC_ISSUER: setting,
    HERLEID_OIDC_CLIENT_ID: setting,
    HERLEID_OIDC_CLIENT_SECRET: setting,
    HERLEID_OIDC_NAME: setting,
    HERLEID_OIDC_ROLE_CLAIM: setting,
    HERLEID_OIDC_ROLES: roleMap,
    HERLEID_OIDC_EMAIL: setting,
  })
  .superRefine((given, context) => {
    const wrong = (variable: keyof typeof given) =>
      context.addIssue({ code: "custom", path: [variable], message: "missing or wrong" });
    if (given.HERLEID_OIDC_ISSUER === "") return;
    if (!isIssuer(given.HERLEID_OIDC_ISSUER)) wrong("HERLEID_OIDC_ISSUER");
    if (given.HERLEID_OIDC_CLIENT_ID === "") wrong("HERLEID_OIDC_CLIENT_ID");
    if (given.HERLEID_OIDC_CLIENT_SECRET === "") wrong("HERLEID_OIDC_CLIENT_SECRET");
    if (!["", "verified", "trusted"].includes(given.HERLEID_OIDC_EMAIL))
      wrong("HERLEID_OIDC_EMAIL");
  })
  .transform((given): OidcProvider | null =>
    given.HERLEID_OIDC_ISSUER === ""
      ? null
      : {
          issuer: given.HERLEID_OIDC_ISSUER,
          clientId: given.HERLEID_OIDC_CLIENT_ID,
          clientSecret: given.HERLEID_OIDC_CLIENT_SECRET,
          name: given.HERLEID_OIDC_NAME || new URL(given.HERLEID_OIDC_ISSUER).hostname,
          roleClaim: given.HERLEID_OIDC_ROLE_CLAIM || "roles",
          roles: given.HERLEID_OIDC_ROLES,
          trustsEmail: given.HERLEID_OIDC_EMAIL === "trusted",
        },
  );

/** Who somebody is, as the provider signed it and as far as we take it over. */
export interface Claimed {
  issuer: string;
  subject: string;
  email: string;
  name: string;
  /** What their roles make of them here; null when none of them does. */
  kind: AccountKind | null;
}
