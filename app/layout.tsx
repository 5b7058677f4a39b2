import "./globals.css";
import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { ClientMessages } from "@/components/shell/client-messages";
import { Footer } from "@/components/shell/footer";
import { Header } from "@/components/shell/header";
import { SkipLink } from "@/components/ui/link";
import { StatusRegion } from "@/components/ui/toast";
import { mayAdminister } from "@/domain/accounts/policy";
import { chooseLanguage } from "./_lib/language";
import { currentActor } from "./_lib/session";
import { signOut } from "./_lib/sign-out";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("app");
  return {
    title: { default: t("name"), template: `%s – ${t("name")}` },
    description: t("description"),
    robots: { index: false, follow: false },
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, actor, t, nav] = await Promise.all([
    getLocale(),
    currentActor(),
    getTranslations("app"),
    getTranslations("navigation"),
  ]);
  const other = locale === "nl" ? "en" : "nl";
  const links = actor ? [{ href: addresses.home(), label: nav("myDossiers") }] : [];
  if (actor && mayAdminister(actor)) {
    links.push(
      { href: addresses.accounts(), label: nav("accounts") },
      { href: addresses.auditLog(), label: nav("audit") },
    );
  }
  return (
    <html lang={locale}>
      <body className="voorbeeld-theme herleid-theme">
        <ClientMessages namespaces={["app", "shell"]}>
          <SkipLink />
          <Header
            appName={t("name")}
            user={actor}
            links={links}
            languageSwitch={
              <form action={chooseLanguage}>
                <input type="hidden" name="language" value={other} />
                <button type="submit" lang={other}>
                  {nav(`language.${other}`)}
                </button>
              </form>
            }
            signOut={
              actor ? (
                <form action={signOut}>
                  <button type="submit">{nav("signOut")}</button>
                </form>
              ) : (
                <Link href={addresses.signIn()}>{nav("signIn")}</Link>
              )
            }
          />
          {children}
          <Footer />
          <StatusRegion />
        </ClientMessages>
      </body>
    </html>
  );
}
