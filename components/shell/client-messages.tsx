import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Catalogue } from "@/messages/catalogue";

/**
 * Gives the client components inside it the texts of the named namespaces and no others: the
 * whole catalogue would be sent along with every page.
 */
export async function ClientMessages({
  namespaces,
  children,
}: {
  namespaces: (keyof Catalogue)[];
  children: ReactNode;
}) {
  const all = await getMessages();
  const messages: Partial<Catalogue> = Object.fromEntries(
    (["ui", ...namespaces] as const).map((namespace) => [namespace, all[namespace]]),
  );
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
