import type { MessageKey } from "@/messages/catalogue";
import type { RequirementThing } from "../model";
import type { Comparison, RequirementChange, SaidField } from "./changes";

type Text = (key: MessageKey, params?: Record<string, string | number>) => string;
type Numbers = { number: string; base: string };

/** How much stayed as it was. @param base the number of the edition it is held against. */
export function changesLead(text: Text, sums: ChangesSums, base: string): string {
  const { before, unchanged, added } = sums;
  return [
    text("editions.changes.lead", { before, base, unchanged }),
    added > 0 ? text("editions.changes.leadAdded", { added }) : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** How many requirements became what, and how many are in force in each edition. */
export type ChangesSums = Comparison["sums"] & Pick<Comparison, "before" | "after">;

/** `21 gelijk + 2 gewijzigd + 1 verplaatst + 1 vervallen = 25 in editie 1`: so that anybody sees that it closes. */
export function changesSum(text: Text, sums: ChangesSums, { number, base }: Numbers): string {
  const parts = (["unchanged", "changed", "moved", "origin", "dropped"] as const)
    .filter((kind) => kind === "unchanged" || sums[kind] > 0)
    .map((kind) => text(`editions.changes.counted.${kind}`, { count: sums[kind] }));
  const was = text("editions.changes.sum", {
    parts: parts.join(" + "),
    count: sums.before,
    number: base,
  });
  const { before, dropped, added } = sums;
  const is = text("editions.changes.sumAfter", {
    before,
    dropped,
    added,
    count: sums.after,
    number,
  });
  return `${was} ${is}`;
}

/** What a requirement says in a field, in words. */
export function saidIn(text: Text, requirement: RequirementThing, field: SaidField): string {
  if (field === "kind") return text(`kinds.requirement.${requirement.kind}`);
  return String(requirement[field] ?? "");
}

/** From where to where a requirement went; null when it stayed. */
export function movedWords(text: Text, { moved }: Pick<RequirementChange, "moved">): string | null {
  if (!moved) return null;
  const { from, to } = moved;
  const spots = { from: from.place, to: to.place };
  return from.title === to.title
    ? text("editions.changes.movedWithin", { ...spots, chapter: to.chapter, title: to.title })
    : text("editions.changes.movedTo", {
        ...spots,
        fromChapter: from.title,
        toChapter: to.title,
      });
}
