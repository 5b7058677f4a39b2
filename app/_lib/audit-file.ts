import { getLocale } from "next-intl/server";
import { auditFilterOf } from "@/components/audit/address";
import type { AuditFilter, AuditRow } from "@/domain/audit/model";
import { auditFile } from "@/domain/audit/render";
import { DomainError } from "@/domain/kernel/errors";
import type { Person } from "@/domain/kernel/scope";
import type { Language } from "@/i18n/catalogue";
import { sentencesIn } from "@/i18n/sentence";
import { unkeptAnswer } from "./form-post";
import { currentActor } from "./session";
import { writtenOut } from "./written-out";

/**
 * Answers with the log as a file, sent as it is read: it can be long.
 *
 * @param fileFor what of it the person may see, by the filters in the address, and what that file is called.
 */
export async function auditDownload(
  request: Request,
  fileFor: (
    person: Person,
    filter: AuditFilter,
  ) => Promise<{ name: string; rows: AsyncGenerator<AuditRow[]> }>,
): Promise<Response> {
  const person = await currentActor();
  if (!person) return unkeptAnswer(null, 401);
  try {
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const { name, rows } = await fileFor(person, auditFilterOf(query));
    const file = auditFile(rows, sentencesIn((await getLocale()) as Language));
    const day = new Date().toISOString().slice(0, 10);
    return new Response(writtenOut(file), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${name}-${day}.csv"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return unkeptAnswer(null, error.code === "forbidden" ? 403 : 404);
  }
}
