import { auditDownload } from "@/app/_lib/audit-file";
import { administer } from "@/domain/accounts/gate";
import { auditRows } from "@/domain/audit/queries";

/** The log of the installation and of all dossiers, as a CSV file. */
export function GET(request: Request): Promise<Response> {
  return auditDownload(request, async (person, filter) => ({
    name: "herleid-logboek",
    rows: await auditRows(administer(person), filter),
  }));
}
