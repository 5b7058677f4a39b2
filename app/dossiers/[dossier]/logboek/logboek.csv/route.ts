import { auditDownload } from "@/app/_lib/audit-file";
import { dossierAuditRows } from "@/domain/audit/queries";
import { asOutsider, openDossierToRead } from "@/domain/dossiers/gate";

type Context = { params: Promise<{ dossier: string }> };

/** The log of this dossier, as a CSV file, as others read it: a file goes on to others. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { dossier: slug } = await params;
  return auditDownload(request, `herleid-logboek-${slug}`, async (person, filter) =>
    dossierAuditRows(asOutsider(await openDossierToRead(person, slug)), filter),
  );
}
