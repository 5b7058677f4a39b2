import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireAdministrator } from "@/app/_lib/administrator";
import { visitOf } from "@/app/_lib/visit";
import { AccountTable } from "@/components/accounts/account-table";
import { addresses, PARAMETERS, pageOf, type Query, textOf } from "@/components/addresses";
import { PageHead } from "@/components/shell/page-head";
import { SitePage } from "@/components/shell/site-page";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { SearchForm } from "@/components/ui/search-form";
import { listAccounts } from "@/domain/accounts/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.list"))("title") };
}

export default async function AccountsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const scope = await requireAdministrator();
  const t = await getTranslations("accounts.list");
  const query = await searchParams;
  const search = textOf(query, "search");
  const list = await listAccounts(scope, { search, page: pageOf(query) });
  const path = addresses.accounts();
  return (
    <SitePage visit={await visitOf()}>
      <PageHead
        title={t("title")}
        actions={
          <ButtonLink href={addresses.addAccount()} variant="primary" size="small">
            <Icon name="plus" />
            {t("add")}
          </ButtonLink>
        }
        tools={
          <SearchForm
            compact
            action={path}
            name={PARAMETERS.search}
            label={t("search")}
            defaultValue={search}
            clearHref={search ? path : undefined}
          />
        }
      />
      {list.total === 0 ? (
        <EmptyState title={t("nobody")} action={<TextLink href={path}>{t("all")}</TextLink>}>
          <p>{t("nobodyNext")}</p>
        </EmptyState>
      ) : (
        <AccountTable
          accounts={list.accounts}
          caption={
            search ? t("found", { count: list.total, search }) : t("count", { count: list.total })
          }
        />
      )}
      <Pagination
        page={list.page}
        pages={list.pages}
        total={list.total}
        hrefFor={(page) => addresses.accounts({ search, page })}
      />
    </SitePage>
  );
}
