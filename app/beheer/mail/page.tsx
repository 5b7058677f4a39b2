import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireAdministrator } from "@/app/_lib/administrator";
import { ownPreferences } from "@/app/_lib/session";
import { visitOf } from "@/app/_lib/visit";
import { addresses, pageOf, type Query } from "@/components/addresses";
import { MailTable } from "@/components/mail/mail-table";
import { PageHead } from "@/components/shell/page-head";
import { SitePage } from "@/components/shell/site-page";
import { Alert } from "@/components/ui/alert";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TextField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { Pagination } from "@/components/ui/pagination";
import { Paragraph } from "@/components/ui/text";
import { MAIL_KEPT_DAYS, mailEnvironment } from "@/domain/mail/model";
import { listMails } from "@/domain/mail/queries";
import { retry, test } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mail.list"))("title") };
}

/** All mail of the installation, for who sees to it that mail arrives: to whom and how far, never what it says. */
export default async function MailPage({ searchParams }: { searchParams: Promise<Query> }) {
  const scope = await requireAdministrator();
  const t = await getTranslations("mail");
  const [list, { email }] = [
    await listMails(scope, pageOf(await searchParams)),
    await ownPreferences(),
  ];
  const { way, from } = mailEnvironment.parse(process.env);
  return (
    <SitePage visit={await visitOf()}>
      <PageHead title={t("list.title")} meta={t("list.lead", { days: MAIL_KEPT_DAYS })} />
      {list.attention > 0 ? (
        <Alert tone="warning">{t("list.attention", { count: list.attention })}</Alert>
      ) : null}
      {list.total === 0 ? (
        <EmptyState title={t("list.none")}>
          <p>{t("list.noneNext")}</p>
        </EmptyState>
      ) : (
        <MailTable
          mails={list.rows.map((mail) => ({ ...mail, retry: retry.bind(null, mail.id) }))}
          caption={t("list.count", { count: list.total })}
        />
      )}
      <Pagination
        page={list.page}
        pages={list.pages}
        total={list.total}
        hrefFor={(page) => addresses.mail({ page })}
      />
      <Section id="proefmail" title={t("test.title")} lead={t("test.lead")}>
        <Paragraph muted>
          {way.kind === "smtp"
            ? t("list.bySmtp", { host: way.host, sender: `${from.name} <${from.address}>` })
            : t("list.byFolder", { folder: way.folder })}
        </Paragraph>
        <ActionForm
          name="mail.test"
          action={test}
          submitLabel={t("test.submit")}
          submitVariant="secondary"
        >
          <TextField name="to" type="email" label={t("test.to")} defaultValue={email} />
        </ActionForm>
      </Section>
    </SitePage>
  );
}
