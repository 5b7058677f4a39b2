import { addConsultation } from "@/domain/consultations/commands";
import type { ReaderScope } from "@/domain/kernel/scope";

/** A consultation in the dossier. @returns its id. */
export async function consultationOf(
  scope: ReaderScope,
  overrides: Partial<Parameters<typeof addConsultation>[1]> = {},
): Promise<string> {
  const { id } = await addConsultation(scope, {
    title: "Bijeenkomst basisonderwijs",
    kind: "meeting",
    audience: "stakeholder",
    heldOn: "2026-03-12",
    startsAt: "14:00",
    sector: "PO",
    chair: null,
    ...overrides,
  });
  return id;
}
