import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHead } from "@/components/shell/page-head";
import { Alert } from "@/components/ui/alert";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { ProgressBar } from "@/components/ui/progress";
import { Refresh } from "@/components/ui/refresh";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import type { SourceProgress } from "@/domain/sources/model";
import { useFailureWords } from "./failure-words";
import { KnownSource } from "./known-source";

/**
 * The page of a source without a text: it is still to be read, and then the page itself becomes
 * what was asked for; or it could not be, and then it says why.
 */
export function UnreadSource({
  slug,
  source,
  again,
  known = false,
}: {
  slug: string;
  source: SourceProgress & { id: string; title: string };
  /** Has it read again; left out for who may not. */
  again?: FormAction;
  /** Somebody sent the same file again. */
  known?: boolean;
}) {
  const t = useTranslations("sources");
  const to = addresses.dossier(slug);
  return (
    <>
      <PageHead back={{ href: to.sources(), label: t("list.pageTitle") }} title={source.title} />
      {known ? <KnownSource title={source.title} /> : null}
      {source.state === "failed" ? (
        <Failed source={source} again={again} />
      ) : (
        <Stack gap="m">
          <div role="status">
            <ProgressBar label={t("progress.title")}>
              <Paragraph>
                {t(source.state === "waiting" ? "progress.waiting" : "progress.reading")}
              </Paragraph>
            </ProgressBar>
          </div>
          <Paragraph>{t("progress.body")}</Paragraph>
          <Refresh />
        </Stack>
      )}
    </>
  );
}

function Failed({
  source,
  again,
}: {
  source: SourceProgress & { id: string };
  again?: FormAction;
}) {
  const t = useTranslations("sources.progress");
  const wordsOf = useFailureWords();
  return (
    <Stack gap="m">
      <Alert tone="error" title={t("failedTitle")} role="status">
        {wordsOf(source.failure)}
      </Alert>
      {again ? (
        <ClientMessages namespaces={[]}>
          <ActionForm
            name={null}
            action={again}
            hidden={{ sourceId: source.id }}
            submitLabel={t("again")}
          />
        </ClientMessages>
      ) : (
        <Paragraph>{t("askAuthor")}</Paragraph>
      )}
    </Stack>
  );
}
