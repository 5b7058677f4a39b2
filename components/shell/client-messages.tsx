import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Catalogue } from "@/messages/catalogue";

/** A namespace of the catalogue, or a part of one: `sources`, `sources.words`. */
type Namespace = {
  [Name in keyof Catalogue & string]: Name | `${Name}.${keyof Catalogue[Name] & string}`;
}[keyof Catalogue & string];

/**
 * Gives the client components inside it the texts of the named namespaces and no others: the
 * whole catalogue would be sent along with every page.
 */
export async function ClientMessages({
  namespaces,
  children,
}: {
  namespaces: Namespace[];
  children: ReactNode;
}) {
  const all = (await getMessages()) as unknown as Record<string, object>;
  const messages: Record<string, object> = {};
  for (const namespace of ["ui", ...namespaces]) {
    const [name = "", part] = namespace.split(".");
    const texts = all[name] as Record<string, unknown>;
    messages[name] = part ? { ...messages[name], [part]: texts[part] } : texts;
  }
  return (
    <NextIntlClientProvider messages={messages as Partial<Catalogue>}>
      {children}
    </NextIntlClientProvider>
  );
}
