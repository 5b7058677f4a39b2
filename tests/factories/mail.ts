import { sql } from "drizzle-orm";
import { type Database, database } from "@/db/client";
import type { MailReason, MailState } from "@/db/vocabulary";
import { queueMail } from "@/domain/mail/jobs";
import { insertMail } from "@/domain/mail/rows";

/** A mail to be sent, in a transaction of its own. @returns its id. */
export async function queuedMail(to: string, name = "Sanne de Vries"): Promise<string> {
  const db = await database();
  const { id } = await db.transaction((tx) =>
    queueMail(tx as unknown as Database, {
      template: "test",
      values: { name },
      to,
      language: "nl",
    }),
  );
  return id;
}

/** A mail of which something is known already; nobody sends it. @returns its id. */
export async function mailThat(
  state: Extract<MailState, "sent" | "failed" | "perhaps">,
  to: string,
  reason: MailReason | null = null,
  replyCode: string | null = null,
): Promise<string> {
  const db = await database();
  const values = { name: "Sanne de Vries" };
  const { id } = await insertMail(db, { template: "test", values, to, language: "nl" });
  await db.execute(sql`update mail set state = ${state}, settled_at = now(), attempts = 1,
    reason = ${reason}, reply_code = ${replyCode}, sealed = case when ${state} = 'sent' then null else sealed end
    where id = ${id}::uuid`);
  return id;
}
