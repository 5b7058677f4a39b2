import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/link";
import { formatDate } from "@/domain/kernel/dates";
import type { SourcePart } from "@/domain/sources/model";
import styles from "./document-list.module.css";

/** The documents found in a source: where each begins, and how far its splitting is. */
export function DocumentList({
  parts,
  readHref,
  splitHref,
}: {
  parts: SourcePart[];
  /** Address of the block a document begins with. */
  readHref: (part: SourcePart) => string;
  splitHref: (part: SourcePart) => string;
}) {
  const t = useTranslations("sources");
  const kinds = useTranslations("kinds");
  const language = useLocale();
  return (
    <ol className={styles.list}>
      {parts.map((part) => (
        <li key={part.n} className={styles.part}>
          <div className={styles.about}>
            <TextLink href={readHref(part)} className={styles.title}>
              {part.title}
            </TextLink>
            <span className={styles.facts}>
              {[
                kinds(`consultation.${part.kind}`),
                part.heldOn ? formatDate(part.heldOn, language) : null,
                part.startsAt,
                part.sector,
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </div>
          <div className={styles.state}>
            {part.confirmedAt ? (
              <Badge tone="ok">{t("state.done")}</Badge>
            ) : (
              <TextLink href={splitHref(part)}>
                {t("state.open", { open: part.openSegments, total: part.segments })}
                <span className="visually-hidden">: {part.title}</span>
              </TextLink>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
