"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useAccount } from "@/components/ui/account";
import { Button, ButtonGroup } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import { Dialog } from "@/components/ui/dialog";
import { countKept, forgetAccount } from "@/components/ui/kept-words";

/**
 * Signs out, and leaves nothing of one's own on the computer: what was typed and not stored goes,
 * after a question when there is any.
 */
export function SignOut({ action }: { action: () => Promise<void> }) {
  const t = useTranslations("shell.signOut");
  const account = useAccount();
  const button = useRef<HTMLButtonElement>(null);
  const [asked, setAsked] = useState(0);

  function mustAsk(): boolean {
    const count = account ? countKept(account) : 0;
    setAsked(count);
    return count > 0;
  }

  return (
    <>
      <ButtonForm action={action} unless={mustAsk}>
        <button ref={button} type="submit">
          {t("label")}
        </button>
      </ButtonForm>
      {asked > 0
        ? // The menu around the button folds up, with all that is in it.
          createPortal(
            <Dialog open onClose={() => setAsked(0)} title={t("title")}>
              <p>{t("body", { count: asked })}</p>
              <ButtonGroup>
                <Button
                  variant="danger"
                  onClick={() => {
                    if (account) forgetAccount(account);
                    setAsked(0);
                    button.current?.click();
                  }}
                >
                  {t("confirm")}
                </Button>
                <Button onClick={() => setAsked(0)}>{t("cancel")}</Button>
              </ButtonGroup>
            </Dialog>,
            document.body,
          )
        : null}
    </>
  );
}
