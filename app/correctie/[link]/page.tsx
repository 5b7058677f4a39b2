import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { visitOf } from "@/app/_lib/visit";
import { pageOf, type Query, wholeOf } from "@/components/addresses";
import { OwnCorrections } from "@/components/corrections/own-page";
import { SenderBar } from "@/components/shell/bar";
import { PageShell } from "@/components/shell/page-shell";
import { SitePage } from "@/components/shell/site-page";
import { PageTitle } from "@/components/ui/heading";
import { openByLink } from "@/domain/corrections/gate";
import { ownPage } from "@/domain/corrections/queries";
import { NotFound } from "@/domain/kernel/errors";
import { agree, propose, withdraw } from "./actions";

type Props = { params: Promise<{ link: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("corrections.own");
  return {
    title: t("pageTitle"),
    // The address is a secret: where one goes from here must not say where one was.
    referrer: "same-origin",
    robots: { index: false, follow: false, noarchive: true },
  };
}

/** Somebody who was there reads a text and proposes other words, without an account. */
export default async function CorrectionPage({ params, searchParams }: Props) {
  const [{ link }, query] = [await params, await searchParams];
  const at = wholeOf(query, "segment");
  const page = await pageOfLink(link, pageOf(query), at);
  const visit = await visitOf();
  if (!page) {
    const t = await getTranslations("corrections.own");
    return (
      <SitePage visit={visit}>
        <PageTitle title={t("unusableTitle")} lead={t("unusable")} />
      </SitePage>
    );
  }
  return (
    <>
      <SenderBar sender={page.contractingAuthority} visit={visit} anonymous />
      <PageShell>
        <OwnCorrections
          page={page}
          link={link}
          at={at}
          acts={{
            propose: propose.bind(null, link),
            withdraw: withdraw.bind(null, link),
            agree: agree.bind(null, link),
          }}
        />
      </PageShell>
    </>
  );
}

/** What a link shows; null for one that never was, was taken back or is too old: they look the same. */
async function pageOfLink(link: string, page: number, at: number | null) {
  try {
    return await ownPage(await openByLink(link), at ? { block: at } : { page });
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
