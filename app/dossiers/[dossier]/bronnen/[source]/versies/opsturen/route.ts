import { describeError } from "@/app/_lib/action";
import { startOfForm, unkeptAnswer, wantsData } from "@/app/_lib/form-post";
import { keepForm } from "@/app/_lib/kept-form";
import { sendAgain } from "@/app/_lib/send-again";
import { takeForm } from "@/app/_lib/sent-files";
import { currentActor } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { DomainError, type ErrorCode, Forbidden, Invalid } from "@/domain/kernel/errors";
import { refusalIn } from "@/domain/kernel/refusal";
import { MAX_FORM_BYTES, SUBMISSION_KEY } from "@/domain/kernel/submission";
import { reviseSource } from "@/domain/sources/commands";
import { MAX_FILE_BYTES, MAX_TEXT_BYTES } from "@/domain/sources/model";
import { mayImportSources } from "@/domain/sources/policy";

type Context = { params: Promise<{ dossier: string; source: string }> };

/** The file, and the rest of the form around it. */
const MAX_BODY_BYTES = MAX_FILE_BYTES + 1024 * 1024;

const STATUS: Record<ErrorCode, number> = {
  notFound: 404,
  forbidden: 403,
  invalid: 422,
  conflict: 409,
  tooLarge: 413,
  unavailable: 503,
};

/**
 * Takes in the next version of a source: a corrected file, or its text as somebody changed it. Who it is and
 * whether that one may is asked before a byte is read. A script gets `{ location }` or a `FormState`, a browser
 * is led to a page.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { dossier: slug, source: sourceId } = await params;
  const to = addresses.dossier(slug);
  const actor = await currentActor();
  if (!actor) return signedOut(request, to.sendVersion(sourceId), to.newVersion(sourceId));
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
    const file = sent ?? (text?.trim() ? fileOf(title, text) : undefined);
    if (!file) {
      const field = text === undefined ? "file" : "text";
      throw new Invalid("errors.fields", {}, { [field]: "sources.errors.nothing" });
    }
    await reviseSource(scope, { ...file, sourceId, base, note }, { key });
    return leadTo(request, to.sourceVersions(sourceId));
  } catch (error) {
    return refuse(request, { slug, sourceId }, error, typed);
  }
}

/** A text as a file: what came in, byte for byte, is kept of it too. */
function fileOf(title: string, text: string): { fileName: string; bytes: Uint8Array } {
  const name =
    title
      .replace(/[/\\:*?"<>|]+/g, " ")
      .trim()
      .slice(0, 180) || "tekst";
  return { fileName: `${name}.md`, bytes: new TextEncoder().encode(text) };
}

/** Somebody opens the address of the form, or loads the page again: to the form. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { dossier, source } = await params;
  const location = addresses.dossier(dossier).newVersion(source);
  return unkeptAnswer(null, 303, { location });
}

/** A script keeps what was typed; a browser without one gets it back, to be sent again. */
async function signedOut(request: Request, to: string, page: string): Promise<Response> {
  const sent = wantsData(request)
    ? undefined
    : await startOfForm(request, MAX_FORM_BYTES).catch(() => undefined);
  if (!sent) return leadTo(request, addresses.signIn({ next: page }), 401);
  return sendAgain(sent.form, to, page, sent.lost);
}

function leadTo(request: Request, location: string, status = 200): Response {
  if (!wantsData(request)) return unkeptAnswer(null, 303, { location });
  return answerData({ location }, status);
}

function answerData(data: object, status: number): Response {
  return unkeptAnswer(JSON.stringify(data), status, { "content-type": "application/json" });
}

async function refuse(
  request: Request,
  { slug, sourceId }: { slug: string; sourceId: string },
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
    return unkeptAnswer(null, 303, { location: to.newVersion(sourceId) });
  }
  const values = typed.note ? { note: typed.note.slice(0, 200) } : undefined;
  const { location, cookie } = keepForm((failed) => to.newVersion(sourceId, { failed }), {
    ...state,
    values,
  });
  return unkeptAnswer(null, 303, { location, "set-cookie": cookie });
}
