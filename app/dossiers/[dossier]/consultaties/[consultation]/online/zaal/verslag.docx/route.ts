import { redirect, unstable_rethrow } from "next/navigation";
import { attachment } from "@/app/_lib/attachment";
import { currentActor } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { fileSlug } from "@/domain/dossiers/queries";
import { DomainError } from "@/domain/kernel/errors";
import { MEDIA_TYPES } from "@/domain/papers/rules/files";
import { reportToLeave } from "@/domain/room/commands";
import { reportFile } from "@/domain/room/queries";
import { sentencesIn } from "@/i18n/sentence";

type Context = { params: Promise<{ dossier: string; consultation: string }> };

/**
 * The report of a consultation as a Word document, as others read it. While personal data is open, the page of the publication
 * says what. Dutch, whatever the interface is, as the other documents.
 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 401 });
  const { dossier, consultation } = await params;
  try {
    const scope = await openDossierToRead(actor, dossier);
    const { document, held } = await reportToLeave(scope, consultation);
    if (held) redirect(addresses.dossier(dossier).publication({ message: "persoonsgegevens" }));
    const bytes = await reportFile(document, sentencesIn("nl"));
    return new Response(new Uint8Array(bytes), {
      headers: {
        "content-type": MEDIA_TYPES.docx,
        "content-disposition": attachment(
          `herleid-verslag-${await fileSlug(scope, document.title)}.docx`,
        ),
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof DomainError) {
      const status = { forbidden: 403, tooLarge: 413 }[error.code as string] ?? 404;
      return new Response(null, { status });
    }
    throw error;
  }
}
