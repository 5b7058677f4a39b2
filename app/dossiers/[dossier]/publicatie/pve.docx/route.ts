import { redirect, unstable_rethrow } from "next/navigation";
import { logFault } from "@/app/_lib/action";
import { attachment } from "@/app/_lib/attachment";
import { currentActor } from "@/app/_lib/session";
import { addresses, textOf } from "@/components/addresses";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { fileSlug } from "@/domain/dossiers/queries";
import { formatDate } from "@/domain/kernel/dates";
import { DomainError } from "@/domain/kernel/errors";
import { documentToLeave } from "@/domain/publication/commands";
import { wordDocument } from "@/domain/publication/render/word/document";
import { wordFileName } from "@/domain/publication/render/word/file-name";
import { sentencesIn } from "@/i18n/sentence";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * The Programma van Eisen as a Word document. The document is Dutch, whatever the interface is. When
 * it cannot be made as asked, the page of the publication says why and what one can do.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ dossier: string }> },
): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 401 });
  const { dossier } = await params;
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const withNames = textOf(query, "names") === "ja";
  const names = withNames ? "ja" : undefined;
  const to = addresses.dossier(dossier);
  try {
    const scope = await openDossierToRead(actor, dossier);
    const { document, held } = await documentToLeave(scope, { withNames });
    if (held) redirect(to.publication({ message: "persoonsgegevens", names }));
    if (document.broken.length > 0 && textOf(query, "anyway") !== "ja") {
      redirect(to.publication({ message: "opmaak", names }));
    }
    const bytes = await wordDocument(document, {
      text: sentencesIn("nl"),
      date: (value) => formatDate(value, "nl"),
    });
    return new Response(Buffer.from(bytes), {
      headers: {
        "content-type": WORD,
        "content-disposition": attachment(wordFileName(await fileSlug(scope), withNames)),
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof DomainError) {
      return new Response(null, { status: error.code === "forbidden" ? 403 : 404 });
    }
    redirect(to.publication({ message: "mislukt", reference: logFault(error), names }));
  }
}
