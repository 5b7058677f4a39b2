import { getTranslations } from "next-intl/server";
import { nameOf } from "@/components/findings/severity";
import type { WritingFinding } from "@/components/requirements/document-data";
import { SEVERITIES } from "@/domain/checking/model";
import type { ShownFinding } from "@/domain/findings/model";
import { writingFindings } from "@/domain/findings/queries";
import type { ReaderScope } from "@/domain/kernel/scope";

/** What is found in words that somebody writes of a requirement, in their language: the browser needs no rules and no sentences. */
export async function findingsInWriting(
  scope: ReaderScope,
  requirementId: string,
  text: string,
): Promise<WritingFinding[]> {
  const found = await writingFindings(scope, requirementId, text);
  const rank = (one: ShownFinding) => SEVERITIES.indexOf(one.severity);
  // What is worst first: not all of them may have room.
  const sorted = found.toSorted((a, b) => rank(a) - rank(b));
  const t = await getTranslations("findings");
  const rules = await getTranslations("checking.rules");
  return sorted.map(({ rule, severity, params }) => ({
    ...{ severity, level: t(`severity.${nameOf(severity)}`) },
    what: rules(`${rule}.what`, params),
    better: rules(`${rule}.better`, params),
  }));
}
