import { unkeptAnswer } from "@/app/_lib/form-post";
import { currentActor } from "@/app/_lib/session";
import { findingsInWriting } from "@/app/_lib/writing-findings";
import type { RequirementData, Standing } from "@/components/requirements/document-data";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { DomainError } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import { mayWriteRequirements } from "@/domain/requirements/policy";
import { getVersion, idFromAddress, ownDrafts } from "@/domain/requirements/queries";
import { editableBody } from "@/domain/text/rich-body";
import { bodyText } from "@/domain/text/rich-text";
import { traceOfRequirement } from "@/domain/trace/queries";

type Context = { params: Promise<{ dossier: string; requirement: string }> };

/** Words per way that the margin shows; the page of the herkomst has all. */
const WORDS = 6;

/** What one writes on: the version that stands, and one's own draft. */
async function standingOf(scope: ReaderScope, id: string, version: number): Promise<Standing> {
  const found = await getVersion(scope, id, version);
  const [draft = null] = await ownDrafts(scope, id);
  const { n, title, kind, explanation, evidence, verification, score, weight } = found;
  const body = editableBody(found);
  return {
    ...{ n, title, kind, explanation, evidence, verification, score, weight, body, draft },
    findings: await findingsInWriting(scope, id, bodyText(draft?.body ?? body)),
  };
}

/** What the document shows beside a requirement: asked for when somebody comes to it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return unkeptAnswer(null, 401);
  const { dossier, requirement } = await params;
  try {
    const scope = await openDossierToRead(actor, dossier);
    const id = idFromAddress(requirement);
    const mayChoose = mayWriteRequirements(scope);
    const trace = await traceOfRequirement(scope, id, { perBranch: WORDS, propose: mayChoose });
    const writes = mayChoose && !trace.requirement.dropped;
    const data: RequirementData = {
      trace,
      standing: writes ? await standingOf(scope, id, trace.requirement.version) : null,
    };
    return unkeptAnswer(JSON.stringify(data), 200, { "content-type": "application/json" });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return unkeptAnswer(null, error.code === "forbidden" ? 403 : 404);
  }
}
