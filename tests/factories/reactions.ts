import type { z } from "zod";
import { addConsultation } from "@/domain/consultations/commands";
import type { ReaderScope } from "@/domain/kernel/scope";
import { addReaction } from "@/domain/reactions/commands";
import type { newReaction } from "@/domain/reactions/model";
import { importSource, quotePassage } from "@/domain/sources/commands";
import { addStatement } from "@/domain/statements/commands";
import type { newStatement } from "@/domain/statements/model";
import { codePointLength } from "@/domain/text/rules";

/** A meeting in the dossier. */
export async function consultationIn(
  scope: ReaderScope,
  overrides: { title?: string; heldOn?: string } = {},
): Promise<string> {
  const { id } = await addConsultation(scope, {
    title: overrides.title ?? "Bijeenkomst met scholen",
    kind: "meeting",
    audience: "stakeholder",
    heldOn: overrides.heldOn ?? "2026-03-12",
    startsAt: "",
    sector: "",
    chair: "",
  });
  return id;
}

/** A stelling, put in a consultation (its own, unless one is given). */
export async function statementIn(
  scope: ReaderScope,
  overrides: Partial<z.input<typeof newStatement>> = {},
): Promise<string> {
  const { id } = await addStatement(scope, {
    text: "Een begeleider is ook na schooltijd bereikbaar.",
    explanation: "",
    number: "",
    ...overrides,
    consultationId: overrides.consultationId ?? (await consultationIn(scope)),
  });
  return id;
}

/** A reaction by hand, in a consultation of its own unless one is given. */
export async function reactionIn(
  scope: ReaderScope,
  overrides: Partial<z.input<typeof newReaction>> = {},
): Promise<{ id: string; number: number }> {
  return addReaction(scope, {
    kind: "reaction",
    text: "De ouders willen weten bij wie zij terechtkunnen.",
    position: "none",
    statementId: "",
    groupId: "",
    speaker: "",
    replyToId: "",
    ...overrides,
    consultationId: overrides.consultationId ?? (await consultationIn(scope)),
  });
}

/** Quoted words in a source of their own: `before` and `after` stand around them. */
export async function passageIn(
  scope: ReaderScope,
  exact: string,
  { before = "Verslag. ", after = " Einde." }: { before?: string; after?: string } = {},
): Promise<{ passageId: string; sourceId: string; sourceVersionId: string }> {
  const { sourceId, sourceVersionId } = await importSource(scope, {
    fileName: "verslag.md",
    bytes: new TextEncoder().encode(before + exact + after),
  });
  const start = codePointLength(before);
  const { passageId } = await quotePassage(scope, {
    sourceVersionId,
    start,
    end: start + codePointLength(exact),
    exact,
  });
  return { passageId, sourceId, sourceVersionId };
}
