"use client";

import "./globals.css";
import { NextIntlClientProvider } from "next-intl";
import { FaultReport } from "@/components/accounts/fault-report";
import { PlainBar } from "@/components/shell/bar";
import { PageShell } from "@/components/shell/page-shell";
import { SkipLink } from "@/components/ui/link";
import en from "@/messages/en/app.json";
import enShell from "@/messages/en/shell.json";
import enUi from "@/messages/en/ui.json";
import nl from "@/messages/nl/app.json";
import nlShell from "@/messages/nl/shell.json";
import nlUi from "@/messages/nl/ui.json";

/**
 * A fault of ours in the frame of all pages, which therefore cannot be drawn. Nothing can be asked
 * of the server any more: the texts come along, and the language is what the page was in.
 */
export default function GlobalErrorPage({ error }: { error: Error & { digest?: string } }) {
  const language =
    typeof document !== "undefined" && document.documentElement.lang === "en" ? "en" : "nl";
  const messages =
    language === "en"
      ? { app: en, shell: enShell, ui: enUi }
      : { app: nl, shell: nlShell, ui: nlUi };
  return (
    <html lang={language}>
      <head>
        <title>{messages.app.error.title}</title>
      </head>
      <body className="voorbeeld-theme herleid-theme">
        <NextIntlClientProvider locale={language} messages={messages}>
          <SkipLink />
          <PlainBar appName={messages.app.name} />
          <PageShell>
            <FaultReport reference={error.digest} onRetry={() => window.location.reload()} />
          </PageShell>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
