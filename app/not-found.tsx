import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeadEnd } from "@/components/accounts/dead-end";
import { addresses } from "@/components/addresses";
import { SitePage } from "@/components/shell/site-page";
import { currentActor } from "./_lib/session";
import { visitOf } from "./_lib/visit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("app.notFound"))("title") };
}

export default async function NotFoundPage() {
  const [t, actor] = await Promise.all([getTranslations("app.notFound"), currentActor()]);
  return (
    <SitePage visit={await visitOf()}>
      <DeadEnd
        code={t("code")}
        title={t("title")}
        lead={t("lead")}
        next={[t("address"), actor ? t("access") : t("signIn")]}
        way={
          actor
            ? { href: addresses.home(), label: t("toDossiers") }
            : { href: addresses.signIn(), label: t("toSignIn") }
        }
      />
    </SitePage>
  );
}
