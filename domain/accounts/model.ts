import { z } from "zod";
import { requiredText } from "../fields";

export const ACCOUNT_KINDS = ["administrator", "staff", "guest"] as const;

/** How long a sign-in link made by a person works, in milliseconds: one working day and a night. */
export const SIGN_IN_LINK_LIFETIME = 24 * 60 * 60 * 1000;

/** How long a session lasts at most, in seconds: one working day. */
export const SESSION_LIFETIME = 10 * 60 * 60;

export const newAccount = z.object({
  email: requiredText(254)
    .transform((value) => value.toLowerCase())
    .pipe(z.email("errors.field.email")),
  name: requiredText(120),
  kind: z.enum(ACCOUNT_KINDS, "errors.field.choose"),
});

export interface SignedIn {
  accountId: string;
  name: string;
  kind: (typeof ACCOUNT_KINDS)[number];
  sessionEpoch: number;
}
