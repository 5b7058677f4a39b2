import { boundedForm, unkeptAnswer } from "@/app/_lib/form-post";
import { ASKED_FOR, ownAddress } from "@/app/_lib/return-address";
import { sendAgain } from "@/app/_lib/send-again";
import { addresses } from "@/components/addresses";
import { MAX_FORM_BYTES } from "@/domain/kernel/submission";

/**
 * A browser without scripts sent a form while nobody was signed in: `proxy.ts` brings it here. Nobody
 * else can put words here: the edge refuses what no page of ours sent, and what is too large.
 */
export async function POST(request: Request): Promise<Response> {
  const to = ownAddress(request.headers.get(ASKED_FOR));
  if (!to) return unkeptAnswer(null, 403);
  try {
    return await sendAgain(await boundedForm(request, MAX_FORM_BYTES), to, to);
  } catch {
    return unkeptAnswer(null, 413);
  }
}

/** Somebody opens the address itself. */
export async function GET(): Promise<Response> {
  return unkeptAnswer(null, 303, { location: addresses.signIn() });
}
