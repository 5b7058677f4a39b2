import { redirect } from "next/navigation";
import { gate } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import type { ReaderScope } from "@/domain/kernel/scope";
import { receivedSource } from "@/domain/sources/queries";

/** Of a source that was removed only the page that says so is left: every other one leads there. */
export async function requireStanding(scope: ReaderScope, sourceId: string): Promise<void> {
  const { removed } = await gate(receivedSource(scope, sourceId));
  if (removed) redirect(addresses.dossier(scope.slug).source(sourceId));
}
