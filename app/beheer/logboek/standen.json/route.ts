import { unkeptAnswer } from "@/app/_lib/form-post";
import { currentActor } from "@/app/_lib/session";
import { administer } from "@/domain/accounts/gate";
import { auditHeads } from "@/domain/audit/queries";
import { DomainError } from "@/domain/kernel/errors";

/** How far each chain of the log is, signed, as a file to keep elsewhere. */
export async function GET(): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return unkeptAnswer(null, 401);
  try {
    const heads = await auditHeads(administer(actor));
    const name = `herleid-logboek-${heads.at.slice(0, 10)}.json`;
    return unkeptAnswer(`${JSON.stringify(heads, null, 1)}\n`, 200, {
      "content-type": "application/json",
      "content-disposition": `attachment; filename="${name}"`,
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return unkeptAnswer(null, 403);
  }
}
