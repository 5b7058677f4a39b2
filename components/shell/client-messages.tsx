import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/**
 * Gives the client components inside it the texts of the named namespaces and no others: the
 * whole catalogue would be sent along with every page.
 */
export async function ClientMessages({
  namespaces,
  children,
}: {
  namespaces: string[];
  children: ReactNode;
}) {
  const all = (await getMessages()) as Record<string, unknown>;
  const messages = Object.fromEntries(
    ["ui", ...namespaces].map((namespace) => [namespace, all[namespace]]),
  );
  return <NextIntlClientProvider messages={messages as never}>{children}</NextIntlClientProvider>;
}
