import { unkeptAnswer } from "@/app/_lib/form-post";
import { liveAnswer } from "@/app/_lib/live";
import { currentActor, dossierOverTime } from "@/app/_lib/session";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { DomainError } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import { mayFollow } from "@/domain/participation/queries";
import { meetingGoesOn } from "@/domain/room/queries";

type Context = { params: Promise<{ dossier: string; consultation: string }> };

/** Whether something can still change that is seen of it: somebody may react, or a meeting is going on. */
const changes = async (scope: ReaderScope, consultation: string): Promise<boolean> =>
  (await mayFollow(scope, consultation)) || (await meetingGoesOn(scope, consultation));

/** Tells who follows an online consultation that something changed, for as long as it can change and they may see it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return unkeptAnswer(null, 401);
  const { dossier, consultation } = await params;
  try {
    const scope = await openDossierToRead(actor, dossier);
    const mayNow = await changes(scope, consultation);
    // Who waits for an answer to end would wait for ever, and who asks for its head alone would never be seen to leave.
    if (request.method !== "GET" || !request.headers.get("accept")?.includes("text/event-stream")) {
      return unkeptAnswer(null, 406);
    }
    // A browser does not come back after this.
    if (!mayNow) return unkeptAnswer(null, 204);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return unkeptAnswer(null, error.code === "forbidden" ? 403 : 404);
  }
  const again = await dossierOverTime(dossier);
  const may = async () => {
    const scope = await again();
    if (!scope) return false;
    return changes(scope, consultation).catch((error: unknown) => {
      if (error instanceof DomainError) return false;
      throw error;
    });
  };
  return liveAnswer(consultation.toLowerCase(), actor.id, may, request.signal);
}
