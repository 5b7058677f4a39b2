import { setTimeout as pause } from "node:timers/promises";
import { getTranslations } from "next-intl/server";
import { describeError } from "@/app/_lib/action";
import { boundedForm, startOfForm, unkeptAnswer, wantsData } from "@/app/_lib/form-post";
import { keepForm } from "@/app/_lib/kept-form";
import { sendAgain } from "@/app/_lib/send-again";
import { currentActor } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { slugOf } from "@/domain/dossiers/rules";
import { Conflict, DomainError, type ErrorCode, Forbidden, Invalid } from "@/domain/kernel/errors";
import { refusalIn } from "@/domain/kernel/refusal";
import type { ReaderScope } from "@/domain/kernel/scope";
import { MAX_FORM_BYTES } from "@/domain/kernel/submission";
import { type KnownSource, receiveSource } from "@/domain/sources/commands";
import { MAX_UPLOAD_BYTES } from "@/domain/sources/model";
import { mayImportSources } from "@/domain/sources/policy";
import { receivedSource } from "@/domain/sources/queries";

type Context = { params: Promise<{ dossier: string }> };

/** The largest file, and the rest of the form around it. */
const MAX_BODY_BYTES = MAX_UPLOAD_BYTES + 1024 * 1024;

/** So long we wait for a file to be read: minutes take half a second, and then it goes on at once. */
const READ_WITHIN_MS = 2_000;
const LOOK_EVERY_MS = 100;

const STATUS: Record<ErrorCode, number> = {
  notFound: 404,
  forbidden: 403,
  invalid: 422,
  conflict: 409,
  tooLarge: 413,
  unavailable: 503,
};

/**
 * Receives a file or pasted text and leads on to splitting it; a known file leads to itself. Who it
 * is and whether that one may is asked before a byte of the file is read. A script gets `{ location }` or a `FormState`, a browser is led to a page.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { dossier: slug } = await params;
  const actor = await currentActor();
  if (!actor) return signedOut(request, slug);
  let data: FormData | undefined;
  try {
    const scope = await openDossierToRead(actor, slug);
    if (!mayImportSources(scope)) throw new Forbidden();
    data = await formOf(request);
    return leadTo(request, await receive(scope, data));
  } catch (error) {
    return refuse(request, slug, error, data);
  }
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
  const form = wantsData(request)
    ? undefined
    : await startOfForm(request, MAX_FORM_BYTES).catch(() => undefined);
  if (!form || [...form].length === 0) return leadTo(request, addresses.signIn({ next }), 401);
  const t = await getTranslations("sources.add");
  return sendAgain(
    form,
    to.sendSource(),
    next,
    form.has("title") ? undefined : { title: t("title") },
  );
}

async function formOf(request: Request): Promise<FormData> {
  try {
    return await boundedForm(request, MAX_BODY_BYTES);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    // Cut off on the way, or no form at all.
    throw new Invalid("sources.errors.incomplete");
  }
}

/** @returns where to go on: splitting it, or the source that was there already. */
async function receive(scope: ReaderScope, data: FormData): Promise<string> {
  const to = addresses.dossier(scope.slug);
  try {
    const { sourceId } = await receiveSource(scope, await uploadOf(data));
    await readInTime(scope, sourceId);
    return to.parts(sourceId);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return to.source((error.current as KnownSource).id, { known: 1 });
  }
}

/** Waits a moment for the source to be read; when that takes longer its page tells how far it is. */
async function readInTime(scope: ReaderScope, sourceId: string): Promise<void> {
  const end = Date.now() + READ_WITHIN_MS;
  do {
    await pause(LOOK_EVERY_MS);
    const { state } = await receivedSource(scope, sourceId);
    if (state === "read" || state === "failed") return;
  } while (Date.now() < end);
}

/** A file field that was left empty arrives as an empty file, named "undefined" when React sends it. */
function isChosen(file: File): boolean {
  return file.size > 0 || !["", "undefined"].includes(file.name);
}

async function uploadOf(data: FormData) {
  const [file, typed, pasted] = [data.get("file"), data.get("title"), data.get("text")];
  const title = typeof typed === "string" ? typed.trim() : "";
  const text = typeof pasted === "string" ? pasted : "";
  if (file instanceof File && isChosen(file)) {
    if (text.trim()) throw new Invalid("errors.fields", {}, { text: "sources.errors.both" });
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { fileName: file.name, bytes, title: title || undefined };
  }
  if (!text.trim()) throw new Invalid("errors.fields", {}, { file: "sources.errors.nothing" });
  if (!title) throw new Invalid("errors.fields", {}, { title: "sources.errors.noTitle" });
  return { fileName: `${slugOf(title)}.txt`, bytes: new TextEncoder().encode(text), title };
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
  data: FormData | undefined,
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
  const title = data?.get("title");
  const values = typeof title === "string" ? { title: title.slice(0, 200) } : undefined;
  const { location, cookie } = keepForm((failed) => to.addSource({ failed }), {
    ...state,
    values,
  });
  return unkeptAnswer(null, 303, { location, "set-cookie": cookie });
}
