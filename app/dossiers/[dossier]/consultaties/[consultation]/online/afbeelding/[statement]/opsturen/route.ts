import { unkeptAnswer } from "@/app/_lib/form-post";
import { takeForm } from "@/app/_lib/sent-files";
import { currentActor } from "@/app/_lib/session";
import { answerRefusal, answerSignedOut, leadTo } from "@/app/_lib/upload-answer";
import { addresses } from "@/components/addresses";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { mayWrite } from "@/domain/dossiers/policy";
import { Forbidden } from "@/domain/kernel/errors";
import { SUBMISSION_KEY } from "@/domain/kernel/submission";
import { setPicture } from "@/domain/statements/commands";
import { MAX_PICTURE_BYTES } from "@/domain/statements/model";

type Context = { params: Promise<{ dossier: string; consultation: string; statement: string }> };

/** The file, and the rest of the form around it. */
const MAX_FIELD_BYTES = 64 * 1024;
const MAX_BODY_BYTES = MAX_PICTURE_BYTES + 256 * 1024;

/**
 * Takes in a picture with the explanation of a stelling, or another alternative text for the one that is there. Who it is
 * and whether that one may is asked before a byte is read.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { dossier: slug, consultation: consultationId, statement: statementId } = await params;
  const to = addresses.dossier(slug);
  const page = (query = {}) => to.statementPicture(consultationId, statementId, query);
  const actor = await currentActor();
  if (!actor) {
    return answerSignedOut(request, to.sendPicture(consultationId, statementId), page());
  }
  const typed: Record<string, string> = {};
  try {
    const scope = await openDossierToRead(actor, slug);
    if (!mayWrite(scope)) throw new Forbidden();
    let sent: Uint8Array | undefined;
    const limits = { body: MAX_BODY_BYTES, field: MAX_FIELD_BYTES };
    const fields = await takeForm(request, limits, async ({ bytes }) => {
      const parts: Uint8Array[] = [];
      for await (const part of bytes) parts.push(part);
      sent ??= new Uint8Array(Buffer.concat(parts));
    });
    Object.assign(typed, fields);
    const { alternative = "", [SUBMISSION_KEY]: key } = fields;
    await setPicture(scope, { statementId, consultationId, alternative, bytes: sent }, { key });
    return leadTo(request, to.online(consultationId, {}, "stellingen"));
  } catch (error) {
    const values = typed.alternative ? { alternative: typed.alternative.slice(0, 200) } : undefined;
    return answerRefusal(request, page, error, values);
  }
}

/** Somebody opens the address of the form, or loads the page again: to the form. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { dossier, consultation, statement } = await params;
  const location = addresses.dossier(dossier).statementPicture(consultation, statement);
  return unkeptAnswer(null, 303, { location });
}
