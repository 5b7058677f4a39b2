"use client";

import { useSelectedLayoutSegment } from "next/navigation";
import { DossierNav, type DossierStep } from "@/components/shell/dossier-nav";

/** Which step the pages beside the steps belong to. */
const STEP_OF: Record<string, string> = { consultaties: "bronnen", reacties: "stellingen" };

/** The path of the dossier with the step marked that the address stands at. */
export function DossierSteps({ base, items }: { base: string; items: DossierStep[] }) {
  const segment = useSelectedLayoutSegment() ?? "overzicht";
  return <DossierNav base={base} items={items} current={STEP_OF[segment] ?? segment} />;
}
