import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import { ProgressBar } from "@/components/ui/progress";
import { Refresh } from "@/components/ui/refresh";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import type { SourceProgress } from "@/domain/sources/model";
import { useFailureWords } from "./failure-words";

/** A source without a text: it is still to be read, or why it could not be. */
export function UnreadSource({
  source,
  href,
  again,
}: {
  source: SourceProgress;
  /** Of this page. */
  href: string;
  /** The button to have it read again; null for who may not. */
  again: ReactNode;
}) {
  const t = useTranslations("sources.progress");
  const wordsOf = useFailureWords();
  if (source.state === "failed") {
    return (
      <Stack gap="m">
        <Alert tone="error" title={t("failedTitle")} role="status">
          {wordsOf(source.failure)}
        </Alert>
        {again ?? <Paragraph>{t("askAuthor")}</Paragraph>}
      </Stack>
    );
  }
  return (
    <Stack gap="m">
      <div role="status">
        <ProgressBar label={t("title")}>
          <Paragraph>{t(source.state === "waiting" ? "waiting" : "reading")}.</Paragraph>
        </ProgressBar>
      </div>
      <Paragraph>
        {t("body")} <TextLink href={href}>{t("refresh")}</TextLink>
      </Paragraph>
      <Refresh />
    </Stack>
  );
}
