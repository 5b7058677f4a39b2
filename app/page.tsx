import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageOf, type Query } from "@/components/addresses";
import { dossierOrderOf, MyDossiers } from "@/components/dossiers/my-dossiers";
import { Welcome } from "@/components/dossiers/welcome";
import { SitePage } from "@/components/shell/site-page";
import { mayStartDossier } from "@/domain/accounts/policy";
import { listMyDossiers } from "@/domain/dossiers/queries";
import { currentActor } from "./_lib/session";
import { visitOf } from "./_lib/visit";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home");
  if (!(await currentActor())) return { title: { absolute: t("pageTitle") } };
  // The template of the layout is for the pages below it, not for this one.
  return { title: { absolute: `${t("myDossiers")} – ${(await getTranslations("app"))("name")}` } };
}

export default async function HomePage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await currentActor();
  const query = await searchParams;
  const order = dossierOrderOf(query);
  return (
    <SitePage visit={await visitOf()}>
      {actor ? (
        <MyDossiers
          list={await listMyDossiers(actor, { page: pageOf(query), ...order })}
          mayStart={mayStartDossier(actor)}
          {...order}
        />
      ) : (
        <Welcome />
      )}
    </SitePage>
  );
}
