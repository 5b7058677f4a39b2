import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { addresses } from "@/components/addresses";
import type { Visit } from "@/components/shell/bar";
import { SignOut } from "@/components/shell/sign-out";
import { ButtonForm } from "@/components/ui/button-form";
import { mayAdminister } from "@/domain/accounts/policy";
import { chooseLanguage } from "./language";
import { currentActor } from "./session";
import { signOut } from "./sign-out";

/** What the bar above every page knows of who looks at it. */
export async function visitOf(): Promise<Visit> {
  const [locale, actor, t] = await Promise.all([
    getLocale(),
    currentActor(),
    getTranslations("navigation"),
  ]);
  const other = locale === "nl" ? "en" : "nl";
  const links = actor ? [{ href: addresses.home(), label: t("myDossiers") }] : [];
  if (actor && mayAdminister(actor)) {
    links.push(
      { href: addresses.accounts(), label: t("accounts") },
      { href: addresses.managedDossiers(), label: t("managedDossiers") },
      { href: addresses.mail(), label: t("mail") },
      { href: addresses.declarations(), label: t("declarations") },
      { href: addresses.auditLog(), label: t("audit") },
    );
  }
  return {
    person: actor && { name: actor.name },
    links,
    own: actor ? [{ href: addresses.preferences(), label: t("preferences") }] : [],
    language: (
      <ButtonForm action={chooseLanguage} hidden={{ language: other }}>
        <button type="submit" lang={other}>
          {t(`language.${other}`)}
        </button>
      </ButtonForm>
    ),
    session: actor ? (
      <SignOut action={signOut} />
    ) : (
      <Link prefetch={false} href={addresses.signIn()}>
        {t("signIn")}
      </Link>
    ),
  };
}
