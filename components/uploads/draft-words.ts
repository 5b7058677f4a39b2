import { useTranslations } from "next-intl";
import type { Draft, Found } from "@/domain/uploads/model";

/** Says in words what is known of a draft. */
export function useDraftWords() {
  const t = useTranslations("uploads.drafts");

  const size = (bytes: number) => {
    const megabytes = Math.round(bytes / 100_000) / 10;
    return megabytes >= 1
      ? t("megabytes", { size: megabytes })
      : t("kilobytes", { size: Math.max(1, Math.round(bytes / 1000)) });
  };

  /** "4,8 MB · Word · bijlage bij brief.eml" */
  const facts = ({ byteSize, found, attachedTo }: Draft, format: string | null) =>
    [
      size(byteSize),
      format,
      found && found.pages > 0 ? t("pages", { count: found.pages }) : null,
      found ? t("blocks", { count: found.blocks }) : null,
      attachedTo ? t("attachedTo", { name: attachedTo }) : null,
    ]
      .filter(Boolean)
      .join(" · ");

  /** "2 bijeenkomsten en 1 interview" */
  const documents = ({ documents: named, numbers }: Found) => {
    const kinds = new Map<(typeof named)[number]["kind"], number>();
    for (const { kind } of named) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const words = [...kinds].map(([kind, count]) => t(`documents.${kind}`, { count }));
    const more = numbers.documents - named.length;
    return [...words, ...(more > 0 ? [t("documents.more", { count: more })] : [])].join(", ");
  };

  /** "5 stellingen, 96 reacties, 2 tabellen" */
  const input = ({ numbers: { statements, reactions, tables } }: Found) =>
    [
      t("statements", { count: statements }),
      t("reactions", { count: reactions }),
      tables > 0 ? t("tables", { count: tables }) : null,
    ]
      .filter(Boolean)
      .join(", ");

  return { facts, documents, input };
}
