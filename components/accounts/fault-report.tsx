"use client";

import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Button, ButtonGroup, ButtonLink } from "@/components/ui/button";
import { PageTitle } from "@/components/ui/heading";
import { CodeTag, Paragraph } from "@/components/ui/text";
import { DATABASE_AWAY, DATABASE_PERHAPS } from "@/db/vocabulary";

/** Says that something went wrong on our side, under which number, and what to do now. */
export function FaultReport({
  reference,
  onRetry,
}: {
  /** The number under which it was logged, or that the database was away; absent when it happened in the browser. */
  reference?: string;
  onRetry: () => void;
}) {
  const t = useTranslations("app.error");
  const says = {
    [DATABASE_AWAY]: { title: t("awayTitle"), lead: t("awayLead") },
    [DATABASE_PERHAPS]: { title: t("perhapsTitle"), lead: t("perhapsLead") },
  }[reference ?? ""];
  return (
    <>
      <PageTitle {...(says ?? { title: t("title"), lead: t("lead") })} />
      {reference && !says ? (
        <Paragraph>
          {t("reference")} <CodeTag>{reference}</CodeTag>
        </Paragraph>
      ) : null}
      <ButtonGroup>
        <Button variant="primary" onClick={onRetry}>
          {t("retry")}
        </Button>
        <ButtonLink href={addresses.home()}>{t("toStart")}</ButtonLink>
      </ButtonGroup>
    </>
  );
}
