import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { TextLink } from "@/components/ui/link";
import type { Chapter } from "@/domain/requirements/model";
import styles from "./document-margin.module.css";

/** In the margin when nobody is at a requirement: how much stands in the document, and what has no herkomst. */
export function DocumentSum({ slug, chapters }: { slug: string; chapters: Chapter[] }) {
  const to = addresses.dossier(slug);
  const t = useTranslations("requirements");
  const standing = chapters.reduce((sum, { total, dropped }) => sum + total - dropped, 0);
  const gaps = chapters.reduce((sum, { withoutSource }) => sum + withoutSource, 0);
  return (
    <div className={styles.content}>
      <p>{t("lead", { chapters: chapters.length, requirements: standing, gaps })}</p>
      {gaps > 0 ? (
        <p>
          <TextLink href={to.specification({ trace: "zonder" })}>{t("document.gaps")}</TextLink>
        </p>
      ) : null}
      <p className={styles.note}>{t("document.stand")}</p>
    </div>
  );
}
