import { openShared } from "@/db/client";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { adoptEdition } from "@/domain/editions/commands";
import { editionPreview } from "@/domain/editions/queries";

// Adopts a concept edition of the dossier that it is told, so that a test can kill it meanwhile.
const opened = await openShared();
const scope = await openDossierToRead({ type: "system", name: "test" }, process.argv[2] ?? "");
const { contentSha256 } = await editionPreview(scope);
await adoptEdition(scope, {
  ...{ kind: "concept", contentSha256, decidedBy: "Het college", decidedOn: "2026-05-04" },
  ...{ decisionNumber: "", mandate: "", reason: "Om te lezen." },
});
await opened.close();
