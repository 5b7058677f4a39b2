import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { requireAdministrator } from "@/app/_lib/administrator";
import { gate } from "@/app/_lib/session";
import { visitOf } from "@/app/_lib/visit";
import { StateBadge } from "@/components/accounts/account-table";
import { NewLink } from "@/components/accounts/new-link";
import { addresses } from "@/components/addresses";
import { SitePage } from "@/components/shell/site-page";
import { Alert } from "@/components/ui/alert";
import { ButtonGroup } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { DataItem, DataList } from "@/components/ui/data-list";
import { ConfirmButton } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { PageTitle } from "@/components/ui/heading";
import { Paragraph } from "@/components/ui/text";
import { accountDetailsOf } from "@/domain/accounts/queries";
import { formatDate, formatMoment } from "@/domain/kernel/dates";
import { actorAccountId } from "@/domain/kernel/scope";
import { appoint, makeLink, rename, switchOff, switchOn } from "./actions";

type Props = { params: Promise<{ account: string }> };

const accountOf = cache(async (id: string) =>
  gate(accountDetailsOf(await requireAdministrator(), id)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await accountOf((await params).account)).name };
}

export default async function AccountPage({ params }: Props) {
  const scope = await requireAdministrator();
  const account = await accountOf((await params).account);
  const [t, language] = [await getTranslations("accounts"), await getLocale()];
  const off = account.disabledAt !== null;
  const sole = account.soleAuthorOf;
  return (
    <SitePage visit={await visitOf()}>
      <PageTitle
        back={{ href: addresses.accounts(), label: t("list.title") }}
        title={account.name}
        eyebrow={<StateBadge disabled={off} />}
      />
      <DataList>
        <DataItem term={t("fields.email")}>{account.email}</DataItem>
        <DataItem term={t("fields.kind")}>{t(`kinds.${account.kind}`)}</DataItem>
        <DataItem term={t("fields.dossiers")}>
          {t("fields.dossierCount", { count: account.dossiers })}
        </DataItem>
        <DataItem term={t("fields.createdAt")}>{formatDate(account.createdAt, language)}</DataItem>
        <DataItem term={t("fields.lastSignIn")}>
          {account.lastSignIn ? formatMoment(account.lastSignIn, language) : t("fields.never")}
        </DataItem>
      </DataList>
      <Section id="link" title={t("link.title")} lead={t("link.lead")}>
        {off ? (
          <Alert tone="info">{t("link.off")}</Alert>
        ) : (
          <>
            {account.dossiers > 0 ? (
              <Paragraph>{t("link.known", { count: account.dossiers })}</Paragraph>
            ) : null}
            <NewLink
              make={makeLink.bind(null, account.id)}
              texts={{
                submit: t("link.submit"),
                label: t("link.label", { name: account.name }),
                copy: t("link.copy"),
                copied: t("link.copied"),
              }}
            />
          </>
        )}
      </Section>
      <Section id="naam" title={t("rename.title")} lead={t("rename.lead")}>
        <ActionForm
          name="account.rename"
          action={rename.bind(null, account.id)}
          submitLabel={t("rename.submit")}
        >
          <TextField name="name" label={t("fields.name")} defaultValue={account.name} />
        </ActionForm>
      </Section>
      {sole.length > 0 ? (
        <Section
          id="opsteller"
          title={t("appoint.title")}
          lead={t("appoint.lead", { name: account.name, count: sole.length })}
        >
          <ul>
            {sole.map((title, n) => (
              // Titles need not differ.
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once
              <li key={n}>{title}</li>
            ))}
          </ul>
          <ActionForm
            name="account.appoint"
            action={appoint.bind(null, account.id)}
            submitLabel={t("appoint.submit")}
            submitVariant="secondary"
          >
            <TextField name="email" label={t("appoint.email")} hint={t("appoint.self")} />
          </ActionForm>
        </Section>
      ) : null}
      <Section
        id="toegang"
        title={off ? t("switch.onTitle") : t("switch.offTitle")}
        lead={off ? t("switch.onLead") : t("switch.offLead")}
      >
        {off ? (
          <ActionForm
            name={null}
            action={switchOn.bind(null, account.id)}
            submitLabel={t("switch.on")}
            submitVariant="secondary"
          />
        ) : account.id === actorAccountId(scope.actor) ? (
          <Paragraph muted>{t("errors.notYourself")}</Paragraph>
        ) : (
          <ButtonGroup>
            <ConfirmButton
              label={t("switch.off")}
              title={t("switch.question", { name: account.name })}
              body={t("switch.body", { name: account.name })}
              confirmLabel={t("switch.off")}
              action={switchOff.bind(null, account.id)}
            />
          </ButtonGroup>
        )}
      </Section>
    </SitePage>
  );
}
