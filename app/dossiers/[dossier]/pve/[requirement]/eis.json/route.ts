import { unkeptAnswer } from "@/app/_lib/form-post";
import { currentActor } from "@/app/_lib/session";
import type { RequirementData } from "@/components/requirements/document-data";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { DomainError } from "@/domain/kernel/errors";
import { idFromAddress } from "@/domain/requirements/queries";
import { traceOfRequirement } from "@/domain/trace/queries";

type Context = { params: Promise<{ dossier: string; requirement: string }> };

/** Words per way that the margin shows; the page of the herkomst has all. */
const WORDS = 6;

/** What the document shows beside a requirement: asked for when somebody comes to it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return unkeptAnswer(null, 401);
  const { dossier, requirement } = await params;
  try {
    const scope = await openDossierToRead(actor, dossier);
    const id = idFromAddress(requirement);
    const data: RequirementData = await traceOfRequirement(scope, id, { perBranch: WORDS });
    return unkeptAnswer(JSON.stringify(data), 200, { "content-type": "application/json" });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return unkeptAnswer(null, error.code === "forbidden" ? 403 : 404);
  }
}
