import { randomUUID } from "node:crypto";
import { cookies } from "next/headers";
import { z } from "zod";
import type { FormState } from "@/components/ui/form-state";
import { secure } from "./session-token";

/** Long enough to be led back to the form, and to look at what it says. */
const SECONDS = 300;
const COOKIE = "formulier";

const short = z.string().max(1_000);
const kept = z.object({
  id: z.uuid(),
  state: z.object({
    status: z.literal("error"),
    message: short.optional(),
    fields: z.record(z.string().max(40), short).optional(),
    values: z.record(z.string().max(40), z.string().max(200)).optional(),
    reference: short.optional(),
  }),
});

/**
 * Keeps what a form must say when a browser without scripts is led back to it. The address holds
 * only a number: a link that somebody else made can put no words on the page.
 *
 * @param address of the form, with the number in it.
 * @returns the address to lead to, and the cookie to set.
 */
export function keepForm(
  address: (failed: string) => string,
  state: FormState,
): { location: string; cookie: string } {
  const id = randomUUID();
  const location = address(id);
  const [path] = location.split("?");
  const value = Buffer.from(JSON.stringify({ id, state })).toString("base64url");
  const flag = secure() ? "; Secure" : "";
  return {
    location,
    cookie: `${COOKIE}=${value}; Path=${path}; Max-Age=${SECONDS}; HttpOnly; SameSite=Lax${flag}`,
  };
}

/** What was kept for the form under this number; undefined when there is nothing. */
export async function keptForm(id: string): Promise<FormState | undefined> {
  const value = (await cookies()).get(COOKIE)?.value;
  if (!id || !value) return undefined;
  try {
    const found = kept.parse(JSON.parse(Buffer.from(value, "base64url").toString("utf8")));
    return found.id === id ? found.state : undefined;
  } catch {
    return undefined;
  }
}
