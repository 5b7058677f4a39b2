import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { DomainError, type ErrorCode } from "@/domain/kernel/errors";
import { refusalIn } from "@/domain/kernel/refusal";
import { MAX_FORM_BYTES } from "@/domain/kernel/submission";
import { describeError } from "./action";
import { startOfForm, unkeptAnswer, wantsData } from "./form-post";
import { keepForm } from "./kept-form";
import { sendAgain } from "./send-again";

/** The answers of the routes that take in files: a script gets data, a browser is led to a page. */

const STATUS: Record<ErrorCode, number> = {
  notFound: 404,
  forbidden: 403,
  invalid: 422,
  conflict: 409,
  tooLarge: 413,
  unavailable: 503,
};

/** Leads on to a page: a script gets `{ location }`. */
export function leadTo(request: Request, location: string, status = 200): Response {
  if (!wantsData(request)) return unkeptAnswer(null, 303, { location });
  return answerData({ location }, status);
}

function answerData(data: { location: string } | FormState, status: number): Response {
  return unkeptAnswer(JSON.stringify(data), status, { "content-type": "application/json" });
}

/**
 * Nobody is signed in. A script keeps what was typed; a browser without one gets it back, to be sent again.
 *
 * @param to where the form goes; @param page where it stands.
 */
export async function answerSignedOut(
  request: Request,
  to: string,
  page: string,
): Promise<Response> {
  const sent = wantsData(request)
    ? undefined
    : await startOfForm(request, MAX_FORM_BYTES).catch(() => undefined);
  // Where neither text nor file came, there is nothing to send again.
  const something =
    sent?.lost ||
    [...(sent?.form ?? [])].some(([name, value]) => value instanceof File || name === "text");
  if (!sent || !something) return leadTo(request, addresses.signIn({ next: page }), 401);
  return sendAgain(sent.form, to, page, sent.lost);
}

/**
 * Says why something was not taken in. A browser without scripts is led back to the form, with what was typed
 * in it as far as `values` has it.
 *
 * @param page the address of the form, with the number under which it was kept.
 */
export async function answerRefusal(
  request: Request,
  page: (query?: { failed: string }) => string,
  error: unknown,
  values?: Record<string, string>,
): Promise<Response> {
  const state = await describeError(error);
  if (wantsData(request)) {
    const refusal = refusalIn(error);
    return answerData(state, refusal ? STATUS[refusal.code] : 500);
  }
  // A page that says "not found" or "no access" is there already: the form itself.
  if (error instanceof DomainError && ["notFound", "forbidden"].includes(error.code)) {
    return unkeptAnswer(null, 303, { location: page() });
  }
  const { location, cookie } = keepForm((failed) => page({ failed }), { ...state, values });
  return unkeptAnswer(null, 303, { location, "set-cookie": cookie });
}
