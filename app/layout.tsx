import "./globals.css";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { currentActor } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { ClientMessages } from "@/components/shell/client-messages";
import { Footer } from "@/components/shell/footer";
import { AccountProvider } from "@/components/ui/account";
import { SkipLink } from "@/components/ui/link";
import { StatusRegion } from "@/components/ui/toast";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("app");
  return {
    title: { default: t("name"), template: `%s – ${t("name")}` },
    description: t("description"),
    robots: { index: false, follow: false },
  };
}

/** The frame of every page. The bar is drawn by the pages: it differs in a dossier and outside. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  // When the database does not answer, the page itself says so.
  const actor = await currentActor().catch(() => null);
  const declared = await getTranslations("declarations");
  return (
    <html lang={await getLocale()}>
      <body className="voorbeeld-theme herleid-theme">
        <ClientMessages namespaces={["app", "shell"]}>
          <SkipLink />
          <AccountProvider id={actor?.id ?? null}>{children}</AccountProvider>
          <Footer
            links={[
              { href: addresses.accessibility(), label: declared("accessibility.title") },
              { href: addresses.privacy(), label: declared("privacy.title") },
            ]}
          />
          <StatusRegion />
        </ClientMessages>
      </body>
    </html>
  );
}
