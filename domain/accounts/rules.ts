import { z } from "zod";
import { ACCOUNT_KINDS, type SignInRefusal } from "@/db/vocabulary";
import { requiredText } from "../kernel/fields";
import { emailAddress } from "../mail/model";
import type { Claimed, OidcProvider } from "./model";

/** What must be in what a provider signed. Of Entra ID the address may stand as the name to sign in with. */
const claims = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  email: emailAddress.optional(),
  preferred_username: z.string().optional(),
  email_verified: z.unknown().optional(),
  name: requiredText(500)
    .transform((name) => name.slice(0, 120).trim())
    .optional()
    .catch(undefined),
});

/**
 * Reads what a provider signed: who it is, and what that makes of them here. A claim gives a kind of account and
 * nothing else; of several the first in the order administrator, staff, guest counts.
 */
export function claimedBy(
  profile: Readonly<Record<string, unknown>>,
  provider: OidcProvider,
): Claimed | { refused: SignInRefusal } {
  const read = claims.safeParse(profile);
  if (!read.success) return { refused: "claims" };
  const { iss, sub, preferred_username, email_verified, name } = read.data;
  if (iss !== provider.issuer) return { refused: "failed" };
  const email = read.data.email ?? emailAddress.safeParse(preferred_username ?? "").data;
  if (!email) return { refused: "claims" };
  // Some say it as a word.
  const verified = email_verified === true || email_verified === "true";
  const silent = email_verified === undefined && provider.trustsEmail;
  if (!verified && !silent) return { refused: "unverified" };
  const has = [profile[provider.roleClaim] ?? []]
    .flat()
    .filter((role): role is string => typeof role === "string")
    .map((role) => provider.roles.get(role));
  const kind = ACCOUNT_KINDS.find((one) => has.includes(one)) ?? null;
  return { issuer: iss, subject: sub, email, name: name ?? email, kind };
}
