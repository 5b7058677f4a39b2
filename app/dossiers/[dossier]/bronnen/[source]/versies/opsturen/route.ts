import { unkeptAnswer } from "@/app/_lib/form-post";
import { takeForm } from "@/app/_lib/sent-files";
import { currentActor } from "@/app/_lib/session";
import { answerRefusal, answerSignedOut, leadTo } from "@/app/_lib/upload-answer";
import { addresses } from "@/components/addresses";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { Forbidden, Invalid } from "@/domain/kernel/errors";
import { SUBMISSION_KEY } from "@/domain/kernel/submission";
import { reviseSource } from "@/domain/sources/commands";
import { MAX_FILE_BYTES, MAX_TEXT_BYTES } from "@/domain/sources/model";
import { mayImportSources } from "@/domain/sources/policy";
import { textFile } from "@/domain/sources/rules";

type Context = { params: Promise<{ dossier: string; source: string }> };

/** The file, and the rest of the form around it. */
const MAX_BODY_BYTES = MAX_FILE_BYTES + 1024 * 1024;

/**
 * Takes in the next version of a source: a corrected file, or its text as somebody changed it. Who it is and
 * whether that one may is asked before a byte is read. A script gets `{ location }` or a `FormState`, a browser
 * is led to a page.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { dossier: slug, source: sourceId } = await params;
  const to = addresses.dossier(slug);
  const actor = await currentActor();
  if (!actor) return answerSignedOut(request, to.sendVersion(sourceId), to.newVersion(sourceId));
  const typed: Record<string, string> = {};
  try {
    const scope = await openDossierToRead(actor, slug);
    if (!mayImportSources(scope)) throw new Forbidden();
    let sent: { fileName: string; bytes: Uint8Array } | undefined;
    const limits = { body: MAX_BODY_BYTES, field: MAX_TEXT_BYTES };
    const fields = await takeForm(request, limits, async ({ fileName, bytes }) => {
      const parts: Uint8Array[] = [];
      for await (const part of bytes) parts.push(part);
      sent ??= { fileName, bytes: new Uint8Array(Buffer.concat(parts)) };
    });
    Object.assign(typed, fields);
    const { base = "", note = "", title = "", text, [SUBMISSION_KEY]: key } = fields;
    const file = sent ?? (text?.trim() ? textFile(title, text) : undefined);
    if (!file) {
      const field = text === undefined ? "file" : "text";
      throw new Invalid("errors.fields", {}, { [field]: "sources.errors.nothing" });
    }
    await reviseSource(scope, { ...file, sourceId, base, note }, { key });
    return leadTo(request, to.sourceVersions(sourceId));
  } catch (error) {
    const values = typed.note ? { note: typed.note.slice(0, 200) } : undefined;
    return answerRefusal(request, (query) => to.newVersion(sourceId, query), error, values);
  }
}

/** Somebody opens the address of the form, or loads the page again: to the form. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { dossier, source } = await params;
  const location = addresses.dossier(dossier).newVersion(source);
  return unkeptAnswer(null, 303, { location });
}
