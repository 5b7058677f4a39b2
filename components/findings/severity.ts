import type { BadgeTone } from "@/components/ui/badge";
import type { Severity } from "@/domain/checking/model";

export const TONES: Record<Severity, BadgeTone> = {
  fout: "error",
  "let op": "warning",
  tip: "info",
};

/** How the catalogue calls it. */
export const nameOf = (severity: Severity) =>
  severity === "fout" ? "error" : severity === "tip" ? "tip" : "warning";
