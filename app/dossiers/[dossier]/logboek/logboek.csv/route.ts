import { redirect } from "next/navigation";
import { auditDownload } from "@/app/_lib/audit-file";
import { addresses } from "@/components/addresses";
import { logToLeave } from "@/domain/audit/commands";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { fileSlug } from "@/domain/dossiers/queries";

type Context = { params: Promise<{ dossier: string }> };

/**
 * The log of this dossier, as a CSV file, as others read it: a file goes on to others. While something is open, the page
 * of the publication says what.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { dossier: slug } = await params;
  return auditDownload(request, async (person, filter) => {
    const scope = await openDossierToRead(person, slug);
    const { rows, held } = await logToLeave(scope, filter);
    if (held) redirect(addresses.dossier(slug).publication({ message: "persoonsgegevens" }));
    return { name: `herleid-logboek-${await fileSlug(scope)}`, rows };
  });
}
