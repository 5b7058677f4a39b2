import { eq, lt, sql } from "drizzle-orm";
import { z } from "zod";
import { appendAudit } from "@/db/audit";
import { type Database, transaction } from "@/db/client";
import { signInRequest } from "@/db/schema";
import { unseal } from "@/db/seal";
import { uuid } from "../kernel/fields";
import { defineJob } from "../kernel/job";
import type { JobScope } from "../kernel/scope";
import { queueMail } from "../mail/jobs";
import { linkRequest, MAILED_LINK_LIFETIME, MAX_MAILED_PER_HOUR, oidcEnvironment } from "./model";
import { accountByEmail, hasIdentity, insertLink, linksLastHour } from "./rows";

const DOORMAN: JobScope["actor"] = { type: "job", name: "achtergrondtaak: aanmeldlink mailen" };

/** Mails a link to who asked for one, when the address is of somebody who may sign in; else nothing. */
export const sendLinkJob = defineJob({
  queue: "account.sendLink",
  actor: DOORMAN,
  data: z.object({ requestId: uuid }),
  retries: 5,
  seconds: 30,
  due: forgottenRequests,
  run: ({ requestId }, actor) => transaction((tx) => sendLink(tx, requestId, actor)),
});

/** By what the address in a request is sealed. */
export const requestSeal = (id: string) => `sign-in request ${id}`;

const asked = linkRequest.omit({ language: true });

async function sendLink(tx: Database, requestId: string, actor: JobScope["actor"]): Promise<void> {
  // Gone with it is the address: also when it is of nobody.
  const [request] = await tx
    .delete(signInRequest)
    .where(eq(signInRequest.id, requestId))
    .returning({ language: signInRequest.language, sealed: signInRequest.sealed });
  const words = request && unseal(requestSeal(requestId), request.sealed);
  if (!words) return;
  const { email, page } = asked.parse(JSON.parse(words));
  const person = await accountByEmail(tx, email);
  const { issuer } = oidcEnvironment.parse(process.env) ?? {};
  // Their way in is the provider's: it may ask more of them, and closes when they leave.
  if (person && issuer && (await hasIdentity(tx, person.id, issuer))) return;
  if (!person || (await linksLastHour(tx, person.id)) >= MAX_MAILED_PER_HOUR) return;
  const link = await insertLink(tx, person.id, MAILED_LINK_LIFETIME);
  await queueMail(tx, {
    template: "signInLink",
    values: { name: person.name, address: `${page}/${link.token}`, until: link.expiresAt },
    // As the account has it: what somebody typed may be written otherwise.
    to: person.email,
    language: request.language,
    endsAt: link.expiresAt,
  });
  await appendAudit(
    tx,
    { dossierId: null, actorId: null, actorName: actor.name, action: "signInLink.mail" },
    [{ entity: "signInLink", entityId: link.id, after: { accountId: person.id } }],
  );
}

/** Requests that should have been looked at by now: their job was lost. */
async function forgottenRequests(db: Database): Promise<{ requestId: string }[]> {
  return db
    .select({ requestId: signInRequest.id })
    .from(signInRequest)
    .where(lt(signInRequest.createdAt, sql`now() - interval '10 minutes'`))
    .limit(1_000);
}
