import { describeError } from "@/app/_lib/action";
import { unkeptAnswer } from "@/app/_lib/form-post";
import { keepForm } from "@/app/_lib/kept-form";
import { knownHere } from "@/app/_lib/participant";
import { takeForm } from "@/app/_lib/sent-files";
import { addresses, wholeNumber } from "@/components/addresses";
import { questionsOf } from "@/components/participation/questions";
import { Invalid, NotFound } from "@/domain/kernel/errors";
import { SUBMISSION_KEY } from "@/domain/kernel/submission";
import { attachFile } from "@/domain/participation/commands";
import { openConsultation } from "@/domain/participation/gate";
import { MAX_FILE_BYTES } from "@/domain/participation/model";
import { consultationPage, ownAnswers } from "@/domain/participation/queries";

type Context = { params: Promise<{ code: string; n: string }> };

/** The file, and the few fields around it. */
const MAX_FIELD_BYTES = 1_024;
const MAX_BODY_BYTES = MAX_FILE_BYTES + 64 * 1024;

/**
 * Takes in a file with an answer: an ordinary form, answered with the way on. Who it is, and whether a file may come, is asked
 * before a byte is read; whether it was in time is told by when it arrived.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const arrivedAt = Date.now();
  const { code, n } = await params;
  const page = (query = {}) => addresses.reactFile(code, n, query);
  const leadTo = (location: string, more = {}) => unkeptAnswer(null, 303, { location, ...more });
  try {
    const at = await openConsultation(code);
    const known = await knownHere(at, arrivedAt);
    // The device forgot who they are: the beginning says how to go on, and the file is still on the device.
    if (!known?.here) return leadTo(addresses.stakeholderPage(code));
    const consultation = await consultationPage(at);
    const question = questionsOf(consultation)[(wholeNumber(n) ?? 0) - 1];
    if (!question) throw new NotFound();
    if (!consultation.takesFiles) throw new Invalid("participation.errors.noFiles");
    let sent: { fileName: string; bytes: Uint8Array } | undefined;
    const limits = { body: MAX_BODY_BYTES, field: MAX_FIELD_BYTES };
    const fields = await takeForm(request, limits, async ({ fileName, bytes }) => {
      const parts: Uint8Array[] = [];
      for await (const part of bytes) parts.push(part);
      sent ??= { fileName, bytes: new Uint8Array(Buffer.concat(parts)) };
    });
    // A page that somebody left open before another began on this device.
    if (fields.who !== (await ownAnswers(known.scope)).number) {
      throw new Invalid("participation.errors.otherPerson");
    }
    if (!sent) throw new Invalid("errors.fields", {}, { file: "participation.errors.chooseFile" });
    const statementId = question.statement?.id ?? null;
    await attachFile(known.scope, { ...sent, statementId }, { key: fields[SUBMISSION_KEY] });
    return leadTo(addresses.reactStatement(code, question.n));
  } catch (error) {
    if (error instanceof NotFound) return leadTo(addresses.stakeholderPage(code));
    const state = await describeError(error);
    const { location, cookie } = keepForm((failed) => page({ failed }), state);
    return leadTo(location, { "set-cookie": cookie });
  }
}

/** Somebody opens the address of the form, or loads the page again: to the form. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { code, n } = await params;
  return unkeptAnswer(null, 303, { location: addresses.reactFile(code, n) });
}
