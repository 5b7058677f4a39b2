import { attachment } from "@/app/_lib/attachment";
import { currentActor } from "@/app/_lib/session";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { fileSlug } from "@/domain/dossiers/queries";
import { openBeside, openEditionOfDossier } from "@/domain/editions/gate";
import { DomainError } from "@/domain/kernel/errors";
import { paperFile } from "@/domain/papers/queries";
import { MEDIA_TYPES, paperAt, paperFileName } from "@/domain/papers/rules/files";
import { sentencesIn } from "@/i18n/sentence";

type Context = { params: Promise<{ dossier: string; edition: string; file: string }> };

/** A paper of an edition: made of what was frozen, so nothing of it is asked again. It is Dutch, whatever the interface is. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 401 });
  const { dossier, edition, file } = await params;
  try {
    const scope = await openDossierToRead(actor, dossier);
    const reader = await openEditionOfDossier(scope, edition);
    const paper = paperAt(file);
    if (!paper) return new Response(null, { status: 404 });
    const { kind, format } = paper;
    const base = await openBeside(reader);
    const bytes = await paperFile(reader, base, { kind, format }, sentencesIn("nl"));
    const name = paperFileName(await fileSlug(scope), edition, kind, format);
    return new Response(Buffer.from(bytes), {
      headers: {
        "content-type": MEDIA_TYPES[format],
        "content-disposition": attachment(name),
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const status = { forbidden: 403, tooLarge: 413 }[error.code as string] ?? 404;
    return new Response(null, { status });
  }
}
