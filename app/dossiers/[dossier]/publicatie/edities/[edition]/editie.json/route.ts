import { attachment } from "@/app/_lib/attachment";
import { currentActor } from "@/app/_lib/session";
import { writtenOut } from "@/app/_lib/written-out";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { fileSlug } from "@/domain/dossiers/queries";
import { openEditionOfDossier } from "@/domain/editions/gate";
import { editionBodies, publicEdition } from "@/domain/editions/queries";
import { editionFile } from "@/domain/editions/render/file";
import { DomainError } from "@/domain/kernel/errors";

type Context = { params: Promise<{ dossier: string; edition: string }> };

/** An edition as its file, piece by piece: as it was adopted, so nothing of it is asked again. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 401 });
  const { dossier, edition } = await params;
  try {
    const scope = await openDossierToRead(actor, dossier);
    const reader = await openEditionOfDossier(scope, edition);
    const pieces = editionFile(reader, await publicEdition(reader), editionBodies);
    const name = `herleid-editie-${edition}-${await fileSlug(scope)}.json`;
    return new Response(writtenOut(pieces), {
      headers: {
        "content-type": "application/json",
        "content-disposition": attachment(name),
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return new Response(null, { status: error.code === "forbidden" ? 403 : 404 });
  }
}
