import "./globals.css";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientMessages } from "@/components/shell/client-messages";
import { Footer } from "@/components/shell/footer";
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
  return (
    <html lang={await getLocale()}>
      <body className="voorbeeld-theme herleid-theme">
        <ClientMessages namespaces={["app", "shell"]}>
          <SkipLink />
          {children}
          <Footer />
          <StatusRegion />
        </ClientMessages>
      </body>
    </html>
  );
}
