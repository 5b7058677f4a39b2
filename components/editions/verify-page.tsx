import { useTranslations } from "next-intl";
import { ClientMessages } from "@/components/shell/client-messages";
import { Section } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import { Paragraph } from "@/components/ui/text";
import styles from "./verify.module.css";
import { type Known, VerifyFiles } from "./verify-files";

/** Where anybody checks an edition, what that proves, and how it is done without this page. */
export function VerifyPage({ known, data }: { known: Known[]; data: string | null }) {
  const t = useTranslations("editions.verify");
  return (
    <>
      <Heading level={1}>{t("title")}</Heading>
      <Paragraph lead>{t("lead")}</Paragraph>
      <ClientMessages namespaces={["editions.verify"]}>
        <VerifyFiles known={known} data={data} />
      </ClientMessages>
      <noscript>
        <p>{t("noScript")}</p>
      </noscript>
      <Section id="bewijst" title={t("proves")}>
        <Paragraph>{t("proof")}</Paragraph>
        <Paragraph>{t("notProof")}</Paragraph>
      </Section>
      <Section id="zonder" title={t("without")}>
        <pre className={styles.command}>
          <code>python3 verify_edition.py editie.json</code>
        </pre>
        <Paragraph>{t("withoutLead")}</Paragraph>
      </Section>
    </>
  );
}
