import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/link";
import type { ThreadItem } from "@/domain/reactions/model";
import { Speaker } from "./reaction-list";
import styles from "./thread.module.css";
import { Words } from "./words";

/** Reactions that ask and answer each other. */
export function Thread({ base, items }: { base: string; items: ThreadItem[] }) {
  const t = useTranslations("reactions");
  return (
    <ol className={styles.list}>
      {items.map((item) => (
        <li key={item.id} className={styles.item}>
          <p className={styles.top}>
            <TextLink href={`${base}/reacties/${item.id}`} className={styles.code}>
              R-{item.number}
            </TextLink>
            <Badge tone="reaction">{t(`kind.${item.kind}`)}</Badge>
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
