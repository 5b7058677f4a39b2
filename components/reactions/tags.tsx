import Link from "next/link";
import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/link";
import { CodeTag } from "@/components/ui/text";
import type { CoreValueTag, RequirementTag } from "@/domain/reactions/model";
import styles from "./tags.module.css";

/** The kernwaarden of something, each a link. */
export function CoreValueTags({ slug, tags }: { slug: string; tags: CoreValueTag[] }) {
  const to = addresses.dossier(slug);
  return (
    <ul className={styles.tags}>
      {tags.map((tag) => (
        <li key={tag.id}>
          <Link href={to.coreValue(tag.id)} className={styles.tag}>
            <Badge tone="coreValue">
              K-{tag.number} {tag.name}
            </Badge>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Requirements that rest on something, each a link; those that do so by a kernwaarde say it. */
export function RequirementTags({ slug, tags }: { slug: string; tags: RequirementTag[] }) {
  const to = addresses.dossier(slug);
  const t = useTranslations("reactions.detail");
  return (
    <ul className={styles.lines}>
      {tags.map((tag) => (
        <li key={tag.id} className={styles.line}>
          <CodeTag>{tag.code}</CodeTag>
          <TextLink href={to.requirement(tag.id)}>{tag.title}</TextLink>
          {tag.direct ? null : <span className={styles.via}>{t("via")}</span>}
        </li>
      ))}
    </ul>
  );
}
