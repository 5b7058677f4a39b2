import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeadEnd } from "@/components/accounts/dead-end";
import { addresses } from "@/components/addresses";
import { SitePage } from "@/components/shell/site-page";
import { currentActor } from "./_lib/session";
import { visitOf } from "./_lib/visit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("app.forbidden"))("title") };
}

export default async function ForbiddenPage() {
  const [t, actor] = await Promise.all([getTranslations("app.forbidden"), currentActor()]);
  return (
    <SitePage visit={await visitOf()}>
      <DeadEnd
        code={t("code")}
        title={t("title")}
        lead={actor ? t("leadAs", { name: actor.name }) : t("lead")}
        next={[t("ask"), t("other")]}
        way={{ href: addresses.home(), label: t("toDossiers") }}
      />
    </SitePage>
  );
}
