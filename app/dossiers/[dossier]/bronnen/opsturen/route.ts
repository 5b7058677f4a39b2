import { unkeptAnswer } from "@/app/_lib/form-post";
import { FILE_NAME_HEADER, takeFile, takeForm } from "@/app/_lib/sent-files";
import { currentActor } from "@/app/_lib/session";
import { answerRefusal, answerSignedOut, leadTo } from "@/app/_lib/upload-answer";
import { addresses } from "@/components/addresses";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { Forbidden, Invalid } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import { SUBMISSION_KEY } from "@/domain/kernel/submission";
import { MAX_FILE_BYTES, MAX_TEXT_BYTES } from "@/domain/sources/model";
import { pasteText, receiveUpload } from "@/domain/uploads/commands";
import { MAX_DRAFT_BYTES } from "@/domain/uploads/model";
import { maySendFiles } from "@/domain/uploads/policy";

type Context = { params: Promise<{ dossier: string }> };

/** A form without a script may hold several files; and the rest of the form around them. */
const MAX_BODY_BYTES = MAX_DRAFT_BYTES + 1024 * 1024;

/**
 * Takes in files as drafts of who sends them: a script sends one by itself, with its name in a header; a browser
 * without scripts a form with any number, and pasted text comes in a form too. Who it is and whether that one
 * may is asked before a byte is read. A script gets `{ location }` or a `FormState`, a browser is led to a page.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { dossier: slug } = await params;
  const to = addresses.dossier(slug);
  const actor = await currentActor();
  if (!actor) return answerSignedOut(request, to.sendSource(), to.addSource());
  const typed: Record<string, string> = {};
  try {
    const scope = await openDossierToRead(actor, slug);
    if (!maySendFiles(scope)) throw new Forbidden();
    if (request.headers.has(FILE_NAME_HEADER)) {
      const file = takeFile(request, MAX_FILE_BYTES);
      await receiveUpload(scope, { ...file, expected: lengthOf(request) });
    } else {
      await receiveForm(scope, request, typed);
    }
    return leadTo(request, to.addSource());
  } catch (error) {
    const values = typed.title ? { title: typed.title.slice(0, 200) } : undefined;
    return answerRefusal(request, to.addSource, error, values);
  }
}

/** @param typed is filled with the text fields. */
async function receiveForm(
  scope: ReaderScope,
  request: Request,
  typed: Record<string, string>,
): Promise<void> {
  let files = 0;
  const limits = { body: MAX_BODY_BYTES, field: MAX_TEXT_BYTES };
  const fields = await takeForm(request, limits, async (file) => {
    files++;
    await receiveUpload(scope, file);
  });
  Object.assign(typed, fields);
  const text = typed.text ?? "";
  if (!text.trim()) {
    if (files === 0)
      throw new Invalid("errors.fields", {}, { [textField(typed)]: "sources.errors.nothing" });
    return;
  }
  if (!typed.title?.trim()) {
    throw new Invalid("errors.fields", {}, { title: "sources.errors.noTitle" });
  }
  const key = typed[SUBMISSION_KEY];
  await pasteText(scope, { title: typed.title, text }, { key });
}

/** The field that was left empty: of the form for text, or of the one for files. */
const textField = (typed: Record<string, string>) => ("text" in typed ? "text" : "file");

function lengthOf(request: Request): number {
  return Number(request.headers.get("content-length") ?? 0) || 0;
}

/** Somebody opens the address of the form, or loads the page again: to the form. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { dossier: slug } = await params;
  return unkeptAnswer(null, 303, { location: addresses.dossier(slug).addSource() });
}
