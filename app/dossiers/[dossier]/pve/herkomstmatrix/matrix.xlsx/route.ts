import { redirect, unstable_rethrow } from "next/navigation";
import { attachment } from "@/app/_lib/attachment";
import { currentActor } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { fileSlug } from "@/domain/dossiers/queries";
import { formatDate } from "@/domain/kernel/dates";
import { DomainError } from "@/domain/kernel/errors";
import { matrixToLeave } from "@/domain/matrix/commands";
import { matrixSpreadsheet } from "@/domain/matrix/render/spreadsheet";
import { sentencesIn } from "@/i18n/sentence";

const EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * The whole *herkomstmatrix* as a spreadsheet, as others read it: a file goes on to others. While something is open,
 * the page of the publication says what. Dutch, whatever the interface is, as the other documents.
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ dossier: string }> },
): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 401 });
  const { dossier } = await params;
  try {
    const scope = await openDossierToRead(actor, dossier);
    const { document, held } = await matrixToLeave(scope);
    if (held) redirect(addresses.dossier(dossier).publication({ message: "persoonsgegevens" }));
    const text = sentencesIn("nl");
    const bytes = await matrixSpreadsheet(document, {
      text,
      date: (value) => formatDate(value, "nl"),
    });
    return new Response(new Uint8Array(bytes), {
      headers: {
        "content-type": EXCEL,
        "content-disposition": attachment(`herleid-herkomstmatrix-${await fileSlug(scope)}.xlsx`),
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof DomainError) {
      return new Response(null, { status: error.code === "forbidden" ? 403 : 404 });
    }
    throw error;
  }
}
