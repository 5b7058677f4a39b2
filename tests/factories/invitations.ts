import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { addInvited } from "@/domain/invitations/commands";
import { codeIn } from "@/domain/invitations/rows";
import type { ReaderScope } from "@/domain/kernel/scope";

/** Where the codes of a test stand behind. */
export const CODES = "https://proef.example/inbreng/";

/** People who are invited, by a list as one pastes it. @returns their codes, which nobody else is told, by e-mail or name. */
export async function invitedIn(
  scope: ReaderScope,
  consultationId: string,
  list: string,
  groupId = "",
): Promise<{ ids: string[]; codes: string[] }> {
  await addInvited(scope, { consultationId, list, groupId });
  const rows = await rowsOf<{ id: string; sealedCode: string | null }>(
    await database(),
    sql`select id, sealed_code as "sealedCode" from invitation where consultation_id = ${consultationId}
      order by created_at, id`,
  );
  return { ids: rows.map(({ id }) => id), codes: rows.map((row) => codeIn(row) ?? "") };
}
