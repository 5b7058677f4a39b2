import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { TextLink } from "@/components/ui/link";
import type { WholeTag } from "@/domain/reactions/model";
import styles from "./moderation.module.css";

/** Beside a part: of which reaction it is one, and what its sender chose. */
export function PartOf({ slug, whole }: { slug: string; whole: WholeTag }) {
  const t = useTranslations("moderation.parts");
  const positions = useTranslations("reactions.position");
  const { id, number, nth, of, position } = whole;
  return (
    <p className={styles.small}>
      {t("partOf", { nth, of })}{" "}
      <TextLink href={addresses.dossier(slug).reaction(id)}>R-{number}</TextLink>.{" "}
      {position === "none" ? null : t("position", { position: positions(position).toLowerCase() })}
    </p>
  );
}
