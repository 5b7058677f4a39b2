import { useLocale, useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { ClientMessages } from "@/components/shell/client-messages";
import { MarkedText } from "@/components/text/marked-text";
import { AccountProvider } from "@/components/ui/account";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import { Section } from "@/components/ui/card";
import type { FormAction } from "@/components/ui/form";
import { PageTitle } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { Columns, Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import type { CorrectionPage } from "@/domain/corrections/model";
import { formatDate } from "@/domain/kernel/dates";
import styles from "./corrections.module.css";
import { OwnProposal } from "./own-proposal";
import { OwnText } from "./own-text";

interface Acts {
  propose: FormAction;
  withdraw: (data: FormData) => Promise<void>;
  agree: (data: FormData) => Promise<void>;
}

/** What somebody who was there reads and corrects with their link; afterwards what came of it. */
export function OwnCorrections({
  page,
  link,
  at,
  acts,
}: {
  page: CorrectionPage;
  link: string;
  /** The block for which other words are typed. */
  at: number | null;
  acts: Acts;
}) {
  const t = useTranslations("corrections.own");
  const language = useLocale();
  const { blocks, own } = page;
  return (
    // What is typed is kept in this browser until it is sent, as for who has an account.
    <AccountProvider id={page.attendeeId}>
      <ClientMessages namespaces={[]}>
        <PageTitle
          eyebrow={t("eyebrow", { authority: page.contractingAuthority })}
          title={page.title}
          lead={
            page.closed ? t("leadClosed") : t("lead", { date: formatDate(page.closesOn, language) })
          }
        />
        <Stack gap="l">
          {page.closed ? <Alert tone="info">{t(`closed.${page.closed}`)}</Alert> : null}
          <Paragraph muted className="measure">
            {t("whose", { name: page.name })}
          </Paragraph>
          {blocks ? (
            <Columns
              aside={
                <Section id="wat-nu" title={t("nextTitle")}>
                  <Paragraph>{t("next")}</Paragraph>
                </Section>
              }
            >
              <Section id="tekst" title={t("text")}>
                <Stack gap="m">
                  <OwnSums page={page} link={link} />
                  <Pages page={page} link={link} />
                  <OwnText
                    link={link}
                    page={blocks.page}
                    at={at}
                    blocks={blocks.rows}
                    own={own}
                    propose={acts.propose}
                    withdraw={acts.withdraw}
                  />
                  <Pages page={page} link={link} below />
                </Stack>
              </Section>
              {blocks.page === blocks.pages ? <Agree page={page} agree={acts.agree} /> : null}
            </Columns>
          ) : (
            <Section id="voorstellen" title={t("yours")} titleHidden>
              {own.length === 0 ? <Paragraph>{t("nothing")}</Paragraph> : null}
              <ol className={styles.list}>
                {own.map((proposal) => (
                  <li key={proposal.id} className={styles.block}>
                    <MarkedText text={proposal.words} form={proposal.form} />
                    <OwnProposal proposal={proposal} link={link} page={1} />
                  </li>
                ))}
              </ol>
            </Section>
          )}
        </Stack>
      </ClientMessages>
    </AccountProvider>
  );
}

function Pages({ page, link, below }: { page: CorrectionPage; link: string; below?: boolean }) {
  if (!page.blocks) return null;
  return (
    <Pagination
      below={below}
      page={page.blocks.page}
      pages={page.blocks.pages}
      total={page.blocks.total}
      hrefFor={(n) => addresses.correction(link, { page: n }, "tekst")}
    />
  );
}

/** The own proposals, to go to. */
function OwnSums({ page: { own, blocks }, link }: { page: CorrectionPage; link: string }) {
  const t = useTranslations("corrections.own");
  return (
    <Paragraph>
      {t("sums", { count: own.length })}{" "}
      {own.map(({ block }, i) => {
        const here = blocks?.rows.some(({ n }) => n === block);
        return (
          <span key={block}>
            {i > 0 ? ", " : ""}
            <TextLink
              href={
                here
                  ? `#blok-${block}`
                  : addresses.correction(link, { segment: block }, `blok-${block}`)
              }
            >
              {t("toBlock", { n: block })}
            </TextLink>
          </span>
        );
      })}
    </Paragraph>
  );
}

function Agree({ page: { own, agreed }, agree }: { page: CorrectionPage; agree: Acts["agree"] }) {
  const t = useTranslations("corrections.own");
  const rest = own.length > 0;
  return (
    <Section id="klaar" title={t("agreeTitle")}>
      <Stack gap="s">
        {agreed ? (
          <Alert tone="ok" role="status">
            {rest ? t("agreedRest") : t("agreed")}
          </Alert>
        ) : null}
        <ButtonForm action={agree} hidden={{ agrees: agreed ? "no" : "yes" }}>
          <Button type="submit" variant={agreed ? "subtle" : "primary"}>
            {agreed ? t("disagree") : rest ? t("agreeRest") : t("agree")}
          </Button>
        </ButtonForm>
      </Stack>
    </Section>
  );
}
