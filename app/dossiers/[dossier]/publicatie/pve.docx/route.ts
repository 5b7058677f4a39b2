import { currentActor } from "@/app/_lib/session";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { formatDate } from "@/domain/kernel/dates";
import { DomainError } from "@/domain/kernel/errors";
import { specificationDocument } from "@/domain/publication/queries";
import { wordDocument } from "@/domain/publication/render/word/document";
import { wordFileName } from "@/domain/publication/render/word/file-name";
import { sentencesIn } from "@/i18n/sentence";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The Programma van Eisen as a Word document. The document is Dutch, whatever the interface is. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ dossier: string }> },
): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 401 });
  try {
    const scope = await openDossierToRead(actor, (await params).dossier);
    const bytes = await wordDocument(await specificationDocument(scope), {
      text: sentencesIn("nl"),
      date: (value) => formatDate(value, "nl"),
    });
    return new Response(Buffer.from(bytes), {
      headers: {
        "content-type": WORD,
        "content-disposition": `attachment; filename="${wordFileName(scope.slug)}"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return new Response(null, { status: error.code === "forbidden" ? 403 : 404 });
  }
}
