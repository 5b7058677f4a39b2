"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { MAX_FORM_KILOBYTES } from "@/domain/kernel/submission";
import { Button, ButtonLink } from "./button";
import type { Trouble } from "./form-state";

/** After trouble: where the words are, and what to do now. */
export function TroubleNext({
  trouble,
  kept,
}: {
  trouble: Trouble;
  /** Where what was typed still stands; null when nothing was. */
  kept: "browser" | "page" | null;
}) {
  const t = useTranslations("ui.trouble");
  return (
    <>
      <p>
        {kept ? `${t(kept)} ` : null}
        {t(`${trouble}Next`, { limit: MAX_FORM_KILOBYTES })}
      </p>
      {trouble === "signedOut" ? <SignIn label={t("signIn")} /> : null}
      {trouble === "outdated" ? (
        <div>
          <Button variant="primary" onClick={() => window.location.reload()}>
            {t("reload")}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** Leads back here afterwards, to the same part of the page. */
function SignIn({ label }: { label: string }) {
  // Drawn only after something was pressed, so never on the server.
  const pathname = usePathname();
  const here = `${pathname}${window.location.search}${window.location.hash}`;
  return (
    <div>
      <ButtonLink variant="primary" href={addresses.signIn({ next: here })}>
        {label}
      </ButtonLink>
    </div>
  );
}
