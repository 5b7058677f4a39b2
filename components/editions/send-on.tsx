import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { TextLink } from "@/components/ui/link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import styles from "./editions.module.css";

/** What somebody can send on: what was done with what one group said, or with one source. */
export interface SentOn {
  name: string;
  /** Reactions of a group; null of a source. */
  count: number | null;
  /** The full address. */
  address: string;
}

/** Addresses to send on to groups, and to who was at a meeting: nothing of them is kept here that could be mailed. */
export function SendOn({ sentOn }: { sentOn: SentOn[] }) {
  const t = useTranslations("editions.sendOn");
  if (sentOn.length === 0) return null;
  return (
    <Section id="doorsturen" title={t("title")} lead={t("lead")}>
      <Table
        caption={t("title")}
        captionHidden
        stack
        head={
          <Tr>
            <Th>{t("whom")}</Th>
            <Th>{t("reactions")}</Th>
            <Th>{t("address")}</Th>
          </Tr>
        }
      >
        {sentOn.map(({ name, count, address }) => (
          <Tr key={address}>
            <Th scope="row">{name}</Th>
            <Td label={t("reactions")}>{count ?? t("source")}</Td>
            <Td label={t("address")}>
              <TextLink href={address} prefetch={false} className={styles.kenmerk}>
                {address}
              </TextLink>
            </Td>
          </Tr>
        ))}
      </Table>
    </Section>
  );
}
