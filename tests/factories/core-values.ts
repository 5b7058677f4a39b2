import type { z } from "zod";
import { addCoreValue } from "@/domain/core-values/commands";
import type { newCoreValue } from "@/domain/core-values/model";
import type { ReaderScope } from "@/domain/kernel/scope";
import { reactionIn } from "./reactions";

/** A kernwaarde made from a reaction of its own, unless reactions or passages are given. */
export async function coreValueIn(
  scope: ReaderScope,
  overrides: Partial<z.input<typeof newCoreValue>> = {},
): Promise<{ id: string; number: number; added: number }> {
  const own = !overrides.reactionIds && !overrides.passageIds;
  return addCoreValue(scope, {
    name: "Bereikbaar",
    definition: "Mensen vinden zonder omweg iemand die luistert.",
    rule: "Gebruik dit als het over vinden en bereiken gaat, niet over wachttijd.",
    ...overrides,
    ...(own ? { reactionIds: [(await reactionIn(scope)).id] } : {}),
  });
}
