import { describeError } from "@/app/_lib/action";
import { startOfForm, unkeptAnswer, wantsData } from "@/app/_lib/form-post";
import { keepForm } from "@/app/_lib/kept-form";
import { sendAgain } from "@/app/_lib/send-again";
import { FILE_NAME_HEADER, takeFile, takeForm } from "@/app/_lib/sent-files";
import { currentActor } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { DomainError, type ErrorCode, Forbidden, Invalid } from "@/domain/kernel/errors";
import { refusalIn } from "@/domain/kernel/refusal";
import type { ReaderScope } from "@/domain/kernel/scope";
import { MAX_FORM_BYTES, SUBMISSION_KEY } from "@/domain/kernel/submission";
import { MAX_FILE_BYTES, MAX_TEXT_BYTES } from "@/domain/sources/model";
import { pasteText, receiveUpload } from "@/domain/uploads/commands";
import { MAX_DRAFT_BYTES } from "@/domain/uploads/model";
import { maySendFiles } from "@/domain/uploads/policy";

type Context = { params: Promise<{ dossier: string }> };

/** A form without a script may hold several files; and the rest of the form around them. */
const MAX_BODY_BYTES = MAX_DRAFT_BYTES + 1024 * 1024;

const STATUS: Record<ErrorCode, number> = {
  notFound: 404,
  forbidden: 403,
  invalid: 422,
  conflict: 409,
  tooLarge: 413,
  unavailable: 503,
};

/**
 * Takes in files as drafts of who sends them: a script sends one by itself, with its name in a header; a browser
 * without scripts a form with any number, and pasted text comes in a form too. Who it is and whether that one
 * may is asked before a byte is read. A script gets `{ location }` or a `FormState`, a browser is led to a page.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { dossier: slug } = await params;
  const to = addresses.dossier(slug);
  const actor = await currentActor();
  if (!actor) return signedOut(request, slug);
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
    return refuse(request, slug, error, typed);
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

/** A script keeps what was typed; a browser without one gets it back, to be sent again. */
async function signedOut(request: Request, slug: string): Promise<Response> {
  const to = addresses.dossier(slug);
  const next = to.addSource();
  const sent = wantsData(request)
    ? undefined
    : await startOfForm(request, MAX_FORM_BYTES).catch(() => undefined);
  const something =
    sent?.lost ||
    [...(sent?.form ?? [])].some(([name, value]) => value instanceof File || name === "text");
  if (!sent || !something) return leadTo(request, addresses.signIn({ next }), 401);
  return sendAgain(sent.form, to.sendSource(), next, sent.lost);
}

function leadTo(request: Request, location: string, status = 200): Response {
  if (!wantsData(request)) return unkeptAnswer(null, 303, { location });
  return answerData({ location }, status);
}

function answerData(data: { location: string } | FormState, status: number): Response {
  return unkeptAnswer(JSON.stringify(data), status, { "content-type": "application/json" });
}

async function refuse(
  request: Request,
  slug: string,
  error: unknown,
  typed: Record<string, string>,
): Promise<Response> {
  const to = addresses.dossier(slug);
  const state = await describeError(error);
  if (wantsData(request)) {
    const refusal = refusalIn(error);
    return answerData(state, refusal ? STATUS[refusal.code] : 500);
  }
  // A page that says "not found" or "no access" is there already: the form itself.
  if (error instanceof DomainError && ["notFound", "forbidden"].includes(error.code)) {
    return unkeptAnswer(null, 303, { location: to.addSource() });
  }
  const values = typed.title ? { title: typed.title.slice(0, 200) } : undefined;
  const { location, cookie } = keepForm((failed) => to.addSource({ failed }), {
    ...state,
    values,
  });
  return unkeptAnswer(null, 303, { location, "set-cookie": cookie });
}
