import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Words } from "@/components/text/words";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/link";
import type { ThreadItem } from "@/domain/reactions/model";
import { Speaker } from "./reaction-list";
import styles from "./thread.module.css";

/** Reactions that ask and answer each other. */
export function Thread({ slug, items }: { slug: string; items: ThreadItem[] }) {
  const to = addresses.dossier(slug);
  const kinds = useTranslations("kinds");
  return (
    <ol className={styles.list}>
      {items.map((item) => (
        <li key={item.id} className={styles.item}>
          <p className={styles.top}>
            <TextLink href={to.reaction(item.id)} className={styles.code}>
              R-{item.number}
            </TextLink>
            <Badge tone="reaction">{kinds(`input.${item.kind}`)}</Badge>
            <span className={styles.who}>
              <Speaker speaker={item.speaker} groupName={null} />
            </span>
          </p>
          <p>
            <Words text={item.text} />
          </p>
        </li>
      ))}
    </ol>
  );
}
